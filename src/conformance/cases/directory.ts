import type { PractitionerSearch } from '../../contract/practitioner-search.js';
import { ServiceArea } from '../../contract/service-area.js';
import { PractitionerPage } from '../../contract/service.js';
import { cases, type Context } from '../case.js';
import { expect, expectSame, NotHere, pointsAt, problem, read } from '../expect.js';

/** A filter written both ways. */
async function bothWays({ visitor }: Context, query: string, search: PractitionerSearch): Promise<PractitionerPage> {
  const byGet = await visitor.api('GET', `/practitioners?${query}`);
  const byPost = await visitor.api('POST', '/practitioner-searches', { body: search });
  const [got, posted] = [read(byGet, PractitionerPage), read(byPost, PractitionerPage)];
  expectSame(posted, got, 'the answer to the POST search', byPost);
  expect(/\bno-store\b/.test(byPost.headers.get('cache-control') ?? ''), 'a POST search may be stored', byPost);
  return got;
}

export const directoryCases = cases(
  {
    id: 'directory.service-filter',
    clause: 'Filtered by service, a list names those who give it and nobody else, by GET and by POST.',
    needs: ['practitionerSearch'],
    async run(context) {
      const { services, practitioners } = context.subject.catalogue;
      const serviceId = services.at(-1)?.id ?? '';
      const query = new URLSearchParams({ service: serviceId, limit: '100' });
      const { practitioners: found } = await bothWays(context, String(query), { serviceId, limit: 100 });
      const wanted = practitioners.filter(({ serviceIds }) => serviceIds.includes(serviceId));
      expectSame(found.map(({ id }) => id).sort(), wanted.map(({ id }) => id).sort(), 'who gives the service');
    },
  },
  {
    id: 'directory.place-filter',
    clause: 'Filtered by place, a list names those who offer that place and nobody else.',
    needs: ['practitionerSearch'],
    async run(context) {
      for (const place of ['incall', 'outcall'] as const) {
        const { practitioners } = await bothWays(context, `place=${place}&limit=100`, { place, limit: 100 });
        const { catalogue } = context.subject;
        const wanted = catalogue.practitioners.filter(({ places }) => places.some((offer) => offer.place === place));
        expectSame(practitioners.map(({ id }) => id).sort(), wanted.map(({ id }) => id).sort(), `who offers ${place}`);
      }
    },
  },
  {
    id: 'directory.order',
    clause: 'Ordered by name, a list is in that order across its pages.',
    needs: ['practitionerSearch'],
    async run({ visitor }) {
      const names: string[] = [];
      for (let next: string | undefined = ''; next !== undefined && names.length < 200;) {
        const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
        const page = read(await visitor.api('GET', `/practitioners?order=name&limit=7${cursor}`), PractitionerPage);
        names.push(...page.practitioners.map(({ name }) => name));
        next = page.next;
      }
      expectSame(
        names,
        [...names].sort((a, b) => a.localeCompare(b, 'en')),
        'the order of names',
      );
    },
  },
  {
    id: 'directory.private-filters',
    clause: 'Skills narrow a POST search; in the URL of a GET they change nothing.',
    needs: ['practitionerSearch'],
    async run({ subject, visitor }) {
      const { practitioners } = subject.catalogue;
      const skill = practitioners.flatMap(({ skills }) => skills)[0];
      if (skill === undefined) throw new NotHere('nobody names a skill');
      const answer = await visitor.api('POST', '/practitioner-searches', { body: { skills: [skill], limit: 100 } });
      const found = read(answer, PractitionerPage).practitioners.map(({ id }) => id);
      const wanted = practitioners.filter(({ skills }) => skills.includes(skill)).map(({ id }) => id);
      expectSame(found.sort(), wanted.sort(), 'who has the skill', answer);
      const byGet = await visitor.api('GET', `/practitioners?limit=100&skills=${encodeURIComponent(skill)}`);
      expectSame(read(byGet, PractitionerPage).practitioners.length, practitioners.length, 'the list by GET', byGet);
    },
  },
  {
    id: 'area.covered',
    clause:
      'A postcode in a zone is covered at the fee of the zone, one outside is not; an answer per practitioner, in order.',
    needs: ['serviceAreaChecks'],
    async run({ subject, visitor }) {
      const { practitioners } = subject.catalogue;
      const visiting = practitioners.flatMap(({ id, places }) =>
        places.flatMap((offer) => (offer.place === 'outcall' ? [{ id, zones: offer.zones }] : [])),
      );
      const zone = visiting[0]?.zones[0];
      const outwardCode = zone?.outwardCodes[0];
      if (!visiting[0] || !zone || outwardCode === undefined) throw new NotHere('nobody visits');
      const ids = practitioners.slice(0, 10).map(({ id }) => id);
      const practitionerIds = [...new Set([visiting[0].id, ...ids])].slice(0, 10);
      const postcode = `${outwardCode.toLowerCase()} 0aa`;
      const answer = await visitor.api('POST', '/service-area-checks', { body: { practitionerIds, postcode } });
      const area = read(answer, ServiceArea);
      expectSame(area.outwardCode, outwardCode, 'outwardCode', answer);
      expectSame(
        area.entries.map((entry) => entry.practitionerId),
        practitionerIds,
        'the entries',
        answer,
      );
      for (const entry of area.entries) {
        const zones = visiting.find(({ id }) => id === entry.practitionerId)?.zones ?? [];
        const fee = zones.find(({ outwardCodes }) => outwardCodes.includes(outwardCode))?.fee;
        expectSame(
          [entry.covered, entry.fee],
          [fee !== undefined, fee],
          `the answer for ${entry.practitionerId}`,
          answer,
        );
      }
      expect(/\bno-store\b/.test(answer.headers.get('cache-control') ?? ''), 'the answer may be stored', answer);
    },
  },
  {
    id: 'area.outside',
    clause: 'Nobody comes to a postcode in no zone, and there is no fee for it.',
    needs: ['serviceAreaChecks'],
    async run({ subject, visitor }) {
      const practitionerIds = subject.catalogue.practitioners.slice(0, 5).map(({ id }) => id);
      const body = { practitionerIds, postcode: 'ZE3 9JU' };
      const { entries } = read(await visitor.api('POST', '/service-area-checks', { body }), ServiceArea);
      expectSame(
        entries.map(({ covered, fee }) => [covered, fee]),
        practitionerIds.map(() => [false, undefined]),
        'who comes',
      );
    },
  },
  {
    id: 'area.refusals',
    clause: 'What is no postcode is refused at its field, and is not repeated in the answer.',
    needs: ['serviceAreaChecks'],
    async run({ subject, visitor }) {
      const practitionerIds = [subject.catalogue.practitioners[0]?.id ?? ''];
      const body = { practitionerIds, postcode: 'zzzz canary' };
      const answer = await visitor.api('POST', '/service-area-checks', { body });
      pointsAt(answer, '/postcode');
      expect(!answer.text.includes('canary'), 'the answer repeats what was typed', answer);
      problem(
        await visitor.api('POST', '/service-area-checks', { body: { practitionerIds: [], postcode: 'E1' } }),
        'validation',
      );
    },
  },
);
