import type { PractitionerSearch } from '../../contract/practitioner-search.js';
import type { Practitioner } from '../../contract/practitioner.js';
import { PractitionerFilters, PRACTITIONER_ORDERS } from '../../contract/practitioner-search.js';
import { Catalogue, PractitionerPage } from '../../contract/service.js';
import { cases, type Context } from '../case.js';
import { expect, expectSame, NotHere, pointsAt, read } from '../expect.js';

/** A language that nobody works in. */
const NOBODYS = 'tlh';

const idsOf = (practitioners: readonly Practitioner[]): string[] => practitioners.map(({ id }) => id).sort();

async function found({ visitor }: Context, body: PractitionerSearch): Promise<PractitionerPage> {
  return read(await visitor.api('POST', '/practitioner-searches', { body: { limit: 100, ...body } }), PractitionerPage);
}

async function listed({ visitor }: Context, query: string): Promise<PractitionerPage> {
  return read(await visitor.api('GET', `/practitioners?limit=100&${query}`), PractitionerPage);
}

export const listCases = cases(
  {
    id: 'lists.own-choice',
    clause:
      'A page that names practitioners itself gets these and nobody else, by GET and by POST; who is not there is left out.',
    needs: ['practitionerSearch'],
    async run(context) {
      const ids = idsOf(context.subject.catalogue.practitioners.slice(-2));
      const asked = [...ids, 'nobody-of-that-name'];
      const byGet = await listed(context, asked.map((id) => `practitioner=${encodeURIComponent(id)}`).join('&'));
      expectSame(idsOf(byGet.practitioners), ids, 'the list by GET');
      expectSame(idsOf((await found(context, { practitionerIds: asked })).practitioners), ids, 'the list by POST');
    },
  },
  {
    id: 'lists.pages',
    clause: 'In every order, the pages together name everybody once.',
    needs: ['practitionerSearch'],
    async run({ visitor, subject }) {
      const everybody = idsOf(subject.catalogue.practitioners);
      const limit = Math.ceil(everybody.length / 3);
      for (const order of PRACTITIONER_ORDERS) {
        const ids: string[] = [];
        for (let next: string | undefined = ''; next !== undefined && ids.length <= everybody.length;) {
          const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
          const answer = await visitor.api('GET', `/practitioners?order=${order}&limit=${limit}${cursor}`);
          const page = read(answer, PractitionerPage);
          ids.push(...page.practitioners.map(({ id }) => id));
          next = page.next;
        }
        expectSame(ids.sort(), everybody, `who is listed by ${order}`);
      }
    },
  },
  {
    id: 'lists.order-named',
    clause: 'A page says which order it is in, where it was asked for one; distances from nowhere are none.',
    needs: ['practitionerSearch'],
    async run(context) {
      for (const order of ['name', 'price', 'soonest', 'rating'] as const) {
        expectSame((await listed(context, `order=${order}`)).order, order, 'the order');
      }
      expectSame((await listed(context, '')).order, undefined, 'the order that nobody asked for');
      expectSame((await listed(context, 'order=distance')).order, undefined, 'the order from nowhere');
    },
  },
  {
    id: 'lists.by-distance',
    clause:
      'Ordered by distance, those whose rooms are in the district come before all others, and nobody is left out.',
    needs: ['practitionerSearch'],
    async run(context) {
      const rooms = ({ places }: Practitioner): string[] =>
        places.flatMap((offer) => (offer.place === 'incall' ? [offer.area.outwardCode ?? ''] : []));
      const { practitioners } = context.subject.catalogue;
      const code = practitioners.flatMap(rooms).find((one) => one !== '');
      if (code === undefined) throw new NotHere('nobody has rooms in a district');
      const page = await listed(context, `place=incall&order=distance&outwardCode=${code}`);
      if (page.order !== 'distance') throw new NotHere('the backend does not know how far things are');
      const here = page.practitioners.map((one) => rooms(one).includes(code));
      expect(here[0] === true && here.lastIndexOf(true) < here.filter(Boolean).length, 'the near are not first');
      const wanted = practitioners.filter((one) => one.places.some(({ place }) => place === 'incall'));
      expectSame(page.total, wanted.length, 'how many there are');
    },
  },
  {
    id: 'lists.pressure',
    clause: 'Narrowed by pressure, a list names those who offer it.',
    needs: ['practitionerSearch'],
    async run(context) {
      const { practitioners } = context.subject.catalogue;
      for (const pressure of [1, 3, 5]) {
        const page = await found(context, { pressure });
        const wanted = practitioners.filter(
          (one) => one.pressure && one.pressure.from <= pressure && pressure <= one.pressure.to,
        );
        expectSame(idsOf(page.practitioners), idsOf(wanted), `who offers pressure ${pressure}`);
      }
    },
  },
  {
    id: 'lists.gender',
    clause: 'Practitioners are chosen by gender only where the business says so; elsewhere the filter is refused.',
    needs: ['practitionerSearch'],
    async run(context) {
      const { discovery, catalogue } = context.subject;
      if (!discovery.business.genderFilter) {
        const answer = await context.visitor.api('POST', '/practitioner-searches', { body: { gender: 'female' } });
        pointsAt(answer, '/gender');
        return;
      }
      const page = await found(context, { gender: 'female' });
      const wanted = catalogue.practitioners.filter(({ gender }) => gender === 'female');
      expectSame(idsOf(page.practitioners), idsOf(wanted), 'who is listed');
    },
  },
  {
    id: 'lists.private-in-url',
    clause: 'What may say something about a client is never looked for in a URL: there it changes nothing.',
    needs: ['practitionerSearch'],
    async run(context) {
      const { practitioners } = context.subject.catalogue;
      const specialism = practitioners.flatMap(({ specialisms }) => specialisms)[0]?.id ?? 'none';
      for (const query of [
        `specialismIds=${encodeURIComponent(specialism)}`,
        'pressure=5',
        'gender=male',
        'maxIntensity=1',
      ]) {
        const { total } = await listed(context, query);
        expectSame(total, practitioners.length, `how many are listed with ${query}`);
      }
    },
  },
  {
    id: 'lists.relaxations',
    clause: 'Where nobody fits, a page says how many would without each of the filters, most first.',
    needs: ['practitionerSearch'],
    async run(context) {
      const search = { place: 'incall', language: NOBODYS } as const;
      const { practitioners, total, relaxations = [] } = await found(context, search);
      expectSame([practitioners.length, total], [0, 0], 'who speaks a language that nobody speaks');
      const rooms = context.subject.catalogue.practitioners.filter(({ places }) =>
        places.some(({ place }) => place === 'incall'),
      );
      expectSame(relaxations, [{ filter: 'language', total: rooms.length }], 'what can be given up');
      const narrow = await found(context, { ...search, date: context.subject.window.from, dayPart: 'morning' });
      const totals = (narrow.relaxations ?? []).map((one) => one.total);
      expectSame(
        totals,
        totals.filter((one) => one > 0).sort((a, b) => b - a),
        'the numbers',
      );
    },
  },
  {
    id: 'lists.filters',
    clause: 'What practitioners can be narrowed by is what somebody offers, and nothing else.',
    needs: ['practitionerSearch'],
    async run({ subject, visitor }) {
      const { practitioners } = subject.catalogue;
      const filters = read(await visitor.api('GET', '/practitioner-filters'), PractitionerFilters);
      const sorted = (ids: readonly string[]): string[] => [...new Set(ids)].sort();
      const of = (each: (one: Practitioner) => readonly string[]): string[] => sorted(practitioners.flatMap(each));
      expectSame(
        sorted(filters.services.map(({ id }) => id)),
        of((one) => one.serviceIds),
        'the services',
      );
      const specialisms = of((one) => one.specialisms.map(({ id }) => id));
      expectSame(sorted(filters.specialisms.map(({ id }) => id)), specialisms, 'the specialisms');
      expectSame(
        sorted(filters.languages),
        of((one) => one.languages),
        'the languages',
      );
      const codes = of(({ places }) =>
        places.flatMap((offer) =>
          offer.place === 'incall'
            ? (offer.area.outwardCode ?? [])
            : offer.zones.flatMap(({ outwardCodes }) => outwardCodes),
        ),
      );
      expectSame(sorted(filters.areas.flatMap(({ outwardCode }) => outwardCode ?? [])), codes, 'the districts');
    },
  },
  {
    id: 'lists.services-alone',
    clause: 'Services are given without practitioners to whom that is enough.',
    needs: ['practitionerSearch'],
    async run({ subject, visitor }) {
      const { services, practitioners } = read(await visitor.api('GET', '/services?practitioners=none'), Catalogue);
      expectSame(practitioners, [], 'the practitioners');
      expectSame(
        services.map(({ id }) => id),
        subject.catalogue.services.map(({ id }) => id),
        'the services',
      );
    },
  },
);
