import type { Case } from '../case.js';
import { authorisationCases } from './authorisation.js';
import { availabilityBatchCases } from './availability-batches.js';
import { availabilityQuestionCases } from './availability-questions.js';
import { availabilityCases } from './availability.js';
import { bookingRefusalCases } from './booking-refusals.js';
import { bookingCases } from './bookings.js';
import { calendarFileCases } from './calendar-file.js';
import { cancelCases } from './cancel.js';
import { cardCases } from './cards.js';
import { catalogueCases } from './catalogue.js';
import { clockChangeCases } from './clock-changes.js';
import { corsCases } from './cors.js';
import { directoryCases } from './directory.js';
import { discoveryCases } from './discovery.js';
import { errorCases } from './errors.js';
import { holdClockCases } from './hold-clock.js';
import { holdRefusalCases } from './hold-refusals.js';
import { holdCases } from './holds.js';
import { httpCases } from './http.js';
import { idempotencyCases } from './idempotency.js';
import { intakeDeliveryCases } from './intake-deliveries.js';
import { intakeEvaluationCases } from './intake-evaluations.js';
import { intakeLimitCases } from './intake-limits.js';
import { listCases } from './lists.js';
import { raceCases } from './races.js';
import { rescheduleCases } from './reschedule.js';
import { textCases } from './texts.js';
import { visitCases } from './visits.js';

/** Every case, what can be read first. */
export const allCases: readonly Case[] = [
  ...discoveryCases,
  ...catalogueCases,
  ...directoryCases,
  ...listCases,
  ...corsCases,
  ...httpCases,
  ...availabilityCases,
  ...availabilityBatchCases,
  ...availabilityQuestionCases,
  ...cardCases,
  ...clockChangeCases,
  ...holdCases,
  ...holdRefusalCases,
  ...holdClockCases,
  ...bookingCases,
  ...bookingRefusalCases,
  ...visitCases,
  ...idempotencyCases,
  ...authorisationCases,
  ...cancelCases,
  ...rescheduleCases,
  ...calendarFileCases,
  ...intakeEvaluationCases,
  ...intakeDeliveryCases,
  ...intakeLimitCases,
  ...errorCases,
  ...textCases,
  ...raceCases,
];
