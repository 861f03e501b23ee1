import type { Booking, Client } from '../contract/booking.js';
import type { EvaluatedOutcome } from '../contract/intake.js';
import type { Price } from '../contract/money.js';
import type { IntakeDraft } from '../domain/client/intake-draft.js';
import type { Screening } from '../domain/intake/answers.js';
import type { ServiceChoice } from '../domain/services/service-choice.js';
import type { OfferedSlot } from '../domain/slots/slot-index.js';
import type { Delivery, HeldTime, Step, Where } from './state.js';

/** Everything that can happen to a flow. Time and randomness come in with the action; the reducer reads neither. */
export type Action =
  | { type: 'practitioner-chosen'; practitionerId: string }
  | { type: 'place-chosen'; where: Where }
  | { type: 'service-chosen'; service: ServiceChoice }
  /** The visitor looks at a choice without going on: only the summary follows. */
  | { type: 'service-looked-at'; service: ServiceChoice }
  | { type: 'slot-looked-at'; slot: OfferedSlot }
  | {
      type: 'safety-answered';
      intake: IntakeDraft;
      screening: Screening;
      formId: string;
      version: string;
      at: string;
    }
  | { type: 'slot-chosen'; slot: OfferedSlot }
  | { type: 'slot-held'; slot: OfferedSlot; hold: HeldTime | undefined }
  | { type: 'slot-taken'; alternatives: readonly OfferedSlot[] }
  | { type: 'slot-failed'; reason: 'unreachable' | 'broken' | 'refused' }
  | { type: 'slot-found'; slot: OfferedSlot }
  | { type: 'slot-lost' }
  /** Kept for longer, or less of it left. */
  | { type: 'hold-changed'; hold: HeldTime }
  | { type: 'details-given'; intake: IntakeDraft; screening: Screening; client: Client; at: string; key: string }
  | { type: 'typed'; intake: IntakeDraft }
  | { type: 'submit'; afterMilliseconds: number }
  /** The backend's word on the answers. `key` is for another intent, should it become one. */
  | { type: 'evaluated'; outcomes: readonly EvaluatedOutcome[]; proof: string; at: string; key: string }
  | { type: 'proof-refused'; key: string }
  | { type: 'answer-slow' }
  | { type: 'answer-late' }
  | { type: 'booked'; booking: Booking }
  | { type: 'price-changed'; price: Price; key: string }
  | { type: 'booking-failed'; reason: 'unreachable' | 'broken' | 'refused' }
  | { type: 'check' }
  | { type: 'check-failed' }
  | { type: 'delivery'; delivery: Exclude<Delivery, 'none'> }
  | { type: 'back' }
  | { type: 'change'; step: Step };
