// The smallest backend that Knead can book with: one therapist, one treatment, no dependencies, nothing on disk.
// PORT=4750 node server.mjs, then: npx knead-conformance http://localhost:4750
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { book, once, readBooking } from './book.mjs';
import {
  availability,
  business,
  catalogue,
  discovery,
  HERE,
  PORT,
  practitioner,
  practitioners,
  service,
} from './offer.mjs';
import { invalid, notFound, Refusal } from './refusal.mjs';

async function readBody(request) {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new Refusal(415, 'unsupported-media-type');
  }
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > 64 * 1024) throw new Refusal(413, 'too-large', {}, { Connection: 'close' });
    chunks.push(chunk);
  }
  let body;
  try {
    body = JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new Refusal(400, 'malformed');
  }
  if (body === null || typeof body !== 'object' || Array.isArray(body)) throw invalid('');
  return body;
}

const only = (thing) => (_, id) => {
  if (id !== thing.id) throw notFound();
  return thing;
};
const nothing = () => {
  throw notFound();
};
/** Path, how many seconds a cache may keep the answer, and what answers. */
const reads = [
  [/^\/\.well-known\/knead-booking$/, 60, () => discovery],
  [/^\/v1\/business$/, 60, () => business],
  [/^\/v1\/practitioners$/, 60, practitioners],
  [/^\/v1\/practitioners\/([^/]+)$/, 60, only(practitioner)],
  [/^\/v1\/services$/, 60, catalogue],
  [/^\/v1\/services\/([^/]+)$/, 60, only(service)],
  [/^\/v1\/availability$/, 0, availability],
  [/^\/v1\/(?:intake-forms|consent-documents)\/[^/]+\/versions\/[^/]+$/, 60, nothing],
];

async function answer(request, { pathname, searchParams }) {
  const allow = (...methods) => {
    if (!methods.includes(request.method)) {
      throw new Refusal(405, 'method-not-allowed', {}, { Allow: methods.join(', ') });
    }
  };
  for (const [path, maxAge, read] of reads) {
    const match = path.exec(pathname);
    if (!match) continue;
    allow('GET', 'HEAD');
    const text = JSON.stringify(read(searchParams, match[1] && decodeURIComponent(match[1])));
    const etag = `W/"${createHash('sha256').update(text).digest('base64url')}"`;
    const kept = maxAge ? `public, max-age=${maxAge}` : 'public, no-cache';
    const isKnown = (request.headers['if-none-match'] ?? '').split(/, */).includes(etag);
    return { status: isKnown ? 304 : 200, text: isKnown ? '' : text, headers: { ETag: etag, 'Cache-Control': kept } };
  }
  if (pathname === '/v1/bookings') {
    allow('POST');
    const { status, body, headers } = once(request, await readBody(request), book);
    return { status, text: JSON.stringify(body), headers };
  }
  const [, id] = /^\/v1\/bookings\/([^/]+)$/.exec(pathname) ?? [];
  if (id === undefined) throw notFound();
  allow('GET', 'HEAD');
  return { status: 200, text: JSON.stringify(readBooking(request, decodeURIComponent(id))), headers: {} };
}

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'ETag, Location, Link, Retry-After, Idempotency-Replayed, RateLimit, RateLimit-Policy',
};
const PREFLIGHT = {
  ...CORS,
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE',
  'Access-Control-Allow-Headers': 'Content-Type, Authorization, Idempotency-Key, If-Match, If-None-Match',
  'Access-Control-Max-Age': '7200',
};

const server = createServer(async (request, response) => {
  if (request.method === 'OPTIONS') return response.writeHead(204, PREFLIGHT).end();
  let done;
  try {
    done = await answer(request, new URL(request.url, HERE));
  } catch (error) {
    // A fault of the server is told in the contract's words too, and without its own.
    done = error instanceof Refusal ? error : new Refusal(500, 'internal');
  }
  const type = done instanceof Refusal ? 'application/problem+json' : 'application/json';
  const headers = { 'Content-Type': type, 'Cache-Control': 'no-store', ...CORS, ...done.headers };
  if (done.status === 304) delete headers['Content-Type'];
  return response.writeHead(done.status, headers).end(request.method === 'HEAD' ? '' : done.text);
});
server.listen(PORT, '127.0.0.1', () => console.log(`Booking at ${HERE}`));
