import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CDPSession, Page } from 'puppeteer-core';
import { launchBrowser, type TestBrowser } from '../../support/browser.js';
import { givenCards } from './given-cards.js';
import type { Said } from './pages/stage.js';

/** How much slower than this machine a page is made to run where only few cards show: about a cheap phone. */
export const SLOWED_DOWN = 6;

// The same room for every card, kept by the page while it is out of sight, whoever it is of. And the same list to begin with:
// where the card's rules are the page's own, theirs for lists without items would hide it until it is filled, and a browser
// lays out a list that was hidden sooner than it adds to one that is there.
const STYLE = `body{margin:20px;font:16px/1.5 sans-serif;color-scheme:light}
ul.cards,ul.cards:empty{display:grid;grid-template-columns:repeat(3,1fr);gap:16px;margin:0 auto;padding:0;max-width:1060px;list-style:none}
.cards>li{content-visibility:auto;contain-intrinsic-size:auto 480px}
.cards>li>*{height:100%}iframe{width:100%;height:480px;border:0}`;

const LIST = `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>bench</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<script src="/stage.js"></script>
<main><ul class="cards"></ul></main>
</html>`;

const EMBED = `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>card</title>
<style>body{margin:0;font:16px/1.5 sans-serif}</style>
<main></main>
<script src="/embed.js"></script>
</html>`;

const PHOTO = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#8fb3a8"/></svg>`;

/** A browser and the server of its pages, both of this machine only. */
export class Pages {
  private constructor(
    readonly browser: TestBrowser,
    private readonly server: Server,
    /** Where the pages are, without a slash at the end. */
    readonly url: string,
    private readonly documents: Map<string, string>,
  ) {}

  /** `scripts` by name: the stage, each contestant's page, the published file. */
  static async open(scripts: ReadonlyMap<string, string>): Promise<Pages> {
    const documents = new Map<string, string>();
    let url = '';
    const server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const answer = (type: string, body: string): void =>
        void response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=60' }).end(body);
      const script = scripts.get(pathname.slice(1).replace(/\.js$/, ''));
      if (script !== undefined) return answer('text/javascript', script);
      if (pathname === '/photo.svg') return answer('image/svg+xml', PHOTO);
      if (pathname === '/embed.html') return answer('text/html', EMBED);
      if (pathname !== '/card.json') return answer('text/html', documents.get(pathname) ?? LIST);
      const index = Number(searchParams.get('card'));
      const given = givenCards(index + 1, url);
      return answer('application/json', JSON.stringify({ ...given, cards: given.cards.slice(index) }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://localhost:${(server.address() as AddressInfo).port}`;
    // At 60 frames in a second, as visitors have them: without that limit a colour that changes gently paints without end.
    return new Pages(await launchBrowser({ timeZone: 'Europe/London' }), server, url, documents);
  }

  /** Serves another document at a path. */
  serve(path: string, html: string): void {
    this.documents.set(path, html);
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.close();
    this.server.closeAllConnections();
  }

  /** A fresh page of a visitor who was never here, the contestant's script evaluated; whatever it complains of is thrown. */
  async fresh<Result>(
    { page: contestant, cards, slowDown }: { page: string; cards: number; slowDown: number },
    run: (page: StagePage) => Promise<Result>,
  ): Promise<Result> {
    const { page, errors, console: lines } = await this.browser.newPage();
    try {
      await page.goto(this.url);
      await page.evaluate((name, count) => cardStage.prepare(name, count), contestant, cards);
      const devtools = await page.createCDPSession();
      if (slowDown > 1) await page.emulateCPUThrottling(slowDown);
      const result = await run(new StagePage(page, devtools));
      const complaints = [...errors, ...lines.filter((line) => /^(warn|error)/.test(line))];
      if (complaints.length > 0) throw new Error(`${contestant}: ${complaints.join('\n')}`);
      return result;
    } finally {
      await page.browserContext().close();
    }
  }
}

/** A page with its stage. */
export class StagePage {
  constructor(
    private readonly page: Page,
    private readonly devtools: CDPSession,
  ) {}

  mount(plant = 0): Promise<number> {
    return this.page.evaluate((plant) => cardStage.mount(plant), plant);
  }

  said(): Promise<Said[]> {
    return this.page.evaluate(() => cardStage.said());
  }

  /** The longest task while the cards come to be shown, in milliseconds; 0 where none took 50 or more. */
  async longestTask(): Promise<number> {
    return this.page.evaluate(async () => {
      const tasks: number[] = [];
      const observer = new PerformanceObserver((list) => {
        tasks.push(...list.getEntries().map(({ duration }) => duration));
      });
      observer.observe({ type: 'longtask' });
      await cardStage.mountLater();
      // Tasks are told of a moment after they end.
      await new Promise((resolve) => setTimeout(resolve, 300));
      return Math.max(0, ...tasks);
    });
  }

  /** Bytes in use once everything is collected that nobody needs: of scripts, and of documents. */
  async heap(): Promise<{ script: number; document: number }> {
    for (let time = 0; time < 2; time += 1) await this.devtools.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize } = await this.devtools.send('Runtime.getHeapUsage');
    return { script: usedSize, document: embedderHeapUsedSize };
  }

  async picture(path: `${string}.png`): Promise<void> {
    await this.page.screenshot({ path });
  }
}
