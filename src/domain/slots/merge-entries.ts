import type { Availability, AvailabilityEntry, AvailabilityFault } from '../../contract/availability.js';
import { isPlainDate } from '../time/plain-date.js';
import { dateOf } from '../time/local-time.js';
import type { OfferedSlot } from './slot-index.js';

/** What {@link mergeEntries} makes of an answer. */
export interface MergedEntries {
  /** Of all practitioners together, by start. */
  slots: readonly OfferedSlot[];
  /** Practitioners whose times could not be found. */
  faults: readonly AvailabilityFault[];
  /** How many items were left out: of a past day, double, or not what the contract says. Somebody should tell the developer. */
  dropped: number;
}

/** No entries merged. */
export const NOTHING: MergedEntries = { slots: [], faults: [], dropped: 0 };

/**
 * The slots of all practitioners by start, without those that have passed at `now`, doubles, and what cannot be offered:
 * a page may hand over anything, and a schema does not see that a wall time contradicts its instant.
 */
export function mergeEntries({ entries }: Availability, now: number): MergedEntries {
  const slots = new Map<string, { at: number; slot: OfferedSlot }>();
  const faults: AvailabilityFault[] = [];
  let dropped = 0;
  for (const entry of entries as readonly (Partial<AvailabilityEntry & AvailabilityFault> | null)[]) {
    const { practitionerId, timeZone, price, problem, slots: given } = entry ?? {};
    if (practitionerId && problem) faults.push({ practitionerId, problem });
    else if (!practitionerId || !timeZone || !Array.isArray(given)) dropped += 1;
    else {
      for (const slot of given) {
        const offered = { ...slot, price: slot?.price ?? price!, practitionerId, timeZone };
        const at = Date.parse(offered.start);
        const key = `${at} ${practitionerId}`;
        if (at > now && !slots.has(key) && isSound(offered, at)) slots.set(key, { at, slot: offered });
        // Times of the day pass while a page is open, which is nobody's mistake.
        else if (at > now || !(at > now - DAY)) dropped += 1;
      }
    }
  }
  return { slots: [...slots.values()].sort((a, b) => a.at - b.at).map(({ slot }) => slot), faults, dropped };
}

const DAY = 86_400_000;
const LOCAL = /^.{10}T\d\d:\d\d.*[+-]\d\d:\d\d$/;

function isSound({ end, local, token, price }: Partial<OfferedSlot>, at: number): boolean {
  return (
    Date.parse(end!) > at &&
    Boolean(token) &&
    LOCAL.test(local!) &&
    // Some engines read 30 February as 2 March.
    isPlainDate(dateOf(local!)) &&
    Date.parse(local!) === at &&
    Number.isFinite(price?.total?.amount)
  );
}
