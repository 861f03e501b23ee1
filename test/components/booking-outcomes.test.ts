import { expect } from '@open-wc/testing';
import type { KneadBooking } from '../../src/components/booking/booking.js';
import { bookingOf, walk, type JourneyArgs } from '../../stories/flow/journey.js';
import * as stories from '../../stories/flow/intake.stories.js';
import { button, heading, inside } from '../../stories/flow/walk.js';
import { settled } from '../support/settled.js';

type Name = Exclude<keyof typeof stories, 'default'>;

async function show(name: Name): Promise<KneadBooking> {
  const args = stories[name].args as JourneyArgs;
  const booking = bookingOf(args);
  document.body.append(booking);
  await walk(booking, args.way);
  await settled(booking);
  return booking;
}

const said = (booking: KneadBooking): string =>
  [booking, ...inside(booking)].map((each) => each.shadowRoot?.textContent ?? '').join(' ');

/** What each outcome shows: the heading, words, and a button that is there or is not. */
const expected: Record<Name, { heading: string; says?: RegExp; button?: RegExp; no?: RegExp }> = {
  WholeSafetyCheck: { heading: 'A quick safety check', says: /Does any of these apply to you\?/, button: /^Continue$/ },
  TalkedAboutFirst: {
    heading: 'When would you like to come?',
    says: /You can ask for a time now. Your therapist answers first/,
  },
  AskedFor: { heading: 'Check before you ask', button: /^Ask for this time$/, no: /^Book and pay/ },
  BlockedUntilTalkedAbout: {
    heading: 'A quick safety check',
    says: /Nothing you answered here has been sent or stored/,
    button: /^Change my answer$/,
    no: /^(Continue|Back)$/,
  },
  NobodyFits: { heading: 'A quick safety check', button: /^Change my answer$/, no: /^(Continue|Back)$/ },
  WorkedAround: { heading: 'What would you like?', button: /^Continue$/ },
  OnlyNoted: { heading: 'When would you like to come?', button: /^Continue$/ },
  FirstPage: { heading: 'Your details', says: /Part 1 of 7/, button: /^I’d rather answer in person$/ },
  InPerson: { heading: 'Check before you book', says: /In person on the day/, button: /^Change Preferences$/ },
  SecondPage: { heading: 'Your details', says: /Who is coming/, button: /^Back$/, no: /in person$/ },
};

describe('what screening leads to', () => {
  afterEach(() => document.querySelectorAll('knead-booking').forEach((booking) => booking.remove()));

  for (const [name, { heading: title, says, button: there, no }] of Object.entries(expected))
    it(name, async () => {
      const booking = await show(name as Name);
      expect(heading(booking)).to.equal(title);
      if (says) expect(said(booking)).to.match(says);
      if (there) expect(button(booking, there)).to.exist;
      if (no) expect(button(booking, no)).not.to.exist;
      await expect(booking).to.be.accessible();
    });

  it('Change on the review leads to the page it is about, Back from the review to the page it was left on', async () => {
    const booking = await show('InPerson');
    button(booking, /^Change Preferences$/)!.click();
    await settled(booking);
    expect(said(booking)).to.contain('Who is coming');
    button(booking, 'Back')!.click();
    await settled(booking);
    expect(said(booking)).to.contain('About you');
    button(booking, /in person$/)!.click();
    await settled(booking);
    expect(heading(booking)).to.equal('Check before you book');
    button(booking, 'Change Name')!.click();
    await settled(booking);
    expect(said(booking)).to.contain('About you');
    button(booking, 'Back')!.click();
    await settled(booking);
    expect(heading(booking)).to.equal('When would you like to come?');
  });
});
