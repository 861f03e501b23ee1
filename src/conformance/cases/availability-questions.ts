import { Availability, AvailabilitySummary } from '../../contract/availability.js';
import { cases, type Context } from '../case.js';
import { addDays } from '../calendar.js';
import { expect, expectSame, NotHere, pointsAt, problem, read } from '../expect.js';
import { availabilityUrl, choiceOf, type Choice } from '../subject.js';

/** The same question, for a POST search. */
function searchOf({ practitionerId, ...choice }: Choice, range: { from: string; to: string }): object {
  return { practitionerIds: [practitionerId], ...choice, ...range };
}

/** The question with one parameter changed, or taken away. */
function spoiled({ subject }: Context, name: string, value: string | null): string {
  const url = new URL(availabilityUrl(subject.base, choiceOf(subject), subject.window));
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return url.href;
}

export const availabilityQuestionCases = cases(
  {
    id: 'availability.31-days',
    clause: 'A call covers 31 days; for more it is refused with range-too-long.',
    async run({ subject, client, visitor }) {
      const choice = choiceOf(subject);
      const { from } = subject.window;
      await visitor.entry(choice, { from, to: addDays(from, 30) });
      const days = subject.discovery.limits.days;
      problem(
        await client.send('GET', availabilityUrl(subject.base, choice, { from, to: addDays(from, days) })),
        'range-too-long',
      );
      problem(
        await client.send('GET', availabilityUrl(subject.base, choice, { from, to: '9999-12-31' })),
        'range-too-long',
      );
    },
  },
  {
    id: 'availability.impossible-days',
    clause: 'A day that is not in the calendar, and a range that ends before it begins, are refused at their field.',
    async run(context) {
      const { client, subject } = context;
      pointsAt(await client.send('GET', spoiled(context, 'from', '2026-02-30')), '/from');
      pointsAt(await client.send('GET', spoiled(context, 'to', 'tomorrow')), '/to');
      pointsAt(await client.send('GET', spoiled(context, 'to', addDays(subject.window.from, -1))), '/to');
    },
  },
  {
    id: 'availability.missing-parameters',
    clause: 'A question without one of its parts is refused at that field.',
    async run(context) {
      for (const name of ['practitioner', 'service', 'option', 'place', 'from', 'to']) {
        pointsAt(await context.client.send('GET', spoiled(context, name, null)), `/${name}`);
      }
      pointsAt(await context.client.send('GET', spoiled(context, 'place', 'elsewhere')), '/place');
    },
  },
  {
    id: 'availability.no-postcode-in-url',
    clause: 'GETs carry the outward code only: a full postcode is refused, and a visit without any too.',
    needs: ['outcall'],
    async run({ subject, client }) {
      const choice = choiceOf(subject, ({ place }) => place === 'outcall', 'visits');
      const url = new URL(availabilityUrl(subject.base, choice, subject.window));
      url.searchParams.set('outwardCode', `${choice.outwardCode} 0AA`);
      pointsAt(await client.send('GET', url.href), '/outwardCode');
      url.searchParams.delete('outwardCode');
      pointsAt(await client.send('GET', url.href), '/outwardCode');
    },
  },
  {
    id: 'availability.get-equals-post',
    clause:
      'POST /availability-searches answers the same question as the GET with the same slots, and is stored nowhere.',
    needs: ['availabilitySearch'],
    async run({ subject, client, visitor }) {
      for (const choice of subject.choices.slice(0, 3)) {
        const got = await client.send('GET', availabilityUrl(subject.base, choice, subject.window));
        const posted = await visitor.api('POST', '/availability-searches', { body: searchOf(choice, subject.window) });
        expectSame(read(posted, Availability), read(got, Availability), 'the answer to the POST', posted);
        expect(/\bno-store\b/.test(posted.headers.get('cache-control') ?? ''), 'the answer may be stored', posted);
      }
    },
  },
  {
    id: 'availability.not-before',
    clause: 'With notBefore, a search answers with the later slots and no other difference.',
    needs: ['availabilitySearch'],
    async run({ subject, visitor }) {
      const choice = choiceOf(subject);
      const { slots } = await visitor.entry(choice);
      const notBefore = slots[Math.floor(slots.length / 2)]!.start;
      const body = { ...searchOf(choice, subject.window), notBefore };
      const answer = await visitor.api('POST', '/availability-searches', { body });
      const [entry] = read(answer, Availability).entries;
      const later = slots.filter(({ start }) => Date.parse(start) >= Date.parse(notBefore));
      expectSame(entry && 'slots' in entry ? entry.slots : entry, later, 'the slots', answer);
    },
  },
  {
    id: 'availability.skills',
    clause:
      'With a skill that a practitioner lacks, a search answers with a problem for them; with one they have, with slots.',
    needs: ['availabilitySearch'],
    async run({ subject, visitor }) {
      const skillsOf = (id: string): readonly string[] =>
        subject.catalogue.practitioners.find((one) => one.id === id)?.skills ?? [];
      const choice = choiceOf(subject);
      const body = { ...searchOf(choice, subject.window), skills: ['no-such-skill'] };
      const [lacks] = read(await visitor.api('POST', '/availability-searches', { body }), Availability).entries;
      expect(lacks !== undefined && 'problem' in lacks, 'a practitioner without the skill gets slots');
      const able = subject.choices.find(({ practitionerId }) => skillsOf(practitionerId).length > 0);
      if (!able) return;
      const asked = { ...searchOf(able, subject.window), skills: skillsOf(able.practitionerId).slice(0, 1) };
      const [has] = read(await visitor.api('POST', '/availability-searches', { body: asked }), Availability).entries;
      expect(has !== undefined && 'slots' in has, 'a practitioner with the skill gets none');
    },
  },
  {
    id: 'availability.search-refusals',
    clause: 'A search without one of its parts is refused at that field, by JSON pointer.',
    needs: ['availabilitySearch'],
    async run({ subject, visitor }) {
      const whole: Record<string, unknown> = { ...searchOf(choiceOf(subject), subject.window) };
      for (const name of ['practitionerIds', 'serviceId', 'optionId', 'addOnIds', 'place', 'from', 'to']) {
        const body = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name));
        pointsAt(await visitor.api('POST', '/availability-searches', { body }), `/${name}`);
      }
      const body = { ...whole, notBefore: 'soon' };
      pointsAt(await visitor.api('POST', '/availability-searches', { body }), '/notBefore');
    },
  },
  {
    id: 'availability.summary-agrees',
    clause: 'The summary names the first slot and the free days that availability has for the same question.',
    needs: ['availabilitySummary'],
    async run({ subject, client }) {
      for (const choice of subject.choices.slice(0, 6)) {
        const url = availabilityUrl(subject.base, choice, subject.window);
        const whole = read(await client.send('GET', url), Availability).entries[0];
        if (!whole || !('slots' in whole)) throw new NotHere('nothing is free');
        const answer = await client.send('GET', url.replace('/availability?', '/availability/summary?'));
        const short = read(answer, AvailabilitySummary).entries[0];
        expect(short !== undefined && 'freeDays' in short, 'the entry is no summary', answer);
        const days = [...new Set(whole.slots.map(({ local }) => local.slice(0, 10)))];
        expectSame(short.freeDays, days, 'the free days', answer);
        expectSame(short.first?.start, whole.slots[0]?.start, 'the first slot', answer);
        expectSame([short.price, short.timeZone], [whole.price, whole.timeZone], 'price and zone', answer);
      }
    },
  },
  {
    id: 'availability.summary-partial-failure',
    clause: 'The summary, too, answers for each practitioner on their own.',
    needs: ['availabilitySummary'],
    async run({ subject, client }) {
      const url = availabilityUrl(subject.base, choiceOf(subject), subject.window);
      const asked = `${url.replace('/availability?', '/availability/summary?')}&practitioner=nobody-of-that-name`;
      const [known, unknown] = read(await client.send('GET', asked), AvailabilitySummary).entries;
      expect(known !== undefined && 'freeDays' in known, 'the known practitioner gets no days');
      expect(unknown !== undefined && 'problem' in unknown, 'the unknown practitioner gets no problem');
    },
  },
);
