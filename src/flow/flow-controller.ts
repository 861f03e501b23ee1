import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  BackendFailure,
  type BookingBackend,
  type LoadedForm,
  type VisitedBackend,
} from '../backend/booking-backend.js';
import type { Stores } from '../backend/stores/stores.js';
import type { ConsentDocument } from '../contract/consent.js';
import type { Answers } from '../contract/intake.js';
import { documentOf } from '../domain/intake/submission.js';
import type { Action } from './actions.js';
import * as effects from './effects.js';
import { choosing, start } from './choosing.js';
import { formOf } from './route.js';
import { chosenService, screeningQuery, sendableAnswers, timesQuery } from './selectors.js';
import type { Sending, SendingContext } from './sending.js';
import type { Chosen, Draft, FlowState, HeldTime, Preset, ReviewState, SafetyPass, SlotState } from './state.js';
import type { PageWords } from './what-is-sent.js';

/** When a submit says that it is still working, and when its outcome counts as unknown while it runs on. Milliseconds. */
const SLOW = 5_000;
const LATE = 20_000;

/** What the controller needs of its element. */
export interface FlowHost {
  /** Throws or rejects where no backend can be had. */
  connect(): Promise<VisitedBackend> | VisitedBackend;
  storesFor(backend: BookingBackend): Promise<Stores>;
  preset(): Preset;
  page(): PageWords;
  /** What sends: there by the time the review shows. */
  sending(): Sending | null | undefined;
  /** A real transition, after the state is set. */
  changed(state: FlowState, previous: FlowState | null): void;
  /** Asks the page whether Knead may submit. False: the page takes over. */
  mayRequest(state: ReviewState): boolean;
  failed(code: string): void;
}

const MINUTE = 60_000;

/**
 * Owns the state of one flow: when it loads, which effect a transition starts, which timers run, and which hold is given
 * back. Does not own words, focus or markup. State lives and dies with the element; nothing is written to the page.
 */
export class FlowController implements ReactiveController, SendingContext {
  state: FlowState | null = null;
  /** The form of the chosen treatment and what it asks consent to, once loaded. */
  form: LoadedForm | undefined;
  consent: ConsentDocument | undefined;
  formFailed: unknown;
  /** There before any state is. */
  backend!: VisitedBackend;

  #stores!: Stores;
  #asking = new WeakMap<SafetyPass, BookingBackend>();
  #startedAt = 0;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #holdTimer: ReturnType<typeof setTimeout> | undefined;
  #holdEnds = 0;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly flow: FlowHost,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#release);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#release);
    // A node that is moved is back at once; only one that is gone gives its time back.
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.#release();
      this.#clearTimers();
    });
  }

  /**
   * Begins the flow with what the backend offers. Rejects as the {@link BookingBackend} and {@link FlowHost.connect} do, and
   * with an `AbortError` if the signal is aborted; with `not-found` where there is nobody or nothing to book.
   */
  async load(signal: AbortSignal): Promise<void> {
    const backend = await this.flow.connect();
    const stores = await this.flow.storesFor(backend);
    const { catalogue } = stores;
    const asked = this.flow.preset();
    const offered = await catalogue.discovery(signal);
    const isRefused = asked.intake === 'off' && offered.business.intakeRequired;
    const preset = isRefused ? { ...asked, intake: 'inline' as const } : asked;
    const facts = { ...offered, ...(await catalogue.catalogue(preset.practitionerId ?? undefined, signal)), preset };
    signal.throwIfAborted();
    // A practice that has not been set up yet.
    if (!facts.practitioners[0] || !facts.services[0]) throw new BackendFailure('not-found');
    this.backend = backend;
    this.#stores = stores;
    // The page's monotonic clock: the visitor's wall clock may jump.
    this.#startedAt = performance.now();
    this.#enter(start(facts), null);
  }

  /** Loads the form again after a failure. */
  retryForm(): void {
    void this.#loadForm();
    this.host.requestUpdate();
  }

  /** Applies an action and runs what the transition asks for. */
  dispatch = (action: Action): void => {
    const previous = this.state;
    if (!previous) return;
    const chosen = choosing(previous, action);
    const state = chosen === previous ? (this.flow.sending()?.conclude(previous, action) ?? previous) : chosen;
    if (state !== previous) this.#enter(state, previous);
  };

  /** Submits the review, unless the page takes over. */
  submit(): void {
    const { state } = this;
    if (state?.step !== 'review' || !this.flow.mayRequest(state)) return;
    this.dispatch({ type: 'submit', afterMilliseconds: performance.now() - this.#startedAt });
  }

  /** Keeps the held time for longer. */
  extendHold(state: Chosen, hold: HeldTime): void {
    void effects.extendHold(this, state, hold);
  }

  failed(code: string): void {
    this.flow.failed(code);
  }

  page(): PageWords {
    return this.flow.page();
  }

  sendable(draft: Draft): Answers | undefined {
    return sendableAnswers(this.form, draft);
  }

  #enter(state: FlowState, previous: FlowState | null): void {
    this.state = state;
    this.#watchHold(previous);
    void this.#loadForm();
    this.#runEffects(state, previous);
    this.host.requestUpdate();
    this.flow.changed(state, previous);
  }

  /** What a transition asks for. */
  #runEffects(state: FlowState, previous: FlowState | null): void {
    const entered = state.step !== previous?.step;
    if (entered && state.step !== 'outcome-unknown') this.#clearTimers();
    switch (state.step) {
      case 'slot':
        // What was just refused must not be offered again.
        if (state.notice?.kind === 'taken' && state.notice !== (previous as Partial<SlotState> | null)?.notice)
          void this.flow
            .storesFor(this.timesFrom(state.safety))
            .then((stores) => stores.months(timesQuery(state)).forget());
        if (entered) void effects.findWanted(this, state);
        else if (state.holding && previous?.step === 'slot' && !previous.holding)
          void effects.hold(this, state, state.holding);
        return;
      case 'submitting':
        if (!entered) return;
        this.#timers = [
          setTimeout(() => this.dispatch({ type: 'answer-slow' }), SLOW),
          setTimeout(() => this.dispatch({ type: 'answer-late' }), LATE),
        ];
        void this.flow.sending()!.book(this, state);
        return;
      case 'outcome-unknown':
        if (state.checking && !entered) void this.flow.sending()!.check(this, state);
        return;
      case 'confirmed':
      case 'requested':
        if (entered || state.delivery === 'sending') void this.flow.sending()!.deliver(this, state);
        return;
      default:
    }
  }

  /** The backend as the calendar asks it: what screening led to goes into the body of every search for times. */
  timesFrom(safety: SafetyPass | null): BookingBackend {
    const { backend } = this;
    const more = screeningQuery(safety);
    if (!safety || Object.keys(more).length === 0) return backend;
    let asking = this.#asking.get(safety);
    if (!asking) {
      const availability: BookingBackend['availability'] = (query, signal) =>
        backend.availability({ ...query, ...more }, signal);
      // The calendar asks it for nothing else.
      asking = Object.create(backend, { availability: { value: availability } }) as BookingBackend;
      this.#asking.set(safety, asking);
    }
    return asking;
  }

  /** The form is needed at the safety check, what it asks consent to only with the details: no request before its time. */
  async #loadForm(): Promise<void> {
    const { state } = this;
    const { catalogue } = this.#stores;
    if (!state) return;
    const { facts, draft } = state;
    const reference = chosenService(state)
      ? formOf(draft, facts)
      : facts.services.find(({ intakeForm }) => intakeForm)?.intakeForm;
    if (!reference) return;
    const needsConsent = state.step === 'details' || (state.step === 'slot' && state.holding !== null);
    this.formFailed = undefined;
    try {
      this.form = await catalogue.intakeForm(reference);
      const told = this.form.isPartial ? undefined : documentOf(this.form, facts.preset.healthBasis ?? 'consent');
      if (needsConsent && told) this.consent = await catalogue.consentDocument(told);
    } catch (error) {
      this.formFailed = effects.asFailure(error);
    } finally {
      this.host.requestUpdate();
    }
  }

  /** One live hold per visitor: whatever the new state no longer needs is given back. What is left of it is counted. */
  #watchHold(previous: FlowState | null): void {
    const before = previous?.draft.hold;
    const now = this.state?.draft.hold;
    if (before === now) return;
    clearTimeout(this.#holdTimer);
    if (before && before.id !== now?.id) void this.backend.release(before);
    if (!now?.minutesLeft) return;
    // By the page's clock, from when the answer came: the visitor's own may be wrong.
    if (before?.expiresAt !== now.expiresAt) this.#holdEnds = performance.now() + now.secondsLeft * 1000;
    this.#holdTimer = setTimeout(
      () => {
        const minutesLeft = Math.max(0, Math.ceil((this.#holdEnds - performance.now()) / MINUTE));
        this.dispatch({ type: 'hold-changed', hold: { ...now, minutesLeft } });
      },
      this.#holdEnds - performance.now() - (now.minutesLeft - 1) * MINUTE,
    );
  }

  // Also where the page may come back from the back-forward cache: nobody knows whether it will, and others want the time.
  #release = (): void => {
    const { state } = this;
    const hold = state?.draft.hold;
    clearTimeout(this.#holdTimer);
    // Once the booking has left, the hold is the backend's to end.
    if (!hold || ('key' in state && state.step !== 'review')) return;
    void this.backend.release(hold);
    this.dispatch({ type: 'hold-changed', hold: { ...hold, minutesLeft: 0 } });
  };

  #clearTimers(): void {
    this.#timers.forEach((timer) => clearTimeout(timer));
  }
}
