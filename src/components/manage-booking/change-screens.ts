import { html, nothing } from 'lit';
import { freeUntil } from '../../domain/policy/free-until.js';
import { outwardCodeOf } from '../../flow/manage-effects.js';
import type { ManageState } from '../../flow/manage.js';
import { button } from '../../ui/templates/button.js';
import { freeWords, row } from '../../ui/templates/record.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import { backButton, failureNotice, partOr, type ManageContext, type Screen } from './manage-context.js';
import { privateRecord } from './private-record.js';
import { money } from '../../ui/controllers/localize.js';

type At<Name extends ManageState['screen']> = Extract<ManageState, { screen: Name }>;

/** When instead: Continue looks the time up in the calendar, which {@link calendarOf} shows. */
export function timesScreen(context: ManageContext, { booking, taken }: At<'times'>): Screen {
  const { i18n, manage } = context;
  const { local, timeZone } = booking.sessions[0]!;
  return {
    heading: i18n.text('timesHeading'),
    lede: i18n.text('timesLede', { when: i18n.when(local, 'full', timeZone) }),
    notice: taken ? { kind: 'warn', heading: i18n.text('taken'), text: i18n.text('takenStands') } : undefined,
    action:
      context.part('knead-slot-calendar') === 'ready'
        ? button({
            kind: 'primary',
            label: i18n.text('continue'),
            onClick: () => {
              const calendar = context.find('knead-slot-calendar');
              if (calendar?.validate() && calendar.value) manage.choose(calendar.value);
            },
          })
        : undefined,
    back: backButton(context),
  };
}

/** The calendar of a move. It stays while the choice is looked over and sent, so that nothing chosen is lost. */
export function calendarOf(context: ManageContext, state: ManageState): unknown {
  const chosen = state.screen === 'times' ? state.chosen : movedTo(state);
  if (state.screen !== 'times' && !chosen) return nothing;
  const { booking } = state;
  const { practitionerId, practitionerName, serviceId, optionId, addOns, place, minutes } = booking.sessions[0]!;
  const stop = (event: Event): void => event.stopPropagation();
  const show = (): unknown =>
    html`<knead-slot-calendar
      exportparts="choice, time, day, chosen"
      ?hidden=${state.screen !== 'times'}
      .backend=${context.backend()}
      .practitioner=${practitionerId}
      .service=${serviceId}
      .option=${optionId}
      .addOns=${addOns.map(({ id }) => id)}
      .place=${place}
      .postcodeArea=${outwardCodeOf(booking) ?? null}
      .minutes=${minutes}
      .now=${context.now()}
      .alternatives=${(state.screen === 'times' && state.taken) || []}
      .value=${chosen}
      @knead-slot-select=${stop}
      @knead-range-change=${stop}
    ></knead-slot-calendar>`;
  return partOr(context, 'knead-slot-calendar', practitionerName, show);
}

/** Old and new side by side, what changes about the price, and a button that says what happens. */
export function reviewScreen(context: ManageContext, { booking, facts, change, notice }: At<'review'>): Screen {
  const { i18n, manage, now } = context;
  const { slot, price } = change;
  const before = money(i18n, booking.price.total, true);
  const after = money(i18n, price.total, true);
  const { local, timeZone } = booking.sessions[0]!;
  const hours = facts?.business.cancellation.freeUntilHours;
  return {
    heading: i18n.text('moveHeading'),
    lede: i18n.text('moveLede'),
    notice:
      notice === 'price-changed'
        ? { kind: 'warn', text: i18n.text('priceStands', { price: after }) }
        : notice
          ? failureNotice(context, notice)
          : undefined,
    content: privateRecord('facts', [
      row(i18n.text('timeNow'), i18n.when(local, 'full', timeZone)),
      row(i18n.text('timeThen'), i18n.when(slot.local, 'full', slot.timeZone)),
      row(
        i18n.text('price'),
        before === after
          ? i18n.text('priceSame', { price: after })
          : i18n.text('priceInstead', { price: after, before }),
      ),
      row(
        i18n.text('cancellation'),
        hours === undefined ? undefined : freeWords(i18n, freeUntil(slot.start, slot.timeZone, hours), now()),
      ),
    ]),
    action: button({
      kind: 'primary',
      label: i18n.text('moveTo', { when: i18n.when(slot.local, 'short') }),
      onClick: () => manage.dispatch({ type: 'submit' }),
    }),
    back: backButton(context),
  };
}

/** What it costs, before it is done. */
export function cancelScreen(context: ManageContext, { booking, facts, notice }: At<'cancel'>): Screen {
  const { i18n, manage, now } = context;
  const asked = booking.status === 'requested';
  const { freeUntil, sessions } = booking;
  const when = i18n.when(freeUntil.local, 'full');
  const isFree = Date.parse(freeUntil.instant) > now();
  const name = sessions[0]?.practitionerName ?? '';
  const late = facts?.business.cancellation.text ?? i18n.text('cancelAsk', { name });
  const cost = asked
    ? [i18n.text('takeBackFree')]
    : isFree
      ? [i18n.text('cancelFree', { when })]
      : [i18n.text('cancelLate', { when }), late];
  return {
    heading: i18n.text(asked ? 'takeBackHeading' : 'cancelHeading'),
    lede: sessions.map(({ local, timeZone }) => i18n.when(local, 'full', timeZone)).join('; '),
    notice: notice ? failureNotice(context, notice) : undefined,
    content: html`<div>${cost.map((line) => html`<p class="isolate" .textContent=${line}></p>`)}</div>`,
    action: button({
      kind: 'primary',
      label: i18n.text(asked ? 'takeBack' : 'cancelIt'),
      onClick: () => manage.dispatch({ type: 'submit' }),
    }),
    back: backButton(context, i18n.text('keepIt')),
  };
}

/** The change is under way. */
export function sendingScreen({ i18n }: ManageContext, { change, slow }: At<'sending'>): Screen {
  return {
    heading: i18n.text(change.kind === 'move' ? 'moving' : 'cancelling'),
    lede: slow ? i18n.text('stillWorking') : undefined,
    content: skeleton(3, 'line'),
    busy: true,
  };
}

/** The request has left and its answer is missing: said honestly, with one thing to do. */
export function unknownScreen({ i18n, manage }: ManageContext, { change, checking, checked }: At<'unknown'>): Screen {
  return {
    heading: i18n.text(change.kind === 'move' ? 'unknownMove' : 'unknownCancel'),
    lede: i18n.text('unknownChange'),
    notice: checked && !checking ? { kind: 'warn', text: i18n.text('unknownChangeStill') } : undefined,
    action: button({
      kind: 'primary',
      label: i18n.text('unknownCheck'),
      busy: checking,
      onClick: () => manage.dispatch({ type: 'check' }),
    }),
    busy: checking,
  };
}

function movedTo(state: ManageState): (At<'review'>['change'] & object)['slot'] | null {
  return 'change' in state && state.change.kind === 'move' ? state.change.slot : null;
}
