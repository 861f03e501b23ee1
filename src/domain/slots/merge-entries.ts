import type { Availability, AvailabilityFault } from '../../contract/availability.js';
import type { OfferedSlot } from './slot-index.js';

/** The slots of all practitioners by start, without those that have passed at `now` and without doubles. */
export function mergeEntries(
  answer: Availability,
  now: number,
): { slots: readonly OfferedSlot[]; faults: readonly AvailabilityFault[] } {
  const slots = new Map<string, { at: number; slot: OfferedSlot }>();
  const faults: AvailabilityFault[] = [];
  for (const entry of answer.entries) {
    if (!('slots' in entry)) {
      faults.push(entry);
      continue;
    }
    const { practitionerId, timeZone, price } = entry;
    for (const slot of entry.slots) {
      const at = Date.parse(slot.start);
      const key = `${at} ${practitionerId}`;
      if (at > now && !slots.has(key))
        slots.set(key, { at, slot: { ...slot, price: slot.price ?? price, practitionerId, timeZone } });
    }
  }
  return { slots: [...slots.values()].sort((a, b) => a.at - b.at).map(({ slot }) => slot), faults };
}
