import { expect, fixtureCleanup } from '@open-wc/testing';
import type { KneadBooking } from '../../src/components/booking/booking.js';
import * as front from '../../stories/components/booking.stories.js';
import * as made from '../../stories/flow/booking-made.stories.js';
import { bookingOf, walk, type JourneyArgs } from '../../stories/flow/journey.js';
import { button, control, heading, inside } from '../../stories/flow/walk.js';
import * as times from '../../stories/flow/times.stories.js';
import { settled } from '../support/settled.js';

const { default: _front, ...beginning } = front;
const { default: _times, ...middle } = times;
const { default: _made, ...end } = made;
const stories: Record<string, { args?: JourneyArgs }> = { ...beginning, ...middle, ...end };

/** Shows a story. */
async function show(name: string): Promise<KneadBooking> {
  const args = stories[name]?.args ?? {};
  const booking = bookingOf(args);
  document.body.append(booking);
  await walk(booking, args.way);
  await settled(booking);
  return booking;
}

const text = (booking: KneadBooking): string =>
  [...inside(booking)]
    .flatMap((element) => [...element.childNodes])
    .filter((node) => node.nodeType === Node.TEXT_NODE && node.parentElement?.checkVisibility())
    .map((node) => node.textContent ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ');
const fallback = (booking: KneadBooking): boolean =>
  booking.querySelector('a')!.checkVisibility() && booking.querySelector('a')!.offsetHeight > 0;
const focused = (): Element | null => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
};

/** What every state must show: heading, words, buttons and links that are there, and those that must not be. */
const expectations: Record<
  string,
  {
    heading?: string;
    says?: (string | RegExp)[];
    buttons?: (string | RegExp)[];
    no?: (string | RegExp)[];
    fallback?: boolean;
  }
> = {
  Loading: { says: ['Loading the booking form'], no: ['Continue', 'Try again'] },
  Failed: {
    says: ['We can’t reach the booking system', 'Nothing you have typed is lost'],
    buttons: ['Try again'],
    fallback: true,
  },
  Offline: { says: ['We can’t reach the booking system'], buttons: ['Try again'], fallback: true },
  HotelNetwork: { says: ['in a way we don’t understand'], buttons: ['Try again'], fallback: true },
  BrokenAnswer: { says: ['in a way we don’t understand'], buttons: ['Try again'], fallback: true },
  ForeignBackend: { says: ['in a way we don’t understand'], buttons: ['Try again'], fallback: true },
  UnknownTherapist: { says: ['not set up correctly'], no: ['Try again', 'Continue'], fallback: true },
  EmptyPractice: { says: ['not set up correctly'], no: ['Try again', 'Continue'], fallback: true },
  Therapists: {
    heading: 'Who would you like to see?',
    says: ['Mara L.', 'Kasia R.'],
    buttons: ['Continue'],
    no: ['Back'],
  },
  Place: {
    heading: 'Where would you like your massage?',
    says: ['Step 1 of 6', 'Marylebone W1'],
    buttons: ['Continue'],
    no: ['Back'],
  },
  PlaceMissing: { heading: 'Where would you like your massage?', says: ['Choose where you would like your massage'] },
  PostcodeMalformed: { says: ['That does not look like a postcode. Try something like E1 or E1 6AN.'] },
  NotVisited: {
    says: ['Mara L. doesn’t visit N22.', 'You are welcome at Marylebone W1 instead.'],
    buttons: ['Come to Marylebone W1 instead'],
  },
  Treatments: { heading: 'What would you like?', says: ['Back massage', 'from £65'], buttons: ['Continue', 'Back'] },
  TreatmentsAtYourPlace: { heading: 'What would you like?', says: ['from £75'], no: [/from £65/] },
  SafetyCheck: {
    heading: 'A quick safety check',
    says: ['warning signs never leave this device', '£80.00'],
    buttons: ['Continue', 'Back'],
  },
  SafetyCheckUnanswered: {
    says: ['There is a problem', 'Select what applies or “None of these”', 'Choose one answer'],
  },
  SafetyCheckFailed: {
    says: ['We can’t reach the booking system'],
    buttons: ['Try again', 'Back'],
    no: ['Continue'],
    fallback: true,
  },
  Stopped: {
    says: [
      'If this is happening now, get help today',
      'call 999 now',
      'Nothing you answered here has been sent or stored.',
    ],
    buttons: ['Change my answer', '020 7946 0123'],
    no: ['Continue', /^Book/],
    fallback: true,
  },
  Times: {
    heading: 'When would you like to come?',
    says: ['All times are London time.', 'Soonest times'],
    buttons: ['Continue', 'Back'],
  },
  TimesDeferred: { says: [/well for 48 hours\. Times start on \w+ \d+ \w+\./] },
  TimesFailed: {
    heading: 'When would you like to come?',
    says: ['We can’t reach the booking system'],
    buttons: ['Try again', 'Back'],
    fallback: true,
  },
  NoTimes: {
    says: ['There are no times to book online at the moment.'],
    buttons: ['020 7946 0123'],
    fallback: true,
  },
  Taken: {
    heading: 'When would you like to come?',
    says: ['That time has just been taken', 'Everything else is still here.', 'Other times close to it', '£80.00'],
    buttons: ['Continue'],
  },
  NotKept: {
    heading: 'When would you like to come?',
    says: ['We can’t reach the booking system'],
    buttons: ['Continue'],
  },
  Details: {
    heading: 'Your details',
    says: ['Kept for you for another 15 min', 'Full name'],
    buttons: ['Keep it longer', 'Continue', 'Back'],
  },
  Held: {
    heading: 'When would you like to come?',
    says: ['kept for you', 'Kept for you for another 15 min'],
    buttons: ['Keep it longer', 'Continue'],
  },
  HoldExpired: {
    heading: 'Your details',
    says: ['We no longer keep this time for you, but you can still book it if it is free.'],
    buttons: ['Continue'],
    no: ['Keep it longer'],
  },
  DetailsOfAVisit: { heading: 'Your details', says: ['Where should your therapist come?', '£90.00'] },
  DetailsMissing: { says: ['There is a problem', 'Enter your full name', 'Enter your email address'] },
  DetailsWithoutHold: { heading: 'Your details', no: ['Keep it longer'] },
  DetailsPrefilled: { heading: 'Your details' },
  Review: {
    heading: 'Check before you book',
    says: [
      'Nothing is booked until you press the button below.',
      'London time',
      'Ada Example',
      'By card and cash.',
      'privacy notice, version 2',
      'booking terms, version 3',
    ],
    buttons: ['Change Where', 'Change Treatment', 'Change When', 'Change Name', 'Book and pay £80 on the day'],
  },
  ReviewOfAVisit: { says: ['3 Example Street', 'W1 2AB', 'Travel £10'], buttons: ['Book and pay £90 on the day'] },
  TooFast: { heading: 'Check before you book', says: ['Please check your details'] },
  PriceChanged: {
    heading: 'Check before you book',
    says: ['The price has changed to £85.00. Nothing has been booked.'],
    buttons: ['Book and pay £85 on the day'],
    no: [/£80 on the day/],
  },
  Submitting: { heading: 'Booking…', no: [/^Book and pay/, 'Back', 'Continue'] },
  OutcomeUnknown: {
    heading: 'We are checking whether your booking went through',
    says: ['Your time cannot be booked twice.', 'hello@mara.example'],
    buttons: ['Check again'],
    no: [/^Book/, 'Back'],
  },
  StillUnknown: {
    says: ['Still no answer.', 'Please do not book a second time.'],
    buttons: ['Check again'],
    no: [/^Book/],
  },
  Confirmed: {
    heading: 'You’re booked',
    says: [
      /MARA-\d+/,
      'Back massage, 60 min',
      'London time',
      '1 Example Mews',
      '£80.00 on the day',
      'at any time',
      'get in touch below',
    ],
    buttons: ['Add to calendar'],
    no: ['Back', /^Book and/],
  },
  ConfirmedWithPreferences: { heading: 'You’re booked', says: ['Your preferences have reached Mara L.'] },
  PreferencesNotSent: {
    heading: 'You’re booked',
    says: ['Your preferences could not be sent. Your booking stands.'],
    buttons: ['Try again'],
  },
  Requested: { heading: 'Request sent', says: ['will answer you'] },
  Slow: { no: ['Try again'] },
  LongText: { heading: 'What would you like?', says: ['Nackenschulterrückenmuskulaturentspannung'] },
  Narrow: { heading: 'What would you like?', buttons: ['Continue', 'Back'] },
  Narrowest: { heading: 'What would you like?', buttons: ['Continue', 'Back'] },
  Dark: { heading: 'What would you like?' },
  Plain: { heading: 'What would you like?' },
  Compact: { heading: 'What would you like?' },
  German: { heading: 'Wo möchten Sie Ihre Massage?', buttons: ['Weiter'] },
  Arabic: { heading: 'أين يكون التدليك؟' },
  LongWords: { heading: 'Whééréé wóúúldd ýóúú lííké ýýóúúr máášššágéé?' },
  TimeFromACardGone: { heading: 'When would you like to come?', says: ['does not fit this choice'] },
  HoldEnding: { heading: 'Your details', says: ['Kept for you for another 1 min'] },
  TimesNarrow: { heading: 'When would you like to come?' },
  DetailsNarrow: { heading: 'Your details' },
  TimesRightToLeft: { heading: 'When would you like to come?' },
  DetailsRightToLeft: { heading: 'Your details' },
  NotSent: {
    heading: 'Check before you book',
    says: ['Check your connection and try again. Nothing you have typed is lost.'],
    buttons: [/^Book and pay/],
  },
  ConfirmedAfterAll: { heading: 'You’re booked', no: [/^Book and pay/] },
  ReviewNarrow: { heading: 'Check before you book' },
  ConfirmedNarrow: { heading: 'You’re booked' },
  ReviewRightToLeft: { heading: 'Check before you book' },
  ConfirmedRightToLeft: { heading: 'You’re booked' },
};

describe('knead-booking shows', () => {
  afterEach(() => {
    document.querySelectorAll('knead-booking').forEach((booking) => booking.remove());
    fixtureCleanup();
  });

  it('every state that is a story, and no other', () => {
    expect(Object.keys(expectations).sort()).to.deep.equal(Object.keys(stories).sort());
  });

  for (const [name, expected] of Object.entries(expectations)) {
    it(`${name}, accessibly`, async () => {
      const booking = await show(name);
      if (expected.heading !== undefined) expect(heading(booking)).to.equal(expected.heading);
      const said = text(booking);
      for (const words of expected.says ?? []) {
        expect(
          typeof words === 'string' ? said.includes(words) : words.test(said),
          `${String(words)} in: ${said}`,
        ).to.equal(true);
      }
      for (const wanted of expected.buttons ?? [])
        expect(button(booking, wanted) !== undefined, `button ${String(wanted)}`).to.equal(true);
      for (const unwanted of expected.no ?? []) {
        expect(button(booking, unwanted) === undefined, `no button ${String(unwanted)}`).to.equal(true);
      }
      expect(fallback(booking), 'the page’s own phone number shows').to.equal(expected.fallback ?? false);
      await expect(booking).to.be.accessible();
    });
  }

  it('the heading of each new step with focus on it, and takes no focus at first', async () => {
    const booking = await show('Place');
    expect(focused()?.localName).to.equal('body');
    const way = stories['Confirmed']!.args!.way!;
    const seen: string[] = [];
    for (const stretch of way) {
      await stretch(booking);
      await settled(booking);
      if (seen.at(-1) === heading(booking)) continue;
      seen.push(heading(booking));
      expect(focused()?.id, `focus at "${heading(booking)}"`).to.equal('step-heading');
    }
    expect(seen).to.deep.equal([
      'What would you like?',
      'A quick safety check',
      'When would you like to come?',
      'Your details',
      'Check before you book',
      'You’re booked',
    ]);
  });

  it('typed details that were prefilled, checked like typed ones', async () => {
    const booking = await show('DetailsPrefilled');
    expect(control(booking, 'Full name')!.value).to.equal('Ada Example');
    booking.remove();
    const args: JourneyArgs = {
      ...stories['DetailsPrefilled']!.args,
      prefill: { name: 'Ada', email: 'ada@', phone: '12' },
    };
    const wrong = bookingOf(args);
    document.body.append(wrong);
    await walk(wrong, args.way);
    button(wrong, 'Continue')!.click();
    await settled(wrong);
    expect(heading(wrong)).to.equal('Your details');
    expect(text(wrong)).to.include('Enter an email address like name@example.com').and.to.include('at least 7 digits');
    expect(control(wrong, 'Email address')!.value).to.equal('ada@');
  });
});
