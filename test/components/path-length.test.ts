import { expect, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { KneadBooking } from '../../src/components/booking/booking.js';
import type { KneadSlotCalendar } from '../../src/components/slot-calendar/slot-calendar.js';
import { daysBetween } from '../../src/domain/time/plain-date.js';
import { bookingOf, times as toTimes, walk } from '../../stories/flow/journey.js';
import { settled } from '../support/settled.js';
import { all, nameOf, story } from './shown-calendar.js';

/** Keys a visitor pressed, and the means to press more. */
class Keyboard {
  count = 0;
  readonly #calendar: KneadSlotCalendar;

  constructor(calendar: KneadSlotCalendar) {
    this.#calendar = calendar;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let at = 0; at < times; at += 1) {
      await sendKeys({ press: key });
      await this.#calendar.updateComplete;
      this.count += 1;
    }
  }

  get focused(): HTMLElement {
    return this.#calendar.shadowRoot!.activeElement as HTMLElement;
  }

  async tabTo(is: (element: HTMLElement) => boolean): Promise<void> {
    do await this.press('Tab');
    while (!this.focused || !is(this.focused));
  }
}

/** From the day in the tab order to another: whole weeks first, then days. */
async function walkDays(keyboard: Keyboard, days: number): Promise<void> {
  const weeks = Math.round(days / 7);
  await keyboard.press(weeks < 0 ? 'ArrowUp' : 'ArrowDown', Math.abs(weeks));
  const rest = days - 7 * weeks;
  await keyboard.press(rest < 0 ? 'ArrowLeft' : 'ArrowRight', Math.abs(rest));
}

/** Keys from the heading of the step to the details, by way of a day's time. The last one is Enter on the time. */
async function keysTo(calendar: KneadSlotCalendar, day: string, at: number): Promise<[keys: number, name: string]> {
  const keyboard = new Keyboard(calendar);
  await keyboard.tabTo(({ dataset }) => dataset['day'] !== undefined);
  const from = keyboard.focused.dataset['day']!;
  if (from !== day) {
    await walkDays(keyboard, daysBetween(from, day));
    await keyboard.press('Enter');
  }
  const radios = (): HTMLInputElement[] => all<HTMLInputElement>(calendar, '.day-times input');
  const shown = radios().length;
  const back = shown - at;
  await keyboard.press('Tab');
  if (at === 0) await keyboard.press('Space');
  else await keyboard.press(back < at ? 'ArrowUp' : 'ArrowDown', Math.min(at, back));
  expect(calendar.value, `${day}, time ${at}`).not.to.equal(null);
  expect(calendar.value!.start).to.equal(radios()[at]!.value);
  expect(keyboard.focused).to.equal(radios()[at]);
  return [keyboard.count + 1, nameOf(radios()[at]!)];
}

describe('path length on the time step, from its heading to the details', () => {
  afterEach(() => {
    document.querySelectorAll('knead-slot-calendar, knead-booking').forEach((element) => element.remove());
    fixtureCleanup();
  });

  it('a soonest time takes at most 6 keys', async function () {
    this.timeout(60_000);
    const counts: number[] = [];
    for (const which of [0, 1, 2, 3]) {
      const booking: KneadBooking = bookingOf({});
      document.body.append(booking);
      await walk(booking, toTimes);
      const calendar = booking.shadowRoot!.querySelector('knead-slot-calendar')!;
      await settled(calendar);
      booking.focus();
      const keyboard = new Keyboard(calendar);
      await keyboard.press('Tab');
      if (which === 0) await keyboard.press('Enter');
      else await keyboard.press('ArrowRight', which);
      const chosen = calendar.value!.start;
      expect(chosen).to.equal(all<HTMLInputElement>(calendar, '.suggestions input')[which]!.value);
      await keyboard.press('Enter');
      await settled(booking);
      expect(booking.shadowRoot!.querySelector('#step-heading')!.textContent).to.equal('Your details');
      counts.push(keyboard.count);
      booking.remove();
    }
    console.log(`# path length, soonest times: ${counts.join(', ')} keys`);
    expect(Math.max(...counts)).to.be.at.most(6);
  });

  it('a time of the same month takes 14 keys in the median, 30 at worst', async function () {
    this.timeout(120_000);
    const probe = await story('Open');
    const days = all(probe, '.day.available').map(({ dataset }) => dataset['day']!);
    probe.remove();
    const counts: number[] = [];
    for (const day of days) {
      const count = Math.min(
        24,
        Number(/, (\d+) time/.exec(nameOf((await story('Open')).renderRoot.querySelector(`[data-day="${day}"]`)!))![1]),
      );
      document.querySelector('knead-slot-calendar')!.remove();
      for (const at of new Set([0, Math.floor(count / 3), Math.floor(count / 2)])) {
        const heading = Object.assign(document.createElement('h2'), { tabIndex: -1 });
        document.body.prepend(heading);
        const calendar = await story('Open');
        heading.focus();
        counts.push((await keysTo(calendar, day, at))[0]);
        calendar.remove();
        heading.remove();
      }
    }
    counts.sort((a, b) => a - b);
    const median = counts[Math.floor(counts.length / 2)]!;
    console.log(`# path length, same month: ${counts.length} times, median ${median}, worst ${counts.at(-1)} keys`);
    expect(median).to.be.at.most(14);
    expect(counts.at(-1)).to.be.at.most(30);
  });
});
