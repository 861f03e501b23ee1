import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { KneadEventName } from '../../src/contract/events.js';

/** What a page could be overheard by, and what was heard there, one line per thing. */
export type Heard = Record<string, string[]>;

/** Every event of ours by its name; the compiler misses one that is not here. */
const EVENTS = Object.keys({
  'knead-service-select': true,
  'knead-slot-select': true,
  'knead-therapist-select': true,
  'knead-range-change': true,
  'knead-filter-change': true,
  'knead-intake-submit': true,
  'knead-step-changed': true,
  'knead-booking-request': true,
  'knead-booking-confirmed': true,
  'knead-booking-failed': true,
  'knead-booking-rescheduled': true,
  'knead-booking-cancelled': true,
} satisfies Record<KneadEventName, true>);

/** rrweb as sites load it, and so with the options it has by itself. */
const RRWEB = readFileSync(
  createRequire(import.meta.url)
    .resolve('rrweb')
    .replace(/rrweb\.(c?js)$/, 'rrweb.umd.min.cjs'),
  'utf8',
);

/**
 * Makes a page note everything that another script on it could get hold of: as tag managers, error trackers and session
 * recorders do. What visitors type reaches any script as native input events; that alone is left out, because no element
 * can keep it. Call it before the page is opened.
 */
export async function bringWitness(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(RRWEB);
  await page.evaluateOnNewDocument((names) => {
    // The frames of a page are pages of their own.
    if (window !== window.top) return;
    const heard: Heard = {};
    const data: unknown[] = [];
    const recording: unknown[] = [];
    const before = new Set(Object.getOwnPropertyNames(window));
    // Methods, because the name that tsx gives to a function is a call of its own, which the page does not know.
    const tools = {
      words(what: unknown): string {
        if (typeof what === 'string') return what;
        if (what instanceof Error) return `${what.name} ${what.message} ${what.stack ?? ''}`;
        try {
          return JSON.stringify(what) ?? String(what);
        } catch {
          return Object.prototype.toString.call(what);
        }
      },
      note(place: string, ...what: unknown[]): void {
        (heard[place] ??= []).push(what.map((each) => tools.words(each)).join(' '));
      },
      /** Notes what a method is called with, and calls it. */
      overhear(place: string, on: object, ...methods: string[]): void {
        const object = on as Record<string, (...given: unknown[]) => unknown>;
        for (const method of methods) {
          const own = object[method]!;
          object[method] = function (...given: unknown[]) {
            tools.note(place, method, ...given);
            return own.apply(this, given);
          };
        }
      },
      /** What a page shows of itself at a moment. */
      look(): void {
        tools.note('history', location.href, history.state);
        tools.note('title', document.title);
        tools.note('page outside the elements', document.documentElement?.outerHTML ?? '');
      },
      /** As a tag manager listens to what a page's elements tell. */
      hear(event: Event): void {
        const { type } = event;
        const { detail } = event as CustomEvent;
        tools.note('Knead events', type, detail, { ...event });
        data.push({ event: type, detail: detail as unknown, page: location.href, title: document.title });
        tools.look();
      },
      async state(): Promise<Heard> {
        tools.look();
        for (const storage of ['localStorage', 'sessionStorage'] as const) tools.note(storage, { ...window[storage] });
        tools.note('IndexedDB', await indexedDB.databases());
        if ('caches' in window) {
          for (const key of await caches.keys()) {
            tools.note('cache storage', key, ...(await (await caches.open(key)).keys()).map(({ url }) => url));
          }
        }
        tools.note('cookies', document.cookie);
        const globals = Object.getOwnPropertyNames(window).filter(
          (name) => !before.has(name) && !name.startsWith('__'),
        );
        for (const name of globals) tools.note('globals', name, (window as unknown as Record<string, unknown>)[name]);
        return { ...heard, dataLayer: data.map(tools.words), 'rrweb recording': recording.map(tools.words) };
      },
    };
    Object.assign(window, { __witness: tools, dataLayer: data });

    for (const name of names) addEventListener(name, tools.hear, true);
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      // Whatever else an element may call its events.
      if (event.type.startsWith('knead')) tools.note('Knead events', event.type, (event as CustomEvent).detail);
      return dispatch.call(this, event);
    };
    tools.overhear('history', History.prototype, 'pushState', 'replaceState');
    tools.overhear('storage writes', Storage.prototype, 'setItem');
    tools.overhear('storage writes', IDBObjectStore.prototype, 'add', 'put');
    tools.overhear('storage writes', IDBFactory.prototype, 'open');
    if ('caches' in window) tools.overhear('storage writes', Cache.prototype, 'add', 'put');
    tools.overhear('console', console, 'debug', 'log', 'info', 'warn', 'error', 'table', 'dir', 'trace', 'group');
    tools.overhear('messages', window, 'postMessage');
    tools.overhear('messages', BroadcastChannel.prototype, 'postMessage');
    tools.overhear('messages', MessagePort.prototype, 'postMessage');
    tools.overhear('messages', Worker.prototype, 'postMessage');
    tools.overhear('beacons', navigator, 'sendBeacon');
    tools.overhear('performance marks', performance, 'mark', 'measure');
    addEventListener('error', ({ message, error }) => tools.note('error messages', message, error));
    addEventListener('unhandledrejection', ({ reason }) => tools.note('error messages', reason));
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!;
    Object.defineProperty(Document.prototype, 'cookie', {
      ...cookie,
      set(text: string) {
        tools.note('cookies', text);
        cookie.set!.call(this, text);
      },
    });
    addEventListener('DOMContentLoaded', () => {
      const { record } = (window as unknown as { rrweb: { record: Recorder } }).rrweb;
      record({
        emit(event) {
          recording.push(event);
        },
      });
      // Every step once more from the ground up, as recorders do now and then.
      addEventListener('knead-step-changed', () => setTimeout(() => record.takeFullSnapshot(true), 300), true);
      new MutationObserver(() => tools.note('title', document.title)).observe(document.head, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
  }, EVENTS);
}

/** Hands over what was heard in a page so far, and how it is left. */
export function askWitness(page: Page): Promise<Heard> {
  return page.evaluate(() => (window as unknown as { __witness: { state(): Promise<Heard> } }).__witness.state());
}

interface Recorder {
  (options: { emit(event: unknown): void }): void;
  takeFullSnapshot(isCheckout: boolean): void;
}
