import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Discovery } from '../../../src/contract/discovery.js';
import { Catalogue, PractitionerPage } from '../../../src/contract/service.js';
import type { Subject } from '../subject.js';
import { bookingOf, itemAt } from '../visitor.js';

/** What browsers, caches and other origins rely on. */
export function http(subject: Subject): void {
  test('any origin may send what the API needs', async () => {
    const { visitor } = subject();
    for (const path of [
      '/v1/bookings',
      '/v1/holds/x',
      '/v1/bookings/x/intake',
      '/v1/services',
      '/v1/nothing',
      '/.well-known/knead-booking',
    ]) {
      const { status, headers } = await visitor.send('OPTIONS', path, {
        headers: {
          Origin: 'https://therapist.example',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type,idempotency-key,authorization',
        },
      });
      assert.equal(status, 204);
      assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
      assert.equal(headers.get('Access-Control-Max-Age'), '7200');
      const allowed = (headers.get('Access-Control-Allow-Headers') ?? '').toLowerCase().split(', ');
      for (const name of ['content-type', 'authorization', 'idempotency-key', 'if-match', 'if-none-match']) {
        assert.ok(allowed.includes(name), name);
      }
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        assert.ok((headers.get('Access-Control-Allow-Methods') ?? '').includes(method));
      }
    }
  });

  test('every answer can be read by any origin, with the headers it needs', async () => {
    const { visitor } = subject();
    const read = await visitor.get('/v1/services');
    const reread = await visitor.get('/v1/services', { 'If-None-Match': read.headers.get('ETag') ?? '' });
    assert.equal(reread.status, 304);
    await visitor.send('POST', '/test/fail-next', { body: { mode: 'html' } });
    for (const { headers } of [
      ...[read, reread],
      await visitor.get('/v1/services'),
      await visitor.get('/v1/nothing'),
      await visitor.post('/v1/holds', {}),
    ]) {
      assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
      const exposed = (headers.get('Access-Control-Expose-Headers') ?? '').split(', ');
      for (const name of [
        'ETag',
        'Location',
        'Link',
        'Retry-After',
        'Idempotency-Replayed',
        'RateLimit',
        'RateLimit-Policy',
      ]) {
        assert.ok(exposed.includes(name), name);
      }
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
    }
  });

  test('public reads are compressed, and not sent again to who has them', async () => {
    const { visitor } = subject();
    const query = 'practitioner=mara-lindqvist&service=back&option=back-60&place=incall&from=2026-10-14&to=2026-10-20';
    for (const path of [
      '/.well-known/knead-booking',
      '/v1/business',
      '/v1/services',
      '/v1/practitioners',
      `/v1/availability?${query}`,
    ]) {
      const first = await visitor.get(path, { 'Accept-Encoding': 'br' });
      assert.equal(first.status, 200);
      assert.equal(first.headers.get('Content-Encoding'), first.text.length >= 1024 ? 'br' : null, path);
      const etag = first.headers.get('ETag') ?? '';
      assert.match(first.headers.get('Cache-Control') ?? '', /^public, (max-age=60|no-cache)$/);
      const again = await visitor.get(path, { 'If-None-Match': `"other", ${etag}` });
      assert.deepEqual([again.status, again.text, again.headers.get('ETag')], [304, '', etag]);
      const plain = await visitor.get(path, { 'Accept-Encoding': 'br;q=0, gzip;q=0' });
      assert.equal(plain.headers.get('Content-Encoding'), null);
      assert.equal(plain.text, first.text);
    }
  });

  test('the ETag of availability changes with what is free', async () => {
    const { visitor } = subject();
    const path =
      '/v1/availability?practitioner=mara-lindqvist&service=back&option=back-60&place=incall&from=2026-10-14&to=2026-10-14';
    const before = (await visitor.get(path)).headers.get('ETag') ?? '';
    await visitor.hold([itemAt((await visitor.slots('2026-10-14'))[0])]);
    assert.equal((await visitor.get(path, { 'If-None-Match': before })).status, 200);
  });

  test('private answers are kept by no cache', async () => {
    const { visitor } = subject();
    const item = itemAt((await visitor.slots('2026-10-14'))[0]);
    const key = randomUUID();
    const hold = await visitor.hold([item]);
    const booked = await visitor.book(bookingOf([item], { hold: hold.body }), key);
    const lookup = await visitor.send('POST', '/v1/booking-lookups', { body: { key } });
    const refused = await visitor.get(`/v1/bookings/${booked.body.id}`);
    for (const { headers } of [hold, booked, lookup, refused]) assert.equal(headers.get('Cache-Control'), 'no-store');
  });

  test('discovery, catalogue and pages are the contract’s', async () => {
    const { visitor, url } = subject();
    const discovery = Discovery.parse((await visitor.get('/.well-known/knead-booking')).body);
    assert.equal(discovery.baseUrl, `${url}/v1`);
    const all = Catalogue.parse((await visitor.get('/v1/services')).body);
    assert.deepEqual([all.services.length, all.practitioners.length], [11, 41]);
    const one = Catalogue.parse((await visitor.get('/v1/services?practitioner=amara-okoye')).body);
    assert.deepEqual(one.services.map(({ id }) => id).sort(), [...(one.practitioners[0]?.serviceIds ?? [])].sort());
    assert.ok(!JSON.stringify(all).includes('Lantern Lane, '), 'no private address');

    const ids: string[] = [];
    let next: string | undefined;
    do {
      const query = next ? `&cursor=${next}` : '';
      const page = PractitionerPage.parse((await visitor.get(`/v1/practitioners?limit=15${query}`)).body);
      ids.push(...page.practitioners.map(({ id }) => id));
      next = page.next;
    } while (next);
    const paidFirst = all.practitioners.toSorted((a, b) => Number(!a.paidPlacement) - Number(!b.paidPlacement));
    assert.deepEqual(
      ids,
      paidFirst.map(({ id }) => id),
    );
    for (const path of ['/terms', '/privacy', '/book/mara-lindqvist', '/outbox', '/health']) {
      assert.equal((await visitor.get(path)).status, 200, path);
    }
    assert.match((await visitor.get<string>('/book/mara-lindqvist')).text, /Back massage, from £65\.00/);
    assert.equal((await visitor.get('/book/nobody')).status, 404);
  });

  test('faults that tests ask for are real ones', async () => {
    const { visitor } = subject();
    const fail = (body: object): Promise<unknown> => visitor.send('POST', '/test/fail-next', { body });
    await fail({ mode: 'status', count: 2, match: 'GET /v1/services' });
    const statuses = [];
    for (const path of ['/v1/business', '/v1/services', '/v1/services', '/v1/services'])
      statuses.push((await visitor.get(path)).status);
    assert.deepEqual(statuses, [200, 503, 503, 200]);
    await fail({ mode: 'html' });
    assert.match((await visitor.get('/v1/services')).headers.get('Content-Type') ?? '', /html/);
    await fail({ mode: 'broken-json' });
    await assert.rejects(visitor.get('/v1/services'), SyntaxError);
  });
}
