import { html, nothing, type TemplateResult } from 'lit';
import { isSameSlot, type OfferedSlot } from '../../domain/slots/slot-index.js';
import { dateOf, offsetMinutes } from '../../domain/time/local-time.js';
import { addDays, type PlainDate } from '../../domain/time/plain-date.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { notice } from '../../ui/templates/notice.js';
import { timeChoice } from '../../ui/templates/time-choice.js';

/** How many of the soonest times are offered first. */
export const SOONEST = 4;

/** What every radio of the calendar needs to know. */
export interface SlotRadios {
  i18n: Localize;
  today: PlainDate;
  /** Minutes of the session, or null to count them from each slot. */
  minutes: number | null;
  value: OfferedSlot | null;
  suggestions: readonly OfferedSlot[];
  daySlots: readonly OfferedSlot[];
  onChoose: (slot: OfferedSlot, suggested: boolean) => void;
}

/**
 * A time as a radio. The soonest times and those of the day are one choice but two names: radios of one name are one tab
 * stop, and it would be the soonest times', so that nobody could tab from a day to its times. A time in both is checked in both.
 */
export function slotRadio(radios: SlotRadios, slot: OfferedSlot, suggested: boolean): TemplateResult {
  const { i18n, today, value, onChoose } = radios;
  const date = dateOf(slot.local);
  const time = i18n.time(slot.local);
  const minutes = radios.minutes ?? (Date.parse(slot.end) - Date.parse(slot.start)) / 60_000;
  const chosen = value !== null && isSameSlot(value, slot);
  return timeChoice({
    ...{ name: suggested ? 'soonest' : 'start', value: slot.start, checked: chosen, time },
    ...(suggested ? { detail: relativeDate(i18n, date, today) } : {}),
    fullName: i18n.text('slotName', { date: i18n.date(date, 'long'), time, duration: i18n.duration(minutes) }),
    onChange: () => onChoose(slot, suggested),
  });
}

/** What the soonest times need besides. */
export interface SoonestOptions {
  heading: string;
  /** The venue's zone, once it is known. */
  zone: string | undefined;
  /** Id of what describes the choice, for example an error. */
  describedBy: string | undefined;
}

/** The times offered first. Until they are known, boxes of the same size stand in. */
export function soonest(radios: SlotRadios, { heading, zone, describedBy }: SoonestOptions): TemplateResult {
  const { i18n, suggestions } = radios;
  const placeholder = (): TemplateResult => html`<span class="time-choice suggestion bare" aria-hidden="true"></span>`;
  return html`<fieldset class="soonest" aria-describedby=${describedBy ?? nothing}>
    <legend class="title">
      <span .textContent=${heading}></span>
      <span class="zone small muted" .textContent=${zone ? i18n.zone(zone) : ''}></span>
    </legend>
    <div class="suggestions">
      ${
        suggestions.length > 0
          ? suggestions.map((slot) => slotRadio(radios, slot, true))
          : Array.from({ length: SOONEST }, placeholder)
      }
    </div>
  </fieldset>`;
}

/** Says whose clock the times follow, where the visitor's shows another time, whatever the two zones are called. */
export function zoneNotice({ i18n, suggestions, daySlots }: SlotRadios): TemplateResult | typeof nothing {
  const differs = ({ start, local }: OfferedSlot): boolean =>
    offsetMinutes(local) !== -new Date(start).getTimezoneOffset();
  const slot = [...suggestions, ...daySlots].find(differs);
  return slot ? notice({ kind: 'info', text: i18n.text('zoneNotice', { zone: i18n.zone(slot.timeZone) }) }) : nothing;
}

function relativeDate(i18n: Localize, date: PlainDate, today: PlainDate): string {
  const short = i18n.date(date, 'short');
  const key = date === today ? 'day.today' : date === addDays(today, 1) ? 'day.tomorrow' : null;
  return key ? i18n.text('day.relative', { day: i18n.text(key), date: short }) : short;
}
