import type { OpeningHours } from '../../../src/domain/availability/opening-hours.js';
import { html, htmlPage, type Html } from '../html.js';
import type { BlockedTime, PracticeBooking } from '../practice.js';
import type { PractitionerRecord } from '../seed.js';
import { bookingCard } from './practice-booking.js';
import { screeningSection } from './practice-screening.js';
import { blockSection, hoursSection, linkSection, type TypedWeek } from './practice-settings.js';

/** Everything a practice page shows. */
export interface PracticeView {
  practitioner: PractitionerRecord;
  bookings: readonly PracticeBooking[];
  blocked: readonly BlockedTime[];
  weekly: OpeningHours['weekly'];
  /** What was typed for the hours and could not be kept. */
  typed?: TypedWeek | undefined;
  /** What its forms carry to prove that they are its own. */
  mark: string;
  /** What has just been done, or could not be. */
  notice?: { text: string; failed?: boolean } | undefined;
}

/** Every page of a practice: scripts and forms of the backend's own, and nothing else. */
const OPTIONS = { scripts: ['practice.js'], policy: { 'form-action': "'self'" }, ownHeading: true };

/** The therapist's own page: requests, coming bookings, blocked times, hours and the link. */
export function practicePage(view: PracticeView): Response {
  const { practitioner, bookings, notice } = view;
  const name = practitioner.profile.name;
  const requests = bookings.filter(({ status }) => status === 'requested');
  const booked = bookings.filter(({ status }) => status === 'confirmed' || status === 'awaiting_payment');
  const over = bookings.filter(({ status }) => status === 'cancelled' || status === 'declined');
  const body = html`<header class="top">
      <p class="quiet">Practice page</p>
      <h1>${name}</h1>
    </header>
    ${notice && html`<p class="notice${notice.failed && ' failed'}" role="${notice.failed ? 'alert' : 'status'}">${notice.text}</p>`}
    <div class="columns">
      <div>
        <section aria-labelledby="requests">
          <h2 id="requests">Requests ${count(requests)}</h2>
          ${
            requests.length > 0
              ? requests.map((booking) => bookingCard(booking, view))
              : html`<p class="quiet">Nobody is waiting for an answer.</p>`
          }
        </section>
        <section aria-labelledby="booked">
          <h2 id="booked">Coming bookings ${count(booked)}</h2>
          ${
            booked.length > 0
              ? booked.map((booking) => bookingCard(booking, view))
              : html`<p class="quiet">Nothing is booked yet.</p>`
          }
        </section>
        ${
          over.length > 0 &&
          html`<section>
            <details>
              <summary>Cancelled and declined (${over.length})</summary>
              ${over.map((booking) => bookingCard(booking, view))}
            </details>
          </section>`
        }
      </div>
      <div class="side">${blockSection(view)} ${hoursSection(view)} ${screeningSection()} ${linkSection(view)}</div>
    </div>`;
  const title = notice ? `${notice.text} ${name}` : `${name}: practice page`;
  return htmlPage(title, body, { ...OPTIONS, ...(notice?.failed && { status: 422 }) });
}

/** What stands at the page's address before the link has opened it. */
export function closedPracticePage(): Response {
  const body = html`<h1>Your practice page</h1>
    <p class="lede">It opens with the link in the mails about your bookings. You can also paste that link here.</p>
    <form method="post" action="/practice/session" class="card">
      <label>
        Your link
        <input name="link" required autocomplete="off" autocapitalize="off" spellcheck="false" />
      </label>
      <p><button class="go">Open</button></p>
    </form>`;
  return htmlPage('Your practice page', body, OPTIONS);
}

/** Shows a link that was just made. It is shown this once; the mails carry it, too. */
export function newLinkPage(address: string): Response {
  const body = html`<h1>Your new link</h1>
    <p class="lede">
      The old link no longer works, here or anywhere else. Keep this one, or wait for the mail with it.
    </p>
    <div class="card">
      <label>Your link <input readonly value="${address}" /></label>
      <p><a class="go" href="/practice">To your practice page</a></p>
    </div>`;
  return htmlPage('Your new link', body, { ...OPTIONS, scripts: [] });
}

function count(bookings: readonly unknown[]): Html | null {
  return bookings.length > 0 ? html`<span class="count">${bookings.length}</span>` : null;
}
