import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { launchBrowser, type TestBrowser } from '../../support/browser.js';
import type { Stage, Scene } from './pages/stage.js';

/** How much slower than this machine a page is made to run: about a cheap phone. */
export const SLOWED_DOWN = 6;

const DOCUMENT = `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>bench</title>
<link rel="icon" href="data:,">
<style>body{margin:20px;font:16px/1.5 sans-serif}main{width:720px}.times button{margin:4px;padding:8px 12px}</style>
<script src="/stage.js"></script>
<main></main>
</html>`;

/** A browser and the server of its pages, both of this machine only. */
export class Pages {
  private constructor(
    private readonly browser: TestBrowser,
    private readonly server: Server,
  ) {}

  /** `scripts` by name: the stage, and each contestant's page. */
  static async open(scripts: ReadonlyMap<string, string>): Promise<Pages> {
    const server = createServer((request, response) => {
      const script = scripts.get((request.url ?? '').slice(1).replace(/\.js$/, ''));
      response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
      response.end(script ?? DOCUMENT);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // At 60 frames in a second, as visitors have them: without that limit a colour that changes gently paints without end.
    return new Pages(await launchBrowser({ timeZone: 'Europe/London' }), server);
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.close();
  }

  /** A fresh page of a visitor who was never here, ready to start; whatever it complains of is thrown. */
  async fresh<Result>(scene: Scene, slowDown: number, run: (page: StagePage) => Promise<Result>): Promise<Result> {
    const { page, errors } = await this.browser.newPage();
    try {
      const { port } = this.server.address() as AddressInfo;
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.evaluate((scene) => stage.prepare(scene), scene);
      await page.emulateCPUThrottling(slowDown);
      const result = await run(new StagePage(page));
      if (errors.length > 0) throw new Error(`${scene.contestant}: ${errors.join('\n')}`);
      return result;
    } finally {
      await page.browserContext().close();
    }
  }
}

/** A page with its {@link Stage}. */
export class StagePage {
  constructor(private readonly page: Page) {}

  mount(plant = 0): Promise<number> {
    return this.page.evaluate((plant) => stage.mount(plant), plant);
  }

  turn(month: string): Promise<number> {
    return this.page.evaluate((month) => stage.turn(month), month);
  }

  /** A tap on a day, by the mouse as a person moves it: there first, then down and up. */
  async tap(day: number): Promise<number> {
    const { x, y } = await this.page.evaluate((day) => stage.aim(day), day);
    await this.page.mouse.move(x, y);
    await this.page.evaluate((day) => stage.expectTap(day), day);
    await this.page.mouse.click(x, y);
    return this.page.evaluate(() => stage.tapped());
  }

  /** The longest task since the script started, in milliseconds; 0 where none took 50 or more. */
  longestTask(): Promise<number> {
    return this.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const observer = new PerformanceObserver((list) => {
            resolve(Math.max(...list.getEntries().map(({ duration }) => duration)));
          });
          observer.observe({ type: 'longtask', buffered: true });
          setTimeout(() => resolve(0), 300);
        }),
    );
  }

  async picture(path: `${string}.png`): Promise<void> {
    await this.page.screenshot({ path });
  }
}

export type { Stage };
