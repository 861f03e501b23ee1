import type { Address } from '../../src/contract/place.js';
import type { Business } from '../../src/contract/business.js';
import type { ConsentDocument, HealthBasis } from '../../src/contract/consent.js';
import type { IntakeForm } from '../../src/contract/intake.js';
import type { Practitioner } from '../../src/contract/practitioner.js';
import type { Service } from '../../src/contract/service.js';
import type { District } from '../../src/domain/practitioners/distance.js';
import type { RuleOverride } from '../../src/domain/intake/overrides.js';
import type { Texts } from '../../src/domain/texts/translation.js';
import type { SchedulingRules } from '../../src/domain/availability/offered-slots.js';

/** A practitioner as the backend knows one: the public profile, and what only it and booked clients may know. */
export interface PractitionerRecord {
  profile: Practitioner;
  schedule: SchedulingRules;
  /** Where in-call sessions are given. Private. */
  address?: Address;
  /** How to find the door; goes with the address. */
  arrival?: string;
  /** Their photo, where the backend has it itself: SVG. */
  picture?: string;
  email: string;
  phone: string;
  /** Minutes to and from each travel zone, in the order of the out-call offer's zones. */
  travelMinutes: readonly number[];
  /** What is different about visits: their own notice, and how late one may begin. */
  visits?: Pick<Partial<SchedulingRules>, 'noticeMinutes' | 'latestStart'>;
  /** What they screen more strictly or, where it is no stop, more mildly than the form: in every form that has the rule. */
  screening?: readonly RuleOverride[];
}

/** The data a backend is started with. It never changes while it runs. */
export interface Seed {
  business: Business;
  services: readonly Service[];
  practitioners: readonly PractitionerRecord[];
  intakeForms: readonly IntakeForm[];
  consentDocuments: readonly ConsentDocument[];
  /** On which basis the business's own pages take answers about health; by consent without a word. */
  healthBasis?: HealthBasis;
  /** What of this is said in other languages, by language and text; none by default. */
  texts?: Readonly<Record<string, Texts>>;
  /** Postcode districts by their outward code, for distances and for the names of places that are visited. */
  districts?: Readonly<Record<string, District>>;
}
