import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { RunningBackend } from '../../demo/backend/start.js';
import { AvailabilitySummary } from '../../src/contract/availability.js';
import { Catalogue, PractitionerPage } from '../../src/contract/service.js';
import { startTestBackend } from '../support/backend.js';
import { MORNING } from './subject.js';
import { Visitor } from './visitor.js';

const SIZE = 10_000;

describe('a directory of ten thousand', { concurrency: 1 }, () => {
  let running: RunningBackend;
  let visitor: Visitor;
  before(async () => {
    running = await startTestBackend({ environment: { DIRECTORY_SIZE: String(SIZE) } });
    visitor = new Visitor(running.url);
    await visitor.send('POST', '/test/clock', { body: { now: MORNING } });
  });
  after(() => running.close());

  test('is listed page by page, everybody once and in order', async () => {
    const ids = new Set<string>();
    let last = 0;
    let next: string | undefined;
    do {
      const query = next ? `&cursor=${encodeURIComponent(next)}` : '';
      const { body } = await visitor.get(`/v1/practitioners?order=rating&limit=100${query}`);
      const page = PractitionerPage.parse(body);
      for (const { id, rating } of page.practitioners) {
        const key = -(rating?.value ?? 0);
        assert.ok(key >= last || ids.size === 0, `${id} comes too late`);
        last = key;
        ids.add(id);
      }
      assert.equal(page.total, SIZE + 1);
      next = page.next;
    } while (next);
    assert.equal(ids.size, SIZE + 1);
  });

  test('says of each page when they are free, and sorts them by it', async () => {
    const { body } = await visitor.get('/v1/practitioners?order=soonest&limit=25&place=incall');
    const { practitioners } = PractitionerPage.parse(body);
    const asked = practitioners.map(({ id }) => `practitioner=${id}`).join('&');
    const range = 'from=2026-10-09&to=2026-11-08&place=incall&times=3';
    const { entries } = AvailabilitySummary.parse(
      (await visitor.get(`/v1/availability/summary?${asked}&${range}`)).body,
    );
    const firsts = entries.map((entry) => ('first' in entry ? entry.first!.start : 'nothing'));
    assert.equal(firsts.length, 25);
    assert.deepEqual(firsts, [...firsts].sort());
  });

  test('gives the catalogue as far as one answer reaches', async () => {
    const { practitioners } = Catalogue.parse((await visitor.get('/v1/services')).body);
    assert.equal(practitioners.length, 500);
    const one = Catalogue.parse((await visitor.get(`/v1/services?practitioner=${practitioners[499]!.id}`)).body);
    assert.equal(one.practitioners.length, 1);
  });
});

test('a directory is as large as it is asked to be, or not at all', async () => {
  const backend = await startTestBackend({ environment: { DIRECTORY_SIZE: '2' } });
  const { total } = (await new Visitor(backend.url).get<PractitionerPage>('/v1/practitioners')).body;
  await backend.close();
  assert.equal(total, 3);
  for (const size of ['10001', '-1', 'many', '1e3', '4.5']) {
    await assert.rejects(startTestBackend({ environment: { DIRECTORY_SIZE: size } }), /DIRECTORY_SIZE must be/, size);
  }
});
