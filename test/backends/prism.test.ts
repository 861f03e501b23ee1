import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Availability } from '../../src/contract/availability.js';
import * as journey from '../e2e/journey.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { pinClock } from '../support/pinned-clock.js';
import { Visit } from '../support/visit.js';
import { serveHostSite, type HostSite } from './payload-reserve/host-page.js';
import { startMock, type Mock } from './prism/mock.js';

/** The morning on which the examples of openapi.json were recorded. */
const RECORDED = '2026-10-09T08:00:00Z';
const DAY: journey.Day = {
  date: '2026-10-14',
  long: 'Wednesday 14 October',
  full: 'Wednesday 14 October 2026',
};

let site: HostSite;
let browser: TestBrowser;
let mock: Mock | undefined;
let visit: Visit | undefined;

before(async () => {
  [site, browser] = await Promise.all([serveHostSite(), launchBrowser({ timeZone: 'America/New_York' })]);
});
after(() => Promise.all([site.close(), browser.close()]));
afterEach(async () => {
  await visit?.close();
  await mock?.close();
  visit = mock = undefined;
});

/** Opens a page of another origin whose element books at the mock, and goes to where times are chosen. */
async function reachTimes(at: Mock): Promise<Visit> {
  visit = await Visit.open(browser, site.page({ backend: at.url }), { before: (page) => pinClock(page, RECORDED) });
  await journey.reachTimes(visit);
  return visit;
}

/** The times of a day in the document's own example, as the element would say them. */
function documented(date: string): string[] {
  const { paths } = JSON.parse(readFileSync('src/contract/openapi.json', 'utf8')) as {
    paths: { '/availability': { get: { responses: { 200: { content: Record<string, { example: Availability }> } } } } };
  };
  const { example } = paths['/availability'].get.responses[200].content['application/json']!;
  return example.entries.flatMap((entry) =>
    'slots' in entry
      ? entry.slots.filter(({ local }) => local.startsWith(date)).map(({ local }) => twelveHours(local.slice(11, 16)))
      : [],
  );
}

function twelveHours(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
}

describe('a server that Prism makes of openapi.json alone', () => {
  test('shows its times on a page of another origin, and finds nothing wrong with what it is asked', async () => {
    mock = await startMock();
    const at = await reachTimes(mock);
    const times = documented(DAY.date);
    assert.ok(times.length >= 10);
    await at.find('button', new RegExp(`^${DAY.full}, ${times.length} times`));
    await journey.chooseTime(at, DAY, times.at(-1)!);
    const shown = (await at.all('radio', new RegExp(`^${DAY.long}, `))).map(({ name }) => name);
    for (const time of times)
      assert.ok(
        shown.some((name) => name.includes(` ${time},`)),
        `${time} is not in ${shown}`,
      );

    const asked = at.watched.requests.filter((line) => line.includes(mock!.url));
    assert.ok(asked.some((line) => line.includes('/availability?')));
    assert.ok(
      asked.every((line) => line.startsWith('GET ')),
      `a read was preceded by something else: ${asked.join('\n')}`,
    );
    assert.deepEqual(await at.violations(), []);
    // The demo's forms were read by no clinician, and say so.
    const complaints = at.watched.console.filter((line) => !line.includes('names no reviewer'));
    assert.deepEqual([...at.watched.errors, ...complaints], []);
    assert.doesNotMatch(mock.said(), /violat|terminated|error /i);
  });

  test('shows other times for another document', async () => {
    mock = await startMock((document) => document.replaceAll('2026-10-14T', '2026-10-13T'));
    const at = await reachTimes(mock);
    await at.find('button', /^Tuesday 13 October 2026, \d+ times/);
    await at.find('button', /^Wednesday 14 October 2026, no times/);
  });
});
