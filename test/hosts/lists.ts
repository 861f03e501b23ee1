import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Tab } from '../support/tab.js';

/** Where the lists lie that content blockers use, out of a package of Debian's that is unpacked, never installed. */
const FOLDER = join(import.meta.dirname, '.data/lists');
const PACKAGE = 'webext-ublock-origin-chromium';
const LISTS = 'usr/share/chromium/extensions/ublock-origin/assets/thirdparties/easylist';

/** Where the files and the backend of a real site could lie; a blocker judges whole addresses. */
const REAL_SITE = 'https://cdn.knead.example/0.1.0';
const REAL_BACKEND = 'https://booking.practice.example';
const REAL_PAGE = 'https://www.practice.example/book/';

/** EasyList and EasyPrivacy, or undefined where they are not there. */
export function findLists(): string | undefined {
  return existsSync(join(FOLDER, LISTS, 'easylist.txt')) ? join(FOLDER, LISTS) : undefined;
}

/** Gets them where a system has apt. Whether that worked, {@link findLists} says. */
export function fetchLists(): void {
  mkdirSync(FOLDER, { recursive: true });
  try {
    execFileSync('apt-get', ['-qq', 'download', PACKAGE], { cwd: FOLDER, stdio: ['ignore', 'inherit', 'inherit'] });
    // The lists alone: what they come with is a whole extension.
    const unpack = `dpkg-deb --fsys-tarfile *.deb | tar -x --wildcards '*/${LISTS}/*.txt' && rm *.deb`;
    execFileSync('sh', ['-c', unpack], { cwd: FOLDER });
  } catch {
    // No apt, or no network.
  }
}

/** What a page has that a list could name. */
export interface Named {
  urls: string[];
  ids: string[];
  classes: string[];
}

/** Adds the ids and class names of our elements on the page now, in their shadow roots too, and every address asked so far. */
export async function gatherNames(tab: Tab, into: Named): Promise<void> {
  const read = await tab.hands.ask(`(() => {
    const [ids, classes] = [new Set(), new Set()];
    const look = (root) => root.querySelectorAll('*').forEach((each) => {
      if (each.id) ids.add(each.id);
      each.classList.forEach((name) => classes.add(name));
      if (each.shadowRoot) look(each.shadowRoot);
    });
    document.querySelectorAll('knead-booking').forEach((each) => look(each.shadowRoot ?? each));
    const urls = performance.getEntriesByType('resource').map(({ name }) => name);
    return [[...urls], [...ids], [...classes]].map((list) => list.join('\\n')).join('\\f');
  })()`);
  const [urls = [], ids = [], classes = []] = read.split('\f').map((lines) => lines.split('\n').filter(Boolean));
  into.urls.push(...urls);
  into.ids.push(...ids);
  into.classes.push(...classes);
}

/** The parts of the blocker's engine that are used here. */
interface Blocker {
  FiltersEngine: {
    parse(lists: string): {
      match(request: object): { match: boolean; filter?: { toString(): string } };
      getCosmeticsFilters(page: object): { styles: string };
    };
  };
  Request: { fromRawDetails(details: { url: string; sourceUrl: string; type: string }): object };
}

/** What the real lists would block or hide of it, one line each. `site` and `backend` are where it was served. */
export function blockedBy(lists: string, named: Named, site: string, backend: string): string[] {
  const require = createRequire(join(import.meta.dirname, '../../demo/sites/hosts/package.json'));
  const { FiltersEngine, Request } = require('@ghostery/adblocker') as Blocker;
  const text = ['easylist.txt', 'easyprivacy.txt'].map((name) => readFileSync(join(lists, name), 'utf8'));
  const engine = FiltersEngine.parse(text.join('\n'));
  const blocks = (url: string, type: string): string | undefined => {
    const { match, filter } = engine.match(Request.fromRawDetails({ url, sourceUrl: REAL_PAGE, type }));
    return match ? String(filter) : undefined;
  };
  const page = { url: REAL_PAGE, hostname: 'www.practice.example', domain: 'practice.example' };
  const rules = (ids: string[], classes: string[]): string[] =>
    engine
      .getCosmeticsFilters({ ...page, ids, classes, getBaseRules: false, getInjectionRules: false })
      .styles.split(/,\s*|\s*\{/);
  // By what attributes adverts have, in every page.
  const always = new Set(rules([], []));
  const hidden = (ids: string[], classes: string[]): string[] =>
    rules(ids, classes).filter((rule) => !always.has(rule));
  // An advert, to see that these lists block at all.
  if (!blocks('https://ads.doubleclick.net/banner.js', 'script') || hidden(['ad_banner'], ['AdBox']).length === 0)
    return ['the lists block nothing: have they changed?'];
  const complaints = [...new Set(named.urls)].flatMap((url) => {
    const real = url
      .replace(`${site}/knead`, REAL_SITE)
      .replace(backend, REAL_BACKEND)
      .replace(site, 'https://www.practice.example');
    const filter = blocks(real, /\.js\b/.test(real) ? 'script' : 'xhr');
    return filter === undefined ? [] : [`blocked: ${real} by ${filter}`];
  });
  // The engine goes by one name of a rule; a rule hides what has them all.
  const ours = new Set([...named.ids.map((id) => `#${id}`), ...named.classes.map((name) => `.${name}`)]);
  const rulesForUs = hidden([...new Set(named.ids)], [...new Set(named.classes)]).filter((rule) =>
    (rule.match(/[.#][\w-]+/g) ?? []).every((name) => ours.has(name)),
  );
  return [...complaints, ...rulesForUs.map((rule) => `hidden by the lists: ${rule}`)];
}
