import { expect } from '@open-wc/testing';
import type { BookingBackend } from '../../src/backend/booking-backend.js';
import type { BookingRequest } from '../../src/contract/booking.js';
import type { KneadBooking } from '../../src/components/booking/booking.js';
import type { KneadIntakeForm } from '../../src/components/intake-form/intake-form.js';
import type { MemoryOptions } from '../../src/backend/memory/memory-backend.js';
import * as journey from '../../stories/flow/journey.js';
import { appears, choose, controls, inside, press, reaches } from '../../stories/flow/walk.js';

const de = {
  'Is any of these new, or getting worse?': 'Ist etwas davon neu oder wird es schlimmer?',
  'Massage isn’t right for everyone on every day.': 'Massage passt nicht jeden Tag für alle.',
  'Chest pain, or sudden trouble breathing': 'Schmerzen in der Brust oder plötzliche Atemnot',
  'None of these': 'Nichts davon',
  'Have you had a fever, an infection or an upset stomach in the last two days?':
    'Hatten Sie in den letzten zwei Tagen Fieber, einen Infekt oder Magenprobleme?',
  'Go to A&E or call 999 now. This needs to be looked at today, so please don’t book a massage for it.':
    'Gehen Sie jetzt in die Notaufnahme oder rufen Sie 999 an. Bitte buchen Sie dafür keine Massage.',
  'Please choose a time at least two days from now, when you’ve been well for 48 hours.':
    'Bitte wählen Sie einen Termin in frühestens zwei Tagen.',
  'How firm do you like it?': 'Wie kräftig mögen Sie es?',
};
const WORDS = 'This translation has not been checked. The original is below it.';

let requests: BookingRequest[] = [];
const { warn } = console;

/** A backend whose answers are in a language, where it has it. */
function speaking(language: string, options: MemoryOptions = {}): BookingBackend {
  const real = journey.presentBackend('default', { texts: { de }, environment: { language }, ...options });
  return journey.withMethod(real, {
    book: (request, key) => {
      requests.push(request);
      return real.book(request, key);
    },
  });
}

function show(backend: BookingBackend): KneadBooking {
  const booking = journey.bookingOf({ backend });
  document.body.append(booking);
  return booking;
}

/** What shows in another language than what is around it. */
const ownWords = (root: Element): string[] =>
  [...inside(root)].filter((each) => each.getAttribute('lang') === 'en-GB').map((each) => each.textContent);
const says = (root: Element, words: string): boolean => [...inside(root)].some((each) => each.textContent === words);
const nothingApplies =
  (unwell: 'Yes' | 'No'): journey.Stretch =>
  async (booking) => {
    await choose(booking, /^Nichts davon/);
    await choose(booking, unwell);
    await press(booking, 'Continue');
    await reaches(booking, /^When /);
  };

describe('a form in a language that nobody has reviewed', () => {
  beforeEach(() => {
    requests = [];
    console.warn = () => undefined;
  });
  afterEach(() => {
    console.warn = warn;
    document.querySelectorAll('knead-booking, knead-intake-form').forEach((element) => element.remove());
  });

  it('asks its safety check in both languages, each in its own, and says that it is not checked', async () => {
    const booking = show(speaking('de'));
    await journey.walk(booking, [journey.atTheTherapist, journey.backMassage]);
    await appears('the words', () => says(booking, WORDS));
    const [chest] = controls(booking, /^Schmerzen in der Brust/);
    expect(chest!.labels![0]!.innerText.trim()).to.match(/Atemnot\s+Chest pain, or sudden trouble breathing$/);
    const own = ownWords(booking);
    for (const [english, german] of Object.entries(de).slice(0, 5)) {
      expect(own).to.include(english);
      expect(own).not.to.include(german);
    }
    // What nobody has translated stands there once.
    expect(controls(booking, 'Pain, tingling, numbness or weakness in both legs')).to.have.length(1);
  });

  it('keeps both where the visitor answers, is told what is missing, and comes back', async () => {
    const booking = show(speaking('de'));
    await journey.walk(booking, [journey.atTheTherapist, journey.backMassage]);
    await appears('the words', () => says(booking, WORDS));
    const before = ownWords(booking);
    await choose(booking, /^Schmerzen in der Brust/);
    await press(booking, 'Continue');
    await appears('the summary', () => [...inside(booking)].find(({ id }) => id === 'error-summary'));
    expect(ownWords(booking)).to.deep.equal(before);
  });

  it('ends in both languages where the check says stop', async () => {
    const booking = show(speaking('de'));
    await journey.walk(booking, [journey.atTheTherapist, journey.backMassage]);
    await appears('the words', () => says(booking, WORDS));
    await choose(booking, /^Schmerzen in der Brust/);
    await choose(booking, 'No');
    await press(booking, 'Continue');
    await appears('the stop screen', () => booking.shadowRoot!.querySelector('#stop-heading'));
    const [german, english] = Object.entries(de)[5]!.toReversed();
    const message = booking.shadowRoot!.querySelector('.stop-message')!;
    expect(message.firstChild!.textContent).to.equal(german);
    expect(message.querySelector('[lang="en-GB"]')!.textContent).to.equal(english);
    expect(message.textContent).to.include(WORDS);
  });

  it('says what the check changes in both, asks nothing else, and leaves it for later', async () => {
    const booking = show(speaking('de'));
    await journey.walk(booking, [journey.atTheTherapist, journey.backMassage, nothingApplies('Yes')]);
    const deferred = await appears('the notice', () => booking.shadowRoot!.querySelector('.notice p'));
    const [german, english] = Object.entries(de)[6]!.toReversed();
    expect(deferred.textContent).to.include(german);
    expect((await appears('own words', () => deferred.querySelector('[lang="en-GB"]'))).textContent).to.equal(english);
    await journey.takesFirstTime(booking);
    await reaches(booking, 'Your details');
    await appears('the name', () => controls(booking, 'Full name')[0]);
    expect(booking.shadowRoot!.querySelector('knead-intake-form')!.sections).to.equal('contact');
    for (const health of Object.entries(de).at(-1)!) expect(says(booking, health)).to.equal(false);
    await journey.walk(booking, [journey.toReview, journey.books]);
    await reaches(booking, 'You’re booked');
    expect(requests.map(({ intake }) => intake)).to.deep.equal(['later']);
  });

  it('shows both where the form stands alone', async () => {
    const backend = speaking('de');
    const { services } = await backend.catalogue({});
    const { id, version } = services.find(({ intakeForm }) => intakeForm)!.intakeForm!;
    const form = document.createElement('knead-intake-form') as KneadIntakeForm;
    document.body.append(Object.assign(form, { backend, formId: id, formVersion: version, sections: 'safety' }));
    await appears('the words', () => says(form, WORDS));
    await choose(form, /^Schmerzen in der Brust/);
    await choose(form, 'No');
    await press(form, 'Continue');
    await appears('the stop screen', () => form.shadowRoot!.querySelector('#stop-heading'));
    expect(ownWords(form)).to.deep.equal([Object.keys(de)[5]]);
    expect(form.shadowRoot!.querySelector('.stop-message')!.textContent).to.include(WORDS);
  });

  for (const [what, backend] of [
    ['that was reviewed', () => speaking('de', { reviewedLanguages: ['de'] })],
    ['that is its own', () => speaking('en-GB')],
    ['that it has not', () => speaking('pl')],
  ] as const) {
    it(`does nothing of the kind in one ${what}`, async () => {
      const booking = show(backend());
      const none = what === 'that was reviewed' ? 'Nichts davon' : 'None of these';
      await journey.walk(booking, [journey.atTheTherapist, journey.backMassage]);
      await choose(booking, none);
      expect(ownWords(booking)).to.deep.equal([]);
      expect(says(booking, WORDS)).to.equal(false);
      await choose(booking, 'No');
      await press(booking, 'Continue');
      await journey.takesFirstTime(booking);
      await reaches(booking, 'Your details');
      const details = await appears('the form', () => booking.shadowRoot!.querySelector('knead-intake-form'));
      expect(details.sections).to.include('preferences');
    });
  }
});
