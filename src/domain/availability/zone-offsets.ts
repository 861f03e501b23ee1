import { Temporal } from 'temporal-polyfill';

/** A stretch of instants, in milliseconds, during which a zone keeps one offset from UTC. `to` is exclusive. */
export interface OffsetStretch {
  from: number;
  to: number;
  /** Wall time minus UTC, in milliseconds. */
  offset: number;
}

/** The instants of one calendar day of a zone, in milliseconds, `to` exclusive; on change-over days not 24 hours. */
export function dayIn(timeZone: string, at: number): { from: number; to: number } {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).startOfDay();
  return { from: day.epochMilliseconds, to: day.add({ days: 1 }).startOfDay().epochMilliseconds };
}

/** What {@link zoneOffsets} worked out last: everybody in a town asks about the same days. */
const known = new Map<string, readonly OffsetStretch[]>();
const MOST_KNOWN = 100;

/**
 * How a zone's clock runs from one instant to another, as stretches that meet where the clock is put forward or back.
 * Throws RangeError for an unknown zone.
 */
export function zoneOffsets(timeZone: string, from: number, to: number): readonly OffsetStretch[] {
  const key = `${timeZone} ${from} ${to}`;
  let stretches = known.get(key);
  if (!stretches) {
    stretches = workedOut(timeZone, from, to);
    if (known.size === MOST_KNOWN) known.clear();
    known.set(key, stretches);
  }
  return stretches;
}

function workedOut(timeZone: string, from: number, to: number): OffsetStretch[] {
  const stretches: OffsetStretch[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  for (let start = from; start < to;) {
    const next = at.getTimeZoneTransition('next');
    const end = next ? Math.min(next.epochMilliseconds, to) : to;
    stretches.push({ from: start, to: end, offset: at.offsetNanoseconds / 1e6 });
    if (!next) break;
    at = next;
    start = end;
  }
  return stretches;
}
