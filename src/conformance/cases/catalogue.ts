import { IntakeForm } from '../../contract/intake.js';
import { Practitioner } from '../../contract/practitioner.js';
import { Catalogue, PractitionerPage } from '../../contract/service.js';
import { cases } from '../case.js';
import { expect, expectSame, NotHere, problem, read } from '../expect.js';
import { documentOf, formOf, formsOf, hashOf } from '../forms.js';

const isUnique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

export const catalogueCases = cases(
  {
    id: 'catalogue.references',
    clause: 'Ids are unique where they are given, and everything that is named by its id is there.',
    async run({ subject }) {
      const { services, practitioners } = subject.catalogue;
      const known = services.map(({ id }) => id);
      expect(isUnique(known), 'two services share an id');
      expect(isUnique(practitioners.map(({ id }) => id)), 'two practitioners share an id');
      for (const { id, options, addOns } of services) {
        expect(isUnique(options.map((option) => option.id)), `two options of ${id} share an id`);
        expect(isUnique(addOns.map((addOn) => addOn.id)), `two add-ons of ${id} share an id`);
      }
      for (const { id, serviceIds, places } of practitioners) {
        const lost = serviceIds.filter((one) => !known.includes(one));
        expect(lost.length === 0, `${id} names services that are not there: ${lost.join(', ')}`);
        expect(isUnique(places.map(({ place }) => place)), `${id} offers a place twice`);
      }
    },
  },
  {
    id: 'catalogue.money',
    clause: 'Amounts are whole minor units in the currency of the business.',
    async run({ subject }) {
      const { services, practitioners } = subject.catalogue;
      const money = [
        ...services.flatMap(({ options, addOns }) => [
          ...options.flatMap(({ prices }) => prices.map(({ price }) => price)),
          ...addOns.map(({ price }) => price),
        ]),
        ...practitioners.flatMap(({ places }) =>
          places.flatMap((offer) => (offer.place === 'outcall' ? offer.zones.map(({ fee }) => fee) : [])),
        ),
      ];
      const foreign = money.filter(({ currency }) => currency !== subject.discovery.business.currency);
      expectSame(foreign, [], 'the prices in another currency');
    },
  },
  {
    id: 'catalogue.one-practitioner',
    clause: 'GET /services?practitioner= answers with that practitioner and the services they give.',
    async run({ subject, visitor }) {
      for (const practitioner of subject.catalogue.practitioners.slice(0, 3)) {
        const answer = await visitor.api('GET', `/services?practitioner=${encodeURIComponent(practitioner.id)}`);
        const one = read(answer, Catalogue);
        expectSame(one.practitioners, [practitioner], 'the practitioners', answer);
        const given = one.services.map(({ id }) => id).sort();
        expectSame(given, [...practitioner.serviceIds].sort(), 'the services', answer);
      }
      problem(await visitor.api('GET', '/services?practitioner=nobody-of-that-name'), 'not-found');
    },
  },
  {
    id: 'catalogue.practitioner',
    clause: 'GET /practitioners/{id} answers with one practitioner, and 404 for an unknown one.',
    async run({ subject, visitor }) {
      const [first] = subject.catalogue.practitioners;
      const answer = await visitor.api('GET', `/practitioners/${encodeURIComponent(first?.id ?? '')}`);
      expectSame(read(answer, Practitioner), first, 'the practitioner', answer);
      problem(await visitor.api('GET', '/practitioners/nobody-of-that-name'), 'not-found');
      problem(await visitor.api('GET', '/practitioners/__proto__'), 'not-found');
    },
  },
  {
    id: 'catalogue.pages',
    clause: 'Pages of practitioners name everybody once, at most as many as asked for.',
    async run({ subject, visitor }) {
      const wanted = subject.catalogue.practitioners.map(({ id }) => id);
      const limit = Math.max(1, Math.ceil(wanted.length / 3));
      const found: string[] = [];
      for (let next: string | undefined = ''; next !== undefined;) {
        const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
        const answer = await visitor.api('GET', `/practitioners?limit=${limit}${cursor}`);
        const page = read(answer, PractitionerPage);
        expect(page.practitioners.length <= limit, `a page of ${limit} has ${page.practitioners.length}`, answer);
        found.push(...page.practitioners.map(({ id }) => id));
        expect(found.length <= wanted.length, 'the pages never end', answer);
        next = page.next;
      }
      expectSame([...found].sort(), [...wanted].sort(), 'everybody on the pages');
    },
  },
  {
    id: 'catalogue.page-refusals',
    clause: 'An unknown cursor and a limit that is no number from 1 on are refused at their field.',
    async run({ visitor }) {
      for (const query of ['limit=0', 'limit=x', 'limit=-1', 'cursor=%27%20OR%201%3D1']) {
        const answer = await visitor.api('GET', `/practitioners?${query}`);
        const { errors = [] } = problem(answer, 'validation');
        expect(
          errors.some(({ pointer }) => pointer === `/${query.split('=')[0]}`),
          `${query}: no such pointer`,
          answer,
        );
      }
    },
  },
  {
    id: 'catalogue.forms',
    clause:
      'Every form that a service names can be read; its conditions and rules name items and documents that are there.',
    async run(context) {
      for (const { id, version } of formsOf(context)) {
        const path = `/intake-forms/${encodeURIComponent(id)}/versions/${encodeURIComponent(version)}`;
        const answer = await context.visitor.api('GET', path);
        const form = read(answer, IntakeForm);
        expectSame([form.id, form.version], [id, version], 'the form', answer);
        const asked = form.items.flatMap((item) => [item, ...(item.items ?? [])]);
        const items = asked.map((item) => item.id);
        expect(isUnique(items), 'two items share an id', answer);
        const conditions = [...asked.flatMap(({ showWhen }) => showWhen ?? []), ...form.rules.map(({ when }) => when)];
        const named = conditions.flatMap((one) => ('all' in one ? one.all : one.any)).map(({ item }) => item);
        const lost = named.filter((item) => !items.includes(item));
        expect(lost.length === 0, `conditions name items that are not there: ${lost.join(', ')}`, answer);
        if (form.consent) await documentOf(context, form.consent);
      }
    },
  },
  {
    id: 'catalogue.unknown-form',
    clause: 'An unknown form or document is 404, a version that is no longer used 410 or 404.',
    async run(context) {
      const { visitor } = context;
      problem(await visitor.api('GET', '/intake-forms/no-such-form/versions/1'), 'not-found');
      problem(await visitor.api('GET', '/consent-documents/no-such-document/versions/1'), 'not-found');
      const [form] = formsOf(context);
      if (!form) return;
      const path = `/intake-forms/${encodeURIComponent(form.id)}/versions/no-such-version`;
      problem(await visitor.api('GET', path), 'form-version-retired', 'not-found');
    },
  },
  {
    id: 'catalogue.document-hash',
    clause: 'The hash of a published text is the SHA-256 of the text in UTF-8.',
    needs: ['consents'],
    async run(context) {
      const { consent } = await formOf(context);
      if (!consent) throw new NotHere('the form asks for no consent');
      const document = await documentOf(context, consent);
      expectSame([document.id, document.version], [consent.id, consent.version], 'the document');
      expectSame(document.hash, await hashOf(document.text), 'the hash');
    },
  },
);
