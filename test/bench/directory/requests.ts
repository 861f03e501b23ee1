import { startTestBackend } from '../../support/backend.js';
import { startFaultProxy, type FaultProxy } from '../../support/fault-proxy.js';
import { until } from '../../support/until.js';
import type { Pages } from './pages.js';

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

/** A page that lists therapists of the reference backend by their ids, with the published file, on another origin. */
export class Directory {
  private constructor(
    private readonly pages: Pages,
    private readonly proxy: FaultProxy,
    readonly ids: readonly string[],
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
    const answer = await fetch(`${backend.url}/v1/services`);
    const { practitioners } = (await answer.json()) as { practitioners: { id: string }[] };
    if (practitioners.length < therapists) throw new Error(`only ${practitioners.length} therapists`);
    return new Directory(pages, proxy, practitioners.map(({ id }) => id).slice(0, therapists), async () => {
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
      await page.evaluate(async (milliseconds) => {
        const from = performance.now();
        for (let part = 0; part < 1;) {
          await new Promise(requestAnimationFrame);
          part = Math.min(1, (performance.now() - from) / milliseconds);
          scrollTo(0, (document.documentElement.scrollHeight - innerHeight) * part);
        }
      }, SCROLL);
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
    const items = this.ids
      .slice(0, cards)
      .map((id) => `<li><knead-therapist-card practitioner="${id}"></knead-therapist-card></li>`);
    this.pages.serve(
      '/directory',
      (style) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>directory</title>
<link rel="icon" href="data:,"><style>${style}</style>
<script>window.shift=0;new PerformanceObserver(l=>{for(const e of l.getEntries())window.shift+=e.value}).observe({type:'layout-shift',buffered:true})</script>
<script src="/knead-cards-served.js" defer crossorigin="anonymous" data-backend="${this.proxy.url}"></script>
<main><ul class="cards">${items.join('')}</ul></main></html>`,
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
