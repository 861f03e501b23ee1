import { BackendFailure, type ManagingBackend } from '../backend/booking-backend.js';
import type { Slot } from '../contract/availability.js';
import type { Reschedule } from '../contract/booking-change.js';
import type { Booking } from '../contract/booking.js';
import type { HealthBasis } from '../contract/consent.js';
import type { IntakeForm } from '../contract/intake.js';
import { endsBooking, stopWords, withBooked } from '../domain/intake/answers.js';
import { documentOf } from '../domain/intake/submission.js';
import type { OfferedSlot } from '../domain/slots/slot-index.js';
import { sendAnswers } from '../backend/stores/later-answers.js';
import { asFailure } from './effects.js';
import { newKey } from './key.js';
import { isDone, type AskedAgain, type Change, type ManageAction, type Managed, type ManageScreen } from './manage.js';

/** A booking and what opens it. */
export interface Opened {
  backend: ManagingBackend;
  id: string;
  token: string;
}

/** Sends a change, or sends it again: the same state gives the same request. Resolves to what came of it. */
export async function send(opened: Opened, { booking }: Managed, change: Change): Promise<ManageAction> {
  const { backend, id, token } = opened;
  const { key } = change;
  try {
    const changed =
      change.kind === 'cancel'
        ? await backend.cancel!(id, token, key, booking.revision)
        : await backend.reschedule!(id, token, reschedule(booking, change), key, booking.revision);
    return { type: 'changed', key, booking: changed };
  } catch (error) {
    return refused(opened, booking, change, asFailure(error));
  }
}

/** Reads the booking again, and where it is not as wanted sends the same change under the same key once more. */
export async function check(opened: Opened, managed: Managed, change: Change): Promise<ManageAction> {
  const { backend, id, token } = opened;
  try {
    const booking = await backend.booking(id, token);
    if (isDone(change, booking)) return { type: 'changed', key: change.key, booking };
    if (booking.revision !== managed.booking.revision) return { type: 'overtaken', booking };
  } catch (error) {
    asFailure(error);
    return { type: 'check-failed', key: change.key };
  }
  // The revision goes with it, so it changes nothing twice even where a key is not remembered.
  const again = await send(opened, managed, change);
  return again.type === 'failed' && again.reason !== 'refused' ? { type: 'check-failed', key: change.key } : again;
}

async function refused(
  { backend, id, token }: Opened,
  before: Booking,
  change: Change,
  { kind, problem }: BackendFailure,
): Promise<ManageAction> {
  const { key } = change;
  if (kind === 'unknown') return { type: 'check-failed', key };
  if (kind === 'unreachable' || kind === 'broken') return { type: 'failed', key, reason: kind };
  if (kind === 'taken' && change.kind === 'move') {
    const alternatives = (problem?.alternatives ?? []).map((other) => offered(other, change.slot));
    return { type: 'taken', key, alternatives };
  }
  if (kind === 'price-changed' && problem?.price)
    return { type: 'price-changed', key, price: problem.price, next: newKey() };
  // Perhaps it was changed elsewhere, or it is too late by now: how it stands says more than the refusal.
  const booking = await backend.booking(id, token).catch(() => before);
  if (isDone(change, booking)) return { type: 'changed', key, booking };
  const isOther =
    booking.revision !== before.revision || JSON.stringify(booking.allowed) !== JSON.stringify(before.allowed);
  return isOther ? { type: 'overtaken', booking } : { type: 'failed', key, reason: 'refused' };
}

/** The answers of a booking with the questions they answer. Null where there are none, or no questions any more. */
export async function answersOf({ backend, id, token }: Opened): Promise<ManageScreen> {
  try {
    const record = (await backend.intake?.(id, token)) ?? null;
    const form = record && (await formOf(backend, { id: record.formId, version: record.version }));
    return { screen: 'answers', found: { record, form }, failed: null };
  } catch (error) {
    return { screen: 'answers', found: null, failed: asFailure(error) };
  }
}

/** The questions of a booking with the answers given so far. */
export async function questionsOf(
  { backend, id, token }: Opened,
  booking: Booking,
  basis: HealthBasis,
): Promise<ManageScreen> {
  const screen = { screen: 'questions', sending: false, notice: null } as const;
  try {
    const record = (await backend.intake?.(id, token)) ?? null;
    const reference = booking.intake.form;
    const loaded = reference && (await backend.intakeForm(reference));
    const form = loaded?.whole ?? loaded;
    const told = form && documentOf(form, basis);
    if (!told) throw new BackendFailure('not-found');
    const agreement = await backend.consentDocument(told);
    const answers = withBooked(form, record?.answers ?? {}, booking, Date.now());
    return { ...screen, asked: { form, agreement, answers, basis }, failed: null };
  } catch (error) {
    return { ...screen, asked: null, failed: asFailure(error) };
  }
}

/** Sends answers given or corrected after the booking, with a proof of their own where the backend wants one. */
export async function deliver(
  { backend, id, token }: Opened,
  { booking, facts }: Managed,
  asked: AskedAgain,
  page: { at: string; locale: string },
): Promise<ManageAction> {
  try {
    const screens = facts?.capabilities.intake === 'screening';
    const { outcomes = [] } = await sendAnswers(backend, { id, token }, { ...asked, ...page }, screens);
    const stops = outcomes.filter(endsBooking);
    const screen: ManageScreen =
      stops.length > 0 ? { screen: 'stopped', ...stopWords(stops) } : { screen: 'booking', news: 'sent' };
    return { type: 'answered', screen, booking: await afterwards({ backend, id, token }, booking, 'received') };
  } catch (error) {
    asFailure(error);
    const screen = { screen: 'questions', asked, failed: null } as const;
    return { type: 'answered', screen: { ...screen, sending: false, notice: 'failed' } };
  }
}

/** Withdraws the answers. */
export async function withdraw(opened: Opened, { booking }: Managed): Promise<ManageAction> {
  try {
    await opened.backend.withdrawIntake!(opened.id, opened.token);
    const screen = { screen: 'booking', news: 'withdrawn' } as const;
    return { type: 'answered', screen, booking: await afterwards(opened, booking, 'withdrawn') };
  } catch (error) {
    asFailure(error);
    return { type: 'answered', screen: { screen: 'withdraw', sending: false, unsure: true } };
  }
}

/** The outward code a visit was booked for: its times depend on it. An address that was booked ends in a whole postcode. */
export function outwardCodeOf({ sessions }: Booking): string | undefined {
  const { area, address } = sessions[0]?.venue ?? {};
  return (
    area?.outwardCode ??
    address?.postcode
      .toUpperCase()
      .replace(/[^A-Z\d]/g, '')
      .slice(0, -3)
  );
}

/** The booking once its answers have changed. That they have is known even where it cannot be read. */
async function afterwards(
  { backend, id, token }: Opened,
  before: Booking,
  status: 'received' | 'withdrawn',
): Promise<Booking> {
  return backend.booking(id, token).catch(() => ({ ...before, intake: { ...before.intake, status } }));
}

/** Null where that version is no longer to be had. */
async function formOf(backend: ManagingBackend, form: { id: string; version: string }): Promise<IntakeForm | null> {
  try {
    return await backend.intakeForm(form);
  } catch (error) {
    const { kind } = asFailure(error);
    if (kind === 'refused' || kind === 'not-found') return null;
    throw error;
  }
}

/** The session as it was booked, at another time. */
function reschedule(booking: Booking, { slot, price }: Extract<Change, { kind: 'move' }>): Reschedule {
  const { start, token: slotToken } = slot;
  const { practitionerId, serviceId, optionId, addOns, place } = booking.sessions[0]!;
  const outwardCode = place === 'outcall' ? outwardCodeOf(booking) : undefined;
  const item = { practitionerId, serviceId, optionId, addOnIds: addOns.map(({ id }) => id), place, start, slotToken };
  return { items: [outwardCode ? { ...item, outwardCode } : item], expectedTotal: price.total };
}

function offered(slot: Slot, by: OfferedSlot): OfferedSlot {
  const { practitionerId, timeZone, price } = by;
  return { ...slot, price: slot.price ?? price, practitionerId, timeZone };
}
