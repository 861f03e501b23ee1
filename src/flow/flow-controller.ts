import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Task } from '@lit/task';
import { BackendFailure, type BookingBackend, type FailureKind } from '../backend/booking-backend.js';
import type { Stores } from '../backend/stores/stores.js';
import type { Slot } from '../contract/availability.js';
import type { ConsentDocument } from '../contract/consent.js';
import type { IntakeForm } from '../contract/intake.js';
import type { OfferedSlot } from '../domain/slots/slot-index.js';
import type { Action } from './actions.js';
import { newKey } from './key.js';
import { reduce, start } from './reducer.js';
import { bookingRequest, chosenService, intakeDelivery, sendableAnswers, sessionItem } from './selectors.js';
import type { BookedState, Facts, FlowState, HeldTime, OutcomeUnknownState, Preset, ReviewState, SlotState, SubmittingState } from './state.js';

/** When a submit says that it is still working, and when its outcome counts as unknown while it runs on. Milliseconds. */
const SLOW = 5_000;
const LATE = 20_000;

type Submitted = SubmittingState | OutcomeUnknownState;

/** What the controller needs of its element. */
export interface FlowHost {
  connect(): Promise<BookingBackend> | BookingBackend | null;
  storesFor(backend: BookingBackend): Stores;
  preset(): Preset;
  /** What travels with the booking from the page. */
  page(): { locale: string; reference: string | null; metadata: Record<string, string> | null };
  /** A real transition, after the state is set. */
  changed(state: FlowState, previous: FlowState | null): void;
  /** Asks the page whether Knead may submit. False: the page takes over. */
  mayRequest(state: ReviewState): boolean;
  failed(code: string): void;
}

/**
 * Owns the state of one flow and runs its effects: loading, holds, the booking and the delivery of answers. Does not own
 * any words, focus or markup. State lives and dies with the element; nothing is written to the page.
 */
export class FlowController implements ReactiveController {
  state: FlowState | null = null;
  /** The form and document of the chosen treatment, once loaded. */
  form: IntakeForm | undefined;
  consent: ConsentDocument | undefined;
  formFailed: unknown;
  backend: BookingBackend | null = null;

  #startedAt = 0;
  #timers = new Set<ReturnType<typeof setTimeout>>();
  #holdTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #load: Task<readonly [unknown, unknown], Facts | null>;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement & { readonly hasUpdated: boolean },
    private readonly flow: FlowHost,
    sources: () => readonly [backend: unknown, practitioner: unknown],
  ) {
    host.addController(this);
    this.#load = new Task(host, { args: sources, task: (_, { signal }) => this.#loadFacts(signal) });
  }

  /** Renders by how far loading has come. */
  get loading(): Task<readonly [unknown, unknown], Facts | null> {
    return this.#load;
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#leave);
    // A task aborted by leaving the page does not run again by itself.
    if (!this.state && this.host.hasUpdated) void this.#load.run();
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#leave);
    this.#load.abort();
    // A node that is moved is back at once; only one that is gone gives its time back.
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.#release();
      this.#clearTimers();
    });
  }

  /** Asks for everything again after a failure. */
  retry(): void {
    void this.#load.run();
  }

  /** Applies an action and runs what entering the new state asks for. */
  dispatch(action: Action): void {
    const previous = this.state;
    if (!previous) return;
    const state = reduce(previous, action);
    if (state === previous) return;
    this.#enter(state, previous);
  }

  /** Keeps the chosen time for longer. Failing is harmless: confirming still tries after the hold has ended. */
  async extendHold(): Promise<void> {
    const { state, backend } = this;
    if (!backend || !state || !('hold' in state) || !state.hold) return;
    const { id, token } = state.hold;
    try {
      const hold = await backend.hold({ items: [sessionItem(state, state.slot)], hold: { id, token } }, newKey());
      this.dispatch({ type: 'hold-extended', hold });
    } catch (error) {
      if (!(error instanceof BackendFailure)) throw error;
    }
  }

  /** Submits the review. The clock is the page's monotonic one. */
  submit(): void {
    const { state } = this;
    if (state?.step !== 'review' || !this.flow.mayRequest(state)) return;
    this.dispatch({ type: 'submit', startedAt: this.#startedAt, at: performance.now() });
  }

  /** The calendar file of the booking, for the visitor's own calendar. */
  calendarFile(state: BookedState): Promise<Blob> {
    return this.backend!.calendarFile(state.booking.id, state.booking.manageToken ?? '');
  }

  async #loadFacts(signal: AbortSignal): Promise<Facts | null> {
    const backend = await this.flow.connect();
    if (!backend) return null;
    const { catalogue: store } = this.flow.storesFor(backend);
    const preset = this.flow.preset();
    const discovery = await store.discovery(signal);
    const { services, practitioners } = await store.catalogue(preset.practitionerId, signal);
    const { business, capabilities } = discovery;
    const facts: Facts = { business, capabilities, services, practitioners, preset };
    signal.throwIfAborted();
    this.backend = backend;
    this.#startedAt = performance.now();
    this.#enter(start(facts), null);
    return facts;
  }

  #enter(state: FlowState, previous: FlowState | null): void {
    this.state = state;
    this.#watchHold(previous);
    this.#loadForm();
    if (state.step !== previous?.step) this.#runEffects(state);
    else this.#runEffectsWithin(state, previous);
    this.host.requestUpdate();
    this.flow.changed(state, previous);
  }

  /** What entering a step asks for. */
  #runEffects(state: FlowState): void {
    switch (state.step) {
      case 'slot':
        void this.#findWanted(state);
        return;
      case 'submitting':
        void this.#book(state);
        return;
      case 'confirmed':
      case 'requested':
        this.#clearTimers();
        if (intakeDelivery(state, this.form, this.consent, this.flow.page().locale)) this.dispatch({ type: 'deliver' });
        return;
      default:
        if (state.step !== 'outcome-unknown') this.#clearTimers();
    }
  }

  /** What a change within a step asks for. */
  #runEffectsWithin(state: FlowState, previous: FlowState): void {
    if (state.step === 'slot' && state.holding && previous.step === 'slot' && !previous.holding) void this.#hold(state, state.holding);
    if (state.step === 'outcome-unknown' && state.checking && previous.step === 'outcome-unknown' && !previous.checking) void this.#check(state);
    if ((state.step === 'confirmed' || state.step === 'requested') && state.delivery === 'sending') void this.#deliver(state);
  }

  async #hold(state: SlotState, slot: OfferedSlot): Promise<void> {
    const backend = this.backend!;
    if (!state.facts.capabilities.holds) {
      this.dispatch({ type: 'slot-held', slot, hold: null });
      return;
    }
    try {
      const hold = await backend.hold({ items: [sessionItem(state, slot)] }, newKey());
      this.dispatch({ type: 'slot-held', slot, hold });
      // The visitor went elsewhere meanwhile: nobody needs it any more.
      if (!this.state || !('hold' in this.state) || this.state.hold?.id !== hold.id) void backend.release(hold);
    } catch (error) {
      const failure = asFailure(error);
      if (failure.kind === 'taken') this.#taken(failure, slot);
      else this.dispatch({ type: 'slot-failed', reason: reasonOf(failure.kind) });
    }
  }

  async #book(state: Submitted): Promise<void> {
    const request = bookingRequest(state, {
      ...this.flow.page(),
      hasAnswers: Object.keys(sendableAnswers(this.form, state.draft)).length > 0,
    });
    this.#after(SLOW, () => this.dispatch({ type: 'answer-slow' }));
    this.#after(LATE, () => this.dispatch({ type: 'answer-late' }));
    try {
      this.dispatch({ type: 'booked', booking: await this.backend!.book(request, state.key) });
    } catch (error) {
      this.#bookingFailed(asFailure(error), state);
    }
  }

  /** Looks the booking up by its key, and where that finds nothing sends the same request under the same key once more. */
  async #check(state: Submitted): Promise<void> {
    const { capabilities } = state.facts;
    try {
      const found = capabilities.bookingLookup ? await this.backend!.findBooking(state.key) : null;
      if (found) this.dispatch({ type: 'booked', booking: found });
      else if (capabilities.idempotency === 'replay') await this.#book(state);
      else this.dispatch({ type: 'check-failed' });
    } catch (error) {
      this.#bookingFailed(asFailure(error), state);
    }
  }

  #bookingFailed(failure: BackendFailure, state: Submitted): void {
    const unknown = failure.kind === 'unknown' || (this.state?.step === 'outcome-unknown' && reasonOf(failure.kind) !== 'refused');
    if (unknown) this.dispatch({ type: 'check-failed' });
    else if (failure.kind === 'taken') this.#taken(failure, state.slot);
    else if (failure.kind === 'price-changed' && failure.problem?.price) {
      this.dispatch({ type: 'price-changed', price: failure.problem.price, key: newKey() });
    } else this.dispatch({ type: 'booking-failed', reason: reasonOf(failure.kind) });
    this.flow.failed(failure.problem?.code ?? failure.kind);
  }

  #taken({ problem }: BackendFailure, slot: OfferedSlot): void {
    const alternatives = (problem?.alternatives ?? []).map((other) => offered(other, slot));
    this.dispatch({ type: 'slot-taken', alternatives });
  }

  async #deliver(state: BookedState): Promise<void> {
    const delivery = intakeDelivery(state, this.form, this.consent, this.flow.page().locale);
    if (!delivery) return;
    try {
      await this.backend!.deliverIntake(state.booking.id, state.booking.manageToken ?? '', delivery, `${state.key}.intake`);
      this.dispatch({ type: 'delivered' });
    } catch (error) {
      asFailure(error);
      this.dispatch({ type: 'delivery-failed' });
    }
  }

  /** A time tapped elsewhere is looked for again before it counts as chosen. */
  async #findWanted(state: SlotState): Promise<void> {
    const wanted = state.facts.preset.start;
    const chosen = chosenService(state);
    if (!wanted || state.draft.slot || state.notice || !chosen) return;
    const date = wanted.slice(0, 10);
    try {
      const { entries } = await this.backend!.availability({
        practitionerIds: [state.practitionerId],
        serviceId: state.service.serviceId,
        optionId: state.service.optionId,
        addOnIds: state.service.addOnIds,
        place: state.where.place,
        ...(state.where.outwardCode ? { outwardCode: state.where.outwardCode } : {}),
        from: date,
        to: date,
      });
      const entry = entries.find((each) => 'slots' in each);
      const slot = entry && 'slots' in entry ? entry.slots.find(({ start: at }) => Date.parse(at) === Date.parse(wanted)) : undefined;
      const early = state.safety?.notBefore && Date.parse(wanted) < Date.parse(state.safety.notBefore);
      if (slot && entry && 'slots' in entry && !early) this.dispatch({ type: 'slot-found', slot: offered(slot, entry) });
      else this.dispatch({ type: 'slot-lost' });
    } catch (error) {
      // The calendar itself shows that times cannot be loaded.
      asFailure(error);
    }
  }

  /** The form is needed at the safety check, what it asks consent to only with the details: no request before its time. */
  #loadForm(): void {
    const { state, backend } = this;
    const reference = state && (chosenService(state)?.service ?? state.facts.services.find(({ intakeForm }) => intakeForm))?.intakeForm;
    if (!backend || !reference) return;
    const { catalogue } = this.flow.storesFor(backend);
    const load = async (): Promise<void> => {
      this.form = await catalogue.intakeForm(reference);
      this.host.requestUpdate();
      const { consent } = this.form;
      if (!consent || (this.state?.step !== 'slot' || !this.state.holding) && this.state?.step !== 'details') return;
      this.consent = await catalogue.consentDocument(consent);
      this.host.requestUpdate();
    };
    this.formFailed = undefined;
    load().catch((error: unknown) => {
      this.formFailed = asFailure(error);
      this.host.requestUpdate();
    });
  }

  /** Loads the form again after a failure. */
  retryForm(): void {
    this.#loadForm();
    this.host.requestUpdate();
  }

  /** One live hold per visitor: whatever the new state no longer needs is given back. */
  #watchHold(previous: FlowState | null): void {
    const before = holdOf(previous);
    const now = holdOf(this.state);
    if (before?.id === now?.id && before?.expiresAt === now?.expiresAt) return;
    clearTimeout(this.#holdTimer);
    const booked = this.state?.step === 'confirmed' || this.state?.step === 'requested';
    if (before && before.id !== now?.id && !booked) void this.backend?.release(before);
    if (now && !now.expired && !booked) {
      this.#holdTimer = setTimeout(() => this.dispatch({ type: 'hold-expired' }), now.secondsLeft * 1000);
    }
  }

  #leave = (event: PageTransitionEvent): void => {
    // A page kept in the back-forward cache may come back to its hold.
    if (!event.persisted) this.#release();
  };

  #release(): void {
    const hold = holdOf(this.state);
    const { step } = this.state ?? {};
    clearTimeout(this.#holdTimer);
    if (hold && step !== 'submitting' && step !== 'outcome-unknown' && step !== 'confirmed' && step !== 'requested') {
      void this.backend?.release(hold);
      this.dispatch({ type: 'hold-expired' });
    }
  }

  #after(milliseconds: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, milliseconds);
    this.#timers.add(timer);
  }

  #clearTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}

function offered(slot: Slot, by: Pick<OfferedSlot, 'practitionerId' | 'timeZone' | 'price'>): OfferedSlot {
  return { ...slot, price: slot.price ?? by.price, practitionerId: by.practitionerId, timeZone: by.timeZone };
}

function holdOf(state: FlowState | null): HeldTime | null {
  return state && 'hold' in state ? state.hold : null;
}

/** Lets a failure of the backend through and rethrows anything else: a bug must not look like bad weather. */
function asFailure(error: unknown): BackendFailure {
  if (error instanceof BackendFailure) return error;
  throw error;
}

function reasonOf(kind: FailureKind): 'unreachable' | 'broken' | 'refused' {
  return kind === 'broken' || kind === 'unreachable' ? kind : 'refused';
}
