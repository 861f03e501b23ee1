import { html, nothing, type TemplateResult } from 'lit';
import type { BookedSession, Booking } from '../../contract/booking.js';
import { allowedChanges, type AllowedChanges } from '../../domain/policy/changes.js';
import { outwardCodeOf } from '../../flow/manage-effects.js';
import type { ManageNews, ManageState } from '../../flow/manage.js';
import { joined } from '../../locales/format.js';
import { money, type Localize } from '../../ui/controllers/localize.js';
import { button } from '../../ui/templates/button.js';
import { heading } from '../../ui/templates/heading.js';
import { notice } from '../../ui/templates/notice.js';
import { addressLine } from '../../ui/templates/booked-record.js';
import { freeWords, row } from '../../ui/templates/record.js';
import type { ManageContext, Screen } from './manage-context.js';
import { privateRecord, valueWithLine } from './private-record.js';

/** How a booking stands. `past`: it was confirmed, and its time has come. */
type Standing = Booking['status'] | 'past';

/** The booking: how it stands, what was booked, and what can be done about it. */
export function bookingScreen(context: ManageContext, state: ManageState): Screen {
  const { i18n } = context;
  const { booking } = state;
  const news = state.screen === 'booking' ? state.news : null;
  const standing = standingOf(booking, context.now());
  const isOpen = standing === 'confirmed' || standing === 'requested' || standing === 'awaiting_payment';
  return {
    ...words(i18n, booking, standing),
    tick: standing === 'confirmed',
    notice: news ? { kind: news === 'changed' ? 'warn' : 'info', text: newsWords(i18n, news, booking) } : undefined,
    content: html`${record(context, state, isOpen)} ${isOpen ? changes(context, state) : nothing}
    ${context.calendarFailed() ? notice({ kind: 'warn', text: i18n.text('calendarFailed') }) : nothing}
    ${afterwards(context, booking, standing)} ${answers(context, state)} ${isOpen ? nothing : again(context, state)}`,
  };
}

/** What the visitor can still do here. */
export function changesOf({ manage, now }: ManageContext, { booking, facts }: ManageState): AllowedChanges {
  const { status, sessions, freeUntil, allowed } = booking;
  const open =
    allowed ?? allowedChanges({ status, begins: begins(booking), freeUntil: Date.parse(freeUntil.instant) }, now());
  const { backend } = manage;
  const { cancel, reschedule } = facts?.capabilities ?? {};
  // The times of a visit depend on where it goes; several sessions move together, for which there is no calendar.
  const isMovable = sessions.length === 1 && (sessions[0]!.place === 'incall' || outwardCodeOf(booking) !== undefined);
  return {
    cancel: open.cancel && cancel === true && backend?.cancel !== undefined,
    reschedule: open.reschedule && isMovable && reschedule === true && backend?.reschedule !== undefined,
  };
}

function begins({ sessions }: Booking): number {
  return Math.min(...sessions.map(({ start }) => Date.parse(start)));
}

function standingOf(booking: Booking, now: number): Standing {
  return booking.status === 'confirmed' && begins(booking) <= now ? 'past' : booking.status;
}

function words(i18n: Localize, { sessions }: Booking, standing: Standing): Pick<Screen, 'heading' | 'lede'> {
  const [session] = sessions;
  const when = {
    name: session?.practitionerName ?? '',
    date: session ? i18n.date(session.local, 'long') : '',
    time: session ? i18n.time(session.local) : '',
    zone: session ? i18n.zone(session.timeZone) : '',
  };
  if (standing === 'confirmed')
    return { heading: i18n.text('confirmedHeading'), lede: i18n.text('confirmedLede', when) };
  if (standing === 'requested')
    return { heading: i18n.text('requestedHeading'), lede: i18n.text('requestedLede', when) };
  return { heading: i18n.text(`stands.${standing}`), lede: i18n.text(`means.${standing}`, when) };
}

function newsWords(i18n: Localize, news: ManageNews, { sessions }: Booking): string {
  const name = sessions[0]?.practitionerName ?? '';
  switch (news) {
    case 'moved':
      return i18n.text('moved');
    case 'cancelled':
      return i18n.text('cancelled');
    case 'changed':
      return i18n.text('changedMeanwhile');
    case 'withdrawn':
      return i18n.text('answers.withdrawn');
    case 'sent':
      return i18n.text('answersSent', { name });
  }
}

/** Reference, what, when, where, what it costs, and until when changes are free. */
function record({ i18n, now }: ManageContext, { booking, facts }: ManageState, isOpen: boolean): TemplateResult {
  const { reference, sessions, price, freeUntil } = booking;
  const total = money(i18n, price.total, true);
  return privateRecord('facts', [
    row(i18n.text('reference'), reference),
    sessions.map((session) => [
      row(i18n.text('treatment'), treatment(i18n, session)),
      row(i18n.text('when'), i18n.when(session.local, 'full', session.timeZone)),
      row(i18n.text('where'), valueWithLine(where(i18n, session), session.venue.directions)),
    ]),
    isOpen ? row(i18n.text('toPay'), i18n.text('payOnTheDay', { price: total })) : row(i18n.text('price'), total),
    isOpen
      ? row(
          i18n.text('cancellation'),
          valueWithLine(freeWords(i18n, freeUntil, now()), facts?.business.cancellation.text),
        )
      : nothing,
  ]);
}

function treatment(i18n: Localize, { serviceName, addOns, minutes }: BookedSession): string {
  return joined([serviceName, ...addOns.map(({ name }) => name), i18n.duration(minutes)]);
}

function where(i18n: Localize, { place, venue, practitionerName: name }: BookedSession): string {
  const { address, area } = venue;
  if (address) return addressLine(address);
  if (area && place === 'incall')
    return i18n.text('addressFollows', { name, area: joined([area.name, area.outwardCode], ' ') });
  return i18n.text(`place.${place}`);
}

/** Move, cancel, calendar; and whom to ask for what cannot be done here. */
function changes(context: ManageContext, state: ManageState): unknown {
  const { i18n, manage } = context;
  const { booking, facts } = state;
  if (!facts) return nothing;
  const { cancel, reschedule } = changesOf(context, state);
  const who = { name: booking.sessions[0]?.practitionerName ?? '' };
  const missing =
    cancel && reschedule ? undefined : i18n.text(cancel ? 'noMoving' : reschedule ? 'noCancelling' : 'noChanges', who);
  const { calendarFile } = facts.capabilities;
  return html`${missing ? notice({ kind: 'info', text: missing }) : nothing}
    <div class="choices-of-three">
      ${reschedule ? button({ label: i18n.text('moveIt'), onClick: manage.move }) : nothing}
      ${
        cancel
          ? button({
              label: i18n.text(booking.status === 'requested' ? 'takeBack' : 'cancelIt'),
              onClick: manage.cancel,
            })
          : nothing
      }
      ${calendarFile ? button({ label: i18n.text('addToCalendar'), onClick: context.saveCalendar }) : nothing}
    </div>`;
}

/** What to do after a massage, and where to turn if that is not enough: nothing is offered beside it. */
function afterwards({ i18n, headingLevel }: ManageContext, { aftercare }: Booking, standing: Standing): unknown {
  if (standing !== 'confirmed' && standing !== 'past' && standing !== 'completed') return nothing;
  return html`<section class="part">
    ${heading(headingLevel() + 1, i18n.text('aftercare'))}
    ${aftercare ? html`<p class="isolate lines-kept" .textContent=${aftercare}></p>` : nothing}
    <p>${i18n.text('seeGp')}</p>
  </section>`;
}

/** What became of the visitor's answers, and what can be done about them. */
function answers({ i18n, manage, headingLevel }: ManageContext, { booking, facts }: ManageState): unknown {
  const { status, form } = booking.intake;
  const { capabilities } = facts ?? {};
  if (
    !capabilities ||
    capabilities.intake === 'none' ||
    (status !== 'received' && status !== 'awaited' && status !== 'withdrawn')
  )
    return nothing;
  const canSee = capabilities.intakeWithdrawal === true && status === 'received';
  const canAnswer = form !== undefined && status !== 'received' && capabilities.consents;
  return html`<section class="part">
    ${heading(headingLevel() + 1, i18n.text('yourAnswers'))}
    <p
      class="isolate"
      .textContent=${i18n.text(`answers.${status}`, { name: booking.sessions[0]?.practitionerName ?? '' })}
    ></p>
    ${canSee ? button({ kind: 'link', label: i18n.text('seeAnswers'), onClick: manage.seeAnswers }) : nothing}
    ${canAnswer ? button({ kind: 'link', label: i18n.text('answerNow'), onClick: manage.askAgain }) : nothing}
  </section>`;
}

/** How people plan sessions, in the therapist's words, and the way to another one. */
function again(context: ManageContext, { facts }: ManageState): unknown {
  const { i18n, headingLevel } = context;
  const address = context.bookAddress();
  const plan = facts?.plan;
  if (!address && !plan) return nothing;
  return html`<section class="part">
    ${heading(headingLevel() + 1, i18n.text(plan ? 'howOften' : 'bookAgain'))}
    ${plan ? html`<p class="isolate lines-kept" .textContent=${plan}></p>` : nothing}
    ${
      address
        ? html`<p>
            <a
              class="button secondary"
              part="button"
              href=${address}
              .textContent=${i18n.text('bookAgain')}
              @click=${context.onBookAgain}
            ></a>
          </p>`
        : nothing
    }
  </section>`;
}
