import type { Availability, Slot } from '../../src/contract/availability.js';
import { offeredSlots, type InstantRange, type OfferedSlot } from '../../src/domain/availability/offered-slots.js';
import { dateIn } from '../../src/domain/time/local-time.js';
import { addDays } from '../../src/domain/time/plain-date.js';
import type { CatalogueData, Choice, Offering } from './catalogue.js';
import { instantText, type Clock } from './clock.js';
import type { Database } from './database.js';
import { OCCUPYING, type PlannedSession } from './sessions.js';
import { slotToken } from './slot-token.js';

/** What is asked: one choice, of several practitioners, from one calendar day to another. */
export interface AvailabilityQuestion extends Omit<Choice, 'practitionerId'> {
  practitionerIds: readonly string[];
  from: string;
  to: string;
}

const DAY = 86_400_000;
/** How far alternatives are looked for. */
const ALTERNATIVE_DAYS = 14;

/** Answers what is free. Says nothing of who has taken the rest. */
export class Timetable {
  readonly #database: Database;
  readonly #catalogue: CatalogueData;
  readonly #clock: Clock;

  constructor(database: Database, catalogue: CatalogueData, clock: Clock) {
    this.#database = database;
    this.#catalogue = catalogue;
    this.#clock = clock;
  }

  /** One entry per practitioner asked about, in that order: slots, or why there can be none. */
  async availability(question: AvailabilityQuestion): Promise<Availability> {
    const { practitionerIds, from, to, ...choice } = question;
    const now = this.#clock.now();
    const horizon = addDays(dateIn(this.#catalogue.seed.business.timeZone, now), this.#catalogue.horizonDays);
    const busy = await this.#busy(practitionerIds, from, to, now);
    const entries = practitionerIds.map((practitionerId): Availability['entries'][number] => {
      const offering = this.#catalogue.offering({ ...choice, practitionerId });
      if ('refusal' in offering) return { practitionerId, problem: { code: offering.refusal } };
      const slots = offeredSlots({ ...offering, from, to, now, busy: busy.get(practitionerId) ?? [] });
      const { price, rules, offer } = offering;
      return { practitionerId, timeZone: rules.timeZone, place: offer.place, price, slots: slots.map(toSlot) };
    });
    return { from, to, horizon, entries };
  }

  /** Up to three free times nearest to a taken one on its day, and the nearest in time of day on up to three days after. */
  async alternatives({ offering, start }: PlannedSession): Promise<Slot[]> {
    const date = dateIn(offering.rules.timeZone, start);
    const slots = await this.#slotsOf(offering, date, addDays(date, ALTERNATIVE_DAYS));
    const days = new Map<string, OfferedSlot[]>();
    for (const slot of slots) {
      const day = slot.local.slice(0, 10);
      days.set(day, [...(days.get(day) ?? []), slot]);
    }
    const sameDay = nearest(days.get(date) ?? [], start).slice(0, 3);
    const later = [...days].filter(([day]) => day > date).slice(0, 3);
    const nextDays = later.flatMap(([day, slots]) => {
      const days = (Date.parse(day) - Date.parse(date)) / DAY;
      return nearest(slots, start + days * DAY).slice(0, 1);
    });
    return [...sameDay.sort((a, b) => a.start - b.start), ...nextDays].map(toSlot);
  }

  async #slotsOf(offering: Offering, from: string, to: string): Promise<OfferedSlot[]> {
    const now = this.#clock.now();
    const id = offering.practitioner.profile.id;
    const busy = await this.#busy([id], from, to, now);
    return offeredSlots({ ...offering, from, to, now, busy: busy.get(id) ?? [] });
  }

  async #busy(ids: readonly string[], from: string, to: string, now: number): Promise<Map<string, InstantRange[]>> {
    // Two days on either side: one for the zone, one for sessions across midnight with their travel.
    const first = Date.parse(from) - 2 * DAY;
    const last = Date.parse(to) + 3 * DAY;
    const rows = await this.#database.query<{ id: string; from: Date; to: Date }>(
      `SELECT practitioner_id AS id, lower(busy) AS from, upper(busy) AS to FROM busy_times
        WHERE practitioner_id = ANY ($1::text[]) AND busy && tstzrange($2, $3)
          AND (expires_at IS NULL OR expires_at > $4) AND status IN ${OCCUPYING}`,
      [ids, instantText(first), instantText(last), instantText(now)],
    );
    const busy = new Map<string, InstantRange[]>(ids.map((id) => [id, []]));
    for (const row of rows) busy.get(row.id)?.push({ from: row.from.getTime(), to: row.to.getTime() });
    return busy;
  }
}

function toSlot({ start, end, local }: OfferedSlot): Slot {
  return { start: instantText(start), end: instantText(end), local, token: slotToken(start) };
}

function nearest(slots: readonly OfferedSlot[], to: number): OfferedSlot[] {
  return [...slots].sort((a, b) => Math.abs(a.start - to) - Math.abs(b.start - to));
}
