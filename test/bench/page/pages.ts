import assert from 'node:assert/strict';
import { serveChanged, type ChangedSite } from '../../support/changed-site.js';

const SCRIPT = /\n\s*<script src="\/knead\/knead\.js"[^>]*><\/script>/;
const ELEMENT = /\n\s*<knead-booking[\s\S]*?<\/knead-booking>/;

/** Takes a pattern out of a page, which has to be there. */
function without(html: string, pattern: RegExp): string {
  assert.match(html, pattern);
  return html.replace(pattern, '');
}

/** The therapist's page as it would be without Knead: neither the script tag nor the element. */
export function servePlain(site: string): Promise<ChangedSite> {
  return serveChanged(site, (html) => without(without(html, SCRIPT), ELEMENT));
}

/** The page with two faults: a picture nobody can be told of, and something that pushes the page down late. */
export function servePlanted(site: string): Promise<ChangedSite> {
  return serveChanged(
    site,
    (html) => html.replace('<h1>', '<img src="/therapist/icon.svg" width="32" height="32" /><h1>'),
    undefined,
    (source) => `${source}\n;(${pushDown.toString()})();`,
  );
}

/** Runs in the page. */
function pushDown(): void {
  setTimeout(() => {
    const late = document.createElement('p');
    late.style.height = '240px';
    document.body.prepend(late);
  }, 300);
}
