import MailComposer from 'nodemailer/lib/mail-composer';
import type { Booking, Client } from '../../src/contract/booking.js';
import { calendarFile } from './calendar-file.js';
import type { CatalogueData } from './catalogue.js';
import { addressLines, momentText, placeText, priceLines, sessionText } from './booking-words.js';
import { escapeHtml } from './html.js';
import type { PractitionerRecord } from './seed.js';

/** A mail ready to be sent: its envelope, and the whole message as RFC 5322 text. */
export interface Mail {
  sender: string;
  recipient: string;
  subject: string;
  message: string;
}

/** One fact per row: a label and what it says. An empty label makes a paragraph. */
type Rows = readonly (readonly [label: string, text: string])[];

/** What happened to a booking, and the code its client has to enter, if any. */
export interface News {
  what: 'made' | 'moved' | 'cancelled' | 'accepted';
  code?: string | undefined;
}

/** The mails about a booking: one to the client, one to each therapist. They carry no answer of the intake and no note. */
export function bookingMails(catalogue: CatalogueData, booking: Booking, client: Client, news: News): Promise<Mail[]> {
  const ids = new Set(booking.sessions.map(({ practitionerId }) => practitionerId));
  const practitioners = [...ids].flatMap((id) => catalogue.practitioner(id) ?? []);
  return Promise.all([
    clientMail(catalogue, booking, client, practitioners, news),
    ...practitioners.map((practitioner) => therapistMail(catalogue, booking, client, practitioner, news)),
  ]);
}

function clientMail(
  catalogue: CatalogueData,
  booking: Booking,
  client: Client,
  practitioners: PractitionerRecord[],
  { what, code }: News,
): Promise<Mail> {
  const requested = booking.status === 'requested';
  const names = practitioners.map(({ profile }) => profile.name).join(' and ');
  const rows: Rows = [
    ['', clientOpening(what, requested, names)],
    ...(code ? ([['Your code', code]] as const) : []),
    ['Reference', booking.reference],
    ...booking.sessions.flatMap((session): Rows => [
      ['What', sessionText(session)],
      ['When', momentText(session.start, session.timeZone)],
      ['Where', placeText(session)],
      ...(session.venue.directions ? ([['Getting there', session.venue.directions]] as const) : []),
    ]),
    ...priceLines(booking).map((text) => ['Price', text] as const),
    ['To pay', 'On the day.'],
    ['Free to change or cancel until', momentText(booking.freeUntil.instant, booking.sessions[0]?.timeZone ?? 'UTC')],
    [
      'To change or cancel',
      practitioners.map(({ profile, phone, email }) => `${profile.name}, ${phone}, ${email}`).join('; '),
    ],
    ['', 'You can ask for a change of pressure, or stop, at any time.'],
  ];
  const noun = requested ? `Your request to ${names}` : `Your booking with ${names}`;
  const subject = `${noun}${what === 'moved' || what === 'cancelled' ? ` was ${what}` : ''} (${booking.reference})`;
  return compose(catalogue, booking, { name: client.name, address: client.email }, 'client', subject, rows);
}

function therapistMail(
  catalogue: CatalogueData,
  booking: Booking,
  client: Client,
  practitioner: PractitionerRecord,
  { what }: News,
): Promise<Mail> {
  const sessions = booking.sessions.filter(({ practitionerId }) => practitionerId === practitioner.profile.id);
  const requested = booking.status === 'requested';
  const visit = sessions.some(({ place }) => place === 'outcall') ? client.address : undefined;
  const rows: Rows = [
    ['', therapistOpening(what, requested)],
    ['Reference', booking.reference],
    ['Client', [client.name, client.email, client.phone].filter(Boolean).join(', ')],
    ...sessions.flatMap((session): Rows => [
      ['What', sessionText(session)],
      ['When', momentText(session.start, session.timeZone)],
      ['Where', session.place === 'incall' ? 'At your place' : 'At the client’s'],
    ]),
    ...(visit ? ([['Address', addressLines(visit).join(', ')]] as const) : []),
    ...(visit?.access ? ([['Getting in', visit.access]] as const) : []),
    ...priceLines(booking).map((text) => ['Price', text] as const),
  ];
  const noun = requested ? 'request' : 'booking';
  const changed = what === 'moved' || what === 'cancelled';
  const subject = `${changed ? `A ${noun} was ${what}` : `New ${noun}`} (${booking.reference})`;
  const recipient = { name: practitioner.profile.name, address: practitioner.email };
  return compose(catalogue, booking, recipient, practitioner.profile.id, subject, rows);
}

function clientOpening(what: News['what'], requested: boolean, names: string): string {
  if (what === 'cancelled') return 'Your time is free again, and nothing is due.';
  if (requested) return `${names} will answer your request. Your time is kept until then.`;
  return what === 'moved' ? `You are booked with ${names} at another time now.` : `You are booked with ${names}.`;
}

function therapistOpening(what: News['what'], requested: boolean): string {
  if (what === 'cancelled') return 'The time is free again.';
  if (requested) return 'Somebody asks for a session. The time is kept until you answer.';
  return what === 'moved' ? 'It is at another time now.' : 'You have a new booking.';
}

async function compose(
  catalogue: CatalogueData,
  booking: Booking,
  recipient: { name: string; address: string },
  reader: string,
  subject: string,
  rows: Rows,
): Promise<Mail> {
  const { business } = catalogue.seed;
  const sender = business.contact.email ?? 'bookings@localhost';
  const message = await new MailComposer({
    from: { name: business.name, address: sender },
    to: recipient,
    subject,
    date: new Date(booking.updatedAt ?? booking.createdAt),
    // The same for every attempt, so that a mail sent twice arrives once.
    messageId: `<${booking.id}.${booking.revision}.${reader}@${sender.split('@')[1]}>`,
    text: `${rows.map(([label, text]) => (label ? `${label}: ${text}` : text)).join('\n')}\n`,
    html: htmlOf(subject, rows),
    attachments: [
      {
        filename: 'booking.ics',
        content: calendarFile(catalogue, booking),
        contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
      },
    ],
  })
    .compile()
    .build();
  return { sender, recipient: recipient.address, subject, message: message.toString('utf8') };
}

function htmlOf(title: string, rows: Rows): string {
  const body = rows
    .map(([label, text]) =>
      label ? `<p><b>${escapeHtml(label)}:</b> ${escapeHtml(text)}</p>` : `<p>${escapeHtml(text)}</p>`,
    )
    .join('\n');
  return `<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>\n<body>\n${body}\n</body></html>\n`;
}
