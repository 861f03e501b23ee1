import type {
  AvailabilityEntry,
  AvailabilitySummary,
  AvailabilitySummaryEntry,
  AvailabilitySummaryQuery,
} from '../../contract/availability.js';
import { lowestOffer, type LowestOffer } from '../../domain/pricing/lowest-offer.js';
import { soonestSlots } from '../../domain/slots/slot-index.js';
import { partOfDay } from '../../domain/time/local-time.js';
import { PRACTITIONERS, SERVICES } from './catalogue.js';
import type { Diary } from './diary.js';
import { horizonOf } from './times.js';

type Entry = AvailabilitySummary['entries'][number];
type Session = Omit<LowestOffer, 'price' | 'minutes'>;

/** What cards show of each practitioner: which session, for how much, and when next. */
export function summaryOf(query: AvailabilitySummaryQuery, diary: Diary): AvailabilitySummary {
  const { practitionerIds, from, to } = query;
  const entries = practitionerIds.map((practitionerId): Entry => {
    const session = sessionOf(practitionerId, query);
    if (typeof session === 'string') return { practitionerId, problem: { code: session } };
    const { addOnIds = [] } = query;
    const asked = { practitionerIds: [practitionerId], addOnIds: [...addOnIds], ...session, from, to };
    const { entries } = diary.availability(asked);
    const entry = entries[0]!;
    return 'problem' in entry ? entry : inShort(entry, session, query);
  });
  return { from, to, horizon: horizonOf(diary.now()), entries };
}

/** The session that was asked about or that a card names, or why there is none. */
function sessionOf(practitionerId: string, query: AvailabilitySummaryQuery): Session | string {
  const { serviceId, optionId, place, outwardCode } = query;
  if (serviceId !== undefined && optionId !== undefined && place !== undefined) {
    return { serviceId, optionId, place, ...(outwardCode !== undefined && { outwardCode }) };
  }
  const practitioner = PRACTITIONERS.find(({ id }) => id === practitionerId);
  const isKnown = serviceId === undefined || SERVICES.some(({ id }) => id === serviceId);
  if (!practitioner || !isKnown) return 'not-found';
  const offer = lowestOffer(practitioner, SERVICES, { serviceId, place, outwardCode });
  if (!offer) return lowestOffer(practitioner, SERVICES, { serviceId, place }) ? 'outside-service-area' : 'not-offered';
  const { minutes: _, price: __, ...session } = offer;
  return session;
}

function inShort(
  { slots, ...said }: AvailabilityEntry,
  { serviceId, optionId, outwardCode, place }: Session,
  { addOnIds = [], dayPart, times = 1 }: AvailabilitySummaryQuery,
): AvailabilitySummaryEntry {
  const service = SERVICES.find(({ id }) => id === serviceId);
  const option = service?.options.find(({ id }) => id === optionId);
  const addOns = service?.addOns.filter(({ id }) => addOnIds.includes(id)) ?? [];
  const minutes = addOns.reduce((sum, addOn) => sum + addOn.minutes, option?.minutes ?? 0);
  const fitting = slots.filter(({ local }) => dayPart === undefined || partOfDay(local) === dayPart);
  return {
    ...{ ...said, serviceId, optionId, minutes },
    ...(place === 'outcall' && outwardCode !== undefined && { outwardCode }),
    ...(fitting[0] && { first: fitting[0] }),
    next: times > 0 ? soonestSlots(fitting, times) : [],
    freeDays: [...new Set(fitting.map(({ local }) => local.slice(0, 10)))],
  };
}
