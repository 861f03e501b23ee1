import type { Availability, Slot } from '../../src/contract/availability.js';
import { offeredSlots, type InstantRange, type OfferedSlot } from '../../src/domain/availability/offered-slots.js';
import { dayIn } from '../../src/domain/availability/zone-offsets.js';
import { isGentle, type Limits } from '../../src/domain/intake/limits.js';
import { dateIn } from '../../src/domain/time/local-time.js';
import { addDays } from '../../src/domain/time/plain-date.js';
import type { Dated } from './answer-cache.js';
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

/** What is asked: one choice, of several practitioners, who must have all of these skills, within what screening leaves open. */
export interface AvailabilityQuestion
  extends Omit<Choice, 'practitionerId'>, Days, Pick<Partial<Limits>, 'places' | 'maxIntensity'> {
  practitionerIds: readonly string[];
  skills?: readonly string[] | undefined;
}

/** What occupies a practitioner, and when the sessions behind it begin. */
interface Calendar {
  busy: InstantRange[];
  begun: number[];
  /** When the first hold among them runs out. */
  expires: number;
}

interface BusyRow {
  id: string;
  from: Date;
  to: Date;
  begins: Date | null;
  expires: Date | null;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const NOTHING: Calendar = { busy: [], begun: [], expires: Infinity };
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
    return (await this.datedAvailability(question)).value;
  }

  /** The same, with when time alone would make it another answer. */
  async datedAvailability(question: AvailabilityQuestion): Promise<Dated<Availability>> {
    const { practitionerIds, from, to, notBefore, skills = [], places, maxIntensity, ...choice } = question;
    const offerings = practitionerIds.map((practitionerId) => this.#catalogue.offering({ ...choice, practitionerId }));
    const given = offerings.flatMap((offering) => ('refusal' in offering ? [] : offering));
    const { free, until } = await this.freeUntil(given, { from, to, notBefore });
    const entries = offerings.map((offering, index): Availability['entries'][number] => {
      const practitionerId = practitionerIds[index] as string;
      if ('refusal' in offering) return { practitionerId, problem: { code: offering.refusal } };
      const { price, rules, offer, practitioner, service } = offering;
      const isOpen = places?.includes(offer.place) !== false && isGentle(service, maxIntensity);
      if (!isOpen || !skills.every((skill) => practitioner.profile.skills.includes(skill))) {
        return { practitionerId, problem: { code: 'not-offered' } };
      }
      const slots = (free.get(offering) ?? []).map(toSlot);
      return { practitionerId, timeZone: rules.timeZone, place: offer.place, price, slots };
    });
    return { value: { from, to, horizon: this.horizon(), entries }, until };
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
  async free(offerings: readonly Offering[], days: Days): Promise<Map<Offering, OfferedSlot[]>> {
    return (await this.freeUntil(offerings, days)).free;
  }

  /** The same, with when time alone would make it another answer. */
  async freeUntil(
    offerings: readonly Offering[],
    { from, to, notBefore }: Days,
  ): Promise<{ free: Map<Offering, OfferedSlot[]>; until: number }> {
    const now = this.#clock.now();
    const calendars = await this.#calendars(offerings, from, to, now);
    // A new day moves the horizon.
    const midnightIn = new Map<string, number>();
    const midnight = (timeZone: string): number => {
      const known = midnightIn.get(timeZone) ?? dayIn(timeZone, now).to;
      midnightIn.set(timeZone, known);
      return known;
    };
    let until = midnight(this.#catalogue.seed.business.timeZone);
    const free = new Map<Offering, OfferedSlot[]>();
    for (const offering of offerings) {
      const { rules } = offering;
      const { expires, ...calendar } = calendars.get(offering.practitioner.profile.id) ?? NOTHING;
      const slots = offeredSlots({ ...offering, ...calendar, from, to, notBefore, now });
      const soonest = slots[0] ? slots[0].start - rules.noticeMinutes * MINUTE : Infinity;
      until = Math.min(until, midnight(rules.timeZone), expires, soonest);
      free.set(offering, slots);
    }
    return { free, until };
  }

  /** The last day on which somebody here can still be booked. */
  horizon(): string {
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
    const rows = await this.#database.query<BusyRow>(
      `SELECT practitioner_id AS id, lower(busy) AS from, upper(busy) AS to, begins, expires_at AS expires FROM busy_times
        WHERE practitioner_id = ANY ($1::text[]) AND busy && tstzrange($2, $3)
          AND (expires_at IS NULL OR expires_at > $4) AND status IN ${OCCUPYING}`,
      [ids, instantText(first), instantText(last), instantText(now)],
    );
    const calendars = new Map<string, Calendar>(ids.map((id) => [id, { busy: [], begun: [], expires: Infinity }]));
    for (const { id, from, to, begins, expires } of rows) {
      const calendar = calendars.get(id);
      if (!calendar) continue;
      calendar.busy.push({ from: from.getTime(), to: to.getTime() });
      if (begins) calendar.begun.push(begins.getTime());
      if (expires) calendar.expires = Math.min(calendar.expires, expires.getTime());
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
