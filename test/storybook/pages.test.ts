import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { ElementContext, RunOptions } from 'axe-core';
import { launchBrowser, type TestBrowser, type WatchedPage } from '../support/browser.js';

/** What `npm run build:storybook` wrote. */
const BUILT = 'dist/storybook';
const TYPES: Readonly<Record<string, string>> = {
  ...{ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' },
  ...{ '.svg': 'image/svg+xml', '.woff2': 'font/woff2' },
};
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Entry {
  id: string;
  title: string;
  type: 'docs' | 'story';
}
const { entries } = JSON.parse(await readFile(`${BUILT}/index.json`, 'utf8')) as { entries: Record<string, Entry> };
const pages = Object.values(entries).filter(({ type }) => type === 'docs');
const SCHEMES = ['light', 'dark'] as const;

/** What a page says and holds, as somebody finds it who opens it. */
interface Found {
  violations: string[];
  headings: number;
  links: string[];
  unwritten: string[];
  overflow: number;
}

describe('the pages of the built Storybook', { skip: pages.length === 0 && 'not built' }, () => {
  let server: Server;
  let browser: TestBrowser;
  let watched: WatchedPage;
  const sum = { visited: 0, violations: 0, complaints: 0, links: 0 };

  before(async () => {
    server = createServer((request, response) => {
      const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
      readFile(join(BUILT, path)).then(
        (body) => response.setHeader('content-type', TYPES[extname(path)] ?? 'text/plain').end(body),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await launchBrowser();
    watched = await browser.newPage({ width: 320, height: 800 });
  });

  after(async () => {
    await browser.close();
    server.close();
    const { visited, violations, complaints, links } = sum;
    process.stdout.write(
      `# ${pages.length} pages × ${SCHEMES.length} schemes (${SCHEMES.join(', ')}), 320 px wide: ${visited} visited, ${links} links checked\n` +
        `# axe violations ${violations}, console errors, warnings and failed requests ${complaints}\n`,
    );
  });

  for (const { id, title } of pages) {
    test(title, async () => {
      for (const scheme of SCHEMES) {
        const { violations, headings, links, unwritten, overflow } = await visit(id, scheme);
        const complaints = [...watched.console.splice(0), ...watched.errors.splice(0)].filter(isComplaint);
        sum.visited += 1;
        sum.violations += violations.length;
        sum.complaints += complaints.length;
        sum.links += links.length;
        assert.deepEqual(violations, [], `axe, ${scheme}`);
        assert.deepEqual(complaints, [], `console, ${scheme}`);
        assert.deepEqual(links.filter(leadsNowhere), [], 'links that lead nowhere');
        assert.deepEqual(unwritten, [], 'a table that is none');
        assert.equal(headings, 1, 'one heading of the first level');
        assert.equal(overflow, 0, `scrolls sideways at 320 px, ${scheme}`);
      }
    });
  }

  async function visit(id: string, scheme: string): Promise<Found> {
    const { page } = watched;
    const { port } = server.address() as AddressInfo;
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.goto(`http://127.0.0.1:${port}/iframe.html?viewMode=docs&id=${id}`);
    await page.waitForSelector('.sb-show-main .sbdocs-content h1');
    await page.waitForNetworkIdle({ idleTime: 250 });
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const content = document.querySelector('.sbdocs-content')!;
      const checker = (
        globalThis as unknown as {
          axe: {
            run(
              context: ElementContext,
              options: RunOptions,
            ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        }
      ).axe;
      // Stories are visited by themselves, and what Storybook draws around them is not ours.
      const { violations } = await checker.run(
        { include: ['.sbdocs-content'], exclude: ['.sbdocs-preview', '.docblock-argstable', '.docblock-source'] },
        { resultTypes: ['violations'] },
      );
      return {
        violations: violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join('\n')}`),
        headings: content.querySelectorAll('h1').length,
        links: [...content.querySelectorAll('a[href]')]
          .filter((link) => !link.closest('.sbdocs-preview'))
          .map((link) => link.getAttribute('href')!),
        unwritten: [...content.querySelectorAll('p')]
          .map((one) => one.textContent)
          .filter((text) => /\| -+:? \|/.test(text)),
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      };
    });
  }
});

/** The elements tell a developer what a story does on purpose; what a story may say is the stories' own test. */
function isComplaint(line: string): boolean {
  return !/^(log|info|debug): /.test(line) && !line.startsWith('warn: Knead: The intake form');
}

function leadsNowhere(href: string): boolean {
  const [, kind, id] = /^\?path=\/(docs|story)\/(.+)$/.exec(href) ?? [];
  if (id) return entries[id]?.type !== kind;
  return !/^(#|https:|tel:|mailto:)/.test(href);
}
