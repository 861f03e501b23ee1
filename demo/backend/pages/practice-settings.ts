import type { OpeningHours, WallRange } from '../../../src/domain/availability/opening-hours.js';
import type { Weekday } from '../../../src/domain/time/plain-date.js';
import { wallText } from '../booking-words.js';
import { html, type Html } from '../html.js';
import type { BlockedTime } from '../practice.js';
import { WEEKDAYS, type TypedRange } from '../practice-hours.js';
import type { PractitionerRecord } from '../seed.js';

/** The hours of each day as they stand in the form. */
export type TypedWeek = Readonly<Record<Weekday, readonly TypedRange[]>>;

/** Most parts a day's hours can have. */
export const DAY_PARTS = 3;

interface Settings {
  practitioner: PractitionerRecord;
  blocked: readonly BlockedTime[];
  weekly: OpeningHours['weekly'];
  /** What was typed for the hours and could not be kept. */
  typed?: TypedWeek | undefined;
  mark: string;
}

/** Hours as the form shows them: midnight at the end of a day is 00:00 there. */
function typedWeek(weekly: OpeningHours['weekly']): TypedWeek {
  const typed = (ranges: readonly WallRange[]): TypedRange[] =>
    ranges.map(({ from, to }) => ({ from, to: to === '24:00' ? '00:00' : to }));
  return Object.fromEntries(WEEKDAYS.map(([day]) => [day, typed(weekly[day])])) as unknown as TypedWeek;
}

/** Blocked times, and the form for another one. */
export function blockSection({ practitioner, blocked, mark }: Settings): Html {
  const { timeZone } = practitioner.schedule;
  const items = blocked.map(({ id, from, to }) => {
    const [begins, ends] = [wallText(from, timeZone), wallText(to, timeZone)];
    const until = begins.day === ends.day ? ends.time : `${ends.day}, ${ends.time}`;
    return html`<li>
      <span id="block-${id}">${begins.day}, ${begins.time} to ${until}</span>
      <form method="post" action="/practice/blocks/${id}/remove">
        <input type="hidden" name="mark" value="${mark}" />
        <button class="plain" aria-describedby="block-${id}">Free it</button>
      </form>
    </li>`;
  });
  return html`<section class="card" aria-labelledby="blocks">
    <h2 id="blocks">Blocked time</h2>
    ${
      items.length > 0 &&
      html`<ul class="blocks">
        ${items}
      </ul>`
    }
    <form method="post" action="/practice/blocks">
      <input type="hidden" name="mark" value="${mark}" />
      <label>From <input type="datetime-local" name="from" required /></label>
      <label>Until <input type="datetime-local" name="until" required /></label>
      <p class="quiet">Nobody can book in it. What is booked already stays.</p>
      <button>Block this time</button>
    </form>
  </section>`;
}

/** A practitioner's week, to be changed. */
export function hoursSection({ practitioner, weekly, typed, mark }: Settings): Html {
  const week = typed ?? typedWeek(weekly);
  const days = WEEKDAYS.map(([day, name]) => {
    const shown = Math.min(DAY_PARTS, Math.max(2, week[day].length));
    const parts = Array.from({ length: shown }, (_, part) => week[day][part] ?? { from: '', to: '' });
    return html`<fieldset>
      <legend>${name}</legend>
      ${parts.map(({ from, to }, part) => {
        const said = part === 0 ? '' : `, part ${part + 1}`;
        return html`<span class="range">
          <input type="time" name="${day}-${part}-from" value="${from}" aria-label="${name} from${said}" />
          <span aria-hidden="true">–</span>
          <input type="time" name="${day}-${part}-to" value="${to}" aria-label="${name} to${said}" />
        </span>`;
      })}
    </fieldset>`;
  });
  return html`<section class="card" aria-labelledby="hours">
    <h2 id="hours">Weekly hours</h2>
    <dl class="week">
      ${WEEKDAYS.map(
        ([day, name]) =>
          html`<dt>${name}</dt>
            <dd>${saidHours(weekly[day])}</dd>`,
      )}
    </dl>
    <details ${typed && html`open`}>
      <summary>Change your hours</summary>
      <p class="quiet">
        By the clock of ${practitioner.schedule.timeZone}. Two parts make a break; a day left empty is free. What is
        booked already stays.
      </p>
      <form method="post" action="/practice/hours">
        <input type="hidden" name="mark" value="${mark}" />
        ${days}
        <button>Save hours</button>
      </form>
    </details>
  </section>`;
}

function saidHours(ranges: readonly WallRange[]): Html {
  if (ranges.length === 0) return html`<span class="quiet">Free</span>`;
  return html`${ranges.map(({ from, to }) => html`<span class="line">${from} to ${to}</span>`)}`;
}

/** The button that shuts the old link out. */
export function linkSection({ mark }: Settings): Html {
  return html`<section class="card" aria-labelledby="link">
    <h2 id="link">Your link</h2>
    <p class="quiet">Whoever has it can do all of this. If somebody else may have seen it, make a new one.</p>
    <details>
      <summary>Make a new link</summary>
      <p>The old link stops working at once, on every device. You get the new one here and by mail.</p>
      <form method="post" action="/practice/link">
        <input type="hidden" name="mark" value="${mark}" />
        <button class="stop">Make a new link now</button>
      </form>
    </details>
  </section>`;
}
