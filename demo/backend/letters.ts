import type { Booking, Client } from '../../src/contract/booking.js';
import { bookingOf, type BookingRow } from './booking-record.js';
import { addressLines, momentText, placeText, priceLines, sessionText } from './booking-words.js';
import { calendarFile } from './calendar-file.js';
import type { CatalogueData } from './catalogue.js';
import { pagesFor, type LinkedPage } from './letter-pages.js';
import type { PractitionerRecord } from './seed.js';

/** What happened to a booking. */
export interface News {
  what: 'made' | 'accepted' | 'declined' | 'moved' | 'cancelled' | 'reminder';
  /** The therapist did it, and not the client. */
  byPractice?: boolean;
  /** Its client has to enter a code, which their mail says. */
  asksForCode?: boolean;
  /** Its client chose to answer the questions later. */
  asksForAnswers?: boolean;
}

/** One fact per row: a label and what it says. An empty label makes a paragraph. */
export type Rows = readonly (readonly [label: string, text: string])[];

/** Everything a mail says but its secrets, which are put in when it leaves, so that they are stored nowhere. */
export interface Letter {
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  /** RFC 3339. */
  date: string;
  messageId: string;
  rows: Rows;
  /** The booking whose code it says. */
  codeOf?: string;
  /** One page, or several. */
  opens?: LinkedPage | readonly LinkedPage[];
  calendar?: { name: string; content: string };
}

/** The letters about a booking: to its client and, but for a reminder, to each therapist. None names an answer, a note or a reason. */
export function bookingLetters(catalogue: CatalogueData, row: BookingRow, news: News, now: number): Letter[] {
  const { client } = row;
  if (!client) return [];
  const booking = bookingOf(catalogue, row, now);
  const practitioners = row.practitioner_ids.flatMap((id) => catalogue.practitioner(id) ?? []);
  const about = { catalogue, row, booking, client, news };
  const toTherapists = news.what === 'reminder' ? [] : practitioners;
  return [clientLetter(about, practitioners), ...toTherapists.map((each) => therapistLetter(about, each))];
}

/** The letter that brings a therapist the link to their practice page after it was changed. */
export function newLinkLetter(
  { seed: { business } }: CatalogueData,
  { profile, email }: PractitionerRecord,
  now: number,
): Letter {
  const address = business.contact.email ?? 'bookings@localhost';
  return {
    from: { name: business.name, address },
    to: { name: profile.name, address: email },
    subject: 'The link to your practice page was changed',
    date: new Date(now).toISOString(),
    messageId: `<link.${now}.${profile.id}@${address.split('@')[1]}>`,
    rows: [
      ['', 'The old link no longer works. If it was not you who changed it, open the new one and change it again.'],
    ],
    opens: { page: 'practice', practitionerId: profile.id, label: 'Your practice page' },
  };
}

interface About {
  catalogue: CatalogueData;
  row: BookingRow;
  booking: Booking;
  client: Client;
  news: News;
}

function clientLetter(about: About, practitioners: readonly PractitionerRecord[]): Letter {
  const { booking, row, client, news } = about;
  const { what } = news;
  const over = what === 'cancelled' || what === 'declined';
  const requested = booking.status === 'requested';
  const names = practitioners.map(({ profile }) => profile.name).join(' and ');
  const title = row.discreet
    ? 'Your appointment'
    : `Your ${requested || what === 'declined' ? 'request to' : 'booking with'} ${names}`;
  const rows: Rows = [
    ['', clientOpening(news, requested, row.discreet ? 'your therapist' : names)],
    ['Reference', booking.reference],
    ...booking.sessions.flatMap((session): Rows => [
      ['What', sessionText(session)],
      ['When', momentText(session.start, session.timeZone)],
      ...(over ? [] : ([['Where', placeText(session)]] as const)),
      ...(session.venue.directions && !over ? ([['Getting there', session.venue.directions]] as const) : []),
    ]),
    ...(over ? [] : standingRows(booking)),
    [
      over ? 'To reach your therapist' : 'To change or cancel',
      practitioners.map(({ profile, phone, email }) => `${profile.name}, ${phone}, ${email}`).join('; '),
    ],
    ...(over ? [] : ([['', 'You can ask for a change of pressure, or stop, at any time.']] as const)),
  ];
  const letter = letterOf(about, { name: client.name, address: client.email }, 'client', titled(title, what), rows);
  return {
    ...letter,
    ...(news.asksForCode && { codeOf: booking.id }),
    opens: pagesFor(booking, news, over),
  };
}

function standingRows(booking: Booking): Rows {
  return [
    ...priceLines(booking).map((text) => ['Price', text] as const),
    ['To pay', 'On the day.'],
    ['Free to change or cancel until', momentText(booking.freeUntil.instant, booking.sessions[0]?.timeZone ?? 'UTC')],
  ];
}

function therapistLetter(about: About, practitioner: PractitionerRecord): Letter {
  const { booking, client, news } = about;
  const practitionerId = practitioner.profile.id;
  const sessions = booking.sessions.filter((session) => session.practitionerId === practitionerId);
  const requested = booking.status === 'requested';
  const visit = sessions.some(({ place }) => place === 'outcall') ? client.address : undefined;
  const rows: Rows = [
    ['', therapistOpening(news, requested)],
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
  const title = titled(requested || news.what === 'declined' ? 'A request' : 'A booking', news.what);
  const subject = news.what === 'made' ? `New ${requested ? 'request' : 'booking'}` : title;
  const letter = letterOf(
    about,
    { name: practitioner.profile.name, address: practitioner.email },
    practitionerId,
    subject,
    rows,
  );
  const label = requested ? 'Accept or decline it' : 'Your practice page';
  return { ...letter, opens: { page: 'practice', practitionerId, bookingId: booking.id, label } };
}

function titled(title: string, what: News['what']): string {
  if (what === 'made') return title;
  return what === 'reminder' ? `Soon: ${title[0]?.toLowerCase()}${title.slice(1)}` : `${title} was ${what}`;
}

function clientOpening({ what, byPractice }: News, requested: boolean, names: string): string {
  const sentence = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}`;
  if (what === 'cancelled' && byPractice) return sentence(`${names} had to cancel. Nothing is due.`);
  if (what === 'cancelled') return 'Your time is free again, and nothing is due.';
  if (what === 'declined') return sentence(`${names} cannot take this booking. Nothing is due.`);
  if (requested) return sentence(`${names} will answer your request. Your time is kept until then.`);
  if (what === 'moved') return `You are booked with ${names} at another time now.`;
  if (what === 'accepted') return sentence(`${names} accepted your request. You are booked.`);
  return what === 'reminder' ? sentence(`${names} will see you soon.`) : `You are booked with ${names}.`;
}

function therapistOpening({ what, byPractice }: News, requested: boolean): string {
  if (what === 'cancelled') return byPractice ? 'You cancelled it. The client was told.' : 'The time is free again.';
  if (what === 'declined') return 'You declined it. The client was told, and the time is free again.';
  if (requested) return 'Somebody asks for a session. The time is kept until you answer.';
  if (what === 'moved') return 'It is at another time now.';
  return what === 'accepted' ? 'It is booked now. The client was told.' : 'You have a new booking.';
}

function letterOf(
  { catalogue, row, booking, news }: About,
  to: Letter['to'],
  reader: string,
  title: string,
  rows: Rows,
): Letter {
  const { business } = catalogue.seed;
  const address = business.contact.email ?? 'bookings@localhost';
  // Somebody else may see the client's screen; the therapist's calendar is of more use with its titles.
  const discreet = row.discreet && reader === 'client';
  return {
    from: { name: discreet ? 'Appointments' : business.name, address },
    to,
    subject: `${title} (${booking.reference})`,
    date: booking.updatedAt ?? booking.createdAt,
    // The same for every attempt, so that a mail sent twice arrives once.
    messageId: `<${booking.id}.${booking.revision}.${news.what}.${reader}@${address.split('@')[1]}>`,
    rows,
    calendar: {
      name: discreet ? 'appointment.ics' : 'booking.ics',
      content: calendarFile(catalogue, booking, discreet),
    },
  };
}
