import type { Business } from '../../../src/contract/business.js';
import { lowestPrice } from '../../../src/domain/pricing/price.js';
import { moneyText } from '../booking-words.js';
import type { CatalogueData } from '../catalogue.js';
import { html, htmlPage, type Html } from '../html.js';
import type { PractitionerRecord } from '../seed.js';

/** What every page says where it has nothing to show: the same for whatever was wrong, and how to reach a person. */
export function notFoundPage({ seed: { business } }: CatalogueData): Response {
  const body = html`<p class="lede">
      The address may be old or incomplete. The newest mail about a booking has a link that works.
    </p>
    ${contactLines(business.contact)}`;
  return htmlPage('There is nothing here', body, { status: 404 });
}

/** The page that takes bookings of one therapist; without its script, it says how to reach them. */
export function bookingPage(
  catalogue: CatalogueData,
  { profile, phone, email }: PractitionerRecord,
  publicUrl: string,
): Response {
  const services = catalogue.seed.services.flatMap((service) => {
    const prices = profile.places
      .flatMap((offer) => lowestPrice(service, offer) ?? [])
      .sort((a, b) => a.amount - b.amount);
    const from = prices[0];
    if (!from || !profile.serviceIds.includes(service.id)) return [];
    return html`<li>${service.name}, from ${moneyText(from)}</li>`;
  });
  const body = html`<knead-booking
    backend="${publicUrl}"
    practitioner="${profile.id}"
    health-basis="${catalogue.seed.healthBasis ?? 'consent'}"
  >
    <div class="card">
      <p>Call or write, and ${profile.name} will find a time with you.</p>
      ${contactLines({ phone, email })}
      <h2>Services</h2>
      <ul>
        ${services}
      </ul>
    </div>
  </knead-booking>`;
  return htmlPage(`Book with ${profile.name}`, body, {
    scripts: ['knead.js'],
    policy: { ...elementPolicy(publicUrl), 'require-trusted-types-for': "'script'", 'trusted-types': 'knead' },
  });
}

/** The page a client's mail opens: what may be done with the booking is said by the secret in the fragment. */
export function managePage({ seed: { business, healthBasis } }: CatalogueData, publicUrl: string): Response {
  const body = html`<knead-manage-booking backend="${publicUrl}" health-basis="${healthBasis ?? 'consent'}">
    <div class="card">
      <p>To move or cancel your booking, call or write. The mail about it says how to reach your therapist, too.</p>
      ${contactLines(business.contact)}
    </div>
  </knead-manage-booking>`;
  return htmlPage('Your booking', body, { scripts: ['knead-manage.js'], policy: elementPolicy(publicUrl) });
}

/**
 * The page that asks the questions of a booking, for who chose to answer later: which booking it is, is said by the secret in
 * the fragment. Nothing foreign runs in it, so nobody but the therapist gets to see what is typed.
 */
export function intakePage({ seed: { business, healthBasis } }: CatalogueData, publicUrl: string): Response {
  const body = html`<p class="lede">
      This page belongs to ${business.name} and to nobody else. No other website’s programs run on it, so only your
      therapist gets to read what you answer here.
    </p>
    <div class="card">
      <knead-intake-form
        backend="${publicUrl}"
        booking-id=""
        health-basis="${healthBasis ?? 'consent'}"
        heading-level="2"
      >
        <p>You can also tell your therapist in person, or call or write.</p>
        ${contactLines(business.contact)}
      </knead-intake-form>
    </div>`;
  return htmlPage('Before your session', body, {
    scripts: ['knead.js'],
    policy: { ...elementPolicy(publicUrl), 'require-trusted-types-for': "'script'", 'trusted-types': 'knead' },
  });
}

/** A legal text. */
export function documentPage(title: string, text: string, version: string): Response {
  const paragraphs = text.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`);
  return htmlPage(
    title,
    html`<div class="prose">${paragraphs}</div>
      <p class="quiet">Version ${version}</p>`,
  );
}

/** Elements need no word in `style-src`; photos may lie elsewhere. */
function elementPolicy(publicUrl: string): Record<string, string> {
  const { origin } = new URL(publicUrl);
  return { 'connect-src': `'self' ${origin}`, 'img-src': "'self' data: https:" };
}

function contactLines({ phone, email }: Business['contact']): Html {
  return html`<p class="contact">
    ${phone && html`<a href="tel:${phone.replaceAll(' ', '')}">${phone}</a>`}
    ${email && html`<a href="mailto:${email}">${email}</a>`}
  </p>`;
}
