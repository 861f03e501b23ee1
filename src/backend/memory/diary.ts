import type { Availability, AvailabilitySearch, Slot } from '../../contract/availability.js';
import type { Booking } from '../../contract/booking.js';
import type { Hold, HoldReference, HoldRequest, SessionItem } from '../../contract/hold.js';
import type { Scene } from './scenes.js';
import { isGentle } from '../../domain/intake/limits.js';
import { dateIn } from '../../domain/time/local-time.js';
import { addDays } from '../../domain/time/plain-date.js';
import { opaque } from './opaque.js';
import { invalid } from './requests.js';
import { ProblemAnswer, priceOfAll, sessionOf, type Chosen, type Session } from './session.js';
import { horizonOf, iso, offered, type OwnRules, type Taken } from './times.js';

interface Kept {
  hold: Hold;
  taken: readonly Taken[];
  consumed: boolean;
}

/** What of the times taken is not in the way: a visitor's own hold, the booking that is being moved. */
export interface Except {
  hold?: string | undefined;
  booking?: string | undefined;
}

/** Who has which time. Methods throw {@link ProblemAnswer} where the contract wants a problem. */
export class Diary {
  /** By id, as their clients may read them. */
  readonly bookings = new Map<string, Booking>();
  readonly #holds = new Map<string, Kept>();
  #refusals = 0;
  /** On top of every price, in minor units. */
  surcharge = 0;

  constructor(
    readonly scene: Scene,
    readonly now: () => number,
    private readonly own: OwnRules,
  ) {}

  availability(search: AvailabilitySearch): Availability {
    const { practitionerIds, from, to, notBefore, skills = [], places, maxIntensity, ...rest } = search;
    const soonest = notBefore === undefined ? -Infinity : Date.parse(notBefore);
    if (Number.isNaN(soonest)) throw invalid('/notBefore');
    const entries = practitionerIds.map((practitionerId): Availability['entries'][number] => {
      try {
        const session = sessionOf({ practitionerId, ...rest }, this.surcharge);
        const { practitioner, service, price, choice } = session;
        const isOpen = places?.includes(choice.place) !== false && isGentle(service, maxIntensity);
        if (!isOpen || !skills.every((skill) => practitioner.skills.includes(skill)))
          throw new ProblemAnswer('not-offered');
        const slots = this.#slots(session, from, to).filter(({ start }) => Date.parse(start) >= soonest);
        return { practitionerId, timeZone: this.#zoneOf(session), place: choice.place, price, slots };
      } catch (error) {
        if (error instanceof ProblemAnswer) return { practitionerId, problem: { code: error.problem.code } };
        throw error;
      }
    });
    return { from, to, horizon: horizonOf(this.now()), entries };
  }

  hold(request: HoldRequest): Hold {
    const own = request.hold && this.held(request.hold);
    const sessions = this.sessions(request.items);
    const taken = sessions.map(takenBy);
    const same = own !== undefined && JSON.stringify(own.taken) === JSON.stringify(taken);
    if (same && !own.hold.extendable) throw new ProblemAnswer('hold-limit');
    this.refuseFirst(sessions[0]!);
    this.check(sessions, { hold: own?.hold.id });
    if (own && !same) this.#holds.delete(own.hold.id);
    const id = same ? own.hold.id : `hold-${opaque(`hold ${this.#holds.size} ${JSON.stringify(taken)} ${this.now()}`)}`;
    const secondsLeft = this.scene === 'short-hold' ? 20 : 900;
    const hold: Hold = {
      id,
      token: opaque(`token of ${id}`),
      expiresAt: iso(this.now() + secondsLeft * 1000),
      secondsLeft,
      extendable: !same,
      price: priceOfAll(sessions),
    };
    this.#holds.set(id, { hold, taken, consumed: false });
    return hold;
  }

  /** The owner's hold that has not run out. */
  openHold(id: string, token: string | undefined): Hold {
    const kept = this.#holds.get(id);
    if (!kept || kept.hold.token !== token || !this.#isLive(kept)) throw new ProblemAnswer('not-found');
    const secondsLeft = Math.max(0, Math.floor((Date.parse(kept.hold.expiresAt) - this.now()) / 1000));
    return { ...kept.hold, secondsLeft };
  }

  release(id: string, token: string | undefined): void {
    if (this.#holds.get(id)?.hold.token === token) this.#holds.delete(id);
  }

  /** What a reference names, or undefined. Throws `token-invalid` and `hold-consumed`. */
  held({ id, token }: HoldReference): Kept | undefined {
    const kept = this.#holds.get(id);
    if (kept && kept.hold.token !== token) throw new ProblemAnswer('token-invalid');
    if (kept?.consumed) throw new ProblemAnswer('hold-consumed');
    return kept;
  }

  /** Looks up what is wanted. */
  sessions(items: readonly SessionItem[]): Chosen[] {
    if (items.length === 0) throw invalid('/items', 'Is empty.');
    return items.map((item, index) => {
      if (Number.isNaN(Date.parse(item.start))) throw invalid(`/items/${index}/start`);
      const session = sessionOf(item, this.surcharge);
      return { item, session, timeZone: this.#zoneOf(session) };
    });
  }

  /** In the scene `taken` somebody else was quicker, once. Throws `slot-unavailable`. */
  refuseFirst(session: Chosen): void {
    if (this.scene === 'taken' && this.#refusals++ === 0) throw this.#unavailable(session);
  }

  /** Throws `slot-unavailable` unless all these times are free, also beside each other. */
  check(sessions: readonly Chosen[], except: Except = {}, holdExpired = false): void {
    for (const [index, chosen] of sessions.entries()) {
      const { session, item } = chosen;
      const { from, to } = takenBy(chosen);
      const among = sessions.slice(0, index).map(takenBy);
      const overlaps = among.some(
        (one) => one.practitionerId === item.practitionerId && one.from < to && from < one.to,
      );
      const date = dateIn(chosen.timeZone, from);
      const isFree = this.#slots(session, date, date, except).some(
        ({ start, token }) => Date.parse(start) === from && token === item.slotToken,
      );
      if (!isFree || overlaps) throw this.#unavailable(chosen, holdExpired);
    }
  }

  #slots(session: Session, from: string, to: string, except: Except = {}): Slot[] {
    const practitionerId = session.practitioner.id;
    const wanted = { practitionerId, minutes: session.minutes, from, to };
    return offered(wanted, this.scene, this.now(), this.#taken(except), this.own).map(({ start, end, local }) => ({
      start: iso(start),
      end: iso(end),
      local,
      token: `${practitionerId}.${start}`,
    }));
  }

  #unavailable({ session, item, timeZone }: Chosen, holdExpired = false): ProblemAnswer {
    const date = dateIn(timeZone, Date.parse(item.start));
    const others = this.#slots(session, date, addDays(date, 30)).filter(
      ({ start }) => start !== iso(Date.parse(item.start)),
    );
    const alternatives = others.slice(0, 6);
    return new ProblemAnswer('slot-unavailable', holdExpired ? { alternatives, holdExpired } : { alternatives });
  }

  #zoneOf({ practitioner }: Session): string {
    return (Object.hasOwn(this.own, practitioner.id) && this.own[practitioner.id]?.timeZone) || practitioner.timeZone;
  }

  #isLive({ hold, consumed }: Kept): boolean {
    return !consumed && Date.parse(hold.expiresAt) > this.now();
  }

  /** Everything held and booked, but what is not in the way. */
  #taken(except: Except): Taken[] {
    const live = [...this.#holds.values()].filter((kept) => kept.hold.id !== except.hold && this.#isLive(kept));
    const booked = [...this.bookings.values()].filter(
      ({ id, status }) => id !== except.booking && status !== 'cancelled' && status !== 'declined',
    );
    return [
      ...live.flatMap(({ taken }) => taken),
      ...booked.flatMap(({ sessions }) =>
        sessions.map(({ practitionerId, start, end }) => ({
          practitionerId,
          from: Date.parse(start),
          to: Date.parse(end),
        })),
      ),
    ];
  }
}

function takenBy({ item, session }: Chosen): Taken {
  const from = Date.parse(item.start);
  return { practitionerId: item.practitionerId, from, to: from + session.minutes * 60_000 };
}
