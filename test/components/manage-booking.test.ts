import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { KneadEventName } from '../../src/contract/events.js';
import * as journey from '../../stories/flow/managed.js';
import { appears, button, controls, heading, reaches } from '../../stories/flow/walk.js';
import { settled } from '../support/settled.js';

const NAMES: readonly KneadEventName[] = [
  'knead-slot-select',
  'knead-range-change',
  'knead-intake-submit',
  'knead-therapist-select',
  'knead-booking-rescheduled',
  'knead-booking-cancelled',
];

/** Every event of ours that a script on the page can see, in order. */
let seen: { name: string; detail: unknown }[] = [];
const listen = (event: Event): void => {
  seen.push({ name: event.type, detail: (event as CustomEvent).detail });
};

async function show(args: journey.ManagedArgs = {}): Promise<journey.Managed> {
  const managed = journey.managedBooking(args);
  document.body.append(managed.element);
  await journey.walk(managed, args.way);
  await settled(managed.element);
  return managed;
}

const focused = (): Element | null => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
};

describe('knead-manage-booking', () => {
  beforeEach(() => {
    seen = [];
    for (const name of NAMES) window.addEventListener(name, listen);
  });
  afterEach(() => {
    for (const name of NAMES) window.removeEventListener(name, listen);
    document.querySelectorAll('knead-manage-booking').forEach((element) => element.remove());
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('moves a booking by keyboard, with focus on each heading, and tells the page by ids', async () => {
    const { element, server, booking } = await show();
    expect(focused()?.localName).to.equal('body');
    button(element, 'Move to another time')!.focus();
    await sendKeys({ press: 'Enter' });
    await reaches(element, 'When would you like to come instead?');
    await settled(element);
    expect(focused()?.id).to.equal('step-heading');
    (await appears('a time', () => controls(element, /, 60 min$/)[0])).focus();
    await sendKeys({ press: 'Space' });
    button(element, 'Continue')!.focus();
    await sendKeys({ press: 'Enter' });
    await reaches(element, 'Move your booking?');
    await settled(element);
    expect(focused()?.id).to.equal('step-heading');
    expect(seen).to.deep.equal([]);
    button(element, /^Move to /)!.focus();
    await sendKeys({ press: 'Enter' });
    await reaches(element, 'You’re booked');
    await settled(element);
    expect(focused()?.id).to.equal('step-heading');
    const now = server.diary.bookings.get(booking.id)!;
    const { start, timeZone, practitionerId } = now.sessions[0]!;
    expect(start).not.to.equal(booking.sessions[0]!.start);
    expect(seen).to.deep.equal([
      { name: 'knead-booking-rescheduled', detail: { bookingId: booking.id, practitionerId, start, timeZone } },
    ]);
    expect(server.requests.filter((line) => line.endsWith('/reschedule'))).to.have.length(1);
  });

  it('cancels once, however often the button is pressed', async () => {
    const { element, server, booking } = await show({ way: journey.toCancel });
    const last = button(element, 'Cancel booking')!;
    last.click();
    last.click();
    await reaches(element, 'This booking is cancelled');
    await settled(element);
    expect(server.diary.bookings.get(booking.id)!.status).to.equal('cancelled');
    expect(server.requests.filter((line) => line.endsWith('/cancel'))).to.have.length(1);
    expect(seen).to.deep.equal([{ name: 'knead-booking-cancelled', detail: { bookingId: booking.id } }]);
  });

  it('keeps the booking as it was on every way back', async () => {
    const { element, server } = await show({ way: journey.toReview });
    button(element, 'Back')!.click();
    await reaches(element, 'When would you like to come instead?');
    button(element, 'Back')!.click();
    await reaches(element, 'You’re booked');
    button(element, 'Cancel booking')!.click();
    await reaches(element, 'Cancel this booking?');
    button(element, 'Keep it')!.click();
    await reaches(element, 'You’re booked');
    expect(server.requests.filter((line) => /reschedule|cancel/.test(line))).to.deep.equal([]);
    expect(seen).to.deep.equal([]);
  });

  it('learns of a lost answer without doing it twice', async () => {
    const { element, server, booking } = await show({ scene: 'lost-answer', way: journey.moves });
    await reaches(element, 'You’re booked');
    await settled(element);
    expect(server.diary.bookings.get(booking.id)!.revision).to.equal(2);
    expect(seen.map(({ name }) => name)).to.deep.equal(['knead-booking-rescheduled']);
  });

  it('finds by Check again what was done although no answer ever came', async () => {
    const { element, server, booking } = await show({
      scene: 'answers-lost',
      way: [...journey.cancels, journey.until(/^We are checking/)],
    });
    expect(server.diary.bookings.get(booking.id)!.status).to.equal('cancelled');
    expect(seen).to.deep.equal([]);
    button(element, 'Check again')!.click();
    await reaches(element, 'This booking is cancelled');
    expect(seen.map(({ name }) => name)).to.deep.equal(['knead-booking-cancelled']);
  });

  it('takes another time after one was taken', async () => {
    const { element, server, booking } = await show({
      scene: 'taken',
      way: [...journey.moves, journey.says('just been taken')],
    });
    expect(server.diary.bookings.get(booking.id)!.revision).to.equal(1);
    (await appears('a time', () => controls(element, /, 60 min$/)[1])).click();
    button(element, 'Continue')!.click();
    await reaches(element, 'Move your booking?');
    button(element, /^Move to /)!.click();
    await reaches(element, 'You’re booked');
    expect(server.diary.bookings.get(booking.id)!.revision).to.equal(2);
  });

  it('moves a visit with the area it goes to', async () => {
    const { element, server, booking } = await show({ made: { place: 'outcall' }, way: journey.moves });
    await reaches(element, 'You’re booked');
    expect(server.diary.bookings.get(booking.id)!.sessions[0]!.venue.address?.postcode).to.equal('W1 2AB');
    expect(server.diary.bookings.get(booking.id)!.revision).to.equal(2);
  });

  it('delivers corrected answers with consent given again, and never those of the safety check', async () => {
    const { server, booking, element } = await show({
      made: { answers: { pressure: 'firm' } },
      way: [
        ...journey.toSending,
        journey.ticks('Light'),
        journey.ticks(/^I agree/),
        journey.presses('Send your answers'),
        journey.says('has your answers now'),
      ],
    });
    const { pathname } = new URL(`https://memory.example/bookings/${booking.id}/intake`);
    expect(server.requests).to.include(`PUT ${pathname}`);
    button(element, 'See your answers')!.click();
    await settled(element);
    expect(element.shadowRoot!.textContent).to.include('Light').and.not.to.include('Firm');
    expect(seen).to.deep.equal([]);
  });

  it('withdraws answers', async () => {
    const { server, booking } = await show({
      made: { answers: { pressure: 'firm' } },
      way: [
        ...journey.toAnswers,
        journey.presses('Withdraw your answers'),
        journey.until('Withdraw your answers?'),
        journey.presses('Withdraw your answers'),
        journey.until('You’re booked'),
      ],
    });
    expect(server.requests).to.include(`DELETE /bookings/${booking.id}/intake`);
    expect(server.diary.bookings.get(booking.id)!.intake.status).to.equal('withdrawn');
  });

  it('opens what the link names, writes the address nowhere, and follows another link in the same tab', async () => {
    const { element, booking, server } = journey.managedBooking({ link: { id: null, token: null } });
    const other = server.made({ status: 'requested', days: 5 });
    const before = history.length;
    location.hash = `#knead=${booking.id}.${booking.manageToken!}`;
    const named = location.hash;
    document.body.append(element);
    await reaches(element, 'You’re booked');
    expect(location.hash).to.equal(named);
    expect(element.outerHTML).not.to.include(booking.manageToken!);
    expect(element.shadowRoot!.innerHTML).not.to.include(booking.manageToken!);
    location.hash = '#somewhere-else';
    await settled(element);
    expect(heading(element)).to.equal('You’re booked');
    location.hash = `#knead=${other.id}.${other.manageToken!}`;
    await reaches(element, 'Request sent');
    expect(history.length).to.be.at.least(before);
    expect(localStorage.length + sessionStorage.length + document.cookie.length).to.equal(0);
  });

  it('lets the page take over Book again', async () => {
    const { element } = await show({ made: { status: 'cancelled' } });
    const link = button(element, 'Book again') as HTMLAnchorElement;
    expect(link.href).to.equal('https://mara.example/book');
    let followed = true;
    element.addEventListener('knead-therapist-select', (event) => event.preventDefault());
    window.addEventListener(
      'click',
      (event) => {
        followed = !event.defaultPrevented;
        event.preventDefault();
      },
      { once: true },
    );
    link.click();
    expect(followed).to.equal(false);
    expect(seen).to.deep.equal([{ name: 'knead-therapist-select', detail: { practitionerId: 'mara' } }]);
  });
});
