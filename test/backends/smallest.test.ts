import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import type { Booking } from '../../src/contract/booking.js';
import * as journey from '../e2e/journey.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { freePort } from '../support/free-port.js';
import { Visit } from '../support/visit.js';
import { serveHostSite, type HostSite } from './payload-reserve/host-page.js';

/** The backend that the guide for authors begins with. */
const PROGRAM = 'stories/guides/smallest-backend/server.mjs';

let child: ChildProcess;
let site: HostSite;
let browser: TestBrowser;
let url: string;

before(async () => {
  const port = await freePort();
  url = `http://localhost:${port}`;
  child = spawn(process.execPath, [PROGRAM], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout!, 'data');
  [site, browser] = await Promise.all([serveHostSite(), launchBrowser({ timeZone: 'Australia/Lord_Howe' })]);
});
after(async () => {
  child.kill();
  await Promise.all([site.close(), browser.close()]);
});

test('the smallest backend of the guide is booked at on a page of another origin', async () => {
  const visit = await Visit.open(browser, site.page({ backend: url }));
  await visit.find('heading', 'What would you like?');
  await visit.page.evaluate(() => Object.assign(window, { __begun: performance.now() }));
  await visit.click('radio', /^Back massage/);
  await journey.goOn(visit);
  await visit.focuses('heading', 'When would you like to come?');
  const day = journey.londonDay(5);
  await journey.chooseTime(visit, day, '11:30am');
  await journey.goOn(visit);
  await visit.focuses('heading', 'Your details');
  await visit.fill('Full name', journey.CLIENT.name);
  await visit.fill('Email address', journey.CLIENT.email);
  await journey.goOn(visit);
  await visit.focuses('heading', 'Check before you book');
  const answered = visit.page.waitForResponse(
    (response) => response.url() === `${url}/v1/bookings` && response.request().method() === 'POST',
  );
  await journey.book(visit, /^Book and pay £60 on the day$/);
  await visit.focuses('heading', 'You’re booked');
  const booking = (await (await answered).json()) as Booking;
  assert.equal(booking.sessions[0]?.start, `${day.date}T11:30:00Z`);
  await visit.says(booking.reference);
  assert.deepEqual(await visit.violations(), []);
  assert.deepEqual([...visit.watched.errors, ...visit.watched.console], []);
  await visit.close();
});
