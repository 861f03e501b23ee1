import { connectedTo, MEMORY_NOW, memoryServer } from '../../src/backend/memory/memory-backend.js';
import type { CompleteBackend } from '../../src/backend/booking-backend.js';
import type { MadeBooking } from '../../src/backend/memory/made-booking.js';
import type { MemoryServer } from '../../src/backend/memory/memory-server.js';
import type { Scene } from '../../src/backend/memory/scenes.js';
import '../../src/components/manage-booking/manage-booking.js';
import '../../src/components/intake-form/intake-form.js';
import '../../src/components/slot-calendar/slot-calendar.js';
import type { KneadManageBooking } from '../../src/components/manage-booking/manage-booking.js';
import type { Booking } from '../../src/contract/booking.js';
import { appears, button, choose, controls, inside, press, reaches } from './walk.js';

/** What a story shows: a booking made like this, in this scene, after this way. */
export interface ManagedArgs extends Partial<
  Pick<KneadManageBooking, 'theme' | 'preset' | 'headingLevel' | 'lang' | 'bookHref'>
> {
  scene?: Scene;
  /** Where a failing scene begins to fail. */
  faultAt?: string;
  made?: MadeBooking;
  /** What the link says instead of the booking's own id and token. */
  link?: { id: string | null; token: string | null };
  /** Pixels across; otherwise as wide as the page. */
  width?: number;
  /** The page gives the booking, and no backend is asked. */
  given?: boolean;
  /** Answers some calls otherwise, for states that no scene stays in. */
  instead?: (backend: CompleteBackend) => Partial<CompleteBackend>;
  /** What a visitor does until the state is reached. */
  way?: readonly Deed[];
}

/** A managed booking with all that is around it. */
export interface Managed {
  element: KneadManageBooking;
  server: MemoryServer;
  booking: Booking;
}

/** Something a visitor does. */
export type Deed = (managed: Managed) => Promise<unknown> | unknown;

/** An element with a booking behind it, and a phone number as its fallback. */
export function managedBooking(args: ManagedArgs): Managed {
  const { scene = 'default', faultAt, made, link, given, instead, width, way: _, ...properties } = args;
  const server = memoryServer(scene, faultAt === undefined ? {} : { faultAt });
  const booking = server.made(made);
  const element = document.createElement('knead-manage-booking');
  element.append(
    Object.assign(document.createElement('a'), { href: 'tel:02079460123', textContent: 'Call 020 7946 0123' }),
  );
  if (width) element.style.inlineSize = `${width}px`;
  Object.assign(element, { ...properties, now: Date.parse(MEMORY_NOW) });
  if (given) {
    const { manageToken: __, ...shown } = booking;
    element.booking = shown;
  } else {
    const backend = connectedTo(server, scene);
    element.backend = instead ? withInstead(backend, instead(backend)) : backend;
    Object.assign(element, { bookingId: booking.id, token: booking.manageToken });
    if (link) Object.assign(element, { bookingId: link.id, token: link.token });
  }
  return { element, server, booking };
}

function withInstead(backend: CompleteBackend, change: Partial<CompleteBackend>): CompleteBackend {
  return new Proxy(backend, {
    get: (whole, name) => {
      const method = change[name as keyof CompleteBackend] ?? whole[name as keyof CompleteBackend];
      return typeof method === 'function' ? method.bind(whole) : method;
    },
  });
}

/** Walks. */
export async function walk(managed: Managed, way: readonly Deed[] = []): Promise<void> {
  for (const deed of way) await deed(managed);
}

/** Presses a button. */
export const presses =
  (name: string | RegExp): Deed =>
  ({ element }) =>
    press(element, name);

/** Waits for a heading. */
export const until =
  (name: string | RegExp): Deed =>
  ({ element }) =>
    reaches(element, name);

/** Ticks something. */
export const ticks =
  (name: string | RegExp): Deed =>
  ({ element }) =>
    choose(element, name);

/** Waits for words, the element's own or those of a part in it. */
export const says =
  (words: string): Deed =>
  ({ element }) =>
    appears(words, () =>
      [element, ...inside(element)].some(({ shadowRoot }) => shadowRoot?.textContent.includes(words)),
    );

/** As far as the times. */
export const toTimes = [presses('Move to another time'), until('When would you like to come instead?')] as const;

/** Takes a time, and goes on. */
const takesTime: Deed = async ({ element }) => {
  (await appears('a time', () => controls(element, /, 60 min$/)[2])).click();
  await press(element, 'Continue');
};

/** As far as old and new. */
export const toReview = [...toTimes, takesTime, until('Move your booking?')] as const;

/** Presses the last button of a move. */
export const moves = [...toReview, presses(/^Move to /)] as const;

/** As far as what cancelling costs. */
export const toCancel = [presses('Cancel booking'), until('Cancel this booking?')] as const;

/** Cancels. */
export const cancels = [...toCancel, presses('Cancel booking')] as const;

/** As far as the visitor's answers. */
export const toAnswers: readonly Deed[] = [
  presses('See your answers'),
  until('Your answers'),
  ({ element }) => appears('the answers', () => button(element, 'Withdraw your answers')),
];

/** As far as the questions. */
export const toQuestions: readonly Deed[] = [
  ...toAnswers,
  presses('Correct your answers'),
  ({ element }) => appears('the questions', () => controls(element, 'Firm')[0] && button(element, 'Send your answers')),
];

/** With the safety check passed once more: its answers were never sent. */
export const toSending: readonly Deed[] = [...toQuestions, ticks('None of these'), ticks('No')];
