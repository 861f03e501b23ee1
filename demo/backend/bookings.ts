import type { Booking, BookingRequest } from '../../src/contract/booking.js';
import type { HoldReference } from '../../src/contract/hold.js';
import { freeUntil } from '../../src/domain/policy/free-until.js';
import { proofFor, standing } from './approval.js';
import { assertBookable } from './booking-rules.js';
import { bookingOf, ending, sessionRecord, type BookingRow } from './booking-record.js';
import type { CatalogueData } from './catalogue.js';
import { instantText, type Clock } from './clock.js';
import type { Queryable } from './database.js';
import { findOwnHold, release, startOf, type OwnHold } from './holds.js';
import type { Outcome } from './idempotency.js';
import type { Outbox } from './outbox.js';
import { ProblemError } from './problems.js';
import { reminderDue } from './reminders.js';
import {
  assertOffered,
  lockCalendars,
  occupy,
  planSessions,
  practitionersOf,
  priceOfSessions,
  SlotTakenError,
  type PlannedSessions,
} from './sessions.js';
import { hashOf, matches, newId, newReference, type Tokens } from './tokens.js';

/** Makes bookings and finds them again. */
export class Bookings {
  readonly #catalogue: CatalogueData;
  readonly #clock: Clock;
  readonly #tokens: Tokens;
  readonly #outbox: Outbox;

  constructor(catalogue: CatalogueData, clock: Clock, tokens: Tokens, outbox: Outbox) {
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.#tokens = tokens;
    this.#outbox = outbox;
  }

  /**
   * Books all sessions or none, gives the visitor's hold up for them, and queues the mails. A hold that has run out does
   * not stand in the way of booking a time that is still free.
   */
  async book(tx: Queryable, request: BookingRequest): Promise<Outcome> {
    const now = this.#clock.now();
    const sessions = planSessions(this.#catalogue, request.items);
    assertBookable(this.#catalogue, request, sessions);
    const proof = proofFor(this.#catalogue, this.#tokens, request, sessions, now);
    await lockCalendars(tx, practitionersOf(sessions), now);
    const hold = request.hold ? await consume(tx, request.hold, now) : null;
    const slots = sessions.map((session) => {
      // What was offered when it was held stays bookable while the hold lasts, even as the notice period runs out.
      const held = hold?.starts.includes(startOf(session));
      return { session, slot: assertOffered(session, held && hold ? hold.createdAt : now) };
    });

    const id = newId('bk');
    const asked = request.asRequest === true || proof?.outcomes.includes('clear') === true;
    const { status, contact } = await standing(tx, request, sessions, asked);
    const row: BookingRow = {
      id,
      reference: newReference(),
      manage_hash: hashOf(this.#tokens.of('booking', id)),
      status,
      client: request.client,
      sessions: slots.map(({ session, slot }) => sessionRecord(session, slot)),
      price: priceOfSessions(sessions),
      free_until: freeUntilOf(this.#catalogue, sessions),
      intake_status: request.intake === 'inline' || request.intake === 'later' ? 'awaited' : 'none',
      revision: 1,
      created_at: new Date(now),
      updated_at: null,
      cancelled_at: null,
      erased_at: null,
      contact_status: contact,
      asked,
      discreet: request.discreet ?? false,
      practitioner_ids: [...new Set(practitionersOf(sessions))],
      accepted_by: [],
    };
    await insert(tx, row, request, { hold, intakeHash: proof?.answers ?? null });
    await occupyOrSay(tx, sessions, row, request.hold !== undefined && hold === null);
    await this.#outbox.tell(tx, row, {
      what: 'made',
      asksForCode: contact === 'awaited',
      asksForAnswers: request.intake === 'later',
    });
    return { status: 201, body: bookingOf(this.#catalogue, row, now), bookingId: id };
  }

  /** Adds the manage token to an answer, which is kept without it. */
  reveal(body: object): Booking {
    const booking = body as Booking;
    return { ...booking, manageToken: this.#tokens.of('booking', booking.id) };
  }

  /** The booking that an id and its manage token open. Throws one and the same `not-found` for everything else. */
  async open(on: Queryable, id: string, manageToken: string): Promise<BookingRow> {
    const row = /^[\w-]{1,64}$/.test(id) ? await this.find(on, id) : null;
    // Compared even where there is no booking, so that the time taken does not tell.
    const right = matches(manageToken, row?.manage_hash ?? hashOf(''));
    if (!row || !right) throw new ProblemError('not-found');
    return row;
  }

  /** The booking with an id that came from the backend itself. */
  async find(on: Queryable, id: string): Promise<BookingRow | null> {
    const [row] = await on.query<BookingRow>('SELECT * FROM bookings WHERE id = $1', [id]);
    return row ?? null;
  }

  /** The booking as its client reads it. */
  describe(row: BookingRow): Booking {
    return bookingOf(this.#catalogue, row, this.#clock.now());
  }
}

/** Uses up the visitor's own hold. Null where it has run out; throws `hold-consumed` where it was used already. */
export async function consume(tx: Queryable, reference: HoldReference, now: number): Promise<OwnHold | null> {
  const [used] = await tx.query('SELECT 1 FROM bookings WHERE hold_id = $1', [reference.id]);
  if (used) throw new ProblemError('hold-consumed');
  const own = await findOwnHold(tx, reference, now);
  if (own) await release(tx, own.id);
  return own;
}

/** Until when sessions can be changed free of charge. */
export function freeUntilOf({ seed }: CatalogueData, sessions: PlannedSessions): BookingRow['free_until'] {
  const earliest = Math.min(...sessions.map(({ start }) => start));
  return freeUntil(
    instantText(earliest),
    sessions[0].offering.rules.timeZone,
    seed.business.cancellation.freeUntilHours,
  );
}

async function occupyOrSay(
  tx: Queryable,
  sessions: PlannedSessions,
  row: BookingRow,
  holdExpired: boolean,
): Promise<void> {
  const status = row.status === 'requested' ? 'requested' : 'confirmed';
  try {
    await occupy(tx, sessions, { status, bookingId: row.id });
  } catch (error) {
    if (error instanceof SlotTakenError && holdExpired) throw new SlotTakenError(error.session, true);
    throw error;
  }
}

/** What is kept with a booking but shown to nobody. */
interface Kept {
  hold: OwnHold | null;
  intakeHash: string | null;
}

async function insert(tx: Queryable, row: BookingRow, request: BookingRequest, kept: Kept): Promise<void> {
  const columns: Record<string, unknown> = {
    id: row.id,
    reference: row.reference,
    manage_hash: row.manage_hash,
    status: row.status,
    hold_id: kept.hold?.id ?? null,
    asked: row.asked,
    intake_hash: kept.intakeHash,
    contact_status: row.contact_status,
    discreet: row.discreet,
    practitioner_ids: row.practitioner_ids,
    ends: instantText(ending(row.sessions)),
    reminder_due: reminderDue(row.sessions, row.created_at.getTime()),
    client_email: request.client.email.toLowerCase(),
    client: JSON.stringify(request.client),
    sessions: JSON.stringify(row.sessions),
    price: JSON.stringify(row.price),
    free_until: JSON.stringify(row.free_until),
    safety_check: request.safetyCheck ? JSON.stringify(request.safetyCheck) : null,
    consents: JSON.stringify(request.consents),
    intake_status: row.intake_status,
    locale: request.locale,
    notes: request.notes ?? null,
    host_reference: request.reference ?? null,
    metadata: request.metadata ? JSON.stringify(request.metadata) : null,
    revision: row.revision,
    created_at: row.created_at.toISOString(),
  };
  const names = Object.keys(columns);
  const places = names.map((_, index) => `$${index + 1}`);
  await tx.query(`INSERT INTO bookings (${names.join(', ')}) VALUES (${places.join(', ')})`, Object.values(columns));
}
