import { lowestPrice } from '../../../src/domain/pricing/price.js';
import type { BackendParts } from '../backend.js';
import { moneyText } from '../booking-words.js';
import { escapeHtml, htmlPage } from '../html.js';
import { ProblemError } from '../problems.js';
import type { Route } from './route.js';

function legalPage(documentId: string): (c: unknown, backend: BackendParts) => Response {
  return (_, { catalogue }) => {
    const document = catalogue.document(documentId, '1');
    if (!document) throw new ProblemError('not-found');
    const paragraphs = document.text.split('\n\n').map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`);
    const title = documentId === 'terms' ? 'Booking terms' : 'Privacy notice';
    return htmlPage(title, `${paragraphs.join('\n')}\n<p>Version ${escapeHtml(document.version)}</p>`);
  };
}

/** Pages for people: what a visitor sees where the widget cannot run, the legal texts, and the mails of the demo. */
export const pageRoutes: readonly Route[] = [
  { method: 'GET', path: '/terms', answer: legalPage('terms') },
  { method: 'GET', path: '/privacy', answer: legalPage('privacy') },
  {
    method: 'GET',
    path: '/book/:practitioner',
    answer(c, { catalogue }) {
      const practitioner = catalogue.practitioner(c.req.param('practitioner') ?? '');
      if (!practitioner) throw new ProblemError('not-found');
      const { profile, phone, email } = practitioner;
      const services = catalogue.seed.services.flatMap((service) => {
        const prices = profile.places
          .flatMap((offer) => lowestPrice(service, offer) ?? [])
          .sort((a, b) => a.amount - b.amount);
        const from = prices[0];
        if (!from || !profile.serviceIds.includes(service.id)) return [];
        return `<li>${escapeHtml(service.name)}, from ${escapeHtml(moneyText(from))}</li>`;
      });
      return htmlPage(
        `Book with ${profile.name}`,
        [
          `<p>Call or write, and ${escapeHtml(profile.name)} will find a time with you.</p>`,
          `<p><a href="tel:${escapeHtml(phone.replaceAll(' ', ''))}">${escapeHtml(phone)}</a></p>`,
          `<p><a href="mailto:${escapeHtml(email)}">${escapeHtml(email)}</a></p>`,
          `<h2>Services</h2>\n<ul>\n${services.join('\n')}\n</ul>`,
        ].join('\n'),
      );
    },
  },
  {
    method: 'GET',
    path: '/outbox',
    async answer(_, { outbox, outboxIsOpen }) {
      if (!outboxIsOpen) throw new ProblemError('not-found');
      const mails = await outbox.list();
      const items = mails.map(
        ({ id, recipient, subject, queued_at }) =>
          `<li><a href="/outbox/${id}">${escapeHtml(subject)}</a> to ${escapeHtml(recipient)}, ${queued_at.toISOString()}</li>`,
      );
      return htmlPage('Outbox', items.length > 0 ? `<ul>\n${items.join('\n')}\n</ul>` : '<p>No mails yet.</p>');
    },
  },
  {
    method: 'GET',
    path: '/outbox/:id',
    async answer(c, { outbox, outboxIsOpen }) {
      const mail = outboxIsOpen ? await outbox.find(Number(c.req.param('id'))) : null;
      if (!mail) throw new ProblemError('not-found');
      return new Response(mail.message, {
        headers: { 'Content-Type': 'message/rfc822; charset=utf-8', 'Cache-Control': 'no-store' },
      });
    },
  },
];
