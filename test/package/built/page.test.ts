import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { scriptTags } from '../../../vite.config.js';
import { launchBrowser, type TestBrowser, type WatchedPage } from '../../support/browser.js';
import { versionMarks } from '../../support/version-marks.js';

/** What the page of a site has. */
interface Hosting {
  scripts?: string[];
  policy?: string;
  /** Markup at its end. */
  body?: string;
}

const built = scriptTags.filter(({ entry }) => existsSync(entry));

describe('a script tag in a page', { skip: built.length === 0 && 'no script-tag entry yet' }, () => {
  let server: Server;
  let origin: string;
  let browser: TestBrowser;

  before(async () => {
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const script = built.find(({ name }) => url.pathname === `/${name}.js`);
      if (script) {
        response.setHeader('content-type', 'text/javascript').end(readFileSync(`dist/${script.name}.js`));
        return;
      }
      if (url.pathname === '/parts/page.js') {
        response.setHeader('content-type', 'text/javascript').end(readFileSync('dist/parts/page.js'));
        return;
      }
      const policy = url.searchParams.get('policy');
      if (policy) response.setHeader('content-security-policy', policy);
      response.setHeader('content-type', 'text/html');
      const tags = url.searchParams
        .getAll('script')
        .map((name) => `<script src="/${name}.js" defer crossorigin></script>`);
      response.end(
        `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">${tags.join('')}<p>A page${url.searchParams.get('body') ?? ''}`,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    server.close();
  });

  /** A page with script tags in its markup, as on a site: a strict policy forbids adding them from the outside. */
  async function host({ scripts = [], policy = '', body = '' }: Hosting): Promise<WatchedPage> {
    const watched = await browser.newPage();
    const query = new URLSearchParams([['policy', policy], ['body', body], ...scripts.map((name) => ['script', name])]);
    await watched.page.goto(`${origin}/?${query.toString()}`);
    return watched;
  }

  for (const { name } of built) {
    it(`${name}.js leaves nothing in the page but its elements and the marks of Lit and zod`, async () => {
      const before = new Set(await globalsOf(await host({})));
      const watched = await host({ scripts: [name] });
      const left = (await globalsOf(watched)).filter((key) => !before.has(key));
      assert.deepEqual(
        left.filter((key) => !versionMarks.includes(key)),
        [],
      );
      assert.ok(await definesElements(watched, name));
      assert.deepEqual([...watched.errors, ...watched.console], []);
      assert.equal(
        await watched.page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length),
        0,
      );
    });

    it(`${name}.js works under a strict policy that names it, and leaves the page as it is, with one hint, under one that does not`, async () => {
      const strict = `default-src 'none'; script-src ${origin}; img-src data:; require-trusted-types-for 'script'; trusted-types`;
      for (const allowed of [name, 'another', 'lit-html']) {
        const watched = await host({ scripts: [name], policy: `${strict} ${allowed}` });
        assert.equal(await definesElements(watched, name), allowed === name, `under trusted-types ${allowed}`);
        if (allowed === name) assert.deepEqual([...watched.errors, ...watched.console], []);
        else {
          const hints = watched.console.filter((line) => line.startsWith('warn: Knead: '));
          assert.deepEqual([...watched.errors, ...hints], ['warn: Knead: its name is missing in trusted-types.']);
        }
      }
    });

    it(`${name}.js twice is as good as once`, async () => {
      const watched = await host({ scripts: [name, name] });
      assert.ok(await definesElements(watched, name));
      assert.deepEqual([...watched.errors, ...watched.console], []);
    });

    it(`${name}.js finds what belongs to it where a guest of the page gives the document's names to other elements`, async () => {
      const named = `<img name="currentScript" data-base="${origin}/guest/" alt=""><form name="baseURI"></form>`;
      const watched = await host({ scripts: [name], body: `${named}<div data-knead="booking"></div>` });
      const asked = await watched.page.waitForResponse((response) => response.url().includes('/page.js'));
      assert.equal(new URL(asked.url()).pathname, '/parts/page.js');
      assert.deepEqual([...watched.errors, ...watched.console], []);
    });
  }

  function globalsOf({ page }: WatchedPage): Promise<string[]> {
    return page.evaluate(() => Object.getOwnPropertyNames(globalThis));
  }

  /** Whether the page knows the element that a file is for. */
  function definesElements({ page }: WatchedPage, name: string): Promise<boolean> {
    const tag = {
      knead: 'knead-booking',
      'knead-cards': 'knead-therapist-card',
      'knead-manage': 'knead-manage-booking',
    };
    return page.evaluate((wanted) => customElements.get(wanted) !== undefined, tag[name as keyof typeof tag]);
  }
});
