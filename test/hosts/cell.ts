import type { Host } from '../../demo/sites/hosts/hosts.js';
import type { Demo } from '../support/demo.js';
import type { Engine } from '../support/suites.js';
import type { Tab } from '../support/tab.js';
import { MADE_UP_HOST, type Tabs } from '../support/tabs.js';
import { versionMarks } from '../support/version-marks.js';
import { acts } from './acts.js';
import { book, londonDay, type Journey, type Read } from './journey.js';
import type { WatchedSite } from './site.js';

/** How much of what a page said is printed, in characters. */
const MOST = 40;

/** One host page in one engine. */
export interface Cell {
  host: Host;
  engine: Engine;
  /** Tells its booking from all others. */
  email: string;
  /** A day that no other engine books on. */
  day: string;
}

/** How a cell went. */
export interface Verdict {
  cell: Cell;
  /** What happened, as it is printed. */
  result: string;
  /** What should have been otherwise; empty for a cell that passed. */
  complaints: string[];
  skipped?: true;
  seconds: number;
}

/** What all cells share. */
export interface Scene {
  demo: Demo;
  site: WatchedSite;
}

/** What the probe tells of a page. */
interface Told {
  dom: string[];
  globals: string[];
  builtIn: string[];
  facts: string[];
  violations: string[];
  console: string[];
  errors: string[];
}

/** Goes to a host page, books there or reads why not, and looks at what the page was left like. */
export async function visit(tabs: Tabs, cell: Cell, scene: Scene): Promise<Verdict> {
  const { host, email } = cell;
  const started = performance.now();
  const verdict = (rest: Omit<Verdict, 'cell' | 'seconds'>): Verdict => ({
    cell,
    seconds: (performance.now() - started) / 1000,
    ...rest,
  });
  const reason = host.skipped?.[cell.engine];
  if (reason !== undefined) return verdict({ result: `skipped: ${reason}`, complaints: [], skipped: true });
  const tab = await tabs.open();
  try {
    await tab.hands.goto(addressOf(cell, scene));
    const act = acts[host.id];
    await act?.first?.(tab);
    if (host.frame) await tab.hands.enterFrame('iframe');
    const { says } = host.expected;
    const complaints: string[] = [];
    let result = 'booked';
    if (says === undefined || act?.untilThen) {
      const read = await (act?.untilThen ?? book)(tab, { ...act, ...cell } as Journey);
      if (read) complaints.push(...(await misread(scene, cell, read)));
    }
    if (says !== undefined) {
      await tab.says(says);
      result = `said why: ${says.exec(await tab.text())?.[0].slice(0, MOST)}`;
    }
    const made = await bookingsOf(scene, email);
    if (made.length !== (says === undefined ? 1 : 0)) complaints.push(`${made.length} bookings were made`);
    complaints.push(...misdeeds(host, await told(tab)));
    complaints.push(...(act?.after?.(tab, { site: scene.site.url, backend: scene.demo.proxy.url }) ?? []));
    return verdict({ result: complaints.length > 0 ? 'NOT AS IT SHOULD BE' : result, complaints });
  } catch (error) {
    const seen = await told(tab).catch(() => undefined);
    const also = seen ? [...seen.violations, ...seen.errors, ...seen.console] : [];
    const complaint = error instanceof Error ? error.message : String(error);
    return verdict({ result: 'NOT BOOKED', complaints: [complaint, ...also] });
  } finally {
    await tab.hands.close().catch(() => undefined);
  }
}

/** What a cell is called in reports. */
export function visitOf({ host, engine }: Cell): string {
  return `${host.id}.${engine}`;
}

function addressOf(cell: Cell, { site }: Scene): string {
  // Not the name that Knead's script is loaded by: to the page, that is another origin.
  const name = cell.host.madeUpName ? MADE_UP_HOST : '127.0.0.1';
  return `http://${name}:${site.port}/hosts/${cell.host.id}/?visit=${visitOf(cell)}`;
}

async function told(tab: Tab): Promise<Told> {
  const parts = (await tab.hands.ask('window.__hostProbe.after()'))
    .split('\f')
    .map((lines) => lines.split('\n').filter(Boolean));
  const [dom, globals, builtIn, facts, violations, said, errors] = parts as [
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
  ];
  return { dom, globals, builtIn, facts, violations, console: said, errors };
}

/** Everything that Knead may not do in a host page, and this host does not do itself. */
function misdeeds(host: Host, { dom, globals, builtIn, facts, violations, console: said, errors }: Told): string[] {
  const own = host.changesItself ?? /^$/;
  const mayLeave = new Set(versionMarks.map((mark) => `window.${mark} is new`));
  const hints = said.filter((line) => /knead/i.test(line) && !KNOWN_WORDS.test(line));
  const { hint, violates } = host.expected;
  return [
    ...dom.map((line) => `page: ${line}`),
    ...globals.filter((line) => !mayLeave.has(line)).map((line) => `globals: ${line}`),
    ...builtIn.map((line) => `built-in: ${line}`),
    ...facts.map((line) => `page: ${line}`),
    ...(violates ? [] : violations.map((line) => `policy: ${line}`)),
    ...(violates && !violations.every((line) => violates.test(line)) ? [`policy: ${violations.join(' | ')}`] : []),
    ...errors.filter((line) => !(host.expected.error ?? /^$/).test(line)).map((line) => `error: ${line}`),
    ...(hint ? hintsBut(hints, hint) : hints.map((line) => `console: ${line}`)),
  ].filter((line) => !own.test(line));
}

/** The demo's form has no reviewer in any language, which is said in any page. */
const KNOWN_WORDS = /names no reviewer|is not among reviewedLanguages/;

function hintsBut(hints: readonly string[], wanted: RegExp): string[] {
  if (hints.length === 1 && wanted.test(hints[0]!)) return [];
  return [`console: ${hints.length} hints instead of one like ${String(wanted)}: ${hints.join(' | ')}`];
}

async function bookingsOf({ demo }: Scene, email: string): Promise<string[]> {
  const rows = await demo.backend.database.query<{ sessions: { start: string }[] }>(
    'SELECT sessions FROM bookings WHERE client_email = $1',
    [email],
  );
  return rows.map(({ sessions }) => sessions[0]!.start);
}

/** Whether the page showed, before and after, when the booking in the database really is. */
async function misread(scene: Scene, { email, day }: Cell, { review, confirmation }: Read): Promise<string[]> {
  const [start] = await bookingsOf(scene, email);
  if (start === undefined) return [];
  const time = londonTime(start);
  return Object.entries({ review, confirmation })
    .filter(([, text]) => !text.includes(`${day}, ${time}, London time`))
    .map(([where, text]) => `${where}: does not say ${day}, ${time} but: ${text}`);
}

/** `6:30pm`. */
function londonTime(start: string): string {
  const [hours, minutes] = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' })
    .format(new Date(start))
    .split(':');
  return `${Number(hours) % 12 || 12}:${minutes}${Number(hours) < 12 ? 'am' : 'pm'}`;
}

/** A day weeks ahead. Engines take turns, so that no two of them want the same time. */
export function dayOf(at: number, engine: number): string {
  return londonDay(5 + (at % 7) * 3 + engine);
}
