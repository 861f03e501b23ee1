import type { Capabilities } from '../contract/capabilities.js';
import type { Client } from './client.js';
import type { Control } from './control.js';
import type { Subject } from './subject.js';
import type { Visitor } from './visitor.js';

/**
 * - `transport`: what only real HTTP has (CORS, caches, broken connections);
 * - `concurrency`: what only several requests at once show;
 * - `controlled`: needs the backend's clock or data in the kit's hand.
 */
export type Tag = 'transport' | 'concurrency' | 'controlled';

/** What a backend may declare. `replay` and `screening` are the highest of their kind. */
export type Need =
  | 'holds'
  | 'batchAvailability'
  | 'replay'
  | 'atomicBooking'
  | 'bookingLookup'
  | 'addOns'
  | 'outcall'
  | 'cancel'
  | 'reschedule'
  | 'calendarFile'
  | 'screening'
  | 'consents'
  | 'availabilitySummary'
  | 'availabilitySearch'
  | 'practitionerSearch'
  | 'serviceAreaChecks'
  | 'intakeWithdrawal'
  | 'clientData';

/** One sentence of the contract, and how to see that a backend keeps it. */
export interface Case {
  /** Never changes once published. */
  id: string;
  /** The sentence. */
  clause: string;
  /** Who declares these is bound; without any, every backend is. */
  needs?: readonly Need[];
  tags?: readonly Tag[];
  /** Throws `Unmet` where the clause is not kept, `NotHere` where it cannot be seen. */
  run(context: Context): Promise<void>;
}

/** What a case works with. */
export interface Context {
  client: Client;
  subject: Subject;
  visitor: Visitor;
  /** Only there for cases tagged `controlled`, or where the backend opens `/test/*`. */
  control: Control | null;
}

/** Whether a backend declares what a case needs. */
export function declares(capabilities: Capabilities, need: Need): boolean {
  if (need === 'replay') return capabilities.idempotency === 'replay';
  if (need === 'screening') return capabilities.intake === 'screening';
  return capabilities[need] === true;
}

/** Identity, for the type check of a list of cases written on its own. */
export function cases(...list: readonly Case[]): readonly Case[] {
  return list;
}
