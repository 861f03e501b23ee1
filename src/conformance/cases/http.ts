import { cases } from '../case.js';
import type { Answer } from '../client.js';
import { expect, expectSame, NotHere, problem } from '../expect.js';
import { names, ORIGIN, readsOf } from '../reads.js';
import { availabilityUrl } from '../subject.js';
import { itemOf } from '../visitor.js';

export const httpCases = cases(
  {
    id: 'http.plain-reads',
    clause: 'Reads need no preflight: they answer a GET without any header of the API’s own, and are not redirected.',
    async run(context) {
      for (const url of readsOf(context)) {
        const answer = await context.client.send('GET', url, { headers: { Accept: '*/*' } });
        expectSame(answer.status, 200, `the status of ${url}`, answer);
      }
    },
  },
  {
    id: 'http.etag',
    clause: 'A read has an ETag, and is 304 without a body for whoever has it.',
    tags: ['transport'],
    async run(context) {
      for (const url of readsOf(context)) {
        const first = await context.client.send('GET', url);
        const etag = first.headers.get('etag');
        expect(etag !== null && /^(W\/)?"[^"]*"$/.test(etag), `ETag is ${etag}`, first);
        for (const known of [etag, `"another", ${etag}`]) {
          const again = await context.client.send('GET', url, { headers: { 'If-None-Match': known } });
          expectSame([again.status, again.text], [304, ''], 'the answer to If-None-Match', again);
        }
        const other = await context.client.send('GET', url, { headers: { 'If-None-Match': '"another"' } });
        expectSame(other.status, 200, 'the answer to another ETag', other);
      }
    },
  },
  {
    id: 'http.etag-changes',
    clause: 'The ETag of availability changes with what is free.',
    tags: ['transport'],
    async run({ client, subject, visitor }) {
      const offer = await visitor.offer();
      const url = availabilityUrl(subject.base, offer.choice, subject.window);
      const etag = (await client.send('GET', url)).headers.get('etag');
      if (etag === null) throw new NotHere('availability has no ETag; see http.etag');
      await visitor.booked([offer]);
      const answer = await client.send('GET', url, { headers: { 'If-None-Match': etag } });
      expectSame(answer.status, 200, 'the status after a booking', answer);
    },
  },
  {
    id: 'http.cache',
    clause: 'Public reads may be kept for five minutes at most, availability for 30 seconds.',
    tags: ['transport'],
    async run(context) {
      for (const url of readsOf(context)) {
        const answer = await context.client.send('GET', url);
        const control = answer.headers.get('cache-control') ?? '';
        expect(control !== '' && !/no-store|private/.test(control), `Cache-Control is "${control}"`, answer);
        const age = Number(/max-age=(\d+)/.exec(control)?.[1] ?? 0);
        const most = url.includes('/availability') ? 30 : 300;
        expect(age <= most, `max-age is ${age}, over ${most}`, answer);
      }
    },
  },
  {
    id: 'http.retry-after',
    clause:
      'Where a backend asks to wait (429, 503), Retry-After says how long, the problem is retryable, and pages may read both.',
    tags: ['transport', 'controlled'],
    async run({ visitor, control }) {
      const ask = (): Promise<Answer> =>
        visitor.api('GET', '/business', { impatient: true, headers: { Origin: ORIGIN } });
      await control!.failNext({ mode: 'status', match: 'GET /v1/business', count: 1 });
      const unavailable = await ask();
      problem(unavailable, 'temporarily-unavailable');
      await control!.setLimits({ reads: 1 });
      await ask();
      const limited = await ask();
      problem(limited, 'rate-limited');
      for (const answer of [unavailable, limited]) {
        expectSame((answer.body as { retryable?: boolean }).retryable, true, 'retryable', answer);
        expect(/^\d+$/.test(answer.headers.get('retry-after') ?? ''), 'there is no Retry-After', answer);
        const exposed = names(answer.headers.get('access-control-expose-headers'));
        expect(exposed.includes('retry-after'), 'Retry-After is not exposed', answer);
      }
      await control!.advance(Number(limited.headers.get('retry-after')) + 1);
      expectSame((await ask()).status, 200, 'the status after the wait');
    },
  },
  {
    id: 'holds.limit',
    clause: 'Who keeps as many times as they may gets 429 hold-limit, until they give one back.',
    needs: ['holds'],
    tags: ['transport', 'controlled'],
    async run({ visitor, control }) {
      const [first, second] = await visitor.offers(2);
      await control!.setLimits({ holds: 1 });
      const { id, token } = await visitor.held(first!);
      problem(await visitor.hold([itemOf(second!)]), 'hold-limit');
      await visitor.release(id, token);
      await visitor.held(second!);
    },
  },
);
