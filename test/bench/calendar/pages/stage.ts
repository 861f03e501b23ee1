/**
 * In every page before its contestant: makes the slots, starts the contestant's script, and measures until what was asked
 * for is painted. Nothing of it is measured.
 */
import { monthOfSlots, yearOfSlots, type Given } from '../given-slots.js';
import { readers, type Reader } from './readers.js';

/** What a page is prepared for. */
export interface Scene {
  /** Which contestant's look to read. */
  contestant: string;
  /** The contestant's script. */
  script: string;
  slots: number;
  /** One month of slots for the first paint, or a year of them for turning months. */
  spread: 'month' | 'year';
}

/** What the bench asks of a page. */
export class Stage {
  given!: Given;
  #code = '';
  #reader!: Reader;
  /** Days with slots in the month on show, and the slots of the first of them. */
  #expected = { days: 0, times: 0, all: 0 };
  #tapped: Promise<number> | undefined;

  async prepare({ contestant, script, slots, spread }: Scene): Promise<void> {
    this.given = spread === 'month' ? monthOfSlots(slots) : yearOfSlots(slots);
    this.#reader = readers[contestant]!;
    this.#code = await (await fetch(script)).text();
    this.#expect(this.given.availability.from.slice(0, 7));
  }

  /** From the start of the contestant's script to its slots on the screen. `plant` is a busy loop, as a part of that time. */
  async mount(plant: number): Promise<number> {
    const script = document.createElement('script');
    script.textContent = this.#code;
    const from = performance.now();
    document.head.append(script);
    return painted(() => this.#isThere(), from, plant);
  }

  /** Where to tap for a day's times. */
  aim(day: number): { x: number; y: number } {
    const { left, top, width, height } = this.#reader.dayButton!(day).getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }

  /** Measures the next tap, from the finger's leaving the glass to the day's times on the screen. Resolves when all is still. */
  async expectTap(day: number): Promise<void> {
    const onUp = ({ timeStamp }: PointerEvent): void => {
      this.#tapped = painted(() => this.#reader.chosenDay!() === day, timeStamp);
    };
    window.addEventListener('pointerup', onUp, { capture: true, once: true });
    await frame();
    // Colours that still change from the tap before would be measured with this one.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    await frame();
  }

  tapped(): Promise<number> {
    return this.#tapped!;
  }

  /** Turns to the next month, until its days and the times of the first are on the screen. */
  turn(month: string): Promise<number> {
    this.#expect(month);
    const { nextMonth } = this.#reader;
    const before = nextMonth!().getAttribute('aria-label');
    const from = performance.now();
    nextMonth!().click();
    return painted(() => nextMonth!().getAttribute('aria-label') !== before && this.#isThere(), from);
  }

  #expect(month: string): void {
    const days = new Map<string, number>();
    for (const entry of this.given.availability.entries)
      for (const { local } of 'slots' in entry ? entry.slots : [])
        if (local.startsWith(month)) days.set(local.slice(0, 10), (days.get(local.slice(0, 10)) ?? 0) + 1);
    const [times = 0] = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
    this.#expected = { days: days.size, times, all: [...days.values()].reduce((sum, count) => sum + count, 0) };
  }

  #isThere(): boolean {
    const { days, times, all } = this.#expected;
    const { offeredDays, shownTimes, shows } = this.#reader;
    if (offeredDays() !== days) return false;
    if (shows === 'month') return shownTimes() === all;
    // A long day may show its first times only, and say how many more there are.
    return shownTimes() >= Math.min(times, 8);
  }
}

/** A frame with it has been handed over: its task is over when the message comes. Rejects after a minute. */
function painted(isThere: () => boolean, from: number, plant = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const onFrame = (): void => {
      if (!isThere()) {
        if (performance.now() - from > 60_000) reject(new Error('not there after a minute'));
        else requestAnimationFrame(onFrame);
        return;
      }
      if (plant > 0) {
        // Laid out now instead of a moment later: only painting is not in what the loop is a part of.
        document.documentElement.getBoundingClientRect();
        keepBusy((performance.now() - from) * plant);
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - from);
      port2.postMessage(null);
    };
    requestAnimationFrame(onFrame);
  });
}

function frame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

function keepBusy(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

declare global {
  // Where the contestants' scripts find what they are given.
  var stage: Stage;
}

globalThis.stage = new Stage();
