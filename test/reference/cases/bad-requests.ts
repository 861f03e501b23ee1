import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Problem } from '../../../src/contract/problem.js';
import type { Subject } from '../subject.js';
import { assertProblem, type Answer } from '../visitor.js';

const DAY = '2026-10-14';

/** Requests the API does not know, and questions that make no sense. */
export function badRequests(subject: Subject): void {
  test('other types, methods and paths', async () => {
    const { visitor } = subject();
    const key = { 'Idempotency-Key': randomUUID() };
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']) {
      const answer = await visitor.send('POST', '/v1/bookings', {
        body: '{}',
        headers: { ...key, 'Content-Type': type },
      });
      assertProblem(answer, 415, 'unsupported-media-type', type);
    }
    const charset = await visitor.send('POST', '/v1/bookings', {
      body: '{}',
      headers: { ...key, 'Content-Type': 'application/json; charset=utf-8' },
    });
    assert.equal(charset.status, 422);
    for (const [method, path, allow] of [
      ['DELETE', '/v1/bookings', 'POST'],
      ['GET', '/v1/holds', 'POST'],
      ['PATCH', '/v1/services', 'GET, HEAD'],
      ['PUT', '/v1/holds/hold_1', 'GET, HEAD, DELETE'],
      ['POST', '/v1/bookings/bk_1', 'GET, HEAD'],
      ['POST', '/v1/bookings/bk_1/intake', 'PUT, GET, HEAD, DELETE'],
      ['POST', '/.well-known/knead-booking', 'GET, HEAD'],
    ] as const) {
      const answer = await visitor.send(method, path);
      assertProblem(answer, 405, 'method-not-allowed', `${method} ${path}`);
      assert.equal(answer.headers.get('Allow'), allow);
    }
    for (const path of [
      '/v1',
      '/v1/',
      '/v1/nothing',
      '/v1/practitioners/nobody',
      '/v1/services?practitioner=nobody',
      '/v1/practitioners/%E0%A4%A',
    ]) {
      assertProblem(await visitor.get(path), 404, 'not-found', path);
    }
    assert.equal((await visitor.get('/nothing')).status, 404);
  });

  test('questions about availability that make no sense', async () => {
    const { visitor } = subject();
    const good = {
      practitioner: 'mara-lindqvist',
      service: 'back',
      option: 'back-60',
      place: 'incall',
      from: DAY,
      to: DAY,
    };
    const ask = (fields: Record<string, string>): Promise<Answer<Problem>> =>
      visitor.get(`/v1/availability?${new URLSearchParams({ ...good, ...fields })}`);
    const rows: [fields: Record<string, string>, code: string, pointer?: string][] = [
      [{ from: 'x' }, 'validation', '/from'],
      [{ from: '2026-02-30', to: '2026-03-01' }, 'validation', '/from'],
      [{ to: '2026-10-13' }, 'validation', '/to'],
      [{ to: '2026-11-14' }, 'range-too-long'],
      [{ to: '9999-12-31' }, 'range-too-long'],
      [{ place: 'moon' }, 'validation', '/place'],
      [{ place: 'outcall' }, 'validation', '/outwardCode'],
      [{ place: 'outcall', outwardCode: 'w9' }, 'validation', '/outwardCode'],
      [{ service: '' }, 'validation', '/service'],
      [{ practitioner: 'x'.repeat(300) }, 'validation', '/practitioner/0'],
    ];
    for (const [fields, code, pointer] of rows) {
      const answer = await ask(fields);
      assertProblem(answer, code === 'range-too-long' ? 400 : 422, code, JSON.stringify(fields));
      if (pointer) assert.equal(answer.body.errors?.[0]?.pointer, pointer);
    }
    assert.equal((await visitor.get('/v1/availability')).status, 422);
    assert.equal((await ask({ to: '2026-11-13' })).status, 200);
    const many = new URLSearchParams([
      ...Object.entries(good),
      ...Array.from({ length: 25 }, (_, index) => ['practitioner', `p${index}`]),
    ]);
    assert.equal((await visitor.get(`/v1/availability?${many}`)).status, 422);
    const page = (query: string): Promise<Answer<Problem>> => visitor.get(`/v1/practitioners?${query}`);
    for (const query of ['limit=0', 'limit=-1', 'limit=x', 'limit=1000', 'cursor=x', 'cursor=after-nobody']) {
      assertProblem(await page(query), 422, 'validation', query);
    }
  });
}
