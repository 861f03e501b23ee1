import type { BookingRequest } from '../../src/contract/booking.js';
import { isGentle } from '../../src/domain/intake/limits.js';
import type { CatalogueData } from './catalogue.js';
import type { Queryable } from './database.js';
import { readProof, type Statement } from './intake-proof.js';
import { ProblemError } from './problems.js';
import type { PlannedSessions } from './sessions.js';
import type { Tokens } from './tokens.js';

/** How a new booking begins. */
export interface Standing {
  status: 'requested' | 'confirmed';
  /** Whether its client has to show first that they can be reached. */
  contact: 'awaited' | null;
}

/** Whether a booking stands at once. `asked`: it is a request whoever asks. */
export async function standing(
  tx: Queryable,
  request: BookingRequest,
  sessions: PlannedSessions,
  asked: boolean,
): Promise<Standing> {
  let status: Standing['status'] = asked ? 'requested' : 'confirmed';
  let contact: Standing['contact'] = null;
  for (const { offering } of sessions) {
    const { offer, practitioner } = offering;
    const known = await hasVisited(tx, request.client.email, practitioner.profile.id);
    if (offer.approval === 'always-request' || (offer.approval === 'first-visit-request' && !known)) {
      status = 'requested';
    }
    if (offer.place === 'outcall' && offer.confirmedContact && !known) contact = 'awaited';
  }
  return { status: contact ? 'requested' : status, contact };
}

/**
 * What the evaluation behind a booking's proof demands, or null without one. Throws `validation` for a proof that is none,
 * and `screening-refused` where the booking does not do what the evaluation asked for.
 */
export function proofFor(
  catalogue: CatalogueData,
  tokens: Tokens,
  request: Pick<BookingRequest, 'intakeProof'>,
  sessions: PlannedSessions,
  now: number,
): Statement | null {
  if (request.intakeProof === undefined) return null;
  const statement = readProof(tokens, request.intakeProof, '/intakeProof', now);
  const fits = sessions.every(({ offering, start }) => {
    const form = catalogue.formFor(offering.practitioner.profile.id, offering.service.id);
    const { skills } = offering.practitioner.profile;
    return (
      (!form || (form.id === statement.form && form.version === statement.version)) &&
      start >= statement.notBefore &&
      statement.places?.includes(offering.offer.place) !== false &&
      isGentle(offering.service, statement.maxIntensity) &&
      statement.skills.every((skill) => skills.includes(skill))
    );
  });
  if (!fits || statement.outcomes.includes('stop')) throw new ProblemError('screening-refused');
  return statement;
}

async function hasVisited(tx: Queryable, email: string, practitionerId: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM bookings WHERE client_email = $1 AND $2 = ANY (practitioner_ids) AND status IN ('confirmed', 'completed')`,
    [email.toLowerCase(), practitionerId],
  );
  return rows.length > 0;
}
