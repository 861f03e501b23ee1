import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Availability, AvailabilitySummary } from '../../../src/contract/availability.js';
import { PractitionerFilters } from '../../../src/contract/practitioner-search.js';
import { ServiceArea } from '../../../src/contract/service-area.js';
import { Catalogue, PractitionerPage, Service } from '../../../src/contract/service.js';
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
      assert.deepEqual([short.first, short.next], [entry.slots[0], entry.slots.slice(0, 1)]);
      assert.deepEqual(short.freeDays, [...new Set(entry.slots.map(({ local }) => local.slice(0, 10)))]);
    }
  });

  test('a summary without an option is for the session that each card names', async () => {
    const { visitor } = subject();
    const ids = [MARA, 'carys-penhallow', 'dario-venturi', 'jonah-whitlock', 'nobody'];
    const summary = async (query: string): Promise<AvailabilitySummary['entries']> => {
      const asked = ids.map((id) => `practitioner=${id}`).join('&');
      const path = `/v1/availability/summary?${asked}&from=${DAY}&to=2026-11-13&${query}`;
      return AvailabilitySummary.parse((await visitor.get(path)).body).entries;
    };
    const open = await summary('times=3');
    assert.deepEqual(open.at(-1), { practitionerId: 'nobody', problem: { code: 'not-found' } });
    for (const entry of open.slice(0, -1)) {
      assert.ok(!('problem' in entry) && entry.minutes === 60 && entry.next!.length > 1 && entry.next!.length <= 3);
      const { practitionerId, serviceId, optionId, place, outwardCode, next, freeDays } = entry;
      const named = { practitionerId, serviceId: serviceId!, optionId: optionId!, place };
      const { slots, price } = await visitor.entry(
        { ...named, ...(outwardCode && { outwardCode }) },
        DAY,
        '2026-11-13',
      );
      assert.deepEqual([entry.first, entry.price], [slots[0], price]);
      assert.deepEqual(freeDays, [...new Set(slots.map(({ local }) => local.slice(0, 10)))]);
      for (const slot of next!)
        assert.ok(slots.some(({ token, start }) => token === slot.token && start === slot.start));
    }

    const [mara, , , visits] = await summary('place=outcall&outwardCode=W2&dayPart=evening&times=0');
    assert.ok(mara && 'price' in mara && mara.outwardCode === 'W2' && mara.next!.length === 0);
    assert.deepEqual(mara.price.total, { amount: 8000 + 1500, currency: 'GBP' });
    assert.equal(mara.first!.local.slice(11, 16), '17:00');
    assert.deepEqual(visits, { practitionerId: 'jonah-whitlock', problem: { code: 'outside-service-area' } });
    const [, , deep] = await summary('service=nothing');
    assert.deepEqual(deep, { practitionerId: 'dario-venturi', problem: { code: 'not-found' } });

    const range = `from=${DAY}&to=${DAY}`;
    for (const [query, pointer] of [
      ['option=back-60', '/service'],
      ['service=back&option=back-60', '/place'],
      ['service=back&option=back-60&place=outcall', '/outwardCode'],
      ['addOn=relaxing', '/option'],
      ['times=7', '/times'],
    ]) {
      const path = `/v1/availability/summary?practitioner=${MARA}&${range}&${query}`;
      const { status, body } = await visitor.get(path);
      assert.deepEqual([status, body.errors?.[0]?.pointer], [422, pointer], query);
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

  test('what only some backends know is a filter here: pressure, gender, and a page’s own choice', async () => {
    const { visitor } = subject();
    const find = async (body: object): Promise<PractitionerPage['practitioners']> =>
      PractitionerPage.parse((await ask(visitor, 'practitioner-searches', { limit: 100, ...body })).body).practitioners;
    const firm = await find({ pressure: 5 });
    assert.ok(firm.length > 0 && firm.every(({ pressure }) => pressure?.to === 5));
    const other = await find({ gender: 'non-binary' });
    assert.ok(other.length > 0 && other.every(({ gender }) => gender === 'non-binary'));
    const own = await visitor.get<PractitionerPage>(
      `/v1/practitioners?practitioner=kasia-nowicka&practitioner=${MARA}&practitioner=gone`,
    );
    assert.deepEqual(own.body.practitioners.map(({ id }) => id).sort(), ['kasia-nowicka', MARA]);
  });

  test('who pays to stand first does so in the business’s own order and no other, and the order is named', async () => {
    const { visitor } = subject();
    const page = async (query: string): Promise<PractitionerPage> =>
      (await visitor.get<PractitionerPage>(`/v1/practitioners?limit=100&${query}`)).body;
    const own = await page('');
    const paid = own.practitioners.map(({ paidPlacement }) => paidPlacement === true);
    assert.deepEqual([own.order, paid.lastIndexOf(true) + 1], [undefined, paid.filter(Boolean).length]);
    assert.ok(paid[0]);
    const named = await page('order=name');
    assert.equal(named.order, 'name');
    assert.ok(!named.practitioners[0]!.paidPlacement);
    assert.equal((await page('order=distance')).order, undefined, 'from nowhere there is no distance');
  });

  test('by distance, rooms in the district come first and neighbours next', async () => {
    const { visitor } = subject();
    const path = '/v1/practitioners?place=incall&outwardCode=E8&limit=100&order=distance';
    const { body } = await visitor.get<PractitionerPage>(path);
    const codes = body.practitioners.map(({ places }) =>
      places.flatMap((offer) => (offer.place === 'incall' ? offer.area.outwardCode : [])).join(),
    );
    const here = codes.filter((code) => code === 'E8').length;
    assert.equal(body.order, 'distance');
    assert.ok(here > 0 && codes.slice(0, here).every((code) => code === 'E8'));
    assert.ok(codes.indexOf('E1') < codes.indexOf('W5') && codes.indexOf('N1') < codes.indexOf('SW15'));
  });

  test('where nobody fits it says which filter to drop, the best first', async () => {
    const { visitor } = subject();
    const query = 'place=outcall&outwardCode=E8&service=hot-stone&language=pl&date=2026-12-25';
    const { body } = await visitor.get<PractitionerPage>(`/v1/practitioners?${query}&limit=100`);
    assert.deepEqual([body.total, body.practitioners, body.relaxations], [0, [], []]);
    const { body: near } = await ask<PractitionerPage>(visitor, 'practitioner-searches', {
      ...{ place: 'incall', language: 'yo', pressure: 1, maxPrice: { amount: 6000, currency: 'GBP' }, limit: 5 },
    });
    const [first, ...rest] = near.relaxations!;
    assert.ok(first && first.filter === 'maxPrice' && first.total > 0);
    const { body: wider } = await ask<PractitionerPage>(visitor, 'practitioner-searches', {
      ...{ place: 'incall', language: 'yo', pressure: 1 },
    });
    assert.equal(wider.total, first.total);
    assert.ok(rest.every(({ total }) => total > 0 && total <= first.total));
    const { body: closed } = await visitor.get<PractitionerPage>('/v1/practitioners?date=2026-12-25&service=sports');
    assert.deepEqual(
      closed.relaxations?.map(({ filter }) => filter),
      ['date'],
    );
  });

  test('what can be narrowed by is what somebody offers, with names of places', async () => {
    const { visitor } = subject();
    const filters = PractitionerFilters.parse((await visitor.get('/v1/practitioner-filters')).body);
    assert.deepEqual(filters.services.length, 11);
    assert.ok(filters.languages.includes('pl') && filters.specialisms.some(({ id }) => id === 'desk-work'));
    const names = new Map(filters.areas.map(({ name, outwardCode }) => [outwardCode, name]));
    assert.deepEqual([names.get('E8'), names.get('E2'), names.get('W1H')], ['Hackney', 'Bethnal Green', 'West End']);
  });

  test('photos are there for whoever shows a card, and do nothing but show', async () => {
    const { visitor, url } = subject();
    const { body } = await visitor.get<PractitionerPage>('/v1/practitioners?limit=100');
    const photos = body.practitioners.flatMap(({ photo }) => photo ?? []);
    for (const photo of photos) {
      assert.ok(photo.url.startsWith(`${url}/photos/`));
      const { status, headers, text } = await visitor.get<string>(photo.url.slice(url.length));
      assert.deepEqual([status, headers.get('Content-Type')], [200, 'image/svg+xml']);
      assert.deepEqual([headers.get('Access-Control-Allow-Origin'), /script|href|on\w+=/.test(text)], ['*', false]);
      assert.match(headers.get('Content-Security-Policy') ?? '', /default-src 'none'; sandbox/);
    }
    assert.ok(photos.length > 20);
    for (const file of ['nobody.svg', `${MARA}.svg`, '__proto__.svg', 'ben-hallworth', '..%2fpages.css']) {
      assert.equal((await visitor.get(`/photos/${file}`)).status, 404, file);
    }
  });

  test('services alone', async () => {
    const { visitor } = subject();
    const { services, practitioners } = Catalogue.parse((await visitor.get('/v1/services?practitioners=none')).body);
    assert.deepEqual([services.length, practitioners], [11, []]);
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
    for (const [order, cursor] of [
      ['name', 'price~0~3'],
      ['price', 'price~x~3'],
    ]) {
      const { status } = await ask(visitor, 'practitioner-searches', { order, cursor });
      assert.equal(status, 422);
    }
  });

  test('a page follows on although whom it followed has gone', async () => {
    const { visitor } = subject();
    const soonest = async (cursor?: string): Promise<PractitionerPage> =>
      (await ask<PractitionerPage>(visitor, 'practitioner-searches', { order: 'soonest', limit: 5, cursor })).body;
    const first = await soonest();
    const ids = (await Promise.all([soonest(first.next)])).flatMap(({ practitioners }) => practitioners);
    // Time passes, and the first are free only later.
    await visitor.send('POST', '/test/clock', { body: { now: '2026-10-09T09:00:00Z' } });
    const later = await soonest(first.next);
    assert.ok(ids.length === 5 && later.practitioners.length === 5);
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
