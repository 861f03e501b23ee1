import { html, nothing, type TemplateResult } from 'lit';
import type { BookedState, OutcomeUnknownState } from '../../flow/state.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { button } from '../../ui/templates/button.js';
import { notice } from '../../ui/templates/notice.js';
import { areaOf, whereWords } from './session-summary.js';
import { offerFor } from '../../flow/selectors.js';

/** What the last screens can ask for. */
export interface OutcomeHandlers {
  onCheck: () => void;
  onCalendar: () => void;
  onDeliver: () => void;
  calendarFailed: boolean;
}

/** The request has left and its answer is missing: said honestly, with one thing to do. */
export function unknownStep(i18n: Localize, state: OutcomeUnknownState, { onCheck }: OutcomeHandlers): TemplateResult {
  return html`${state.checked && !state.checking ? notice({ kind: 'warn', text: i18n.text('booking.unknownStill') }) : nothing}
    <div class="actions">
      ${button({ kind: 'primary', label: i18n.text('booking.unknownCheck'), busy: state.checking, onClick: onCheck })}
    </div>`;
}

/**
 * Whether a mail may be promised. A backend that lets nobody open a booking afterwards has no link to send, so nothing is
 * said of mails it may never write.
 */
export function promisesMail({ manageToken }: BookedState['booking']): boolean {
  return manageToken !== undefined;
}

/** Reference, what, where, when with zone, what to pay, how to change, and the calendar file. */
export function bookedStep(
  i18n: Localize,
  state: BookedState,
  now: number,
  handlers: OutcomeHandlers,
): TemplateResult | typeof nothing {
  const { booking, facts, where, practitionerId, delivery } = state;
  const session = booking.sessions[0];
  const offer = offerFor(facts, practitionerId, where);
  const row = (label: string, value: unknown): TemplateResult =>
    html`<div>
      <dt .textContent=${label}></dt>
      <dd class="isolate tabular">${value}</dd>
    </div>`;
  const text = (value: string): TemplateResult => html`<span .textContent=${value}></span>`;
  if (!session) return nothing;
  const address = session.venue.address;
  const name = session.practitionerName;
  const placed = address
    ? [address.line1, address.line2, address.town, address.postcode].filter(Boolean).join(', ')
    : i18n.text(promisesMail(booking) ? 'booking.addressFollows' : 'booking.addressFollowsNoMail', {
        name,
        area: (offer && areaOf(offer)) ?? whereWords(i18n, where.outwardCode, offer),
      });
  return html`<dl
      class="facts rr-mask"
      data-sentry-mask
      data-hj-suppress
      data-dd-privacy="mask"
      data-clarity-mask="true"
    >
      ${row(i18n.text('booking.reference'), text(booking.reference))}
      ${row(i18n.text('booking.treatment'), text([session.serviceName, ...session.addOns.map(({ name }) => name), i18n.duration(session.minutes)].join(', ')))}
      ${row(i18n.text('booking.when'), text(`${i18n.date(session.local, 'full')}, ${i18n.time(session.local)}, ${i18n.zone(session.timeZone)}`))}
      ${row(i18n.text('booking.where'), text(placed))}
      ${row(i18n.text('booking.toPay'), text(i18n.text('booking.payOnTheDay', { price: i18n.money(booking.price.total, true) })))}
      ${row(
        i18n.text('booking.cancellation'),
        text(
          Date.parse(booking.freeUntil.instant) > now
            ? i18n.text('booking.freeUntil', {
                date: i18n.date(booking.freeUntil.local, 'full'),
                time: i18n.time(booking.freeUntil.local),
              })
            : i18n.text('booking.policyPast'),
        ),
      )}
    </dl>
    ${
      delivery === 'failed'
        ? notice({
            kind: 'warn',
            text: i18n.text('booking.intakeFailed'),
            actions: button({ label: i18n.text('tryAgain'), onClick: handlers.onDeliver }),
          })
        : delivery === 'none'
          ? nothing
          : html`<p
              class="muted"
              .textContent=${delivery === 'sending' ? i18n.text('booking.intakeSending') : i18n.text('booking.intakeSent', { name: session.practitionerName })}
            ></p>`
    }
    ${
      facts.capabilities.calendarFile && booking.manageToken
        ? html`<div class="actions">
            ${button({ kind: 'primary', label: i18n.text('booking.addToCalendar'), onClick: handlers.onCalendar })}
          </div>`
        : nothing
    }
    ${handlers.calendarFailed ? notice({ kind: 'warn', text: i18n.text('booking.calendarFailed') }) : nothing}
    <div class="stack">
      <p>
        <strong class="session-title" .textContent=${`${i18n.text('booking.howToChange')}: `}></strong>
        <span
          .textContent=${promisesMail(booking) ? i18n.text('booking.howToChangeText') : i18n.text('booking.howToChangeNoMail', { name })}
        ></span>
      </p>
      <p .textContent=${i18n.text('booking.stopAnyTime')}></p>
      ${
        booking.aftercare
          ? html`<p>
              <strong class="session-title" .textContent=${`${i18n.text('booking.aftercare')}: `}></strong
              ><span class="isolate" .textContent=${booking.aftercare}></span>
            </p>`
          : nothing
      }
    </div>`;
}
