import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { serveChanged } from '../support/changed-site.js';
import { startDemo, type Demo } from '../support/demo.js';
import { Visit } from '../support/visit.js';
import * as journey from './journey.js';

let demo: Demo;
let browser: TestBrowser;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));

const NONCE = 'bm9uY2U';
/** What makes a part look as it does, and does not depend on how long its words are. */
const LOOKS = [
  ...['display', 'color', 'background-color', 'font-size', 'font-weight', 'line-height', 'padding', 'gap'],
  ...['border-top-width', 'border-top-style', 'border-top-color', 'border-radius', 'min-block-size'],
];

/** How parts look on each step, `heading › part` by `heading › part`, and the first screen as it is painted. */
interface Seen {
  looks: Record<string, string>;
  picture: string;
  violations: string[];
  complaints: string[];
}

/** Nothing but what has the page's nonce runs, no style of any kind is let in, and text becomes code by our policy alone. */
const strict = (backend: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${NONCE}'`,
    "style-src 'none'",
    `connect-src ${backend}`,
    `img-src 'self' ${backend}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types knead',
  ].join('; ');

/** Books on the therapist's page under a policy, and looks at every step. The page has no style sheet: under the strict policy it could have none. */
async function bookedUnder(policy: string): Promise<Seen> {
  await demo.reset();
  const site = await serveChanged(
    demo.url,
    (html) => html.replace(/<link rel="stylesheet"[^>]*>/, '').replace('<script ', `<script nonce="${NONCE}" `),
    () => policy,
  );
  const visit = await Visit.open(browser, site.url, {
    // Nothing is seen on its way from one colour to another.
    before: (page) => page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]),
  });
  try {
    const looks: Record<string, string> = {};
    visit.noticed = async () => void Object.assign(looks, await looksOf(visit));
    await visit.find('heading', 'Where would you like your massage?');
    await visit.page.waitForNetworkIdle();
    const element = await visit.page.$('knead-booking');
    const picture = await element!.screenshot({ encoding: 'base64' });
    await visit.noticed();
    await journey.reachReview(visit, journey.londonDay(9), '6:30pm');
    await journey.book(visit);
    await visit.focuses('heading', 'You’re booked');
    return {
      looks,
      picture,
      violations: await visit.violations(),
      complaints: visit.watched.console.filter((line) => /^(warn|error)/.test(line) && !/names no reviewer/.test(line)),
    };
  } finally {
    await visit.close();
    await site.close();
  }
}

/** The first of each part that shows, in our shadow roots. */
function looksOf(visit: Visit): Promise<Record<string, string>> {
  return visit.page.evaluate((properties) => {
    const found: Record<string, string> = {};
    const roots = [document.querySelector('knead-booking')!.shadowRoot!];
    const step = roots[0]!.querySelector('#step-heading')!.textContent;
    for (const root of roots) {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        const part = element.getAttribute('part');
        if (!part || !element.checkVisibility()) continue;
        const style = getComputedStyle(element);
        found[`${step} › ${part}`] ??= properties.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
      }
    }
    return found;
  }, LOOKS);
}

describe('a strict policy', () => {
  test('Scenario 37: without unsafe-inline and without any style of the page’s own, every step looks as it does without a policy, and is booked with no violation', async () => {
    const free = await bookedUnder('');
    const bound = await bookedUnder(strict(demo.proxy.url));
    assert.deepEqual(bound.violations, []);
    assert.deepEqual(bound.complaints, []);
    assert.deepEqual(bound.looks, free.looks);
    assert.ok(bound.picture === free.picture, 'the first screen is painted otherwise');
    // And it does look like something, on each of the steps.
    const steps = new Set(Object.keys(bound.looks).map((key) => key.split(' › ')[0]));
    assert.equal(steps.size, 7, [...steps].join(', '));
    for (const step of steps)
      assert.match(bound.looks[`${step} › shell`]!, /border-top-style: solid.*border-radius: [1-9]/);
    const primaries = Object.entries(bound.looks).filter(([key]) => key.endsWith('primary'));
    assert.ok(primaries.length >= 6, primaries.map(([key]) => key).join(', '));
    for (const [key, looks] of primaries)
      assert.doesNotMatch(looks, /background-color: (rgba\(0, 0, 0, 0\)|rgb\(239, 239, 239\))/, key);
  });
});
