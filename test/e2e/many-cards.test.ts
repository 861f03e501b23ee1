import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { until } from '../support/until.js';
import { Visit } from '../support/visit.js';
import { wheelToEnd } from '../support/wheel.js';

const THERAPISTS = 300;
const SCROLL = 2_000;
const MOST_REQUESTS = 12;
const MOST_SHIFT = 0.02;

let demo: Demo;
let browser: TestBrowser;
let visit: Visit;

before(async () => {
  [demo, browser] = await Promise.all([startDemo({ therapists: THERAPISTS }), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));
beforeEach(() => demo.reset());
afterEach(() => visit.close());

describe('a directory of three hundred therapists', () => {
  test('Scenario 32: scrolled fast to the bottom: few requests, stale ones aborted, nothing moves, one failure stays alone', async () => {
    // The answers that would be for cards long gone are slow; whoever is last never gets one.
    demo.proxy.spoil({ kind: 'slow', milliseconds: 700 }, 'GET /v1/availability', 3);
    let failing = '';
    demo.proxy.spoil(
      {
        kind: 'rewrite',
        change: (body) => {
          const summary = body as { entries: { practitionerId: string }[] };
          const problem = {
            code: 'temporarily-unavailable',
            title: 'Later',
            status: 503,
            type: 'about:blank',
            retryable: true,
          };
          return {
            ...summary,
            entries: summary.entries.map((entry) =>
              entry.practitionerId === failing ? { practitionerId: failing, problem } : entry,
            ),
          };
        },
      },
      'GET /v1/availability',
    );
    visit = await Visit.open(browser, `${demo.url}/directory/`, {
      before: (page) =>
        page.evaluateOnNewDocument(() => {
          Object.assign(window, { __shift: 0 });
          new PerformanceObserver((list) => {
            const watch = window as unknown as { __shift: number };
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
              watch.__shift += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
        }),
    });
    const ids = await visit.page.evaluate(() =>
      [...document.querySelectorAll('knead-therapist-card')].map((card) => card.getAttribute('practitioner')!),
    );
    assert.ok(ids.length >= THERAPISTS, `${ids.length} cards`);
    failing = ids.at(-2)!;
    await until(
      () => availability().length > 0,
      () => 'no card asks',
    );

    await wheelToEnd(visit.page, SCROLL);
    const said = await until(
      () =>
        visit.page.evaluate(() => {
          const inSight = [...document.querySelectorAll('knead-therapist-card')].filter((card) => {
            const { top, bottom } = card.getBoundingClientRect();
            return bottom > 0 && top < innerHeight;
          });
          const answers = inSight.map((card) => ({
            id: card.getAttribute('practitioner')!,
            times: card.shadowRoot!.querySelectorAll('.times:not([aria-busy]) .time').length,
            message: card.shadowRoot!.querySelector('.message:not(.written)')?.textContent ?? '',
          }));
          return answers.length > 0 && answers.every(({ times, message }) => times > 0 || message) && answers;
        }),
      () => 'cards in sight never said anything of their times',
    );
    const { length: requests } = availability();
    const aborted = visit.watched.errors.filter((line) => /\/v1\/availability.*ERR_ABORTED/.test(line)).length;
    const shift = await visit.page.evaluate(() => (window as unknown as { __shift: number }).__shift);
    process.stdout.write(
      `# Scenario 32: ${ids.length} cards, ${requests} availability requests, ${aborted} aborted, ${demo.proxy.requests.filter(({ path }) => /^\/(v1|\.well-known)\//.test(path)).length} requests for data in all, layout shift ${shift.toFixed(4)}\n`,
    );
    assert.ok(requests <= MOST_REQUESTS, `${requests} requests`);
    assert.ok(aborted > 0, 'nothing was aborted');
    assert.ok(shift <= MOST_SHIFT, `moved by ${shift}`);
    assert.equal(said.find(({ id }) => id === failing)?.message, 'Times could not be loaded.');
    const others = said.filter(({ id }) => id !== failing);
    assert.ok(
      others.length > 0 && others.every(({ message }) => !/could not be loaded/.test(message)),
      JSON.stringify(said),
    );
    assert.ok(
      others.some(({ times }) => times > 0),
      JSON.stringify(said),
    );
  });
});

function availability(): string[] {
  return demo.proxy.requests.map(({ path }) => path).filter((path) => path.startsWith('/v1/availability'));
}
