import { PROBLEM_STATUS, type FieldProblem, type Problem, type ProblemCode } from '../../src/contract/problem.js';

const TITLES: Record<ProblemCode, string> = {
  malformed: 'The request is not well-formed.',
  'idempotency-key-missing': 'An Idempotency-Key of 16 to 200 characters is required.',
  'unsupported-time-zone': 'That time zone is not known.',
  'range-too-long': 'Too many days were asked for at once.',
  'token-invalid': 'The token is not valid.',
  'cancellation-window-passed': 'The booking can no longer be cancelled here.',
  'reschedule-not-allowed': 'The booking can no longer be moved here.',
  'booking-disabled': 'Bookings are not being taken.',
  'challenge-required': 'A check is required first.',
  'not-found': 'There is no such thing here.',
  'method-not-allowed': 'That method is not allowed here.',
  'slot-unavailable': 'That time has just been taken.',
  'hold-consumed': 'The time that was kept has already been booked.',
  'price-changed': 'The price has changed.',
  'already-cancelled': 'The booking is already cancelled.',
  'request-in-flight': 'The same request is still being worked on.',
  'screening-refused': 'The safety check does not allow this.',
  'consent-outdated': 'The text that was agreed to is no longer the current one.',
  'form-version-retired': 'That version of the form is no longer used.',
  'revision-mismatch': 'It was changed in the meantime.',
  'too-large': 'The request is too large.',
  'unsupported-media-type': 'Requests are sent as application/json.',
  validation: 'Some fields are missing or wrong.',
  'idempotency-key-reused': 'The Idempotency-Key was used for a different request.',
  'not-offered': 'That is not offered.',
  'outside-service-area': 'That address is outside the area visited.',
  'rate-limited': 'Too many requests.',
  'hold-limit': 'Too many times are being kept.',
  internal: 'Something went wrong here.',
  'temporarily-unavailable': 'Not available just now.',
};

const RETRYABLE: readonly ProblemCode[] = ['request-in-flight', 'rate-limited', 'temporarily-unavailable', 'internal'];

/** Thrown anywhere below a route; the application answers with it as `application/problem+json`. Never holds what a client typed. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(
    code: ProblemCode,
    fields: Partial<Problem> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.problem = { ...problemOf(code), ...fields };
  }
}

/** A request whose fields are at fault, each named by its JSON pointer. */
export function invalid(...errors: FieldProblem[]): ProblemError {
  return new ProblemError('validation', { errors });
}

/** A problem with nothing but what its code says. */
export function problemOf(code: ProblemCode): Problem {
  return {
    type: `urn:knead:problem:${code}`,
    title: TITLES[code],
    status: PROBLEM_STATUS[code],
    code,
    ...(RETRYABLE.includes(code) && { retryable: true }),
  };
}

/** The answer for a problem. Never cached. */
export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  });
}
