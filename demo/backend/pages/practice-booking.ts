import type { Booking } from '../../../src/contract/booking.js';
import { addressLines, moneyText, sessionText, wallText } from '../booking-words.js';
import { html, type Html } from '../html.js';
import type { PracticeBooking } from '../practice.js';
import type { PractitionerRecord } from '../seed.js';

/** A booking as its therapist sees it, with what they can do about it. `mark`: what its forms carry. */
export function bookingCard(
  booking: PracticeBooking,
  { practitioner, mark }: { practitioner: PractitionerRecord; mark: string },
): Html {
  const own = booking.sessions.filter(({ practitionerId }) => practitionerId === practitioner.profile.id);
  const { client, notes } = booking;
  const visit = own.some(({ place }) => place === 'outcall') ? client?.address : undefined;
  return html`<article
    class="card${booking.attention && ' marked'}"
    id="${booking.id}"
    aria-labelledby="when-${booking.id}"
  >
    <h3 id="when-${booking.id}">
      ${own.map(
        ({ start, end, timeZone }) =>
          html`<span class="day">${wallText(start, timeZone).day}</span>
            <span class="hours">${wallText(start, timeZone).time} to ${wallText(end, timeZone).time}</span>`,
      )}
    </h3>
    ${
      booking.attention === 'stop' &&
      html`<p class="mark">
        <strong>Talk to your client first.</strong> Answers that came after the booking say that it should not go ahead
        as it is.
      </p>`
    }
    <dl>
      <dt>Client</dt>
      <dd>
        ${client ? html`<bdi>${client.name}</bdi>` : 'Forgotten, as they wished'}
        ${client && html`<span class="contact">${contacts(client)}</span>`}
      </dd>
      <dt>What</dt>
      <dd>${own.map((session) => html`<span class="line">${sessionText(session)}</span>`)}</dd>
      <dt>Where</dt>
      <dd>
        ${own.some(({ place }) => place === 'incall') && html`<span class="line">At your place</span>`}
        ${visit && html`<span class="line"><bdi>${addressLines(visit).join(', ')}</bdi></span>`}
        ${visit?.access && html`<span class="line"><bdi>${visit.access}</bdi></span>`}
      </dd>
      ${
        notes &&
        html`<dt>Their note</dt>
          <dd><bdi class="note">${notes}</bdi></dd>`
      }
      <dt>Price</dt>
      <dd>${moneyText(booking.price.total)}, on the day</dd>
      <dt>Reference</dt>
      <dd>${booking.reference}</dd>
    </dl>
    ${answers(booking, mark)} ${actions(booking, practitioner.profile.id, mark)}
  </article>`;
}

/** A button and no link: each time the answers are opened is written down. */
function answers({ id, intake_status: status }: PracticeBooking, mark: string): Html | null {
  if (status === 'awaited') return html`<p class="quiet">Their answers have not arrived yet.</p>`;
  if (status !== 'received') return null;
  return html`<form method="post" action="/practice/bookings/${id}/answers">
    <input type="hidden" name="mark" value="${mark}" />
    <button aria-describedby="when-${id}">Read their answers</button>
  </form>`;
}

function contacts({ email, phone }: NonNullable<PracticeBooking['client']>): Html {
  return html`<a href="mailto:${encodeURI(email)}"><bdi>${email}</bdi></a>
    ${phone && html`<a href="tel:${phone.replace(/[^+\d]/g, '')}"><bdi>${phone}</bdi></a>`}`;
}

function actions(booking: PracticeBooking, practitionerId: string, mark: string): Html {
  const form = (action: string, button: string, kind: string): Html =>
    html`<form method="post" action="/practice/bookings/${booking.id}/${action}">
      <input type="hidden" name="mark" value="${mark}" />
      <input type="hidden" name="revision" value="${booking.revision}" />
      <button class="${kind}" aria-describedby="when-${booking.id}">${button}</button>
    </form>`;
  switch (booking.status as Booking['status']) {
    case 'requested':
      return html`${
          booking.accepted_by.includes(practitionerId)
            ? html`<p class="quiet">You have accepted it. ${waitsFor(booking)}</p>`
            : booking.contact_status === 'awaited' && html`<p class="quiet">${waitsFor(booking)}</p>`
        }
        <div class="actions">
          ${!booking.accepted_by.includes(practitionerId) && form('accept', 'Accept', 'go')}
          <details>
            <summary aria-describedby="when-${booking.id}">Decline</summary>
            <p>Your client is told, without a reason, and the time is free again.</p>
            ${form('decline', 'Decline it now', 'stop')}
          </details>
        </div>`;
    case 'confirmed':
    case 'awaiting_payment':
      return html`<div class="actions">
        <details>
          <summary aria-describedby="when-${booking.id}">Cancel</summary>
          <p>Your client is told, nothing is due, and the time is free again. This cannot be undone.</p>
          ${form('cancel', 'Cancel it now', 'stop')}
        </details>
      </div>`;
    case 'declined':
      return html`<p class="quiet">You declined it.</p>`;
    default:
      return html`<p class="quiet">It was cancelled.</p>`;
  }
}

function waitsFor({ contact_status: contact }: PracticeBooking): string {
  return contact === 'awaited'
    ? 'It stands once your client has entered the code that was sent to them.'
    : 'It stands once the other therapist has, too.';
}
