import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Booking } from '../contract/booking.js';
import type { HealthBasis } from '../contract/consent.js';
import { BackendFailure, type ManagingBackend } from '../backend/booking-backend.js';
import type { OfferedSlot } from '../domain/slots/slot-index.js';
import { newKey } from './key.js';
import * as effects from './manage-effects.js';
import type { Opened } from './manage-effects.js';
import { reduceManage, type AskedAgain, type Change, type ManageAction, type ManageState } from './manage.js';

/** When a change says that it is still under way, and when its outcome counts as unknown while it runs on. Milliseconds. */
const SLOW = 5_000;
const LATE = 20_000;

/** What is known of a booking before it is read. */
export interface ManageSource {
  /** Id and manage token, or null where the page has none that could be any. */
  link: { id: string; token: string } | null;
  /** The booking, given by the page instead of read. */
  booking: Booking | null;
  backend: ManagingBackend | null;
}

/** What the controller needs of its element. */
export interface ManageHost {
  /** On which basis answers are taken. */
  basis(): HealthBasis;
  /** A real transition, after the state is set. */
  changed(state: ManageState, previous: ManageState | null): void;
  /** A change was made. */
  done(change: Change, booking: Booking): void;
}

/**
 * Owns the state of one managed booking: when it is read, which effect a transition starts, and which timers run. Does not
 * own words, focus or markup. The token stays in memory.
 */
export class ManageController implements ReactiveController {
  state: ManageState | null = null;
  #opened: Opened | null = null;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly manage: ManageHost,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#clearTimers();
  }

  /**
   * Begins with the booking a link opens, or with the one the page gave. Rejects as the backend does: with `not-found` for
   * whatever no booking can be opened with, and with an `AbortError` if the signal is aborted.
   */
  async load({ link, booking: given, backend }: ManageSource, signal: AbortSignal): Promise<void> {
    this.#clearTimers();
    this.state = this.#opened = null;
    if (given && !(backend && link)) return this.#enter({ booking: given, facts: null, screen: 'booking', news: null });
    if (!backend || !link) throw new BackendFailure('not-found');
    const { id, token } = link;
    const [{ business, capabilities }, booking] = await Promise.all([
      backend.discovery(signal),
      given ?? backend.booking(id, token, signal),
    ]);
    const plan = await planOf(backend, booking, signal);
    signal.throwIfAborted();
    this.#opened = { backend, id, token };
    this.#enter({ booking, facts: { business, capabilities, plan }, screen: 'booking', news: null });
  }

  /** What the backend offers, where one is asked. */
  get backend(): ManagingBackend | null {
    return this.#opened?.backend ?? null;
  }

  dispatch = (action: ManageAction): void => {
    const previous = this.state;
    if (!previous) return;
    const state = reduceManage(previous, action);
    if (state !== previous) this.#enter(state, previous);
  };

  move = (): void => this.dispatch({ type: 'show', screen: { screen: 'times', chosen: null, taken: null } });

  /** A time to move to, for review. */
  choose(slot: OfferedSlot): void {
    const change = { kind: 'move', key: newKey(), slot, price: slot.price } as const;
    this.dispatch({ type: 'show', screen: { screen: 'review', change, notice: null } });
  }

  cancel = (): void => {
    const change = { kind: 'cancel', key: newKey() } as const;
    this.dispatch({ type: 'show', screen: { screen: 'cancel', change, notice: null } });
  };

  back = (): void => this.dispatch({ type: 'back' });

  seeAnswers = (): void => {
    this.dispatch({ type: 'show', screen: { screen: 'answers', found: null, failed: null } });
    void this.#run(effects.answersOf).then((screen) => this.dispatch({ type: 'answered', screen }));
  };

  askAgain = (): void => {
    const waiting = { screen: 'questions', asked: null, failed: null, sending: false, notice: null } as const;
    this.dispatch({ type: 'show', screen: waiting });
    const { booking } = this.state!;
    void this.#run((opened) => effects.questionsOf(opened, booking, this.manage.basis())).then((screen) =>
      this.dispatch({ type: 'answered', screen }),
    );
  };

  /** Sends answers; `at` is when they were given and `locale` the language they were asked in. */
  answer(asked: AskedAgain, page: { at: string; locale: string }): void {
    const { state } = this;
    if (state?.screen !== 'questions' || state.sending) return;
    this.dispatch({ type: 'show', screen: { screen: 'questions', asked, failed: null, sending: true, notice: null } });
    void this.#run((opened) => effects.deliver(opened, state, asked, page)).then(this.dispatch);
  }

  askToWithdraw = (): void =>
    this.dispatch({ type: 'show', screen: { screen: 'withdraw', sending: false, unsure: false } });

  withdraw = (): void => {
    const { state } = this;
    if (state?.screen !== 'withdraw' || state.sending) return;
    this.dispatch({ type: 'show', screen: { screen: 'withdraw', sending: true, unsure: false } });
    void this.#run((opened) => effects.withdraw(opened, state)).then(this.dispatch);
  };

  /** The calendar file of the booking, for the visitor's own calendar. */
  calendarFile(): Promise<Blob> {
    return this.#run(({ backend, id, token }) => backend.calendarFile(id, token));
  }

  #run<Result>(effect: (opened: Opened) => Promise<Result>): Promise<Result> {
    return this.#opened ? effect(this.#opened) : Promise.reject(new BackendFailure('not-found'));
  }

  #enter(state: ManageState, previous: ManageState | null = null): void {
    this.state = state;
    if (state.screen !== previous?.screen && state.screen !== 'unknown') this.#clearTimers();
    if (state.screen === 'sending' && previous?.screen !== 'sending') {
      this.#after(SLOW, { type: 'slow' });
      this.#after(LATE, { type: 'late' });
      void this.#run((opened) => effects.send(opened, state, state.change)).then(this.dispatch);
    }
    if (state.screen === 'unknown' && state.checking) {
      void this.#run((opened) => effects.check(opened, state, state.change)).then(this.dispatch);
    }
    this.host.requestUpdate();
    this.manage.changed(state, previous);
    const isDone = state.screen === 'booking' && (state.news === 'moved' || state.news === 'cancelled');
    if (isDone && previous && 'change' in previous) this.manage.done(previous.change, state.booking);
  }

  #after(milliseconds: number, action: ManageAction): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.dispatch(action);
    }, milliseconds);
    this.#timers.add(timer);
  }

  #clearTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}

/** How people plan sessions of the treatment, where its description is to be had: nothing depends on it. */
async function planOf(
  backend: ManagingBackend,
  { sessions }: Booking,
  signal: AbortSignal,
): Promise<string | undefined> {
  const [session] = sessions;
  if (!session) return undefined;
  const { practitionerId, serviceId } = session;
  const catalogue = await backend.catalogue({ practitionerId }, signal).catch(() => null);
  return catalogue?.services.find(({ id }) => id === serviceId)?.plan;
}
