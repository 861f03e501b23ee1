import { expect } from '@open-wc/testing';
import * as managed from '../../stories/components/manage-booking.stories.js';
import { managedBooking, walk, type Managed, type ManagedArgs } from '../../stories/flow/managed.js';
import { button, heading, inside } from '../../stories/flow/walk.js';
import { settled } from '../support/settled.js';

const { default: _meta, ...rest } = managed;
const stories: Record<string, { args?: ManagedArgs }> = rest;

/** Shows a story. */
async function show(name: string): Promise<Managed> {
  const args = stories[name]?.args ?? {};
  const shown = managedBooking(args);
  document.body.append(shown.element);
  await walk(shown, args.way);
  await settled(shown.element);
  return shown;
}

const text = (element: Element): string =>
  [...inside(element)]
    .flatMap((each) => [...each.childNodes])
    .filter((node) => node.nodeType === Node.TEXT_NODE && node.parentElement?.checkVisibility())
    .map((node) => node.textContent ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ');
const fallback = (element: Element): boolean => element.querySelector('a')!.offsetHeight > 0;

const NO_LINK = {
  heading: 'We can’t open this booking',
  says: ['Open it again from the link in your latest email.', 'hello@mara.example'],
  no: ['Try again', 'Cancel booking', 'Move to another time'],
  fallback: true,
};
const STANDS = ['Move to another time', 'Cancel booking', 'Add to calendar'];
const CLOSED = { no: [...STANDS, 'Take back request'], buttons: ['Book again'] };

/** What every state must show: heading, words, buttons and links that are there, and those that must not be. */
const expectations: Record<
  string,
  {
    heading?: string;
    says?: (string | RegExp)[];
    buttons?: (string | RegExp)[];
    no?: (string | RegExp)[];
    unsaid?: RegExp;
    fallback?: boolean;
  }
> = {
  Loading: { says: ['Loading your booking'], no: STANDS },
  Confirmed: {
    heading: 'You’re booked',
    says: [
      'MARA-1001',
      'Back massage, 60 min',
      /Tuesday 13 October 2026, 11:00am, London time/,
      '1 Example Mews',
      '£80.00 on the day',
      /Free until Monday 12 October 2026, /,
      'Later than that, half the price is due.',
      'Take it easy for the rest of the day.',
      'If it doesn’t ease, see your GP.',
      'hello@mara.example',
    ],
    buttons: STANDS,
    no: ['Book again'],
  },
  ConfirmedVisit: {
    heading: 'You’re booked',
    says: ['3 Example Street, W1 2AB', '£90.00 on the day'],
    buttons: STANDS,
  },
  Requested: {
    heading: 'Request sent',
    says: ['Mara L. will answer'],
    buttons: ['Move to another time', 'Take back request'],
    no: ['Cancel booking'],
    unsaid: /Example Mews|see your GP/,
  },
  Past: {
    heading: 'Your visit',
    says: ['It was with Mara L. on Wednesday 7 October at', 'see your GP', 'How often', 'Some people come once'],
    ...CLOSED,
    unsaid: /Free until|on the day/,
  },
  Completed: { heading: 'Your visit', says: ['see your GP'], ...CLOSED },
  Missed: { heading: 'You missed this visit', ...CLOSED, unsaid: /see your GP/ },
  Cancelled: { heading: 'This booking is cancelled', says: ['Nothing is booked any more.'], ...CLOSED, unsaid: /GP/ },
  Declined: { heading: 'Your request was declined', says: ['Mara L. could not take this time.'], ...CLOSED },
  Expired: { heading: 'Your request has run out', ...CLOSED },
  AwaitingPayment: { heading: 'This booking is waiting for payment', buttons: STANDS },
  UnknownState: { heading: 'Your booking', says: ['get in touch to hear how it stands'], no: STANDS },
  TooLate: {
    heading: 'You’re booked',
    says: [
      'free cancellation has already ended',
      'can’t be changed online',
      'get in touch with Mara L. to move or cancel it.',
    ],
    buttons: ['Add to calendar'],
    no: ['Move to another time', 'Cancel booking'],
  },
  NoChanges: {
    heading: 'You’re booked',
    says: ['get in touch with Mara L. to move or cancel it.', 'hello@mara.example'],
    no: STANDS,
  },
  GivenBooking: { heading: 'You’re booked', says: ['MARA-1001'], no: [...STANDS, 'Try again'] },
  NoLink: NO_LINK,
  WrongToken: NO_LINK,
  Failed: { says: ['We can’t reach the booking system'], buttons: ['Try again'], fallback: true },
  Offline: { says: ['We can’t reach the booking system'], buttons: ['Try again'], fallback: true },
  HotelNetwork: { says: ['in a way we don’t understand'], buttons: ['Try again'], fallback: true },
  Times: {
    heading: 'When would you like to come instead?',
    says: [/Your time now: Tuesday 13 October 2026, .*It stays yours/, 'Soonest times'],
    buttons: ['Continue', 'Back'],
  },
  TimesMissing: { heading: 'When would you like to come instead?', says: ['Choose a time'] },
  TimesFailed: { heading: 'When would you like to come instead?', buttons: ['Try again', 'Back'] },
  Review: {
    heading: 'Move your booking?',
    says: [
      'Now',
      'Tuesday 13 October 2026',
      'Then',
      '£80.00, as before',
      /Changes Free until Friday 9 October 2026, 11:00am/,
    ],
    buttons: [/^Move to \w+ \d+ Oct, /, 'Back'],
  },
  Moving: { heading: 'Moving your booking…', no: ['Back', /^Move to/] },
  Moved: { heading: 'You’re booked', says: ['Your booking has been moved.'], buttons: STANDS },
  Taken: {
    heading: 'When would you like to come instead?',
    says: ['That time has just been taken', 'Your booking stands as it was.', 'Other times close to it'],
    buttons: ['Continue', 'Back'],
  },
  PriceChanged: {
    heading: 'Move your booking?',
    says: ['has changed to £85.00. Your booking stands as it was.', '£85.00 instead of £80.00'],
    buttons: [/^Move to/],
  },
  OutcomeUnknown: {
    heading: 'We are checking whether your booking was moved',
    says: ['changes nothing twice', 'hello@mara.example'],
    buttons: ['Check again'],
    no: ['Back', /^Move to/],
  },
  StillUnknown: { says: ['Still no answer.'], buttons: ['Check again'], no: ['Back', /^Move to/] },
  ChangedElsewhere: { heading: 'This booking is cancelled', says: ['has changed since you opened it'], no: STANDS },
  CancelFree: {
    heading: 'Cancel this booking?',
    says: [/Cancelling is free until Monday 12 October 2026, /],
    buttons: ['Cancel booking', 'Keep it'],
  },
  CancelWithFee: {
    heading: 'Cancel this booking?',
    says: [/Free cancelling ended Thursday 8 October 2026, /, 'Later than that, half the price is due.'],
    buttons: ['Cancel booking', 'Keep it'],
  },
  TakeBack: {
    heading: 'Take back this request?',
    says: ['taking it back is free'],
    buttons: ['Take back request', 'Keep it'],
  },
  CancelledNow: { heading: 'This booking is cancelled', says: ['Your booking has been cancelled.'], ...CLOSED },
  CancelFailed: { heading: 'Cancel this booking?', says: ['Nothing has changed'], buttons: ['Cancel booking'] },
  AnswersAwaited: { says: ['Mara L. asks a few questions'], buttons: ['Answer the questions'] },
  Answers: {
    heading: 'Your answers',
    says: ['Sent to Mara L. on 9 October 2026.', 'How firm do you like it?', 'Firm', /Nut oils and Fragrance/, 'graze'],
    buttons: ['Correct your answers', 'Withdraw your answers', 'Back to your booking'],
  },
  Correct: { heading: 'What Mara L. should know', buttons: ['Send your answers', 'Back to your booking'] },
  ConsentMissing: { says: ['Tick the box to share your answers'], buttons: ['Send your answers'] },
  AnswersSent: { heading: 'You’re booked', says: ['Mara L. has your answers now.'] },
  AnswersNotSent: { says: ['They are still here.'], buttons: ['Send your answers', 'Back to your booking'] },
  Stopped: {
    heading: 'Please get this checked before your massage',
    says: ['call 111', 'Your booking stands for now.'],
    buttons: ['Back to your booking'],
    no: ['Book again', 'Send your answers'],
    fallback: true,
  },
  Withdraw: {
    heading: 'Withdraw your answers?',
    says: ['Your booking stands.'],
    buttons: ['Withdraw your answers', 'Keep it'],
  },
  Withdrawn: {
    heading: 'You’re booked',
    says: ['You have withdrawn your answers'],
    buttons: ['Answer the questions'],
    no: ['See your answers'],
  },
  WithdrawUnsure: {
    heading: 'Withdraw your answers?',
    says: ['Please try again.'],
    buttons: ['Withdraw your answers'],
  },
  Slow: { no: ['Try again'] },
  Narrow: { heading: 'You’re booked', buttons: STANDS },
  ReviewNarrow: { heading: 'Move your booking?', buttons: [/^Move to /] },
  German: { heading: 'Ihr Termin ist gebucht' },
  Arabic: { heading: 'تم الحجز' },
  Dark: { heading: 'You’re booked', buttons: STANDS },
};

describe('knead-manage-booking shows', () => {
  afterEach(() => document.querySelectorAll('knead-manage-booking').forEach((element) => element.remove()));

  it('every state that is a story, and no other', () => {
    expect(Object.keys(expectations).sort()).to.deep.equal(Object.keys(stories).sort());
  });

  for (const [name, expected] of Object.entries(expectations)) {
    it(`${name}, accessibly`, async () => {
      const { element } = await show(name);
      if (expected.heading !== undefined) expect(heading(element)).to.equal(expected.heading);
      const said = text(element);
      for (const words of expected.says ?? []) {
        const is = typeof words === 'string' ? said.includes(words) : words.test(said);
        expect(is, `${String(words)} in: ${said}`).to.equal(true);
      }
      if (expected.unsaid) expect(said).not.to.match(expected.unsaid);
      for (const wanted of expected.buttons ?? [])
        expect(button(element, wanted) !== undefined, `button ${String(wanted)}`).to.equal(true);
      for (const unwanted of expected.no ?? [])
        expect(button(element, unwanted) === undefined, `no button ${String(unwanted)}`).to.equal(true);
      expect(fallback(element), 'the page’s own phone number shows').to.equal(expected.fallback ?? false);
      await expect(element).to.be.accessible();
    });
  }

  it('one and the same for whatever link opens nothing', async () => {
    const texts = new Set<string>();
    for (const name of ['NoLink', 'WrongToken']) {
      const { element } = await show(name);
      texts.add(element.shadowRoot!.textContent);
      element.remove();
    }
    expect([...texts]).to.have.length(1);
  });
});
