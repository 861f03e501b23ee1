import type { BookingStatus } from '../../contract/booking.js';

/** What decides whether a client may still change a booking by themselves. Instants in milliseconds. */
export interface ChangeableBooking {
  status: BookingStatus;
  /** When its first session begins. */
  begins: number;
  /** Until when a change is free. */
  freeUntil: number;
}

/** What a client may still do, at an instant. */
export interface AllowedChanges {
  cancel: boolean;
  reschedule: boolean;
}

/**
 * A booking that stands can be changed until the free period ends; after that a person has to be asked. One that was only
 * asked for can be taken back, or asked for at another time, until it would begin.
 */
export function allowedChanges({ status, begins, freeUntil }: ChangeableBooking, now: number): AllowedChanges {
  const open =
    status === 'requested'
      ? now < begins
      : (status === 'confirmed' || status === 'awaiting_payment') && now < freeUntil;
  return { cancel: open, reschedule: open };
}
