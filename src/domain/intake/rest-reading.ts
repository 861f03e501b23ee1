import type { Client } from '../../contract/booking.js';
import { readContact } from '../client/contact.js';
import type { IntakeDraft } from '../client/intake-draft.js';
import type { IntakeFault, IntakeNeeds } from './submission.js';

/** What a form says beyond its safety check. `questions` checks those about health and preferences. */
export function readRest(
  draft: IntakeDraft,
  { sections, inPerson, healthBasis, place, outwardCode }: IntakeNeeds,
  questions: () => IntakeFault[],
): { client: Client | null; faults: IntakeFault[] } {
  const faults: IntakeFault[] = [];
  const contact = sections.includes('contact') ? readContact(draft.contact, { place, outwardCode }) : { client: null };
  if ('faults' in contact) for (const [field, fault] of contact.faults) faults.push({ field, fault });
  if (!inPerson) {
    faults.push(...questions());
    // Explicit consent is a box of its own that was ticked; whoever leaves it answers in person, and says so.
    if (healthBasis !== 'care' && sections.includes('consent') && !draft.consentGiven)
      faults.push({ field: 'consent', fault: 'missing' });
  }
  return { client: 'client' in contact ? contact.client : null, faults };
}
