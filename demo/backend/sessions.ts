import type { SessionItem } from '../../src/contract/hold.js';
import type { Price } from '../../src/contract/money.js';
import {
  occupiedRange,
  offeredSlotAt,
  type InstantRange,
  type OfferedSlot,
} from '../../src/domain/availability/offered-slots.js';
import { dayIn } from '../../src/domain/availability/zone-offsets.js';
import { priceTogether } from '../../src/domain/pricing/price.js';
import type { CatalogueData, Offering } from './catalogue.js';
import { instantText } from './clock.js';
import { OverlapError, type Queryable } from './database.js';
import { invalid, ProblemError } from './problems.js';
import { slotTokenStart } from './slot-token.js';

/** One wanted session: what, and when. */
export interface PlannedSession {
  offering: Offering;
  /** Milliseconds. */
  start: number;
  /** What the practitioner would be busy for. */
  occupied: InstantRange;
}

/** At least one. */
export type PlannedSessions = readonly [PlannedSession, ...PlannedSession[]];

/** The wanted time is taken. The application adds alternatives before it answers. */
export class SlotTakenError extends Error {
  override readonly name = 'SlotTakenError';

  constructor(
    readonly session: PlannedSession,
    /** The visitor had kept this time, and the hold had run out before. */
    readonly holdExpired = false,
  ) {
    super('slot taken');
  }
}

/** Resolves what a client asks for. Throws a problem that points at the field which cannot be given. */
export function planSessions(catalogue: CatalogueData, items: readonly SessionItem[]): PlannedSessions {
  const [first, ...others] = items.map((item, index): PlannedSession => {
    const at = (field: string, detail: string): { errors: { pointer: string; detail: string }[] } => ({
      errors: [{ pointer: `/items/${index}/${field}`, detail }],
    });
    const offering = catalogue.offering(item);
    if ('refusal' in offering) {
      if (offering.refusal === 'outward-code-needed') {
        throw new ProblemError('validation', at(offering.field, 'A visit needs the first half of the postcode.'));
      }
      const code = offering.refusal === 'outside-service-area' ? 'outside-service-area' : 'not-offered';
      throw new ProblemError(code, at(offering.field, 'This cannot be booked here.'));
    }
    const start = Date.parse(item.start);
    if (Number.isNaN(start)) throw new ProblemError('validation', at('start', 'This is no instant.'));
    if (slotTokenStart(item.slotToken) !== start) {
      throw new ProblemError('not-offered', at('slotToken', 'This token is not the one offered with that start.'));
    }
    const { rules, minutes, travelMinutes } = offering;
    return { offering, start, occupied: occupiedRange(rules, { start, minutes, travelMinutes }) };
  });
  if (!first) throw invalid({ pointer: '/items', detail: 'At least one session is required.' });
  return [first, ...others];
}

/** The slot of a session as its hours offer it at `now`, whoever may have taken it. Throws `not-offered`. */
export function assertOffered(session: PlannedSession, now: number): OfferedSlot {
  const slot = offeredSlotAt({ ...session.offering, now, busy: [] }, session.start);
  if (!slot) throw new ProblemError('not-offered');
  return slot;
}

/**
 * Makes this transaction the only one that writes the calendars of these practitioners, and clears them of holds that
 * have run out. Every write begins with it, and takes the locks in one order.
 */
export async function lockCalendars(tx: Queryable, practitionerIds: readonly string[], now: number): Promise<void> {
  const ids = [...new Set(practitionerIds)].sort();
  for (const id of ids) await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
  await tx.query(
    `DELETE FROM holds WHERE expires_at <= $2
      AND id IN (SELECT hold_id FROM busy_times WHERE practitioner_id = ANY ($1::text[]) AND hold_id IS NOT NULL)`,
    [ids, instantText(now)],
  );
}

/** Whom a calendar entry belongs to. */
export type Occupier =
  { status: 'held'; holdId: string; expiresAt: number } | { status: 'requested' | 'confirmed'; bookingId: string };

/** Enters sessions into the calendars. Needs {@link lockCalendars}. Throws {@link SlotTakenError} and then nothing may be kept. */
export async function occupy(tx: Queryable, sessions: readonly PlannedSession[], occupier: Occupier): Promise<void> {
  for (const session of sessions) {
    const id = session.offering.practitioner.profile.id;
    const range = [instantText(session.occupied.from), instantText(session.occupied.to)];
    const taken = await tx.query(TAKEN, [id, ...range]);
    if (taken.length > 0 || (await isFullDay(tx, session))) throw new SlotTakenError(session);
    try {
      await tx.query(
        `INSERT INTO busy_times (practitioner_id, busy, status, hold_id, booking_id, expires_at, begins)
          VALUES ($1, tstzrange($2, $3), $4, $5, $6, $7, $8)`,
        [
          id,
          ...range,
          occupier.status,
          'holdId' in occupier ? occupier.holdId : null,
          'bookingId' in occupier ? occupier.bookingId : null,
          'expiresAt' in occupier ? instantText(occupier.expiresAt) : null,
          instantText(session.start),
        ],
      );
    } catch (error) {
      throw error instanceof OverlapError ? new SlotTakenError(session) : error;
    }
  }
}

/** Whether the practitioner works no more than is booked already on the day of a session. */
async function isFullDay(tx: Queryable, { offering, start }: PlannedSession): Promise<boolean> {
  const { sessionsADay, timeZone } = offering.rules;
  if (sessionsADay === undefined) return false;
  const day = dayIn(timeZone, start);
  const begun = await tx.query(
    `SELECT 1 FROM busy_times WHERE practitioner_id = $1 AND begins >= $2 AND begins < $3 AND status IN ${OCCUPYING}`,
    [offering.practitioner.profile.id, instantText(day.from), instantText(day.to)],
  );
  return begun.length >= sessionsADay;
}

/** The practitioners whose calendars sessions are in. */
export function practitionersOf(sessions: readonly PlannedSession[]): string[] {
  return sessions.map(({ offering }) => offering.practitioner.profile.id);
}

/** What the sessions cost together. */
export function priceOfSessions([first, ...others]: PlannedSessions): Price {
  return priceTogether(first.offering.price, ...others.map(({ offering }) => offering.price));
}

/**
 * What keeps others out. The exclusion constraint `busy_times_never_overlap` looks at all of it but the blocked times,
 * which may lie over bookings that were there before; whoever enters a session finds them under the calendar's lock.
 */
export const OCCUPYING = "('held', 'requested', 'awaiting_payment', 'confirmed', 'blocked')";

/** Whether something is in the way: practitioner, and the range from and to. */
export const TAKEN = `SELECT 1 FROM busy_times WHERE practitioner_id = $1 AND busy && tstzrange($2, $3) AND status IN ${OCCUPYING}`;
