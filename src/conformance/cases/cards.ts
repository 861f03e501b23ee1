import type { PlaceOffer } from '../../contract/place.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { Catalogue } from '../../contract/service.js';
import { Availability, AvailabilitySummary, type AvailabilitySummaryEntry } from '../../contract/availability.js';
import { cases, type Context } from '../case.js';
import { expect, expectSame, NotHere, pointsAt, read } from '../expect.js';
import { availabilityUrl, choiceOf } from '../subject.js';

/** At most this many practitioners are asked about. */
const ASKED = 8;

/** What a summary says, as parameters ask for it, of those who are asked about. */
async function summaries(
  { subject, client }: Context,
  ids: readonly string[],
  more: Record<string, string> = {},
): Promise<AvailabilitySummary['entries']> {
  const search = new URLSearchParams([...ids.map((id) => ['practitioner', id]), ...Object.entries(more)]);
  search.set('from', subject.window.from);
  search.set('to', subject.window.to);
  const answer = await client.send('GET', `${subject.base}/availability/summary?${search}`);
  return read(answer, AvailabilitySummary).entries;
}

/** Likewise, one by one where a backend takes no more; those who have nothing to give left out. */
async function cards(context: Context, more: Record<string, string> = {}): Promise<AvailabilitySummaryEntry[]> {
  const { catalogue, discovery } = context.subject;
  const ids = catalogue.practitioners.slice(0, ASKED).map(({ id }) => id);
  const isMany = discovery.capabilities.batchAvailability && discovery.limits.practitioners >= ids.length;
  const entries = isMany
    ? await summaries(context, ids, more)
    : (await Promise.all(ids.map((id) => summaries(context, [id], more)))).flat();
  const said = entries.flatMap((entry) => ('problem' in entry ? [] : [entry]));
  if (said.length === 0) throw new NotHere('nobody offers that');
  return said;
}

/** What availability says of the session that an entry names. */
async function whole(
  { subject, client }: Context,
  { practitionerId, serviceId, optionId, place, outwardCode }: AvailabilitySummaryEntry,
) {
  expect(serviceId !== undefined && optionId !== undefined, `no session is named for ${practitionerId}`);
  const choice = { practitionerId, serviceId, optionId, addOnIds: [], place, ...(outwardCode && { outwardCode }) };
  const answer = await client.send('GET', availabilityUrl(subject.base, choice, subject.window));
  const [entry] = read(answer, Availability).entries;
  expect(entry !== undefined && 'slots' in entry, `what is named for ${practitionerId} is not offered`, answer);
  return entry;
}

/** The cheapest hour somebody gives, or the cheapest of their shortest sessions: `[minutes, amount]`. */
function lowest({ places, serviceIds }: Practitioner, { services }: Catalogue): [number, number] | undefined {
  const sessions = places.flatMap((offer) =>
    services
      .filter(({ id }) => serviceIds.includes(id))
      .flatMap(({ options }) =>
        options.flatMap(({ minutes, prices }) =>
          prices
            .filter(({ place }) => place === offer.place)
            .map(({ price }): [number, number] => [minutes, price.amount + leastFee(offer)]),
        ),
      ),
  );
  const rank = (minutes: number): number => (minutes === 60 ? 0 : minutes);
  return sessions.sort(([a, less], [b, more]) => rank(a) - rank(b) || less - more)[0];
}

function leastFee(offer: PlaceOffer): number {
  return offer.place === 'incall' ? 0 : Math.min(...offer.zones.map(({ fee }) => fee.amount));
}

export const cardCases = cases(
  {
    id: 'cards.session',
    clause: 'A summary asked for without an option names a session for each, and says what availability says of it.',
    needs: ['availabilitySummary'],
    async run(context) {
      for (const entry of await cards(context)) {
        const { slots, price, timeZone } = await whole(context, entry);
        const days = [...new Set(slots.map(({ local }) => local.slice(0, 10)))];
        expectSame(entry.freeDays, days, `the free days of ${entry.practitionerId}`);
        expectSame(entry.first?.start, slots[0]?.start, `the first slot of ${entry.practitionerId}`);
        expectSame([entry.price, entry.timeZone], [price, timeZone], 'price and zone');
      }
    },
  },
  {
    id: 'cards.lowest-price',
    clause: 'That session is the cheapest hour, every fee included, or without one the cheapest of the shortest.',
    needs: ['availabilitySummary'],
    async run(context) {
      const { catalogue } = context.subject;
      for (const { practitionerId, minutes, price } of await cards(context)) {
        const practitioner = catalogue.practitioners.find(({ id }) => id === practitionerId);
        const wanted = practitioner && lowest(practitioner, catalogue);
        expectSame([minutes, price.total.amount], wanted, `minutes and price of ${practitionerId}`);
      }
    },
  },
  {
    id: 'cards.next-times',
    clause: 'A summary names no more times than asked for, in order, each of them free; and one where any is.',
    needs: ['availabilitySummary'],
    async run(context) {
      for (const entry of await cards(context, { times: '3' })) {
        const { slots } = await whole(context, entry);
        const starts = (entry.next ?? []).map(({ start }) => start);
        expect(starts.length <= 3, `${entry.practitionerId} has ${starts.length} times`);
        expect(starts.length > 0 || slots.length === 0, `${entry.practitionerId} has times, and none is named`);
        expectSame(
          entry.next,
          slots.filter(({ start }) => starts.includes(start)),
          `the times of ${entry.practitionerId}`,
        );
      }
      const without = await cards(context, { times: '0' });
      expect(
        without.every(({ next = [] }) => next.length === 0),
        'times are named that nobody asked for',
      );
    },
  },
  {
    id: 'cards.part-of-day',
    clause: 'Narrowed to a part of the day, a summary counts no time outside it.',
    needs: ['availabilitySummary'],
    async run(context) {
      for (const entry of await cards(context, { dayPart: 'evening', times: '3' })) {
        const evenings = (await whole(context, entry)).slots.filter(({ local }) => Number(local.slice(11, 13)) >= 17);
        expectSame(entry.first?.start, evenings[0]?.start, `the first evening of ${entry.practitionerId}`);
        expectSame(
          entry.freeDays,
          [...new Set(evenings.map(({ local }) => local.slice(0, 10)))],
          `the free evenings of ${entry.practitionerId}`,
        );
      }
    },
  },
  {
    id: 'cards.visits',
    clause: 'Narrowed to visits in a district, a summary prices a visit there, and says who does not come.',
    needs: ['availabilitySummary', 'outcall'],
    async run(context) {
      const { practitionerId, outwardCode = '' } = choiceOf(
        context.subject,
        ({ place }) => place === 'outcall',
        'visits',
      );
      const [entry] = await summaries(context, [practitionerId], { place: 'outcall', outwardCode });
      expect(entry !== undefined && 'price' in entry, 'who comes there is not answered for');
      expectSame([entry.place, entry.outwardCode], ['outcall', outwardCode], 'the place');
      expectSame(entry.price, (await whole(context, entry)).price, 'the price');
      const [outside] = await summaries(context, [practitionerId], { place: 'outcall', outwardCode: 'ZE3' });
      expect(outside !== undefined && 'problem' in outside, 'somebody comes where nobody does');
    },
  },
  {
    id: 'cards.one-by-one',
    clause:
      'Whoever is not known, or gives nothing of what was asked for, fails alone, each in the place they were asked in.',
    needs: ['availabilitySummary', 'batchAvailability'],
    async run(context) {
      const { practitionerId } = choiceOf(context.subject);
      const asked = ['nobody-of-that-name', practitionerId, '__proto__'];
      const entries = await summaries(context, asked);
      expectSame(
        entries.map((entry) => [entry.practitionerId, 'problem' in entry ? entry.problem.code : 'answered']),
        asked.map((id) => [id, id === practitionerId ? 'answered' : 'not-found']),
        'the entries',
      );
    },
  },
  {
    id: 'cards.refusals',
    clause: 'An option without its service or its place is refused, and more times than six.',
    needs: ['availabilitySummary'],
    async run({ subject, client }) {
      const { practitionerId, serviceId, optionId } = choiceOf(subject);
      const { from, to } = subject.window;
      for (const [more, pointer] of [
        [{ option: optionId }, '/service'],
        [{ service: serviceId, option: optionId }, '/place'],
        [{ times: '7' }, '/times'],
      ] as const) {
        const search = new URLSearchParams({ practitioner: practitionerId, from, to, ...more });
        pointsAt(await client.send('GET', `${subject.base}/availability/summary?${search}`), pointer);
      }
    },
  },
);
