import type { Tab } from '../support/tab.js';
import { until } from '../support/until.js';

/** A day of the therapist's, as the page says it: `Friday 27 November 2026`. */
export function londonDay(ahead: number): string {
  const at = new Date(Date.now() + ahead * 86_400_000);
  const words = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'full' }).format(at);
  // The therapist's only day off.
  return words.includes('25 December') ? londonDay(ahead + 1) : words.replace(',', '');
}

/** What one visitor does, and what happens on the way. */
export interface Journey {
  /** Whose booking it is. */
  email: string;
  day: string;
  /** What else happens on a step, named by the pattern of its heading. */
  during?: Readonly<Record<string, (tab: Tab) => Promise<void>>>;
  /** What else happens on every step. */
  onEach?(tab: Tab): Promise<void>;
}

/** In milliseconds, with some time for the page to have begun. */
const MACHINES_TAKE = 3_500;

/** Presses the one main button of a step. */
export const goOn = (tab: Tab): Promise<void> => tab.click('button', 'Continue');

/** What the page said before and after. */
export interface Read {
  review: string;
  confirmation: string;
}

/** An hour of back massage at the therapist's, from the first screen to "You’re booked", by what things are called. */
export async function book(tab: Tab, journey: Journey): Promise<Read> {
  const { email, day } = journey;
  const shown = performance.now();
  const reaches = reachedBy(tab, journey);
  await toTimes(tab, journey);
  await chooseTime(tab, day);
  await goOn(tab);
  await reaches('Your details');
  await tab.fill('Full name', 'Ada Example');
  await tab.fill('Email address', email);
  await tab.fill(/^Phone number/, '+44 (0)20 7946 0555');
  await tab.click('button', 'I’d rather answer in person');
  await reaches('Check before you book');
  const review = await tab.text();
  // What was filled in within three seconds was filled in by a machine, says the page. People take longer.
  await until(
    () => performance.now() - shown > MACHINES_TAKE,
    () => 'no time passes',
  );
  await tab.click('button', 'Book and pay £80 on the day');
  await reaches('You’re booked');
  return { review, confirmation: await tab.text() };
}

/** As far as the times, from whichever step shows. */
export async function toTimes(tab: Tab, journey: Journey): Promise<void> {
  const reaches = reachedBy(tab, journey);
  await tab.finds('heading', /^(Where would you like your massage|When would you like to come)\?$/);
  if ((await tab.count('heading', 'When would you like to come?')) > 0) return;
  await reaches('Where would you like your massage?');
  await tab.click('radio', /^At the therapist’s/);
  await goOn(tab);
  await reaches('What would you like?');
  // A German page gets treatments and questions in German, even where it forbids the rest of the language.
  await tab.click('radio', /^(Back massage|Rückenmassage)/);
  await tab.click('radio', /^60 min/);
  await goOn(tab);
  await reaches('A quick safety check');
  await tab.finds(...NONE[0]);
  for (const [role, name] of NONE) {
    const lists = await tab.count(role, name);
    for (let at = 0; at < lists; at += 1) await tab.click(role, name, at);
  }
  await goOn(tab);
  await reaches('When would you like to come?');
}

function reachedBy(tab: Tab, { during, onEach }: Journey): (heading: string) => Promise<void> {
  return async (heading) => {
    await tab.finds('heading', heading);
    await onEach?.(tab);
    await during?.[heading]?.(tab);
  };
}

/** In a language in which nobody has reviewed them, the form's own words stand behind the translated ones. */
const NONE = [
  ['checkbox', /^(None of these|Nichts davon)/],
  ['radio', /^(No new injury|Keine neue Verletzung)/],
] as const;

/** A time of a day, after another one of it: what a page translates has to stay up to date. */
export async function chooseTime(tab: Tab, day: string): Promise<void> {
  const [, year] = / (\d{4})$/.exec(day)!;
  const short = day.replace(` ${year}`, '');
  await tab.finds('button', new RegExp(`${year}(, \\d+ times?| ?, no times)$`));
  if ((await tab.count('button', new RegExp(`^${day},`))) === 0) await tab.click('button', /^Next month, /);
  await tab.click('button', new RegExp(`^${day}, \\d+ time`));
  await tab.click('radio', new RegExp(`^${short}, `), 1);
  await tab.click('radio', new RegExp(`^${short}, `), 0);
}
