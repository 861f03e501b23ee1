// Booking once, and opening a booking.
import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import {
  cost,
  DAY,
  FREE_UNTIL_HOURS,
  incall,
  iso,
  local,
  practitioner,
  service,
  slot,
  startsOn,
  taken,
} from './offer.mjs';
import { invalid, notFound, Refusal } from './refusal.mjs';

const SECRET = randomBytes(32);
const bookings = new Map();
const answered = new Map();

export function book(body) {
  const isText = (value, most = 300) => typeof value === 'string' && value.length > 0 && value.length <= most;
  const faults = [];
  const check = (ok, pointer) => {
    if (!ok) faults.push(pointer);
    return ok;
  };
  const items = Array.isArray(body.items) ? body.items : [];
  check(items.length > 0 && items.length <= 10, '/items');
  for (const [index, item] of items.entries()) {
    for (const name of ['practitionerId', 'serviceId', 'optionId', 'slotToken']) {
      check(isText(item?.[name], 2000), `/items/${index}/${name}`);
    }
    check(['incall', 'outcall'].includes(item?.place), `/items/${index}/place`);
    check(Array.isArray(item?.addOnIds), `/items/${index}/addOnIds`);
    check(isText(item?.start) && !Number.isNaN(Date.parse(item.start)), `/items/${index}/start`);
  }
  if (check(body.client instanceof Object, '/client')) {
    const { name, email } = body.client;
    check(isText(name), '/client/name');
    check(isText(email, 320) && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email), '/client/email');
  }
  if (check(body.expectedTotal instanceof Object, '/expectedTotal')) {
    const { amount, currency } = body.expectedTotal;
    check(Number.isSafeInteger(amount) && amount >= 0 && amount <= 100_000_000, '/expectedTotal/amount');
    check(/^[A-Z]{3}$/.test(currency), '/expectedTotal/currency');
  }
  check(['inline', 'later', 'in-person', 'off'].includes(body.intake), '/intake');
  check(Array.isArray(body.consents), '/consents');
  check(isText(body.locale, 35) && /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(body.locale), '/locale');
  if (faults.length > 0) throw invalid(...faults);

  const starts = items.map((item) => {
    const start = Date.parse(item.start);
    const isOffered =
      item.practitionerId === practitioner.id && item.serviceId === 'back' && item.optionId === 'back-60';
    const isPlain = item.place === 'incall' && item.addOnIds.length === 0 && item.slotToken === `s.${start}`;
    if (!isOffered || !isPlain || !startsOn(start - (start % DAY)).includes(start)) {
      throw new Refusal(422, 'not-offered');
    }
    return start;
  });
  // The server prices. What the client was shown is only compared.
  const now = cost(items.length);
  if (body.expectedTotal.amount !== now.total.amount || body.expectedTotal.currency !== now.total.currency) {
    throw new Refusal(409, 'price-changed', { price: now });
  }
  // Nothing is awaited between this look and the entry below, which is all that keeps two clients apart here.
  if (starts.some((start, index) => taken.has(start) || starts.indexOf(start) !== index)) {
    throw new Refusal(409, 'slot-unavailable');
  }
  for (const start of starts) taken.add(start);
  const free = Math.min(...starts) - FREE_UNTIL_HOURS * 3_600_000;
  const booking = {
    ...{ id: randomUUID(), reference: randomBytes(3).toString('hex').toUpperCase(), revision: 1 },
    status: body.asRequest === true ? 'requested' : 'confirmed',
    sessions: starts.map((start) => {
      const { start: begins, end, local } = slot(start);
      return {
        ...{ practitionerId: practitioner.id, practitionerName: practitioner.name, serviceId: 'back' },
        ...{ serviceName: service.name, optionId: 'back-60', addOns: [], minutes: 60, start: begins, end, local },
        ...{ timeZone: 'Etc/UTC', place: 'incall', venue: { place: 'incall', area: incall.area } },
      };
    }),
    price: now,
    payment: { status: 'unpaid', when: 'on-the-day' },
    freeUntil: { instant: iso(free), local: local(free) },
    intake: { status: 'none' },
    createdAt: iso(Date.now()),
  };
  bookings.set(booking.id, booking);
  return { ...booking, manageToken: manageToken(booking.id) };
}

/** Nobody can compute it, a repeated answer can give it again, and nothing has to be stored. */
const manageToken = (id) => createHmac('sha256', SECRET).update(id).digest('base64url');

export function readBooking(request, id) {
  const digest = (text) => createHash('sha256').update(text).digest();
  const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  // Unknown id, wrong token and no token are one answer.
  if (!timingSafeEqual(digest(given), digest(manageToken(id))) || !bookings.has(id)) throw notFound();
  return bookings.get(id);
}

/** Does a write once. The same key answers as it did the first time; with another body it is refused. */
export function once(request, body, write) {
  const key = (request.headers['idempotency-key'] ?? '').replace(/^"(.*)"$/, '$1');
  if (key.length < 16) throw new Refusal(400, 'idempotency-key-missing');
  const fingerprint = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const before = answered.get(key);
  if (before && before.fingerprint !== fingerprint) throw new Refusal(422, 'idempotency-key-reused');
  if (before) return { status: 201, body: before.body, headers: { 'Idempotency-Replayed': 'true' } };
  const made = write(body);
  // Only what succeeded is kept: whoever was refused may try again.
  answered.set(key, { fingerprint, body: made });
  return { status: 201, body: made, headers: {} };
}
