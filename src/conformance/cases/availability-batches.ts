import { Availability } from '../../contract/availability.js';
import { cases } from '../case.js';
import { expect, expectSame, read } from '../expect.js';
import { availabilityUrl, choiceOf } from '../subject.js';

export const availabilityBatchCases = cases(
  {
    id: 'availability.batch',
    clause: 'Many practitioners are asked about in one call: an entry for each, in the order asked.',
    needs: ['batchAvailability'],
    async run({ subject, client }) {
      const choice = choiceOf(subject);
      const ids = subject.catalogue.practitioners.slice(0, 25).map(({ id }) => id);
      const url = new URL(
        availabilityUrl(subject.base, choice, { from: subject.window.from, to: subject.window.from }),
      );
      url.searchParams.delete('practitioner');
      for (const id of ids) url.searchParams.append('practitioner', id);
      const { entries } = read(await client.send('GET', url.href), Availability);
      expectSame(
        entries.map(({ practitionerId }) => practitionerId),
        ids,
        'the entries',
      );
    },
  },
  {
    id: 'availability.partial-failure',
    clause: 'A practitioner who cannot be answered for gets a problem; the others get their slots.',
    needs: ['batchAvailability'],
    async run({ subject, client, visitor }) {
      const choice = choiceOf(subject);
      const { slots } = await visitor.entry(choice);
      const url = `${availabilityUrl(subject.base, choice, subject.window)}&practitioner=nobody-of-that-name`;
      const answer = await client.send('GET', url);
      const [known, unknown] = read(answer, Availability).entries;
      expect(known !== undefined && 'slots' in known, 'the known practitioner gets no slots', answer);
      expectSame(known.slots.length, slots.length, 'the slots of the known practitioner', answer);
      expect(unknown !== undefined && 'problem' in unknown, 'the unknown practitioner gets no problem', answer);
      expectSame(
        [unknown.practitionerId, unknown.problem.code],
        ['nobody-of-that-name', 'not-found'],
        'the problem',
        answer,
      );
    },
  },
  {
    id: 'availability.not-offered',
    clause: 'For a service, an option or an add-on that is not given there, the entry is a problem.',
    async run({ subject, client }) {
      const choice = choiceOf(subject);
      for (const wrong of [
        { serviceId: 'none' },
        { optionId: 'none' },
        { addOnIds: ['none'] },
        { optionId: '__proto__' },
      ]) {
        const answer = await client.send('GET', availabilityUrl(subject.base, { ...choice, ...wrong }, subject.window));
        const [entry] = read(answer, Availability).entries;
        expect(entry !== undefined && 'problem' in entry, `${JSON.stringify(wrong)} gets slots`, answer);
        const { code } = entry.problem;
        expect(['not-offered', 'not-found'].includes(code), `the code is ${code} and should be not-offered`, answer);
      }
    },
  },
  {
    id: 'availability.outside-area',
    clause: 'Where nobody comes, the entry is a problem, not a time.',
    needs: ['outcall'],
    async run({ subject, client }) {
      const choice = choiceOf(subject, ({ place }) => place === 'outcall', 'visits');
      const answer = await client.send(
        'GET',
        availabilityUrl(subject.base, { ...choice, outwardCode: 'ZE3' }, subject.window),
      );
      const [entry] = read(answer, Availability).entries;
      expect(entry !== undefined && 'problem' in entry, 'there are slots', answer);
      expectSame(entry.problem.code, 'outside-service-area', 'the code', answer);
    },
  },
);
