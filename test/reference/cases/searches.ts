import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Availability, AvailabilitySummary } from '../../../src/contract/availability.js';
import { ServiceArea } from '../../../src/contract/service-area.js';
import { PractitionerPage, Service } from '../../../src/contract/service.js';
import type { Subject } from '../subject.js';
import { BACK_60, itemAt, type Answer, type Visitor } from '../visitor.js';

const DAY = '2026-10-14';
const { practitionerId: MARA, ...CHOICE } = BACK_60;

const ask = <Body>(visitor: Visitor, path: string, body: object): Promise<Answer<Body>> =>
  visitor.send<Body>('POST', `/v1/${path}`, { body });

/** What lists and cards ask, in the open and in private. */
export function searches(subject: Subject): void {
  test('asked in private, availability answers as in the open, kept by no cache', async () => {
    const { visitor } = subject();
    const body = { ...CHOICE, practitionerIds: [MARA, 'ben-hallworth', 'nobody'], from: DAY, to: DAY };
    const answer = await ask<Availability>(visitor, 'availability-searches', body);
    assert.equal(answer.headers.get('Cache-Control'), 'no-store');
    const { entries } = Availability.parse(answer.body);
    assert.deepEqual(entries[0], await visitor.entry({}, DAY));
    assert.deepEqual(entries[2], { practitionerId: 'nobody', problem: { code: 'not-found' } });
  });

  test('nothing sooner than asked for, and nobody without the skills asked for', async () => {
    const { visitor } = subject();
    const body = { ...CHOICE, practitionerIds: [MARA, 'amara-okoye'], from: DAY, to: DAY };
    const notBefore = '2026-10-14T15:10:00Z';
    const { entries } = (
      await ask<Availability>(visitor, 'availability-searches', { ...body, notBefore, skills: ['pregnancy'] })
    ).body;
    assert.ok('slots' in entries[0]! && entries[0].slots[0]?.local === '2026-10-14T16:30:00+01:00');
    assert.deepEqual(entries[1], { practitionerId: 'amara-okoye', problem: { code: 'not-offered' } });
    const wrong = await ask<{ errors?: { pointer: string }[] }>(visitor, 'availability-searches', {
      ...body,
      notBefore: '2026-99-99T00:00:00Z',
    });
    assert.deepEqual([wrong.status, wrong.body.errors?.[0]?.pointer], [422, '/notBefore']);
  });

  test('a summary says what availability says, in short', async () => {
    const { visitor } = subject();
    const [soonest] = await visitor.slots(DAY);
    await visitor.hold([itemAt(soonest)]);
    const query = new URLSearchParams([
      ...[MARA, 'carys-penhallow', 'nobody'].map((id) => ['practitioner', id]),
      ...Object.entries({ service: 'back', option: 'back-60', place: 'incall', from: DAY, to: '2026-11-13' }),
    ]);
    const summary = AvailabilitySummary.parse((await visitor.get(`/v1/availability/summary?${query}`)).body);
    const { entries } = Availability.parse((await visitor.get(`/v1/availability?${query}`)).body);
    for (const [index, entry] of entries.entries()) {
      const short = summary.entries[index]!;
      if ('problem' in entry || 'problem' in short) {
        assert.deepEqual(short, entry);
        continue;
      }
      assert.deepEqual(short.first, entry.slots[0]);
      assert.deepEqual(short.freeDays, [...new Set(entry.slots.map(({ local }) => local.slice(0, 10)))]);
    }
  });

  test('practitioners are filtered and sorted by the server', async () => {
    const { visitor } = subject();
    const page = async (query: string): Promise<PractitionerPage> =>
      PractitionerPage.parse((await visitor.get(`/v1/practitioners?limit=100&${query}`)).body);
    const all = await page('');
    assert.deepEqual([all.total, all.practitioners.length], [41, 41]);
    const polish = await page('language=pl');
    assert.ok(
      polish.practitioners.length > 0 && polish.practitioners.every(({ languages }) => languages.includes('pl')),
    );
    const visits = await page('place=outcall&outwardCode=E8');
    assert.ok(visits.practitioners.length > 0 && visits.practitioners.length < 20);
    for (const { places } of visits.practitioners) {
      assert.ok(
        places.some(
          (offer) => offer.place === 'outcall' && offer.zones.some(({ outwardCodes }) => outwardCodes.includes('E8')),
        ),
      );
    }
    const level = await page('place=incall&stepFree=true&service=sports');
    for (const { places, serviceIds } of level.practitioners) {
      assert.ok(serviceIds.includes('sports') && places.some((offer) => offer.place === 'incall' && offer.stepFree));
    }
    const names = (await page('order=name')).practitioners.map(({ name }) => name);
    assert.deepEqual(
      names,
      [...names].sort((a, b) => a.localeCompare(b, 'en')),
    );
    assert.equal((await page('maxPrice=100')).total, 0);
    const rated = (await page('order=rating')).practitioners.map(({ rating }) => rating?.value ?? 0);
    assert.deepEqual(
      rated,
      [...rated].sort((a, b) => b - a),
    );
  });

  test('free on a day, in a part of it, soonest first', async () => {
    const { visitor } = subject();
    const sunday = PractitionerPage.parse(
      (await visitor.get('/v1/practitioners?limit=100&date=2026-10-11&dayPart=evening')).body,
    );
    assert.ok(sunday.practitioners.some(({ id }) => id === MARA) && (sunday.total ?? 0) < 20);
    const soonest = PractitionerPage.parse((await visitor.get('/v1/practitioners?limit=3&order=soonest')).body);
    assert.ok(soonest.next && soonest.practitioners.length === 3);
    assert.equal((await visitor.get('/v1/practitioners?date=2026-02-30')).status, 422);
  });

  test('what says something about a client is a filter in private only', async () => {
    const { visitor } = subject();
    const { body, headers } = await ask<PractitionerPage>(visitor, 'practitioner-searches', {
      skills: ['oncology'],
      limit: 100,
    });
    assert.equal(headers.get('Cache-Control'), 'no-store');
    assert.ok(body.practitioners.length > 0 && body.practitioners.every(({ skills }) => skills.includes('oncology')));
    assert.equal((await visitor.get<PractitionerPage>('/v1/practitioners?skills=oncology')).body.total, 41);
  });

  test('pages follow each other in every order, without loss', async () => {
    const { visitor } = subject();
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await ask<PractitionerPage>(visitor, 'practitioner-searches', {
        order: 'price',
        limit: 12,
        cursor,
      });
      ids.push(...body.practitioners.map(({ id }) => id));
      cursor = body.next;
    } while (cursor);
    assert.deepEqual([ids.length, new Set(ids).size], [41, 41]);
  });

  test('one service by its id', async () => {
    const { visitor } = subject();
    assert.equal(Service.parse((await visitor.get('/v1/services/back')).body).id, 'back');
    assert.equal((await visitor.get('/v1/services/nothing')).body.code, 'not-found');
  });

  test('who comes to a postcode, at what fee and how far', async () => {
    const { visitor } = subject();
    const body = { practitionerIds: [MARA, 'amara-okoye', 'nobody'], postcode: ' w9-1aa ' };
    const area = ServiceArea.parse((await ask(visitor, 'service-area-checks', body)).body);
    assert.deepEqual(area, {
      outwardCode: 'W9',
      entries: [
        { practitionerId: MARA, covered: true, fee: { amount: 2500, currency: 'GBP' }, travelMinutes: 45 },
        { practitionerId: 'amara-okoye', covered: false },
        { practitionerId: 'nobody', covered: false },
      ],
    });
    const wrong = await ask<{ errors?: { pointer: string }[] }>(visitor, 'service-area-checks', {
      ...body,
      postcode: 'HELLO',
    });
    assert.deepEqual([wrong.status, wrong.body.errors?.[0]?.pointer], [422, '/postcode']);
  });
}
