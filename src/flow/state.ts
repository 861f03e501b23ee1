import type { Booking, Client } from '../contract/booking.js';
import type { Business } from '../contract/business.js';
import type { HealthBasis } from '../contract/consent.js';
import type { Capabilities } from '../contract/capabilities.js';
import type { Hold } from '../contract/hold.js';
import type { EvaluatedOutcome } from '../contract/intake.js';
import type { Price } from '../contract/money.js';
import type { Place } from '../contract/place.js';
import type { Practitioner } from '../contract/practitioner.js';
import type { Service } from '../contract/service.js';
import type { ContactDraft } from '../domain/client/contact.js';
import type { IntakeDraft } from '../domain/client/intake-draft.js';
import type { Limits } from '../domain/intake/limits.js';
import type { ServiceChoice } from '../domain/services/service-choice.js';
import type { OfferedSlot } from '../domain/slots/slot-index.js';

/** What the backend offers and what the page asked for: given when the flow starts, the same in every state. */
export interface Facts {
  business: Business;
  capabilities: Capabilities;
  services: readonly Service[];
  practitioners: readonly Practitioner[];
  preset: Preset;
}

/** What the host page chose beforehand. Ids it names that are not offered are left out of it. */
export interface Preset {
  practitionerId?: string | null;
  place?: Place | null;
  serviceId?: string | null;
  optionId?: string | null;
  /** Instant of a time tapped elsewhere; kept through the earlier steps and checked again. */
  start?: string | undefined;
  intake?: 'inline' | 'later' | 'off' | undefined;
  /** Why answers about health may be taken. */
  healthBasis?: HealthBasis | undefined;
  /** Contact details the page knows already. */
  contact?: Partial<ContactDraft> | null;
}

/** Where the session happens. */
export interface Where {
  place: Place;
  /** For `outcall`: the first half of the visitor's postcode. */
  outwardCode?: string;
}

/** What a rule that holds does, whether the browser found it or the backend said so. */
export type Effect = Omit<EvaluatedOutcome, 'ruleId'>;

/** A passed safety check: its effect, never its answers. */
export interface SafetyPass extends Limits {
  formId: string;
  version: string;
  at: string;
  /** Screening asks for the therapist's word first. */
  asRequest: boolean;
  /** No session before this instant. */
  notBefore: string | null;
  /** What a practitioner must be able to do. */
  skills: readonly string[];
  /** All that holds, for its words. */
  rules: readonly Effect[];
}

/** What was chosen and typed so far, whichever step shows. Going back, a taken slot or a failure takes nothing from it. */
export interface Draft {
  practitionerId?: string | undefined;
  where?: Where | undefined;
  service?: ServiceChoice | undefined;
  safety?: SafetyPass | undefined;
  slot?: OfferedSlot | undefined;
  /** What the backend keeps for this visitor: at most one time, for this very session. */
  hold?: HeldTime | undefined;
  /** Instant of a time chosen elsewhere or for another session: looked for again at the time step. */
  wanted?: string | undefined;
  intake: IntakeDraft;
  /** Review was seen once: steps already answered are not shown again on the way back to it. */
  reviewed: boolean;
}

interface Common {
  facts: Facts;
  draft: Draft;
}
interface Placed extends Common {
  practitionerId: string;
  where: Where;
}
/** A place and a treatment. */
export interface Chosen extends Placed {
  service: ServiceChoice;
}
/** A treatment, a place and a passed safety check. */
export interface Passed extends Chosen {
  /** Null where the service names no form. */
  safety: SafetyPass | null;
}
/** With a time. */
export interface Timed extends Passed {
  slot: OfferedSlot;
  price: Price;
}
/** With who is coming. */
export interface Described extends Timed {
  client: Client;
  /** When the details were given; consent and answers carry it. */
  describedAt: string;
  /** Idempotency key of this intent: every attempt to book it uses the same one. */
  key: string;
  /** What the backend answered to the answers that will follow. */
  proof?: string | undefined;
  /** It did not take one proof already. */
  refused?: boolean;
}

/** A hold as the flow knows it. */
export interface HeldTime extends Hold {
  slot: OfferedSlot;
  /** Whole minutes, rounded up; 0 once it has run out. */
  minutesLeft: number;
}

/** Why the time step shows again, or what it should say. */
export type SlotNotice =
  | { kind: 'taken'; alternatives: readonly OfferedSlot[] }
  | { kind: 'lost' }
  | { kind: 'failed'; reason: 'unreachable' | 'broken' | 'refused' };

/** Why review shows again. */
export type ReviewNotice =
  | { kind: 'price-changed' }
  /** The backend wants the therapist asked first. */
  | { kind: 'request' }
  | { kind: 'failed'; reason: 'unreachable' | 'broken' | 'refused' }
  | { kind: 'too-fast' }
  | { kind: 'automated' };

/** How far sending the answers after a booking has come. */
export type Delivery = 'none' | 'sending' | 'received' | 'failed';

export type PractitionerState = Common & { step: 'practitioner' };
export type PlaceState = Common & { step: 'place'; practitionerId: string };
export type ServiceState = Placed & { step: 'service' };
export type SafetyState = Chosen & { step: 'safety' };
/**
 * Screening ended online booking, or nobody here fits; what was chosen stays, so that an answer can be changed. `isSent`: the
 * backend was asked about the answers.
 */
export type StoppedState = Chosen & { step: 'stopped'; rules: readonly Effect[]; isSent: boolean };
export type SlotState = Passed & { step: 'slot'; holding: OfferedSlot | null; notice: SlotNotice | null };
export type DetailsState = Timed & { step: 'details' };
export type ReviewState = Described & { step: 'review'; notice: ReviewNotice | null };
export type SubmittingState = Described & { step: 'submitting'; slow: boolean };
/** The request has left and no answer came. `checking` while we ask again. */
export type OutcomeUnknownState = Described & { step: 'outcome-unknown'; checking: boolean; checked: boolean };
export type BookedState = Described & { step: 'confirmed' | 'requested'; booking: Booking; delivery: Delivery };

/** Each state says what is known by then, and no more: of what a step before it had of its own nothing can be read. */
export type FlowState =
  | PractitionerState
  | PlaceState
  | ServiceState
  | SafetyState
  | StoppedState
  | SlotState
  | DetailsState
  | ReviewState
  | SubmittingState
  | OutcomeUnknownState
  | BookedState;

/** The steps a visitor walks through and can come back to, in order. */
export const STEPS = ['practitioner', 'place', 'service', 'safety', 'slot', 'details', 'review'] as const;
export type Step = (typeof STEPS)[number];
