import type { Reschedule } from '../../contract/booking-change.js';
import type { Booking, BookingRequest, Client } from '../../contract/booking.js';
import type { ClientData, Erasure } from '../../contract/client-data.js';
import type { Money, Price } from '../../contract/money.js';
import { parsePostcode } from '../../domain/client/postcode.js';
import { allowedChanges } from '../../domain/policy/changes.js';
import { bookingOf, calendarFileOf, timesOf } from './booked.js';
import type { Diary } from './diary.js';
import type { Intake } from './intake.js';
import { invalid } from './requests.js';
import { priceOfAll, ProblemAnswer, type Chosen } from './session.js';
import { iso } from './times.js';

/** Makes bookings, and changes them for whoever has the manage token. Throws {@link ProblemAnswer}. */
export class Bookings {
  readonly #idByKey = new Map<string, string>();
  readonly #requests = new Map<string, BookingRequest>();

  constructor(
    private readonly diary: Diary,
    private readonly intake: Intake,
  ) {}

  book(request: BookingRequest, key: string): Booking {
    const { diary } = this;
    const kept = request.hold && diary.held(request.hold);
    if (diary.scene === 'price-changed') diary.surcharge = 500;
    const sessions = diary.sessions(request.items);
    assertReachable(request.client, sessions);
    for (const { session } of sessions) {
      const form = session.service.intakeForm;
      const { safetyCheck } = request;
      if (form && (safetyCheck?.formId !== form.id || safetyCheck.version !== form.version)) {
        throw new ProblemAnswer('screening-refused');
      }
    }
    this.intake.assertConsents(request.consents);
    const isClear = this.intake.assertProof(request, sessions);
    const expired = kept !== undefined && Date.parse(kept.hold.expiresAt) <= diary.now();
    assertPrice(priceOfAll(sessions), request.expectedTotal);
    diary.check(sessions, { hold: kept?.hold.id }, expired);
    const booking = this.keep(request, sessions, key, isClear);
    if (request.intakeProof !== undefined) this.intake.expect(booking.id, request.intakeProof);
    if (kept) kept.consumed = true;
    return this.#told(booking);
  }

  /** Writes a booking down, whatever was checked before. `asked`: the therapist decides first. */
  keep(request: BookingRequest, sessions: readonly Chosen[], key: string, asked = false): Booking {
    const { diary } = this;
    const isRequest = diary.scene === 'request' || asked;
    const booking = bookingOf(request, sessions, diary.bookings.size + 1, isRequest, diary.now());
    diary.bookings.set(booking.id, booking);
    this.#idByKey.set(key, booking.id);
    this.#requests.set(booking.id, request);
    return booking;
  }

  /** With its manage token, as the answer that was lost had it. */
  find(key: string): Booking {
    const booking = this.diary.bookings.get(this.#idByKey.get(key) ?? '');
    if (!booking) throw new ProblemAnswer('not-found');
    return this.#told(booking);
  }

  /** The booking an id and its token open. Throws one and the same `not-found` for everything else. */
  open(id: string, token: string | undefined): Booking {
    const booking = this.diary.bookings.get(id);
    if (!booking || booking.manageToken !== token) throw new ProblemAnswer('not-found');
    return booking;
  }

  /** As its client reads it: without the token they have. */
  read(id: string, token: string | undefined): Booking {
    const { manageToken: _, ...booking } = this.#told(this.open(id, token));
    return booking;
  }

  calendarFile(id: string, token: string | undefined): string {
    return calendarFileOf(this.open(id, token), this.diary.now());
  }

  cancel(id: string, token: string | undefined, ifRevision: number | null): Booking {
    const booking = this.open(id, token);
    if (booking.status !== 'cancelled') {
      assertRevision(booking, ifRevision);
      if (!this.#allowed(booking).cancel) throw new ProblemAnswer('cancellation-window-passed');
      this.#change(booking, { status: 'cancelled', cancelledAt: iso(this.diary.now()) });
    }
    return this.read(id, token);
  }

  reschedule(id: string, token: string | undefined, request: Reschedule, ifRevision: number | null): Booking {
    const { diary } = this;
    const booking = this.open(id, token);
    assertRevision(booking, ifRevision);
    if (booking.status === 'cancelled') throw new ProblemAnswer('already-cancelled');
    if (!this.#allowed(booking).reschedule) throw new ProblemAnswer('reschedule-not-allowed');
    const kept = request.hold && diary.held(request.hold);
    assertSame(booking, request);
    if (diary.scene === 'price-changed') diary.surcharge = 500;
    const sessions = diary.sessions(request.items);
    diary.refuseFirst(sessions[0]!);
    const { client } = this.#requests.get(id)!;
    assertReachable(client, sessions);
    assertPrice(priceOfAll(sessions), request.expectedTotal);
    diary.check(sessions, { hold: kept?.hold.id, booking: id });
    if (kept) kept.consumed = true;
    this.#change(booking, timesOf(sessions, client, booking.status === 'confirmed'));
    return this.read(id, token);
  }

  clientData(id: string, token: string | undefined): ClientData {
    const booking = this.read(id, token);
    const { client, locale, notes, reference, metadata, safetyCheck, consents } = this.#requests.get(id)!;
    const isErased = client.email === '';
    return {
      exportedAt: iso(this.diary.now()),
      booking,
      locale,
      consents: isErased ? [] : [...consents.map((consent) => ({ consent })), ...this.intake.consents(id)],
      ...(isErased
        ? {}
        : {
            client,
            ...(notes !== undefined && { notes }),
            ...(reference !== undefined && { reference }),
            ...(metadata && { metadata }),
            ...(safetyCheck && { safetyCheck }),
            ...this.intake.exported(id),
          }),
    };
  }

  erase(id: string, token: string | undefined): Erasure {
    const booking = this.open(id, token);
    const begins = Date.parse(booking.sessions[0]!.start);
    if (booking.status !== 'cancelled' && this.diary.now() < begins) this.cancel(id, token, null);
    const request = this.#requests.get(id)!;
    this.#requests.set(id, { ...withoutWords(request), client: { name: '', email: '' }, consents: [] });
    this.intake.forget(id);
    this.#change(this.open(id, token), { intake: { status: 'none' } });
    return { erasedAt: iso(this.diary.now()), booking: this.read(id, token) };
  }

  #change(booking: Booking, changes: Partial<Booking>): void {
    const updatedAt = iso(this.diary.now());
    this.diary.bookings.set(booking.id, { ...booking, updatedAt, ...changes, revision: booking.revision + 1 });
  }

  #allowed({ status, sessions, freeUntil }: Booking): { cancel: boolean; reschedule: boolean } {
    const begins = Math.min(...sessions.map(({ start }) => Date.parse(start)));
    return allowedChanges({ status, begins, freeUntil: Date.parse(freeUntil.instant) }, this.diary.now());
  }

  #told(booking: Booking): Booking {
    return { ...booking, allowed: this.#allowed(booking) };
  }
}

function withoutWords({
  notes: _,
  reference: __,
  metadata: ___,
  safetyCheck: ____,
  ...rest
}: BookingRequest): BookingRequest {
  return rest;
}

function assertRevision({ revision }: Booking, ifRevision: number | null): void {
  if (ifRevision !== null && ifRevision !== revision) throw new ProblemAnswer('revision-mismatch');
}

function assertPrice(price: Price, { amount, currency }: Money): void {
  if (price.total.amount !== amount || price.total.currency !== currency) {
    throw new ProblemAnswer('price-changed', { price });
  }
}

/** Only times may differ. */
function assertSame({ sessions }: Booking, { items }: Reschedule): void {
  if (items.length !== sessions.length) throw invalid('/items');
  for (const [index, item] of items.entries()) {
    const booked = sessions[index]!;
    for (const field of ['practitionerId', 'serviceId', 'optionId', 'place'] as const) {
      if (item[field] !== booked[field]) throw invalid(`/items/${index}/${field}`);
    }
    const addOns = booked.addOns.map(({ id }) => id).sort();
    if ([...item.addOnIds].sort().join() !== addOns.join()) throw invalid(`/items/${index}/addOnIds`);
  }
}

/** A visit needs a phone number, and an address in the area it was priced for. */
function assertReachable({ phone, address }: Client, sessions: readonly Chosen[]): void {
  const visit = sessions.find(({ item }) => item.place === 'outcall');
  if (!visit) return;
  const errors = [
    ...(phone ? [] : [{ pointer: '/client/phone', detail: 'A visit needs a phone number.' }]),
    ...(address ? [] : [{ pointer: '/client/address', detail: 'A visit needs an address.' }]),
  ];
  if (errors.length > 0) throw new ProblemAnswer('validation', { errors });
  const postcode = parsePostcode(address!.postcode);
  if (postcode.kind !== 'full' || postcode.outwardCode !== visit.item.outwardCode) {
    throw invalid('/client/address/postcode', 'This is not in the area the price was made for.');
  }
}
