import { MEMORY_NOW, memoryBackend } from '../../src/backend/memory/memory-backend.js';
import { CONSENT, FORM } from '../../src/backend/memory/intake-form.js';
import { PRACTITIONERS, SERVICES } from '../../src/backend/memory/catalogue.js';
import '../../src/components/intake-form/intake-form.js';
import '../../src/components/service-picker/service-picker.js';
import '../../src/components/slot-calendar/slot-calendar.js';
import '../../src/components/therapist-card/therapist-card.js';
import '../../src/components/therapist-directory/therapist-directory.js';
import { AVAILABILITY, slot } from '../components/given-times.js';
import { bookingOf, firstTime, walk } from '../flow/journey.js';
import { managedBooking } from '../flow/managed.js';
import { Times } from '../flow/times.stories.js';

const now = Date.parse(MEMORY_NOW);

/** One of every element, in a state that shows most of what can be themed. */
export const samples = {
  /** The whole flow, where a time is chosen. */
  booking: (): HTMLElement => {
    const booking = bookingOf(Times.args!);
    // A sample that is left half way is no failure.
    walk(booking, [...Times.args!.way!, firstTime]).catch(() => undefined);
    return booking;
  },
  calendar: (): HTMLElement =>
    Object.assign(document.createElement('knead-slot-calendar'), {
      ...{ practitioner: 'mara', service: 'back', option: '60', now },
      availability: AVAILABILITY,
      value: slot('2026-10-10', '11:00'),
    }),
  services: (): HTMLElement =>
    Object.assign(document.createElement('knead-service-picker'), {
      services: SERVICES.slice(0, 3),
      offer: PRACTITIONERS[0]!.places[0]!,
      value: { serviceId: SERVICES[0]!.id, optionId: SERVICES[0]!.options[1]!.id, addOnIds: [] },
    }),
  form: (): HTMLElement =>
    Object.assign(document.createElement('knead-intake-form'), {
      definition: FORM,
      consentDocument: CONSENT,
      sections: 'contact',
    }),
  card: (): HTMLElement =>
    Object.assign(document.createElement('knead-therapist-card'), {
      practitioner: PRACTITIONERS[0]!,
      services: SERVICES,
      availability: AVAILABILITY,
      href: 'https://mara.example/',
      now,
    }),
  directory: (): HTMLElement =>
    Object.assign(document.createElement('knead-therapist-directory'), { backend: memoryBackend(), now }),
  managed: (): HTMLElement => managedBooking({}).element,
};
