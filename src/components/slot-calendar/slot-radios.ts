import { html, nothing, type TemplateResult } from 'lit';
import { isSameSlot, type OfferedSlot } from '../../domain/slots/slot-index.js';
import { dateOf, offsetIn, offsetMinutes, offsetOf } from '../../domain/time/local-time.js';
import { addDays, type PlainDate } from '../../domain/time/plain-date.js';
import { clockName, joined } from '../../locales/format.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { notice } from '../../ui/templates/notice.js';
import { timeChoice } from '../../ui/templates/time-choice.js';
import type { PractitionerNames } from './wanted-months.js';

/** How many of the soonest times are offered first. */
export const SOONEST = 4;

const DAY = 86_400_000;

/** What every radio of the calendar needs to know. */
export interface SlotRadios {
  i18n: Localize;
  today: PlainDate;
  /** Minutes of the session, or null to count them from each slot. */
  minutes: number | null;
  value: OfferedSlot | null;
  suggestions: readonly OfferedSlot[];
  daySlots: readonly OfferedSlot[];
  /** The venue's zone, once it is known. */
  zone: string | undefined;
  /** Whose times these are, where the visitor has to tell several apart. */
  names: PractitionerNames;
  onChoose: (slot: OfferedSlot, suggested: boolean) => void;
}

/**
 * A time as a radio. The soonest times and those of the day are one choice but two names: radios of one name are one tab
 * stop, and it would be the soonest times', so that nobody could tab from a day to its times. A time in both is checked in both.
 */
export function slotRadio(radios: SlotRadios, slot: OfferedSlot, suggested: boolean): TemplateResult {
  const { i18n, today, value, names, onChoose } = radios;
  const date = dateOf(slot.local);
  const clock = clockOf(radios, slot);
  const time = joined([i18n.time(slot.local), clock], ' ');
  const name = names[slot.practitionerId];
  const preferred = slot.preferred && i18n.text('suggested');
  const minutes = radios.minutes ?? (Date.parse(slot.end) - Date.parse(slot.start)) / 60_000;
  const full = i18n.text('slotName', { date: i18n.date(date, 'long'), time, duration: i18n.duration(minutes) });
  return timeChoice({
    ...{
      name: suggested ? 'soonest' : 'start',
      value: slot.start,
      time: suggested ? time : joined([time, name], '\n'),
    },
    ...(suggested ? { detail: joined([relativeDate(i18n, date, today), name, preferred]) } : {}),
    checked: value !== null && isSameSlot(value, slot),
    fullName: joined([full, name, preferred]),
    onChange: () => onChoose(slot, suggested),
  });
}

/**
 * What the clock is called that a time is read from, where hours could be mistaken: around a change of clocks, or where
 * another therapist's clock shows another time.
 */
function clockOf({ i18n, zone }: SlotRadios, slot: OfferedSlot): string | false {
  const { timeZone, start } = slot;
  if (timeZone !== zone) return i18n.zone(timeZone);
  const at = Date.parse(start);
  const changes = offsetIn(timeZone, at - DAY) !== offsetIn(timeZone, at + DAY);
  // A name from zone data that is in doubt would be wrong.
  return changes && !isDoubted(slot) && clockName(i18n.locale.tag, timeZone, at);
}

/** Whether this browser's zone data makes another wall time of the instant than the backend's, or none. */
function isDoubted({ timeZone, start, local }: OfferedSlot): boolean {
  return offsetIn(timeZone, Date.parse(start)) !== offsetOf(local);
}

/** What the soonest times need besides. */
export interface SoonestOptions {
  heading: string;
  /** Id of what describes the choice, for example an error. */
  describedBy: string | undefined;
  /** Whether only evenings and weekends are wanted; null where that cannot be asked for. */
  evenings: boolean | null;
  /** Whether the times are known. Until then boxes of the same size stand in. */
  known: boolean;
  onEvenings: (only: boolean) => void;
}

/** The times offered first. */
export function soonest(radios: SlotRadios, options: SoonestOptions): TemplateResult {
  const { i18n, suggestions, zone } = radios;
  const { heading, describedBy, evenings, known, onEvenings } = options;
  const placeholder = (): TemplateResult => html`<span class="time-choice suggestion bare" aria-hidden="true"></span>`;
  return html`<fieldset class="soonest" aria-describedby=${describedBy ?? nothing}>
    <legend class="title">
      <span .textContent=${heading}></span>
      <span class="zone small muted" .textContent=${zone ? i18n.zone(zone) : ''}></span>
    </legend>
    <div class="suggestions">
      ${
        suggestions[0]
          ? suggestions.map((slot) => slotRadio(radios, slot, true))
          : known
            ? html`<p class="suggestion muted" .textContent=${i18n.text('noEvenings')}></p>`
            : Array.from({ length: SOONEST }, placeholder)
      }
    </div>
    ${
      evenings === null
        ? nothing
        : html`<label class="evenings small">
            <input
              type="checkbox"
              .checked=${evenings}
              @change=${({ target }: Event) => onEvenings((target as HTMLInputElement).checked)}
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
export function zoneNotice({ i18n, suggestions, daySlots }: SlotRadios): TemplateResult | typeof nothing {
  const slots = [...suggestions, ...daySlots];
  const doubted = slots.find(isDoubted);
  const other =
    doubted ?? slots.find(({ start, local }) => offsetMinutes(local) !== -new Date(start).getTimezoneOffset());
  const zone = other && i18n.zone(other.timeZone);
  return zone ? notice({ kind: 'info', text: i18n.text(doubted ? 'zoneDoubt' : 'zoneNotice', { zone }) }) : nothing;
}

function relativeDate(i18n: Localize, date: PlainDate, today: PlainDate): string {
  const short = i18n.date(date, 'short');
  const key = date === today ? 'day.today' : date === addDays(today, 1) ? 'day.tomorrow' : null;
  return key ? i18n.text('day.relative', { day: i18n.text(key), date: short }) : short;
}
