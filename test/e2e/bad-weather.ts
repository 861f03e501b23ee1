import type { Fault } from '../support/fault-proxy.js';

/** Ten times faster than life, so that patience runs out in a test's time. Pass it to `fastClock`. */
export const FASTER = 10;

const html = (title: string): string => `<!doctype html><title>${title}</title><h1>${title}</h1>`;

/** What a backend or the network before it can do to any request. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'an answer after 10 seconds': { kind: 'slow', milliseconds: 10_000 / FASTER },
  'a gateway’s HTML with status 502': { kind: 'answer', status: 502, type: 'text/html', body: html('502 Bad Gateway') },
  'a captive portal’s HTML with status 200': { kind: 'answer', status: 200, type: 'text/html', body: html('Welcome') },
  'broken JSON': { kind: 'answer', status: 200, type: 'application/json', body: '{"api":"knead-booking","id":"bk' },
  'a foreign schema': {
    kind: 'answer',
    status: 200,
    type: 'application/json',
    body: '{"status":"success","data":{"2026-10-09":[{"time":"10:00"}]}}',
  },
  'a connection reset': { kind: 'reset' },
  'half a body': { kind: 'truncate' },
  'status 503 with Retry-After': {
    kind: 'answer',
    status: 503,
    type: 'application/problem+json',
    body: '{"type":"about:blank","title":"Busy","status":503,"code":"temporarily-unavailable","retryable":true}',
    headers: { 'Retry-After': '2' },
  },
};
