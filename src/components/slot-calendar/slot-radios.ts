import { html, nothing, type TemplateResult } from 'lit';
import { isSameSlot, type OfferedSlot } from '../../domain/slots/slot-index.js';
import { dateOf, offsetIn, offsetMinutes, offsetOf } from '../../domain/time/local-time.js';
import { addDays, type PlainDate } from '../../domain/time/plain-date.js';
import { clockName, joined } from '../../locales/format.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { notice } from '../../ui/templates/notice.js';
import { timeChoice } from '../../ui/templates/time-choice.js';
import { SOONEST, type Calendar } from './calendar.js';

const DAY = 86_400_000;

/**
 * A time as a radio. The soonest times and those of the day are one choice but two names: radios of one name are one tab
 * stop, and it would be the soonest times', so that nobody could tab from a day to its times. A time in both is checked in both.
 */
export function slotRadio(calendar: Calendar, slot: OfferedSlot, suggested: boolean): TemplateResult {
  const { i18n, today, names, host } = calendar;
  const date = dateOf(slot.local);
  const clock = clockOf(calendar, slot);
  const time = joined([i18n.time(slot.local), clock], ' ');
  const name = names[slot.practitionerId];
  const isKept = isSameSlot(slot, calendar.times.kept);
  const note = (isKept || slot.preferred) && i18n.text(isKept ? 'kept' : 'suggested');
  const minutes = host.minutes ?? (Date.parse(slot.end) - Date.parse(slot.start)) / 60_000;
  const full = i18n.text('slotName', { date: i18n.date(date, 'long'), time, duration: i18n.duration(minutes) });
  return timeChoice({
    name: suggested ? 'soonest' : 'start',
    value: slot.start,
    time: suggested ? time : joined([time, name], '\n'),
    detail: suggested ? joined([relativeDate(i18n, date, today), name, note]) : undefined,
    checked: isSameSlot(slot, host.value),
    fullName: joined([full, name, note]),
    onChange: () => calendar.choose(slot, suggested),
  });
}

/**
 * What the clock is called that a time is read from, where hours could be mistaken: around a change of clocks, or where
 * another therapist's clock shows another time.
 */
function clockOf({ i18n, times }: Calendar, slot: OfferedSlot): string | false {
  const { timeZone, start } = slot;
  if (timeZone !== times.zone) return i18n.zone(timeZone);
  if (!times.asksZones) return false;
  const at = Date.parse(start);
  const changes = offsetIn(timeZone, at - DAY) !== offsetIn(timeZone, at + DAY);
  // A name from zone data that is in doubt would be wrong.
  return changes && !isDoubted(slot) && clockName(i18n.locale.tag, timeZone, at);
}

/** Whether this browser's zone data makes another wall time of the instant than the backend's, or none. */
function isDoubted({ timeZone, start, local }: OfferedSlot): boolean {
  return offsetIn(timeZone, Date.parse(start)) !== offsetOf(local);
}

/** The times offered first. Until they are known boxes of the same size stand in. */
export function soonest(calendar: Calendar): TemplateResult {
  const { i18n, suggestions, times, view, evenings, host } = calendar;
  const { zone } = times;
  const taken = host.alternatives[0];
  const placeholder = (): TemplateResult => html`<span class="time-choice suggestion bare" aria-hidden="true"></span>`;
  return html`<fieldset class="soonest" aria-describedby=${host.error ? 'error' : nothing}>
    <legend class="title">
      <span .textContent=${i18n.text(taken ? 'alternatives' : 'soonest')}></span>
      <span class="zone small muted" .textContent=${zone ? i18n.zone(zone) : ''}></span>
    </legend>
    <div class="suggestions">
      ${
        suggestions[0]
          ? suggestions.map((slot) => slotRadio(calendar, slot, true))
          : view.opened
            ? html`<p class="suggestion muted" .textContent=${i18n.text('noEvenings')}></p>`
            : Array.from({ length: SOONEST }, placeholder)
      }
    </div>
    ${
      taken
        ? nothing
        : html`<label class="evenings small">
            <input
              type="checkbox"
              .checked=${evenings}
              @change=${({ target }: Event) => calendar.offerEvenings((target as HTMLInputElement).checked)}
            />
            <span .textContent=${i18n.text('evenings')}></span>
          </label>`
    }
  </fieldset>`;
}

/**
 * Says once whose clock the times follow: where the visitor's shows another time, whatever the two zones are called, or
 * where this browser's zone data is not the backend's, whose word counts.
 */
export function zoneNotice({ i18n, suggestions, daySlots, times }: Calendar): TemplateResult | typeof nothing {
  const slots = [...suggestions, ...daySlots];
  const doubted = times.asksZones && slots.find(isDoubted);
  const other =
    doubted || slots.find(({ start, local }) => offsetMinutes(local) !== -new Date(start).getTimezoneOffset());
  const zone = other && i18n.zone(other.timeZone);
  return zone ? notice({ kind: 'info', text: i18n.text(doubted ? 'zoneDoubt' : 'zoneNotice', { zone }) }) : nothing;
}

function relativeDate(i18n: Localize, date: PlainDate, today: PlainDate): string {
  const short = i18n.date(date, 'short');
  const key = date === today ? 'day.today' : date === addDays(today, 1) ? 'day.tomorrow' : null;
  return key ? i18n.text('day.relative', { day: i18n.text(key), date: short }) : short;
}
