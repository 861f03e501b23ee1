import { createHash } from 'node:crypto';
import type { ConsentDocument } from '../../src/contract/consent.js';

function documentOf(fields: Omit<ConsentDocument, 'hash' | 'language' | 'version'>): ConsentDocument {
  const hash = `sha-256:${createHash('sha256').update(fields.text, 'utf8').digest('hex')}`;
  return { ...fields, version: '1', language: 'en-GB', hash };
}

/** Every text a client of the demo can agree to. */
export const londonDocuments: readonly ConsentDocument[] = [
  documentOf({
    id: 'health-consent',
    kind: 'health',
    recipient: 'the therapist you are booking with, at Lantern Lane Massage',
    text:
      'I agree that my answers about my health and how I am feeling are sent to the therapist I am booking with at ' +
      'Lantern Lane Massage, who uses them only to plan my session. I can withdraw this at any time by telling them.',
  }),
  documentOf({
    id: 'health-notice',
    kind: 'health',
    recipient: 'the therapist you are booking with, at Lantern Lane Massage',
    text:
      'Your answers about your health and how you are feeling are sent to the therapist you are booking with at Lantern ' +
      'Lane Massage, who needs them to care for you safely and keeps them confidential. You can see or correct them, ' +
      'or ask for them to be deleted, from the link in your confirmation.',
  }),
  documentOf({
    id: 'terms',
    kind: 'terms',
    text:
      'These terms are part of a demonstration. Lantern Lane Massage and everybody named by it are fictional.\n\n' +
      'A booking is made when you see its reference. Where a therapist accepts bookings by hand, your time is kept ' +
      'until they answer.\n\n' +
      'You can change or cancel free of charge until 24 hours before the session. After that, half of the price is due.\n\n' +
      'You pay on the day, by card or in cash. Either of you may end a session at any time.',
  }),
  documentOf({
    id: 'privacy',
    kind: 'privacy',
    text:
      'This notice is part of a demonstration. Lantern Lane Massage and everybody named by it are fictional.\n\n' +
      'We keep your name, your contact details and, for visits, your address, to give you the session you booked. ' +
      'Your therapist sees them; nobody else does.\n\n' +
      'The safety check is answered on your own device, and its answers stay there. Other answers about your health ' +
      'reach your therapist only if you agree to that in its own sentence.\n\n' +
      'Write to hello@lanternlane.example to see, correct or delete what we keep.',
  }),
];
