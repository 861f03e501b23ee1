import assert from 'node:assert/strict';
import { TABLES } from '../../demo/backend/migrations.js';
import type { Demo } from '../support/demo.js';
import { mailParts } from '../support/mail-parts.js';
import { outboxMails } from '../support/records.js';
import type { Heard } from '../support/page-witness.js';
import type { SentRequest } from '../support/wire-witness.js';
import type { Place } from './canary-search.js';

/** What can be overheard in a page. */
const PAGE_PLACES: readonly string[] = [
  ...['Knead events', 'dataLayer', 'console', 'error messages', 'messages', 'beacons', 'performance marks'],
  ...['history', 'title', 'page outside the elements', 'globals'],
  ...['localStorage', 'sessionStorage', 'IndexedDB', 'cache storage', 'cookies', 'storage writes'],
  'rrweb recording',
];

/** The calls that answers or identities may be in, and all the others. */
const CALLS: readonly { name: string; belongs: Place['belongs']; like: RegExp }[] = [
  { name: 'bodies of intake evaluations', belongs: ['health'], like: /^POST \/v1\/intake-evaluations$/ },
  { name: 'bodies of intake deliveries', belongs: ['health'], like: /^PUT \/v1\/bookings\/[^/]+\/intake$/ },
  { name: 'bodies of area checks', belongs: ['person'], like: /^POST \/v1\/service-area-checks$/ },
  { name: 'bodies of booking calls', belongs: ['person'], like: /^POST \/v1\/bookings$/ },
  { name: 'bodies of all other calls', belongs: [], like: /^/ },
];

/** Every place that is searched: what was heard in the page, what was sent, and what the backend made of it. */
export async function everywhere(
  { proxy, log, backend }: Demo,
  heard: Heard,
  requests: readonly SentRequest[],
): Promise<Place[]> {
  assert.deepEqual(
    Object.keys(heard).filter((name) => !PAGE_PLACES.includes(name)),
    [],
    'places that nobody searches',
  );
  const arrived = proxy.requests.map(({ method, path, headers, body }) => ({
    ...{ method, body, url: `${proxy.url}${path}` },
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  }));
  const sent: readonly SentRequest[] = [...requests, ...arrived];
  const callOf = ({ method, url }: SentRequest): unknown =>
    CALLS.find(({ like }) => like.test(`${method} ${new URL(url).origin === proxy.url ? new URL(url).pathname : ''}`));
  const mails = await outboxMails(backend);
  const rows = await Promise.all(TABLES.map((name) => backend.database.query(`SELECT * FROM ${name}`)));
  return [
    ...PAGE_PLACES.map((name): Place => ({ name, lines: heard[name] ?? [], belongs: [] })),
    { name: 'addresses of requests', lines: sent.map(({ url }) => url), belongs: [] },
    { name: 'headers of requests', lines: sent.map(({ headers }) => JSON.stringify(headers)), belongs: [] },
    ...CALLS.map((call): Place => {
      const lines = sent.filter((each) => callOf(each) === call).map(({ body }) => body);
      return { name: call.name, lines, belongs: call.belongs };
    }),
    { name: 'server log', lines: log, belongs: [] },
    {
      name: 'mails',
      lines: mails.flatMap(({ subject, recipient, message }) => {
        const { text, html, calendar } = mailParts(message);
        return [subject, recipient, message, text, html, calendar];
      }),
      belongs: ['person'],
    },
    // Who booked is kept as it is; answers are locked away.
    { name: 'database', lines: rows.flat().map((row) => JSON.stringify(row)), belongs: ['person'] },
  ];
}

/** A script that tells everything it knows wherever a script can. Runs in the page. */
export async function tellEverywhere(secret: string, backend: string): Promise<void> {
  window.dispatchEvent(new CustomEvent('knead-step-changed', { detail: { step: secret } }));
  console.info({ secret });
  void Promise.reject(new Error(secret));
  postMessage(secret, '*');
  new BroadcastChannel('planted').postMessage(secret);
  performance.mark(secret);
  history.pushState({ secret }, '', `#${secret}`);
  document.title = secret;
  document.body.append(secret);
  Object.assign(window, { planted: secret });
  localStorage.setItem('planted', secret);
  sessionStorage.setItem(secret, 'planted');
  document.cookie = `planted=${secret}`;
  await caches.open(secret);
  await new Promise((done) => {
    indexedDB.open(secret).onsuccess = done;
  });
  navigator.sendBeacon(`${backend}/?${secret}`, secret);
  const calls = {
    POST: ['intake-evaluations', 'bookings', 'service-area-checks', 'holds'],
    PUT: ['bookings/b/intake'],
  };
  for (const [method, paths] of Object.entries(calls)) {
    for (const path of paths) {
      await fetch(`${backend}/v1/${path}`, { method, body: secret, headers: { 'Idempotency-Key': secret } });
    }
  }
}
