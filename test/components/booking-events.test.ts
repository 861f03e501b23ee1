import { expect } from '@open-wc/testing';
import { connectedTo, memoryServer } from '../../src/backend/memory/memory-backend.js';
import type { MemoryServer } from '../../src/backend/memory/memory-server.js';
import type { Scene } from '../../src/backend/memory/scenes.js';
import type { KneadBooking } from '../../src/components/booking/booking.js';
import type { KneadEventName } from '../../src/contract/events.js';
import * as journey from '../../stories/flow/journey.js';
import { button, control, heading, press, reaches, type } from '../../stories/flow/walk.js';
import { settled } from '../support/settled.js';

const NAMES: readonly KneadEventName[] = [
  'knead-service-select',
  'knead-slot-select',
  'knead-therapist-select',
  'knead-range-change',
  'knead-intake-submit',
  'knead-step-changed',
  'knead-booking-request',
  'knead-booking-confirmed',
  'knead-booking-failed',
];

/** Every event of ours that a script on the page can see, in order. */
let seen: { name: string; detail: unknown; cancelable: boolean }[] = [];
const listen = (event: Event): void => {
  seen.push({ name: event.type, detail: (event as CustomEvent).detail, cancelable: event.cancelable });
};

function show(
  scene: Scene = 'default',
  more: journey.JourneyArgs = {},
): { booking: KneadBooking; server: MemoryServer } {
  const server = memoryServer(scene, { now: Date.now });
  const booking = journey.bookingOf({ ...more, backend: connectedTo(server, scene) });
  document.body.append(booking);
  return { booking, server };
}

describe('knead-booking tells the page', () => {
  beforeEach(() => {
    seen = [];
    for (const name of NAMES) window.addEventListener(name, listen, true);
  });
  afterEach(() => {
    for (const name of NAMES) window.removeEventListener(name, listen, true);
    document.querySelectorAll('knead-booking').forEach((booking) => booking.remove());
  });

  it('each step, the request and the booking, by ids and instants only', async () => {
    const { booking, server } = show('default', { prefill: { name: 'Canary Name' } });
    booking.reference = 'campaign-7';
    await journey.walk(booking, [
      journey.atTheTherapist,
      journey.backMassage,
      journey.nothingApplies,
      journey.toDetails,
    ]);
    await type(booking, 'Email address', 'canary@example.com');
    await type(booking, /^Phone number/, '020 7946 0777');
    await type(booking, /^Anything else/, 'canary notes');
    await type(booking, /^Any sore, bruised/, 'canary skin').catch(() => undefined);
    await journey.sharesPreference(booking);
    await press(booking, 'Continue');
    await reaches(booking, 'Check before you book');
    await journey.books(booking);
    await reaches(booking, 'You’re booked');
    await settled(booking);

    const [made] = [...server.diary.bookings.values()];
    const { start, timeZone } = made!.sessions[0]!;
    const step = (name: string, previous: string): object => ({
      name: 'knead-step-changed',
      detail: { step: name, previous },
      cancelable: false,
    });
    expect(seen).to.deep.equal([
      step('service', 'place'),
      step('safety', 'service'),
      step('slot', 'safety'),
      step('details', 'slot'),
      step('review', 'details'),
      {
        name: 'knead-booking-request',
        detail: { practitionerId: 'mara', serviceId: 'back', optionId: '60', place: 'incall', start, timeZone },
        cancelable: true,
      },
      step('submitting', 'review'),
      step('confirmed', 'submitting'),
      {
        name: 'knead-booking-confirmed',
        detail: {
          bookingId: made!.id,
          status: 'confirmed',
          practitionerId: 'mara',
          start,
          timeZone,
          reference: 'campaign-7',
        },
        cancelable: false,
      },
    ]);
    expect(JSON.stringify(seen)).not.to.match(/canary|7946|\bfirm\b|back massage/i);
  });

  it('nothing of a refused safety check', async () => {
    const { booking } = show();
    await journey.walk(booking, [journey.atTheTherapist, journey.backMassage]);
    seen = [];
    await journey.somethingSerious(booking);
    await press(booking, 'Change my answer');
    await settled(booking);
    expect(heading(booking)).to.equal('A quick safety check');
    expect(seen).to.deep.equal([]);
  });

  it('a refusal by its code', async () => {
    const { booking } = show('price-changed');
    await journey.walk(booking, journey.booked);
    await settled(booking);
    expect(seen.filter(({ name }) => name === 'knead-booking-failed')).to.deep.equal([
      { name: 'knead-booking-failed', detail: { code: 'price-changed' }, cancelable: false },
    ]);
  });

  it('of a request that it may take over: cancelled, nothing is sent', async () => {
    const { booking, server } = show();
    booking.addEventListener('knead-booking-request', (event) => event.preventDefault());
    await journey.walk(booking, journey.booked);
    await settled(booking);
    expect(heading(booking)).to.equal('Check before you book');
    expect(server.requests.filter((line) => line === 'POST /bookings')).to.deep.equal([]);
    expect(seen.map(({ name }) => name))
      .to.include('knead-booking-request')
      .and.not.to.include('knead-booking-failed');
  });
});

describe('knead-booking keeps', () => {
  afterEach(() => document.querySelectorAll('knead-booking').forEach((booking) => booking.remove()));

  it('what is being typed, whatever else is drawn meanwhile', async () => {
    const { booking } = show();
    await journey.walk(booking, journey.details);
    await type(booking, 'Full name', 'Ada Example');
    await press(booking, 'Keep it longer');
    booking.headingLevel = 3;
    await settled(booking);
    expect(button(booking, 'Keep it longer') === undefined).to.equal(true);
    expect(control(booking, 'Full name')!.value).to.equal('Ada Example');
  });

  it('what was ticked in the safety check, on the way back too', async () => {
    const { booking } = show();
    await journey.walk(booking, [journey.atTheTherapist, journey.backMassage]);
    control(booking, 'None of these')!.click();
    await settled(booking);
    expect(control(booking, 'None of these')!.checked).to.equal(true);
    await press(booking, 'Back');
    await reaches(booking, 'What would you like?');
    await press(booking, 'Continue');
    await reaches(booking, 'A quick safety check');
    await settled(booking);
    expect(control(booking, 'None of these')!.checked).to.equal(true);
  });

  it('its state when it is moved in the page', async () => {
    const { booking, server } = show();
    await journey.walk(booking, journey.details);
    await type(booking, 'Full name', 'Ada Example');
    const before = server.requests.length;
    document.body.append(document.createElement('section'));
    document.querySelector('section')!.append(booking);
    await settled(booking);
    expect(heading(booking)).to.equal('Your details');
    expect(control(booking, 'Full name')!.value).to.equal('Ada Example');
    expect(server.requests.slice(before)).to.deep.equal([]);
    document.querySelector('section')!.remove();
  });

  it('one booking, however often the button is pressed', async () => {
    const { booking, server } = show();
    await journey.walk(booking, journey.review);
    const last = button(booking, /^Book and pay/)!;
    const now = performance.now.bind(performance);
    performance.now = () => now() + 5_000;
    last.click();
    last.click();
    last.click();
    performance.now = now;
    await reaches(booking, 'You’re booked');
    expect(server.requests.filter((line) => line === 'POST /bookings')).to.have.length(1);
    expect(server.diary.bookings.size).to.equal(1);
  });

  it('to itself: two on one page never touch', async () => {
    const first = show();
    const second = show('taken', { practitioner: 'tobi' });
    await journey.walk(first.booking, journey.details);
    await type(first.booking, 'Full name', 'Ada Example');
    await reaches(second.booking, /^(Where would|What would)/);
    expect(heading(first.booking)).to.equal('Your details');
    expect(second.server.requests.filter((line) => line.startsWith('POST'))).to.deep.equal([]);
    first.booking.remove();
    await settled(second.booking);
    await press(second.booking, 'Continue');
    expect(heading(second.booking)).not.to.equal('Your details');
  });

  it('the time no longer once it is taken off the page, and nothing of it goes on', async () => {
    const added: string[] = [];
    const listening = window.addEventListener;
    const unlistening = window.removeEventListener;
    const timers = new Set<number>();
    const { setTimeout: start, clearTimeout: stop } = window;
    window.addEventListener = function (this: Window, name: string, ...rest: unknown[]) {
      added.push(name);
      return Reflect.apply(listening, window, [name, ...rest]);
    } as typeof window.addEventListener;
    window.removeEventListener = function (this: Window, name: string, ...rest: unknown[]) {
      if (added.includes(name)) added.splice(added.indexOf(name), 1);
      return Reflect.apply(unlistening, window, [name, ...rest]);
    } as typeof window.removeEventListener;
    window.setTimeout = ((run: () => void, wait?: number) => {
      const id = start(() => {
        timers.delete(id);
        run();
      }, wait);
      timers.add(id);
      return id;
    }) as typeof window.setTimeout;
    window.clearTimeout = ((id: number) => {
      timers.delete(id);
      stop(id);
    }) as typeof window.clearTimeout;
    try {
      const { booking, server } = show();
      await journey.walk(booking, journey.review);
      booking.remove();
      await settled(document.body);
      expect(server.requests.at(-1)).to.match(/^DELETE \/holds\//);
      expect(added).to.deep.equal([]);
      expect(timers.size).to.equal(0);
    } finally {
      Object.assign(window, {
        addEventListener: listening,
        removeEventListener: unlistening,
        setTimeout: start,
        clearTimeout: stop,
      });
    }
  });
});

describe('knead-booking in time', () => {
  afterEach(() => document.querySelectorAll('knead-booking').forEach((booking) => booking.remove()));

  it('says when the time is no longer kept, and books all the same', async () => {
    const { setTimeout: start, clearTimeout: stop } = window;
    const waiting = new Map<number, { run: () => void; wait: number }>();
    window.setTimeout = ((run: () => void, wait = 0) => {
      const id = start(run, wait);
      waiting.set(id, { run, wait });
      return id;
    }) as typeof window.setTimeout;
    window.clearTimeout = ((id: number) => {
      waiting.delete(id);
      stop(id);
    }) as typeof window.clearTimeout;
    const { booking } = show('short-hold');
    try {
      await journey.walk(booking, journey.review);
    } finally {
      Object.assign(window, { setTimeout: start, clearTimeout: stop });
    }
    // The answers are all here, so nothing else waits as long as this scene keeps a time.
    const [expiry, ...others] = [...waiting.values()].filter(({ wait }) => wait > 18_000 && wait <= 20_000);
    expect(others).to.have.length(0);
    const now = performance.now.bind(performance);
    try {
      performance.now = () => now() + 20_000;
      expiry!.run();
      await settled(booking);
    } finally {
      performance.now = now;
    }
    expect(booking.shadowRoot!.textContent).to.include('We no longer keep this time for you');
    expect(heading(booking)).to.equal('Check before you book');
    await journey.books(booking);
    await reaches(booking, 'You’re booked');
  });

  it('follows the page’s language, and falls back to English where it has none', async () => {
    const { booking } = show();
    await reaches(booking, 'Where would you like your massage?');
    booking.lang = 'xx';
    await settled(booking);
    expect(heading(booking)).to.equal('Where would you like your massage?');
  });
});
