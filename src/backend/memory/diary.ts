import type { Availability, AvailabilityEntry, Slot } from '../../contract/availability.js';
import type { Booking, BookingRequest } from '../../contract/booking.js';
import type { Hold, HoldRequest, SessionItem } from '../../contract/hold.js';
import type { IntakeDelivery, IntakeReceipt } from '../../contract/intake.js';
import type { Price } from '../../contract/money.js';
import type { Scene } from './scenes.js';
import { dateOf, localTimeIn } from '../../domain/time/local-time.js';
import { addDays } from '../../domain/time/plain-date.js';
import { priceTogether } from '../../domain/pricing/price.js';
import { bookingOf, calendarFileOf, type Chosen } from './booked.js';
import { CONSENT } from './intake-form.js';
import { ProblemAnswer, sessionOf, type Choice, type Session } from './session.js';
import { horizonOf, iso, offered, type Taken } from './times.js';

interface Kept {
  hold: Hold;
  taken: readonly Taken[];
  consumed: boolean;
}

/** What is held and booked. Methods throw {@link ProblemAnswer} where the contract wants a problem. */
export class Diary {
  /** By id, as their clients may read them. */
  readonly bookings = new Map<string, Booking>();
  /** Answers delivered, by booking id. */
  readonly deliveries = new Map<string, IntakeDelivery>();
  readonly #holds = new Map<string, Kept>();
  readonly #idByKey = new Map<string, string>();
  #refusals = 0;
  #surcharge = 0;

  constructor(
    private readonly scene: Scene,
    private readonly now: () => number,
  ) {}

  availability(search: URLSearchParams): Availability {
    const get = (name: string): string => search.get(name) ?? '';
    const from = get('from');
    const to = get('to');
    const outwardCode = search.get('outwardCode');
    const entries = search.getAll('practitioner').map((practitionerId): Availability['entries'][number] => {
      const choice: Choice = {
        practitionerId,
        serviceId: get('service'),
        optionId: get('option'),
        addOnIds: search.getAll('addOn'),
        place: get('place') === 'outcall' ? 'outcall' : 'incall',
        ...(outwardCode ? { outwardCode } : {}),
      };
      try {
        return this.#entry(choice, from, to);
      } catch (error) {
        if (error instanceof ProblemAnswer) return { practitionerId, problem: { code: error.problem.code } };
        throw error;
      }
    });
    return { from, to, horizon: horizonOf(this.now()), entries };
  }

  hold(request: HoldRequest): Hold {
    const extended = request.hold && this.#held(request.hold);
    if (extended && !extended.hold.extendable) throw new ProblemAnswer('hold-limit');
    const sessions = this.#sessions(request.items);
    if (this.scene === 'taken' && this.#refusals++ === 0)
      throw this.#unavailable(sessions[0]!.session, request.items[0]!);
    for (const { item, session } of sessions) this.#check(session, item, extended?.hold.id);
    const id = extended?.hold.id ?? `hold-${this.#holds.size + 1}`;
    const secondsLeft = this.scene === 'short-hold' ? 20 : 900;
    const hold: Hold = {
      id,
      token: `hold-token-of-${id}`,
      expiresAt: iso(this.now() + secondsLeft * 1000),
      secondsLeft,
      extendable: !extended,
      price: priceOfAll(sessions),
    };
    const taken = sessions.map(({ item, session }) => takenBy(item, session));
    this.#holds.set(id, { hold, taken, consumed: false });
    return hold;
  }

  release(id: string, token: string | undefined): void {
    if (this.#holds.get(id)?.hold.token === token) this.#holds.delete(id);
  }

  book(request: BookingRequest, key: string): Booking {
    const kept = request.hold && this.#held(request.hold);
    if (kept?.consumed) throw new ProblemAnswer('hold-consumed');
    if (this.scene === 'price-changed' && this.#surcharge === 0) this.#surcharge = 500;
    const sessions = this.#sessions(request.items);
    if (sessions.some(({ session }) => session.service.intakeForm) && !request.safetyCheck) {
      throw new ProblemAnswer('screening-refused');
    }
    const expired = kept !== undefined && Date.parse(kept.hold.expiresAt) <= this.now();
    for (const { item, session } of sessions) this.#check(session, item, kept?.hold.id, expired);
    const price = priceOfAll(sessions);
    if (price.total.amount !== request.expectedTotal.amount) throw new ProblemAnswer('price-changed', { price });
    const booking = bookingOf(request, sessions, price, this.bookings.size + 1, this.scene === 'request', this.now());
    this.bookings.set(booking.id, booking);
    this.#idByKey.set(key, booking.id);
    if (kept) kept.consumed = true;
    return booking;
  }

  find(key: string): Booking {
    const booking = this.bookings.get(this.#idByKey.get(key) ?? '');
    if (!booking) throw new ProblemAnswer('not-found');
    return booking;
  }

  open(id: string, token: string | undefined): Booking {
    const booking = this.bookings.get(id);
    if (!booking || booking.manageToken !== token) throw new ProblemAnswer('not-found');
    return booking;
  }

  calendarFile(id: string, token: string | undefined): string {
    return calendarFileOf(this.open(id, token), this.now());
  }

  deliver(id: string, token: string | undefined, delivery: IntakeDelivery): IntakeReceipt {
    const booking = this.open(id, token);
    if (this.scene === 'intake-fails') throw new ProblemAnswer('temporarily-unavailable', { retryable: true });
    if (delivery.consent.hash !== CONSENT.hash) throw new ProblemAnswer('consent-outdated');
    this.deliveries.set(id, delivery);
    this.bookings.set(id, { ...booking, intake: { status: 'received' }, revision: booking.revision + 1 });
    return { status: 'received', at: iso(this.now()) };
  }

  #sessions(items: readonly SessionItem[]): Chosen[] {
    if (items.length === 0)
      throw new ProblemAnswer('validation', { errors: [{ pointer: '/items', detail: 'Is empty.' }] });
    return items.map((item) => ({ item, session: sessionOf(item, this.#surcharge) }));
  }

  #held({ id, token }: { id: string; token: string }): Kept | undefined {
    const kept = this.#holds.get(id);
    if (kept && kept.hold.token !== token) throw new ProblemAnswer('token-invalid');
    return kept;
  }

  #entry(choice: Choice, from: string, to: string): AvailabilityEntry {
    const session = sessionOf(choice, this.#surcharge);
    const { practitioner, price } = session;
    const slots = this.#slots(session, from, to);
    return { practitionerId: practitioner.id, timeZone: practitioner.timeZone, place: choice.place, price, slots };
  }

  #slots({ practitioner, minutes }: Session, from: string, to: string, except?: string): Slot[] {
    const wanted = { practitionerId: practitioner.id, minutes, from, to };
    return offered(wanted, this.scene, this.now(), this.#taken(except)).map(({ start, end, local }) => ({
      start: iso(start),
      end: iso(end),
      local,
      token: `${practitioner.id}.${start}`,
    }));
  }

  #check(session: Session, item: SessionItem, hold?: string, holdExpired?: boolean): void {
    const date = dateOf(localTimeIn(session.practitioner.timeZone, Date.parse(item.start)));
    const isFree = this.#slots(session, date, date, hold).some(
      ({ start }) => Date.parse(start) === Date.parse(item.start),
    );
    if (!isFree) throw this.#unavailable(session, item, holdExpired);
  }

  #unavailable(session: Session, item: SessionItem, holdExpired?: boolean): ProblemAnswer {
    const date = item.start.slice(0, 10);
    const others = this.#slots(session, date, addDays(date, 30)).filter(
      ({ start }) => start !== iso(Date.parse(item.start)),
    );
    const alternatives = others.slice(0, 6);
    return new ProblemAnswer('slot-unavailable', holdExpired ? { alternatives, holdExpired } : { alternatives });
  }

  /** Everything held and booked, but what the hold `except` keeps: that is free for whoever has it. */
  #taken(except?: string): Taken[] {
    const live = [...this.#holds.values()].filter(
      ({ hold, consumed }) => hold.id !== except && !consumed && Date.parse(hold.expiresAt) > this.now(),
    );
    const booked = [...this.bookings.values()].flatMap(({ sessions }) => sessions);
    return [
      ...live.flatMap(({ taken }) => taken),
      ...booked.map(({ practitionerId, start, end }) => ({
        practitionerId,
        from: Date.parse(start),
        to: Date.parse(end),
      })),
    ];
  }
}

function priceOfAll(chosen: readonly Chosen[]): Price {
  const [first, ...others] = chosen.map(({ session }) => session.price);
  return priceTogether(first!, ...others);
}

function takenBy(item: SessionItem, { minutes }: Session): Taken {
  const from = Date.parse(item.start);
  return { practitionerId: item.practitionerId, from, to: from + minutes * 60_000 };
}
