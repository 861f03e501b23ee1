import { expect } from '@open-wc/testing';
import { HttpBackend } from '../../src/backend/http/http-backend.js';
import type { KneadBooking } from '../../src/components/booking/booking.js';
import * as journey from '../../stories/flow/journey.js';
import { appears, controls, heading, press, reaches, type } from '../../stories/flow/walk.js';
import { realBackend } from '../support/real-backend.js';
import { settled } from '../support/settled.js';

let url = '';

/** Calls a `/test/*` route of the backend. */
async function control(path: string, body?: object): Promise<void> {
  const response = await fetch(`${url}/test/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(response.ok, `/test/${path}`).to.equal(true);
}

/** The element as a page on this origin has it; the backend is on another one. */
function show(more: journey.JourneyArgs = {}): KneadBooking {
  const booking = journey.bookingOf({ practitioner: 'mara-lindqvist', ...more, backend: new HttpBackend(url) });
  document.body.append(booking);
  return booking;
}

const passes: journey.Stretch = async (booking) => {
  await appears('both lists', () => controls(booking, 'None of these').length === 2);
  for (const none of controls(booking, 'None of these')) none.click();
  await press(booking, 'Continue');
  await reaches(booking, /^When /);
};

/** A time of the late evening of a day weeks ahead would do; the last of the soonest times is free at any hour of any day. */
const aTime: journey.Stretch = async (booking) => {
  await appears('the times', () => controls(booking, /, 60 min$/).length >= 4);
  controls(booking, /, 60 min$/)[3]!.click();
  await press(booking, 'Continue');
};

const toReview = [
  journey.atTheTherapist,
  journey.backMassage,
  passes,
  aTime,
  journey.until('Your details'),
  journey.toReview,
] as const;

/** What the page was told of the booking. */
function confirmation(booking: KneadBooking): Promise<{ bookingId: string; status: string; start: string }> {
  return new Promise((resolve) =>
    booking.addEventListener('knead-booking-confirmed', ({ detail }) => resolve(detail), { once: true }),
  );
}

describe('a whole booking over real HTTP, from another origin', () => {
  before(async () => {
    url = await realBackend();
    expect(new URL(url).origin).not.to.equal(location.origin);
  });
  beforeEach(() => control('reset'));
  afterEach(() => document.querySelectorAll('knead-booking').forEach((booking) => booking.remove()));

  it('is made, confirmed, and its time is gone for the next visitor', async () => {
    const first = show();
    const made = confirmation(first);
    await journey.walk(first, [...toReview, journey.books]);
    await reaches(first, 'You’re booked');
    const { bookingId, status, start } = await made;
    expect(status).to.equal('confirmed');
    expect(bookingId).to.match(/\S/);
    const { entries } = await new HttpBackend(url).availability({
      practitionerIds: ['mara-lindqvist'],
      serviceId: 'back',
      optionId: 'back-60',
      addOnIds: [],
      place: 'incall',
      from: start.slice(0, 10),
      to: start.slice(0, 10),
    });
    const starts = entries.flatMap((entry) =>
      'slots' in entry ? entry.slots.map((slot) => Date.parse(slot.start)) : [],
    );
    expect(starts).to.have.length.above(0);
    expect(starts).not.to.include(Date.parse(start));
  });

  it('at the visitor’s place carries address and fee', async () => {
    const booking = show();
    const made = confirmation(booking);
    await journey.walk(booking, [
      journey.atYourPlace('w1g'),
      journey.until('What would you like?'),
      journey.backMassage,
      passes,
      aTime,
      journey.until('Your details'),
      async (element) => {
        await type(element, 'Full name', 'Ada Example');
        await type(element, 'Email address', 'ada@example.com');
        await type(element, 'Phone number', '020 7946 0555');
        await type(element, 'Address line 1', '3 Example Street');
        await type(element, 'Postcode', 'w1g 8ab');
        await press(element, journey.IN_PERSON);
      },
      journey.until('Check before you book'),
      journey.books,
      journey.until('You’re booked'),
    ]);
    await made;
    expect(booking.shadowRoot!.textContent).to.include('3 Example Street').and.to.include('£95.00 on the day');
  });

  it('whose answer is lost after the commit is found again by its key', async () => {
    const booking = show();
    const made = confirmation(booking);
    await journey.walk(booking, toReview);
    // The work is done, and a gateway's page comes back instead of the answer.
    await control('fail-next', { mode: 'html', match: 'POST /v1/bookings' });
    await journey.books(booking);
    await reaches(booking, 'We are checking whether your booking went through');
    await press(booking, 'Check again');
    await reaches(booking, 'You’re booked');
    const { status } = await made;
    expect(status).to.equal('confirmed');
  });

  it('of a time that somebody else takes meanwhile goes back to the times, and books another', async () => {
    const [first, second] = [show(), show()];
    await journey.walk(first, toReview.slice(0, 3));
    await journey.walk(second, toReview.slice(0, 3));
    await settled(second);
    await journey.walk(first, [aTime, journey.until('Your details')]);
    await aTime(second);
    await appears('the notice', () => second.shadowRoot!.textContent.includes('That time has just been taken'));
    expect(heading(second)).to.equal('When would you like to come?');
    controls(second, /, 60 min$/)[0]!.click();
    await press(second, 'Continue');
    await reaches(second, 'Your details');
  });
});
