import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import * as journey from '../e2e/journey.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { bookingRows } from '../support/records.js';
import { Visit } from '../support/visit.js';
import { serveFolder, type ServedFolder } from './served-folder.js';
import { folderOf, install, pack, runScript, type App } from './tarball.js';

/** The address written in the page without a bundler; the others are told at build time. */
const WRITTEN_BACKEND = 'http://localhost:4700';

/** Nobody has reviewed the demo's form, which the console has to say; and Chromium calls a request aborted whose answer was read. */
const isOdd = (line: string): boolean => !/names no reviewer|net::ERR_ABORTED$/.test(line);

/** Installs the packed tarball in one of the applications, type-checks, builds and serves it, and books there. */
export function testInstalledApp(app: App): void {
  const isBuilt = app !== 'import-map';

  describe(`the packed tarball in an application: ${app}`, () => {
    let demo: Demo;
    let browser: TestBrowser;
    let site: ServedFolder;

    before(async () => {
      const tarball = pack();
      install(tarball, app);
      tarball.remove();
      [demo, browser] = await Promise.all([startDemo(), launchBrowser({ timeZone: 'America/New_York' })]);
      if (isBuilt) runScript(app, 'build', { VITE_BACKEND: demo.proxy.url });
      site = isBuilt
        ? await serveFolder(join(folderOf(app), 'dist'))
        : await serveFolder(folderOf(app), (html) => html.replaceAll(WRITTEN_BACKEND, demo.proxy.url));
    });
    after(() => Promise.all([site.close(), demo.close(), browser.close()]));
    beforeEach(() => demo.reset());

    if (isBuilt) test('type-checks: what is there is known, and what is not is refused', () => runScript(app, 'types'));

    test('books at the backend on another origin, hears of it and hands on what the page knows', async () => {
      const visit = await Visit.open(browser, site.url);
      await journey.reachTimes(visit);
      await journey.takeTime(visit, journey.londonDay(9), '6:30pm');
      assert.equal((await visit.find('textbox', 'Full name')).value, 'Ada Example', 'an object as a property');
      await journey.giveDetails(visit);
      await journey.book(visit);
      await visit.focuses('heading', 'You’re booked');

      const [row, ...others] = await bookingRows(demo.backend);
      assert.equal(others.length, 0);
      assert.equal(row?.status, 'confirmed');
      assert.deepEqual(row.metadata, { page: app });
      await visit.says(row.reference);
      await visit.says(`The page knows of booking ${row.id}`);
      assert.deepEqual([...visit.watched.errors, ...visit.watched.console].filter(isOdd), []);
      const called = new Set(visit.watched.requests.map((line) => new URL(line.split(' ')[1]!).origin));
      assert.deepEqual(called, new Set([site.url, demo.proxy.url]), 'nobody else is called');
      await visit.close();
    });

    if (app === 'vite')
      test('speaks a language that the application registered', async () => {
        const visit = await Visit.open(browser, `${site.url}/?lang=de`);
        await visit.find('button', 'Weiter');
        await visit.close();
      });
  });
}
