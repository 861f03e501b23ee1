import { memoryBackend, type MemoryOptions, type Scene } from '../../src/backend/memory/memory-backend.js';
import type { BookingBackend } from '../../src/backend/booking-backend.js';
import '../../src/components/booking/booking.js';
import type { KneadBooking } from '../../src/components/booking/booking.js';
import { appears, button, choose, control, controls, press, pressAfterReading, reaches, type } from './walk.js';

/** A stretch of the way to a booking. */
export type Stretch = (booking: KneadBooking) => Promise<unknown> | unknown;

/** What a story shows: an element with these properties, after this way. */
export interface JourneyArgs extends Partial<
  Pick<
    KneadBooking,
    | 'practitioner'
    | 'service'
    | 'option'
    | 'place'
    | 'start'
    | 'intake'
    | 'theme'
    | 'preset'
    | 'headingLevel'
    | 'prefill'
    | 'lang'
  >
> {
  scene?: Scene;
  /** Where a failing scene begins to fail. */
  faultAt?: string;
  /** A backend of one's own instead of a scene; made anew for each showing, it does not remember what was held before. */
  backend?: BookingBackend | (() => BookingBackend);
  /** Pixels across; otherwise as wide as the page. */
  width?: number;
  /** The stretches walked, in order, before the state is reached. */
  way?: readonly Stretch[];
}

/** A memory backend that lives in the present, so that its times lie ahead of whoever looks. */
export function presentBackend(scene: Scene = 'default', options: MemoryOptions = {}): BookingBackend {
  return memoryBackend(scene, { now: Date.now, ...options });
}

/** The same backend with one method answered otherwise, for states that no scene stays in. */
export function withMethod(backend: BookingBackend, change: Partial<BookingBackend>): BookingBackend {
  return new Proxy(backend, {
    get: (whole, name) => {
      const method = change[name as keyof BookingBackend] ?? whole[name as keyof BookingBackend];
      return typeof method === 'function' ? method.bind(whole) : method;
    },
  });
}

/** An element at the start of its way, with a phone number as its fallback. */
export function bookingOf({
  scene = 'default',
  faultAt,
  backend,
  width,
  way: _,
  ...properties
}: JourneyArgs): KneadBooking {
  const booking = document.createElement('knead-booking');
  const phone = Object.assign(document.createElement('a'), {
    href: 'tel:02079460123',
    textContent: 'Call 020 7946 0123',
  });
  booking.append(phone);
  if (width) booking.style.inlineSize = `${width}px`;
  return Object.assign(booking, {
    practitioner: 'mara',
    ...properties,
    backend:
      (typeof backend === 'function' ? backend() : backend) ??
      presentBackend(scene, faultAt === undefined ? {} : { faultAt }),
  });
}

/** Walks. */
export async function walk(booking: KneadBooking, way: readonly Stretch[] = []): Promise<void> {
  for (const stretch of way) await stretch(booking);
}

const PLACE = 'Where would you like your massage?';
/** Leads past the questions. */
export const IN_PERSON = 'I’d rather answer in person';
const goOn = (booking: KneadBooking): Promise<void> => press(booking, 'Continue');

/** From the place to the treatments, at the therapist's. */
export const atTheTherapist: Stretch = async (booking) => {
  await reaches(booking, PLACE);
  await choose(booking, /^At the therapist’s/);
  await goOn(booking);
  await reaches(booking, 'What would you like?');
};

/** Asks for a visit at a postcode; whether the flow goes on depends on the postcode. */
export const atYourPlace =
  (postcode: string): Stretch =>
  async (booking) => {
    await reaches(booking, PLACE);
    await choose(booking, /^At your place/);
    await type(booking, 'Your postcode', postcode);
    await goOn(booking);
  };

/** An hour of back massage. */
export const backMassage: Stretch = async (booking) => {
  await choose(booking, /^Back massage/);
  await choose(booking, /^60 min/);
  await goOn(booking);
  await reaches(booking, 'A quick safety check');
};

/** Nothing in the safety check applies. */
export const nothingApplies: Stretch = async (booking) => {
  await choose(booking, 'None of these');
  await choose(booking, 'No');
  await goOn(booking);
  await reaches(booking, /^When (would you like to come|should .* come to you)\?$/);
};

/** The safety check ends it. */
export const somethingSerious: Stretch = async (booking) => {
  await choose(booking, /^Chest pain/);
  await choose(booking, 'No');
  await goOn(booking);
  await appears('the stop screen', () => booking.shadowRoot?.querySelector('#stop-heading'));
};

/** Unwell within the last two days: the first times lie later. */
export const unwellYesterday: Stretch = async (booking) => {
  await choose(booking, 'None of these');
  await choose(booking, 'Yes');
  await goOn(booking);
  await reaches(booking, /^When /);
};

/** Taps the first time, without going on. */
export const firstTime: Stretch = async (booking) => {
  const first = await appears('a time', () => controls(booking, /, 60 min$/)[0]);
  first.click();
};

/** The first time, and on. */
export const takesFirstTime: Stretch = async (booking) => {
  await firstTime(booking);
  await goOn(booking);
};

/** From the times to the details. */
export const toDetails: Stretch = async (booking) => {
  await takesFirstTime(booking);
  await reaches(booking, 'Your details');
};

/** Fictional. */
export const CLIENT = { name: 'Ada Example', email: 'ada@example.com', phone: '020 7946 0555' };

/** Name, mail and phone. */
export const whoIsComing: Stretch = async (booking) => {
  await type(booking, 'Full name', CLIENT.name);
  await type(booking, 'Email address', CLIENT.email);
  await type(booking, /^Phone number/, CLIENT.phone);
  if (control(booking, 'Address line 1')) {
    await type(booking, 'Address line 1', '3 Example Street');
    await type(booking, 'Postcode', 'W1 2AB');
  }
};

/** One preference, and consent to sharing it. */
export const sharesPreference: Stretch = async (booking) => {
  await choose(booking, 'Firm');
  await choose(booking, /^I agree/);
};

/** On from the details to the review: with what is agreed to be shared, or without a question answered. */
export const toReview: Stretch = async (booking) => {
  await whoIsComing(booking);
  const isShared = control(booking, /^I agree/)?.checked;
  await press(booking, !isShared && button(booking, IN_PERSON) ? IN_PERSON : 'Continue');
  await reaches(booking, /^Check before you/);
};

/** Presses the last button. */
export const books: Stretch = (booking) => pressAfterReading(booking, /^(Book and pay|Ask for this time)/);

/** As far as the times. */
export const times = [atTheTherapist, backMassage, nothingApplies] as const;
/** As far as the details. */
export const details = [...times, toDetails] as const;
/** As far as the review. */
export const review = [...details, toReview] as const;
/** As far as the booking. */
export const booked = [...review, books] as const;

/** Waits for a heading after the way. */
export const until =
  (name: string | RegExp): Stretch =>
  (booking) =>
    reaches(booking, name);
