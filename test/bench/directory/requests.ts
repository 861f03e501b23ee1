import { ssrCss } from '../../../.ci/ssr-css.js';
import { DirectorySource } from '../../../demo/sites/directory/source.js';
import { cardListHtml, type Listed } from '../../../src/ssr.js';
import { startTestBackend } from '../../support/backend.js';
import { startFaultProxy, type FaultProxy } from '../../support/fault-proxy.js';
import { until } from '../../support/until.js';
import { wheelToEnd } from '../../support/wheel.js';
import type { Pages } from './pages.js';

/** What moves by itself, from the page's start. */
const WATCH = `window.shift=0;new PerformanceObserver((list)=>{for(const{value}of list.getEntries())window.shift+=value}).observe({type:'layout-shift',buffered:true})`;

/** What became of one visitor who scrolls a directory from top to bottom in two seconds. */
export interface Scrolled {
  /** Requests for times, of which the page gave up `aborted`. */
  availability: number;
  aborted: number;
  /** Requests for times once everything stood still. */
  afterwards: number;
  /** Everything asked of the backend. */
  all: number;
  /** What moved by itself, in layout-shift score. */
  shift: number;
}

const SCROLL = 2_000;
/** Nothing is asked for so long, and the page counts as at rest. */
const QUIET = 1_000;

/**
 * A page that lists therapists of the reference backend, which is on another origin: written by its server (`knead/ssr`), as a
 * directory's pages are, and taken over by the published file, which asks for times.
 */
export class Directory {
  private constructor(
    private readonly pages: Pages,
    private readonly proxy: FaultProxy,
    private readonly listed: readonly Listed[],
    private readonly end: () => Promise<void>,
  ) {}

  /** Starts a backend with so many therapists. */
  static async open(pages: Pages, therapists: number): Promise<Directory> {
    const proxy = await startFaultProxy();
    const backend = await startTestBackend({
      publicUrl: proxy.url,
      environment: { DIRECTORY_SIZE: String(therapists) },
    });
    proxy.forwardTo(backend.url);
    const answer = await new DirectorySource(backend.url).listings({});
    const listed = (answer?.listings ?? []) as unknown as readonly Listed[];
    if (listed.length < therapists) throw new Error(`only ${listed.length} therapists`);
    return new Directory(pages, proxy, listed, async () => {
      await proxy.close();
      await backend.close();
    });
  }

  close(): Promise<void> {
    return this.end();
  }

  /** Requests for times of a page with so many cards that nobody scrolls. */
  async atRest(cards: number): Promise<number> {
    return this.#visit(cards, async () => {
      await this.#quiet();
      return this.#availability();
    });
  }

  scrolled(cards: number): Promise<Scrolled> {
    return this.#visit(cards, async (page, errors) => {
      await this.#quiet();
      await wheelToEnd(page, SCROLL);
      await this.#quiet();
      const availability = this.#availability();
      // Whoever is in sight at the end has been answered.
      await until(
        () =>
          page.evaluate(() => {
            const last = document.querySelector('li:last-child knead-therapist-card')?.shadowRoot;
            return last?.querySelector('[part~=time], .message') !== null;
          }),
        () => 'the last card says nothing of its times',
      );
      await new Promise((resolve) => setTimeout(resolve, QUIET));
      const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
      const aborted = errors.filter((line) => /\/v1\/availability.*ERR_ABORTED/.test(line)).length;
      const all = this.proxy.requests.length;
      return { availability, aborted, afterwards: this.#availability() - availability, all, shift };
    });
  }

  async #visit<Result>(
    cards: number,
    run: (page: Awaited<ReturnType<Pages['browser']['newPage']>>['page'], errors: string[]) => Promise<Result>,
  ): Promise<Result> {
    const html = cardListHtml(this.listed.slice(0, cards));
    this.pages.serve(
      '/directory',
      `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>directory</title><link rel="icon" href="data:,">
<style>body{margin:20px;font:16px/1.5 sans-serif}main{max-width:1060px}</style><style>${ssrCss()}</style><script>${WATCH}</script>
<script src="/knead-cards-served.js" defer crossorigin="anonymous" data-backend="${this.proxy.url}"></script>
<main>${html}</main></html>`,
    );
    const { page, errors } = await this.pages.browser.newPage();
    this.proxy.requests.length = 0;
    try {
      await page.goto(`${this.pages.url}/directory`);
      return await run(page, errors);
    } finally {
      await page.browserContext().close();
    }
  }

  #availability(): number {
    return this.proxy.requests.filter(({ path }) => path.startsWith('/v1/availability')).length;
  }

  /** Something was asked for, and then nothing for a while. */
  async #quiet(): Promise<void> {
    await until(
      () => {
        const last = this.proxy.requests.at(-1);
        return this.#availability() > 0 && performance.now() - last!.at > QUIET;
      },
      () => `requests do not end: ${this.proxy.requests.length} so far`,
    );
  }
}
