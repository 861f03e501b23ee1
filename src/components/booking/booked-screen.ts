import type { TemplateResult } from 'lit';
import type { BookedState } from '../../flow/state.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { saveFile } from '../../ui/element/save-file.js';
import { addressLine, bookedRecord } from '../../ui/templates/booked-record.js';
import type { EndingKit, Made } from './ending-kit.js';
import type { ScreenContext } from './screen-context.js';

/** Reference, what, where, when with zone, what to pay, how to change, and the calendar file. */
export function bookedScreen(kit: EndingKit): Made['confirmed'] {
  const { html, nothing, areaOf, button, freeWords, joined, money, notice, offerOf } = kit;
  const { row, whereWords } = kit;
  const { privateRecord } = bookedRecord(kit.html);

  return (context, state) => {
    const { i18n, calendarFailed } = context;
    const { booking, facts, step } = state;
    const { aftercare, manageToken, sessions } = booking;
    const [session] = sessions;
    const isBooked = step === 'confirmed';
    const when = session && {
      name: session.practitionerName,
      date: i18n.date(session.local, 'long'),
      time: i18n.time(session.local),
      zone: i18n.zone(session.timeZone),
    };
    return {
      heading: i18n.text(isBooked ? 'confirmedHeading' : 'requestedHeading'),
      lede: when && i18n.text(isBooked ? 'confirmedLede' : 'requestedLede', when),
      content: html`<slot name="booked"></slot>${rows(context, state)} ${delivery(context, state)}
        ${
          facts.capabilities.calendarFile && manageToken
            ? html`<div class="actions">
                ${button({ kind: 'primary', label: i18n.text('addToCalendar'), onClick: () => void saveCalendar(context, state) })}
              </div>`
            : nothing
        }
        ${calendarFailed ? notice({ kind: 'warn', text: i18n.text('calendarFailed') }) : nothing}
        <div class="stack">
          ${titled(
            i18n,
            i18n.text('howToChange'),
            // Who lets nobody open a booking afterwards has no link to send: nothing is said of mails it may never write.
            manageToken
              ? i18n.text('howToChangeText')
              : i18n.text('howToChangeNoMail', { name: session?.practitionerName ?? '' }),
          )}
          <p .textContent=${i18n.text('stopAnyTime')}></p>
          ${aftercare && titled(i18n, i18n.text('aftercare'), aftercare)}
        </div>`,
    };
  };

  async function saveCalendar({ i18n, flow, update }: ScreenContext, { booking }: BookedState): Promise<void> {
    let calendarFailed = false;
    try {
      saveFile(await flow.backend.calendarFile(booking.id, booking.manageToken ?? ''), i18n.text('calendarFile'));
    } catch {
      calendarFailed = true;
    }
    update({ calendarFailed });
  }

  function rows({ i18n }: ScreenContext, state: BookedState): unknown {
    const { booking, where } = state;
    const [session] = booking.sessions;
    if (!session) return nothing;
    const { local, timeZone, serviceName, addOns, minutes, venue, practitionerName: name } = session;
    const offer = offerOf(state);
    return privateRecord('facts', [
      row(i18n.text('reference'), booking.reference),
      row(i18n.text('treatment'), joined([serviceName, ...addOns.map(({ name }) => name), i18n.duration(minutes)])),
      row(i18n.text('when'), i18n.when(local, 'full', timeZone)),
      row(
        i18n.text('where'),
        venue.address
          ? addressLine(venue.address)
          : i18n.text('addressFollows', { name, area: areaOf(offer) ?? whereWords(i18n, where.outwardCode, offer) }),
      ),
      row(i18n.text('toPay'), i18n.text('payOnTheDay', { price: money(i18n, booking.price.total, true) })),
      row(i18n.text('cancellation'), freeWords(i18n, booking.freeUntil, Date.now())),
    ]);
  }

  /** How far sending the answers has come. */
  function delivery({ i18n, flow }: ScreenContext, { delivery, booking }: BookedState): unknown {
    if (delivery === 'none') return nothing;
    if (delivery === 'failed')
      return notice({
        kind: 'warn',
        text: i18n.text('intakeFailed'),
        actions: button({
          label: i18n.text('tryAgain'),
          onClick: () => flow.dispatch({ type: 'delivery', delivery: 'sending' }),
        }),
      });
    const name = booking.sessions[0]?.practitionerName ?? '';
    const words = delivery === 'sending' ? i18n.text('intakeSending') : i18n.text('intakeSent', { name });
    return html`<p class="muted" .textContent=${words}></p>`;
  }

  function titled(i18n: Localize, title: string, text: string): TemplateResult {
    return html`<p>
      <strong class="session-title" .textContent=${`${i18n.text('titled', { title })} `}></strong>
      <span class="isolate" .textContent=${text}></span>
    </p>`;
  }
}
