import { html, htmlPage } from '../html.js';
import { bookingPage, documentPage, intakePage, managePage, notFoundPage } from '../pages/public-pages.js';
import { ProblemError } from '../problems.js';
import type { BackendParts } from '../backend.js';
import type { Route } from './route.js';

function legalPage(documentId: string): (c: unknown, backend: BackendParts) => Response {
  return (_, { catalogue }) => {
    const document = catalogue.document(documentId, '1');
    if (!document) throw new ProblemError('not-found');
    return documentPage(documentId === 'terms' ? 'Booking terms' : 'Privacy notice', document.text, document.version);
  };
}

/** Pages for people: where a visitor books and manages, the legal texts, and the mails of the demo. */
export const pageRoutes: readonly Route[] = [
  { method: 'GET', path: '/terms', answer: legalPage('terms') },
  { method: 'GET', path: '/privacy', answer: legalPage('privacy') },
  {
    method: 'GET',
    path: '/book/:practitioner',
    answer(c, { catalogue, publicUrl }) {
      const practitioner = catalogue.practitioner(c.req.param('practitioner') ?? '');
      return practitioner ? bookingPage(catalogue, practitioner, publicUrl) : notFoundPage(catalogue);
    },
  },
  {
    method: 'GET',
    path: '/manage',
    answer: (_, { catalogue, publicUrl }) => managePage(catalogue, publicUrl),
  },
  {
    method: 'GET',
    path: '/intake',
    answer: (_, { catalogue, publicUrl }) => intakePage(catalogue, publicUrl),
  },
  {
    method: 'GET',
    path: '/outbox',
    async answer(_, { outbox, outboxIsOpen }) {
      if (!outboxIsOpen) throw new ProblemError('not-found');
      const items = (await outbox.list()).map(
        ({ id, recipient, subject, queued_at }) =>
          html`<li><a href="/outbox/${id}">${subject}</a> to ${recipient}, ${queued_at.toISOString()}</li>`,
      );
      return htmlPage(
        'Outbox',
        items.length > 0
          ? html`<ul>
              ${items}
            </ul>`
          : html`<p>No mails yet.</p>`,
      );
    },
  },
  {
    method: 'GET',
    path: '/outbox/:id',
    async answer(c, { outbox, outboxIsOpen }) {
      const mail = outboxIsOpen ? await outbox.find(Number(c.req.param('id'))) : null;
      if (!mail) throw new ProblemError('not-found');
      return new Response(mail, {
        headers: { 'Content-Type': 'message/rfc822; charset=utf-8', 'Cache-Control': 'no-store' },
      });
    },
  },
];
