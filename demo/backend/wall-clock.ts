import { zoneOffsets } from '../../src/domain/availability/zone-offsets.js';

const DAY = 86_400_000;

/**
 * The instants, in milliseconds, at which a zone's clock reads `YYYY-MM-DDTHH:MM`: one, two where the clock is put back
 * over it, none where it is put forward over it. Throws RangeError for an unknown zone.
 */
export function instantsOf(wall: string, timeZone: string): number[] {
  const reading = Date.parse(`${wall}Z`);
  return zoneOffsets(timeZone, reading - DAY, reading + DAY)
    .map(({ from, to, offset }) => ({ from, to, at: reading - offset }))
    .filter(({ from, to, at }) => from <= at && at < to)
    .map(({ at }) => at);
}
