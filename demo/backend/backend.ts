import type { AnswerCache } from './answer-cache.js';
import type { BookingChanges } from './booking-changes.js';
import type { Bookings } from './bookings.js';
import type { CatalogueData } from './catalogue.js';
import type { Clock } from './clock.js';
import type { Database } from './database.js';
import type { Directory } from './directory.js';
import type { Holds } from './holds.js';
import type { Idempotency } from './idempotency.js';
import type { Intake } from './intake.js';
import type { IntakeReading } from './intake-reading.js';
import type { Outbox } from './outbox.js';
import type { Practice } from './practice.js';
import type { PracticeHours } from './practice-hours.js';
import type { PracticeScreening } from './practice-screening.js';
import type { PracticeLinks } from './practice-links.js';
import type { RateLimit } from './rate-limit.js';
import type { Reminders } from './reminders.js';
import type { Retention } from './retention.js';
import type { Summaries } from './summary.js';
import type { Timetable } from './availability.js';

/** The parts of a running backend, as its routes use them. */
export interface BackendParts {
  catalogue: CatalogueData;
  database: Database;
  clock: Clock;
  timetable: Timetable;
  summaries: Summaries;
  /** To be told when anything else than the database changes that free times follow from. */
  answers: AnswerCache;
  directory: Directory;
  holds: Holds;
  bookings: Bookings;
  changes: BookingChanges;
  intake: Intake;
  intakeReading: IntakeReading;
  idempotency: Idempotency;
  outbox: Outbox;
  reminders: Reminders;
  retention: Retention;
  practice: Practice;
  practiceHours: PracticeHours;
  practiceScreening: PracticeScreening;
  practiceLinks: PracticeLinks;
  rateLimit: RateLimit;
  /** Where the backend is reached, without a slash at its end. */
  publicUrl: string;
  /** The folder of built scripts that the backend's own pages load. */
  assets: string;
  /** Whether everybody who can reach the backend may read the mails it would send. */
  outboxIsOpen: boolean;
}
