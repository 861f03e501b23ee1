import { offeredSlots, type SchedulingRules, type SlotQuery } from '../../../src/domain/availability/offered-slots.js';
import type { WallRange } from '../../../src/domain/availability/opening-hours.js';

/** The same hours every day. */
export const every = (...ranges: WallRange[]): SchedulingRules['hours'] => ({
  weekly: { 1: ranges, 2: ranges, 3: ranges, 4: ranges, 5: ranges, 6: ranges, 7: ranges },
});

/** Every day from 11:00 to 22:00 in London, without buffers or notice. */
export const MARA: SchedulingRules = {
  timeZone: 'Europe/London',
  hours: every({ from: '11:00', to: '22:00' }),
  hoursEnd: 'last-end',
  granularityMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 0,
  horizonDays: 1000,
};

export const NOW = Date.parse('2026-10-01T00:00:00Z');

/** The wall times at which an hour is offered, unless told otherwise. */
export function locals(fields: Partial<SlotQuery> & { rules: SchedulingRules; from: string }): string[] {
  const query = { minutes: 60, travelMinutes: 0, now: NOW, busy: [], to: fields.from, ...fields };
  return offeredSlots(query).map(({ local }) => local);
}

/** Their hours and minutes. */
export const hoursOf = (slots: string[]): string[] => slots.map((local) => local.slice(11, 16));
