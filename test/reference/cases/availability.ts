import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Availability } from '../../../src/contract/availability.js';
import type { Subject } from '../subject.js';
import { itemAt } from '../visitor.js';

const query = (fields: Record<string, string>, practitioners: readonly string[] = ['mara-lindqvist']): string => {
  const base = { service: 'back', option: 'back-60', place: 'incall', from: '2026-10-14', to: '2026-10-14', ...fields };
  return `/v1/availability?${new URLSearchParams([...practitioners.map((id) => ['practitioner', id]), ...Object.entries(base)])}`;
};

/** What is free, as the API says it. */
export function availability(subject: Subject): void {
  test('a day of Mara’s: from 11:00, the last session over by 22:00, in London time', async () => {
    const { visitor } = subject();
    const answer = Availability.parse((await visitor.get(query({}))).body);
    const [entry] = answer.entries;
    assert.ok(entry && 'slots' in entry);
    assert.deepEqual([entry.timeZone, entry.place, entry.price.total.amount], ['Europe/London', 'incall', 8000]);
    assert.deepEqual(
      [entry.slots.at(0)?.local, entry.slots.at(-1)?.local],
      ['2026-10-14T11:00:00+01:00', '2026-10-14T21:00:00+01:00'],
    );
    assert.equal(answer.horizon, '2027-01-07');
  });

  test('add-ons make sessions longer, and the last start earlier', async () => {
    const { visitor } = subject();
    const slots = await visitor.slots('2026-10-14', { addOnIds: ['relaxing-30', 'hot-stones-15'] });
    assert.equal(slots.at(-1)?.local.slice(11, 16), '20:00');
    assert.equal(Date.parse(slots[0]?.end ?? '') - Date.parse(slots[0]?.start ?? ''), 105 * 60_000);
  });

  test('every practitioner is answered: with times, or with why there are none', async () => {
    const { visitor } = subject();
    const { body } = await visitor.get<Availability>(
      query({}, ['mara-lindqvist', 'nobody', 'dario-venturi', 'priya-raman', 'ben-hallworth']),
    );
    assert.deepEqual(
      body.entries.map((entry) => ('problem' in entry ? entry.problem.code : typeof entry.slots.length)),
      ['number', 'not-found', 'not-offered', 'number', 'number'],
    );
    const outcall = await visitor.get<Availability>(
      query({ place: 'outcall', outwardCode: 'W9' }, ['mara-lindqvist', 'amara-okoye', 'ben-hallworth']),
    );
    assert.deepEqual(
      outcall.body.entries.map((entry) => ('problem' in entry ? entry.problem.code : 'slots')),
      ['slots', 'not-offered', 'outside-service-area'],
    );
  });

  test('nothing is offered sooner than the notice or after the horizon', async () => {
    const { visitor } = subject();
    const today = await visitor.slots('2026-10-09');
    assert.equal(today[0]?.local, '2026-10-09T11:30:00+01:00');
    assert.equal((await visitor.slots('2026-10-08')).length, 0);
    assert.ok((await visitor.slots('2027-01-07')).length > 0);
    assert.equal((await visitor.slots('2027-01-08')).length, 0);
  });

  test('what is offered can be held', async () => {
    const { visitor } = subject();
    for (const slot of (await visitor.slots('2026-10-14')).filter((_, index) => index % 3 === 0)) {
      assert.equal((await visitor.hold([itemAt(slot)])).status, 201);
    }
    assert.deepEqual(await visitor.slots('2026-10-14'), []);
  });

  test('the offset follows the clocks, and a day’s length with it', async () => {
    const { visitor } = subject();
    const local = async (day: string): Promise<(string | undefined)[]> => {
      const slots = await visitor.slots(day);
      return [slots[0]?.start, slots[0]?.local, String(slots.length)];
    };
    assert.deepEqual(await local('2026-10-24'), ['2026-10-24T10:00:00Z', '2026-10-24T11:00:00+01:00', '21']);
    assert.deepEqual(await local('2026-10-25'), ['2026-10-25T11:00:00Z', '2026-10-25T11:00:00+00:00', '21']);
  });

  test('25 practitioners for a month are answered at once, within the contract’s limit', async () => {
    const { visitor } = subject();
    const { body: page } = await visitor.get<{ practitioners: { id: string }[] }>('/v1/practitioners?limit=25');
    const ids = page.practitioners.map(({ id }) => id);
    const { status, body } = await visitor.get<Availability>(query({ to: '2026-11-13' }, ids));
    assert.equal(status, 200);
    const slots = body.entries.reduce((sum, entry) => sum + ('slots' in entry ? entry.slots.length : 0), 0);
    assert.ok(slots > 1000 && slots <= 20_000, String(slots));
  });
}
