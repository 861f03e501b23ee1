import type { Availability, AvailabilitySummary, Slot } from '../../src/contract/availability.js';
import { offeredSlots, type InstantRange, type OfferedSlot } from '../../src/domain/availability/offered-slots.js';
import { dateIn } from '../../src/domain/time/local-time.js';
import { addDays } from '../../src/domain/time/plain-date.js';
import type { CatalogueData, Choice, Offering } from './catalogue.js';
import { instantText, type Clock } from './clock.js';
import type { Database } from './database.js';
import { OCCUPYING, type PlannedSession } from './sessions.js';
import { slotToken } from './slot-token.js';

/** From one calendar day to another, and nothing sooner than an instant in milliseconds. */
export interface Days {
  from: string;
  to: string;
  notBefore?: number | undefined;
}

/** What is asked: one choice, of several practitioners, who must have all of these skills. */
export interface AvailabilityQuestion extends Omit<Choice, 'practitionerId'>, Days {
  practitionerIds: readonly string[];
  skills?: readonly string[] | undefined;
}

/** What occupies a practitioner, and when the sessions behind it begin. */
interface Calendar {
  busy: InstantRange[];
  begun: number[];
}

const DAY = 86_400_000;
/** Beyond every horizon. */
const YEARS = 3 * 366 * DAY;
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
    const { practitionerIds, from, to, notBefore, skills = [], ...choice } = question;
    const offerings = practitionerIds.map((practitionerId) => this.#catalogue.offering({ ...choice, practitionerId }));
    const given = offerings.flatMap((offering) => ('refusal' in offering ? [] : offering));
    const free = await this.free(given, { from, to, notBefore });
    const entries = offerings.map((offering, index): Availability['entries'][number] => {
      const practitionerId = practitionerIds[index] as string;
      if ('refusal' in offering) return { practitionerId, problem: { code: offering.refusal } };
      const { price, rules, offer, practitioner } = offering;
      if (!skills.every((skill) => practitioner.profile.skills.includes(skill))) {
        return { practitionerId, problem: { code: 'not-offered' } };
      }
      const slots = (free.get(offering) ?? []).map(toSlot);
      return { practitionerId, timeZone: rules.timeZone, place: offer.place, price, slots };
    });
    return { from, to, horizon: this.#horizon(), entries };
  }

  /** The same in short: the soonest slot, and the days that have any. */
  async summary(question: AvailabilityQuestion): Promise<AvailabilitySummary> {
    const { entries, ...rest } = await this.availability(question);
    return {
      ...rest,
      entries: entries.map((entry) => {
        if ('problem' in entry) return entry;
        const { slots, ...said } = entry;
        const freeDays = [...new Set(slots.map(({ local }) => local.slice(0, 10)))];
        return { ...said, ...(slots[0] && { first: slots[0] }), freeDays };
      }),
    };
  }

  /** Up to three free times nearest to a taken one on its day, and the nearest in time of day on up to three days after. */
  async alternatives({ offering, start }: PlannedSession): Promise<Slot[]> {
    const date = dateIn(offering.rules.timeZone, start);
    const free = await this.free([offering], { from: date, to: addDays(date, ALTERNATIVE_DAYS) });
    const days = new Map<string, OfferedSlot[]>();
    for (const slot of free.get(offering) ?? []) {
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

  /** The free times of several choices, each of one practitioner. */
  async free(offerings: readonly Offering[], { from, to, notBefore }: Days): Promise<Map<Offering, OfferedSlot[]>> {
    const now = this.#clock.now();
    const calendars = await this.#calendars(offerings, from, to, now);
    return new Map(
      offerings.map((offering) => {
        const calendar = calendars.get(offering.practitioner.profile.id) ?? { busy: [], begun: [] };
        return [offering, offeredSlots({ ...offering, ...calendar, from, to, notBefore, now })];
      }),
    );
  }

  #horizon(): string {
    const today = dateIn(this.#catalogue.seed.business.timeZone, this.#clock.now());
    return addDays(today, this.#catalogue.horizonDays);
  }

  async #calendars(
    offerings: readonly Offering[],
    from: string,
    to: string,
    now: number,
  ): Promise<Map<string, Calendar>> {
    const ids = [...new Set(offerings.map(({ practitioner }) => practitioner.profile.id))];
    // Two days on either side: one for the zone, one for sessions across midnight with their travel.
    // The past is not offered, and the database knows fewer years than people can ask about.
    const first = Math.min(Math.max(Date.parse(from), now), now + YEARS) - 2 * DAY;
    const last = Math.max(first, Math.min(Date.parse(to), now + YEARS) + 3 * DAY);
    const rows = await this.#database.query<{ id: string; from: Date; to: Date; begins: Date | null }>(
      `SELECT practitioner_id AS id, lower(busy) AS from, upper(busy) AS to, begins FROM busy_times
        WHERE practitioner_id = ANY ($1::text[]) AND busy && tstzrange($2, $3)
          AND (expires_at IS NULL OR expires_at > $4) AND status IN ${OCCUPYING}`,
      [ids, instantText(first), instantText(last), instantText(now)],
    );
    const calendars = new Map<string, Calendar>(ids.map((id) => [id, { busy: [], begun: [] }]));
    for (const row of rows) {
      const calendar = calendars.get(row.id);
      calendar?.busy.push({ from: row.from.getTime(), to: row.to.getTime() });
      if (row.begins) calendar?.begun.push(row.begins.getTime());
    }
    return calendars;
  }
}

/** A free time as the contract says it. */
export function toSlot({ start, end, local, preferred }: OfferedSlot): Slot {
  return {
    start: instantText(start),
    end: instantText(end),
    local,
    token: slotToken(start),
    ...(preferred && { preferred }),
  };
}

function nearest(slots: readonly OfferedSlot[], to: number): OfferedSlot[] {
  return [...slots].sort((a, b) => Math.abs(a.start - to) - Math.abs(b.start - to));
}
