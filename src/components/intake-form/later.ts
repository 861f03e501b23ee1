/**
 * The questions of a booking that was made: answers given later, or corrected. Script tags load it from a file of its own; it
 * takes Lit and our templates from whoever loads it.
 */
import type { TemplateResult } from 'lit';
import { BackendFailure } from '../../backend/booking-backend.js';
import { sendAnswers } from '../../backend/stores/later-answers.js';
import type { Booking } from '../../contract/booking.js';
import type { Contact } from '../../contract/business.js';
import type { Discovery } from '../../contract/discovery.js';
import type { IntakeRecord, Outcome } from '../../contract/intake.js';
import { linkFromFragment, type BookingLink } from '../../domain/client/booking-link.js';
import { endsBooking, stopWords, withBooked } from '../../domain/intake/answers.js';
import { documentOf, type IntakeSubmission } from '../../domain/intake/submission.js';
import { later as messages } from '../../locales/en-GB.js';
import { type Later, type LaterElement, type LaterKit, type LaterPart, type LaterSource } from './later-kit.js';
import type { LoadedForm } from './load-form.js';

/** What shows: the questions, with what is in the way, or what came of them. */
type Phase =
  | { phase: 'asking' | 'sending' | 'failed' }
  | { phase: 'sent'; messages: readonly string[] }
  | { phase: 'stopped'; urgency: 'emergency' | 'urgent'; messages: readonly string[] };

/** A booking whose questions are asked. */
interface Asked {
  booking: Booking;
  discovery: Discovery;
  record: IntakeRecord | null;
  loaded: Pick<LoadedForm, 'form' | 'document'>;
  link: BookingLink;
}

/** Outcomes that tell the client something about the session, beside what ends it. */
const TOLD: readonly Outcome[] = ['clear', 'defer', 'route'];
const HEADING = 'later-heading';
const PROBLEM = 'later-problem';
const NOWHERE = 'later-nowhere';

/** Makes the part from what its host has. */
export default function later({ html, nothing, contactLinks, heading, notice }: LaterKit): LaterPart {
  return { messages, open };

  async function open(element: LaterElement, source: LaterSource, signal: AbortSignal): Promise<LoadedForm> {
    const { backend, i18n } = source;
    const { bookingId } = element;
    const link = linkFromFragment(location.hash);
    const named = link && (!bookingId || bookingId === link.id) ? link : null;
    const [discovery, booking] = await Promise.all([
      backend.discovery(signal),
      named && backend.booking(named.id, named.token, signal).catch(noneWhereNotFound),
    ]);
    const { contact } = discovery.business;
    const instead = (text: string, title?: string): LoadedForm => ended(element, contact, text, title);
    if (!named || !booking) return instead(i18n.text('laterNoLinkText'), i18n.text('laterNoLink'));
    const { form: reference } = booking.intake;
    if (booking.status !== 'confirmed' && booking.status !== 'requested') return instead(i18n.text('laterClosed'));
    if (!reference) return instead(i18n.text('noForm'));
    const [{ whole, ...loadedForm }, record] = await Promise.all([
      backend.intakeForm(reference, signal),
      booking.intake.status === 'received' ? (backend.intake?.(named.id, named.token, signal) ?? null) : null,
    ]);
    const form = whole ?? loadedForm;
    const told = documentOf(form, element.healthBasis);
    const document = told ? await backend.consentDocument(told, signal) : null;
    const loaded = { form, document };
    const asks = asking(element, source, { booking, discovery, record, loaded, link: named });
    return { ...loaded, contact, later: asks };
  }

  /** Where nothing is asked: why, and whom to turn to. */
  function ended(element: LaterElement, contact: Contact, text: string, title?: string): LoadedForm {
    const screen = (): TemplateResult =>
      html`<div class="section">
        ${title ? heading(element.headingLevel, title, { id: HEADING, classes: 'section-heading' }) : nothing}
        <p class="isolate" .textContent=${text}></p>
        ${contactLinks({ ...contact, url: undefined, urlLabel: '' })} <slot></slot>
      </div>`;
    const words = { intro: screen, problem: screen, unsent: screen, label: () => '' };
    const later = { ...words, screen, sections: [], answers: {}, take: () => undefined };
    return { form: null, document: null, contact, later };
  }

  function asking(
    element: LaterElement,
    { i18n, backend }: LaterSource,
    { booking, discovery, record, loaded: { form, document }, link }: Asked,
  ): Later {
    const { business, capabilities } = discovery;
    const [session] = booking.sessions;
    const name = session?.practitionerName ?? '';
    const answers = withBooked(form!, record?.answers ?? {}, booking, Date.now());
    const contact = contactLinks({ ...business.contact, url: undefined, urlLabel: '' });
    let now: Phase = { phase: 'asking' };
    const become = (next: Phase, focus: string): void => {
      now = next;
      element.requestUpdate();
      void element.updateComplete.then(() => element.renderRoot.querySelector<HTMLElement>(`#${focus}`)?.focus());
    };

    async function send({ value, at, screening }: IntakeSubmission): Promise<void> {
      become({ phase: 'sending' }, NOWHERE);
      try {
        const about = { form: form!, agreement: document!, basis: element.healthBasis };
        const given = { ...about, answers: value.answers, at };
        const { outcomes = [] } = await sendAnswers(backend, link, given, capabilities.intake === 'screening');
        const stops = outcomes.filter(endsBooking);
        const told = screening.rules.filter(({ outcome }) => TOLD.includes(outcome)).map(({ message }) => message);
        if (stops.length > 0) become({ phase: 'stopped', ...stopWords(stops) }, HEADING);
        else become({ phase: 'sent', messages: [...new Set(told)] }, HEADING);
      } catch (error) {
        if (!(error instanceof BackendFailure)) throw error;
        become({ phase: 'failed' }, PROBLEM);
      }
    }

    function done(title: string, content: unknown): TemplateResult {
      return html`<div class="section">
        ${heading(element.headingLevel, title, { id: HEADING, classes: 'section-heading' })} ${content}
      </div>`;
    }

    return {
      sections: ['safety', 'preferences', 'consent'],
      answers,
      screen() {
        if (now.phase === 'sent')
          return done(i18n.text('laterSent', { name }), [
            now.messages.length > 0
              ? html`<div class="notice warn" part="notice">
                  <p class="notice-heading" .textContent=${i18n.text('laterMeans')}></p>
                  ${now.messages.map((message) => html`<p class="isolate" .textContent=${message}></p>`)}
                </div>`
              : nothing,
            html`<p .textContent=${i18n.text('laterSentText')}></p>`,
          ]);
        if (now.phase !== 'stopped') return null;
        return html`<div class="stop-screen">
          <div class="notice stop" part="notice">
            ${heading(element.headingLevel, i18n.text(`laterStop.${now.urgency}`), { id: HEADING, classes: 'stop-heading' })}
            ${now.messages.map((message) => html`<p class="stop-message isolate" .textContent=${message}></p>`)}
          </div>
          <p class="isolate" .textContent=${i18n.text('laterStop', { name })}></p>
          <div class="stop-contact">${contact}<slot></slot></div>
        </div>`;
      },
      intro: () =>
        html`<div class="later-intro">
          ${
            session &&
            html`<p
              class="isolate"
              .textContent=${i18n.text('laterIntro', { name, date: i18n.date(session.local, 'long'), time: i18n.time(session.local) })}
            ></p>`
          }
          ${
            record &&
            html`<p .textContent=${i18n.text('laterAgain', { date: i18n.date(record.answeredAt, 'plain') })}></p>`
          }
        </div>`,
      label: () => (now.phase === 'sending' ? i18n.text('laterSending') : i18n.text('laterSend', { name })),
      problem: () =>
        now.phase === 'failed'
          ? html`<div id=${PROBLEM} tabindex="-1">${notice({ kind: 'warn', text: i18n.text('laterFailed') })}</div>`
          : null,
      take(submission) {
        if (now.phase !== 'sending' && submission.value.consentGiven) void send(submission);
      },
      unsent: () => html`<p class="isolate" .textContent=${i18n.text('laterUnsent', { name })}></p>`,
    };
  }
}

function noneWhereNotFound(error: unknown): null {
  if (error instanceof BackendFailure && error.kind === 'not-found') return null;
  throw error;
}
