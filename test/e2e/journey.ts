import type { Visit } from '../support/visit.js';

/** A day of the therapist's, in the words the page uses for it. */
export interface Day {
  /** `2026-11-27`. */
  date: string;
  /** `Friday 27 November`. */
  long: string;
  /** `Friday 27 November 2026`. */
  full: string;
}

/** So many days from today in London. The therapist has no day off but Christmas, which is stepped over. */
export function londonDay(ahead: number): Day {
  const at = new Date(Date.now() + ahead * 86_400_000);
  const words = (locale: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone: 'Europe/London', ...options }).format(at).replace(',', '');
  const date = words('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });
  if (date.endsWith('-12-25')) return londonDay(ahead + 1);
  const long = words('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
  return { date, long, full: `${long} ${date.slice(0, 4)}` };
}

/** Presses the one main button of a step. */
export function goOn(visit: Visit): Promise<void> {
  return visit.click('button', 'Continue');
}

/** From the first screen to the treatments: at the therapist's, or at a postcode. */
export async function choosePlace(visit: Visit, postcode?: string): Promise<void> {
  await begin(visit);
  await visit.click('radio', postcode === undefined ? /^At the therapist’s/ : /^At your place/);
  if (postcode !== undefined) await visit.fill('Your postcode', postcode);
  await goOn(visit);
  await visit.focuses('heading', 'What would you like?');
}

/** An hour of back massage. */
export async function chooseTreatment(visit: Visit): Promise<void> {
  await visit.click('radio', /^Back massage/);
  await visit.click('radio', /^60 min/);
  await goOn(visit);
  await visit.focuses('heading', 'A quick safety check');
}

/** Nothing in the safety check applies. */
export async function passSafetyCheck(visit: Visit): Promise<void> {
  await visit.find('checkbox', 'None of these');
  for (const none of await visit.all('checkbox', 'None of these')) await visit.clickAt(none);
  // Asked about what is worked on deeply, and where something hurts.
  for (const none of await visit.all('radio', 'No new injury')) await visit.clickAt(none);
  await goOn(visit);
  await visit.focuses('heading', /^When (would you like to come|should .* come to you)\?$/);
}

/** What is done on a page of the questions, by its heading. */
export type OnPages = Readonly<Record<string, () => Promise<unknown>>>;

/** The pages after who is coming, for whoever comes without pain to the therapist's. */
const PAGES = ['Who is coming', 'Your health', 'Where to work', 'How you like it', 'What do you like?'] as const;
const LAST_PAGE = 'Sharing these answers';

/**
 * From who is coming through the questions to the review: does what is to be done on a page, says that nothing applies
 * wherever that can be said, and agrees to share the answers.
 */
export async function answerQuestions(visit: Visit, onPages: OnPages = {}): Promise<void> {
  await goOn(visit);
  for (const page of PAGES) {
    await visit.focuses('heading', page);
    for (const none of await visit.all('checkbox', 'None of these')) await visit.clickAt(none);
    await onPages[page]?.();
    await goOn(visit);
  }
  await visit.focuses('heading', LAST_PAGE);
  await visit.click('checkbox', /^I agree that my answers/);
  await goOn(visit);
}

/** From who is coming to the review without a question. */
export async function answerInPerson(visit: Visit): Promise<void> {
  await visit.click('button', 'I’d rather answer in person');
}

/** A day of the month table, with the first times of each part of it. */
export async function showDay(visit: Visit, day: Day): Promise<void> {
  const month = new RegExp(`^Next month, `);
  // The table opens on this month; a day in the next one is one button away.
  await visit.find('button', new RegExp(`${day.full.slice(-4)}(, \\d+ times?| ?, no times)$`));
  if ((await visit.all('button', new RegExp(`^${day.full},`))).length === 0) await visit.click('button', month);
  await visit.click('button', new RegExp(`^${day.full}, \\d+ time`));
  await visit.find('radio', new RegExp(`^${day.long}, `));
}

/** A day of the month table and one of its times, `6:30pm`, without going on. */
export async function chooseTime(visit: Visit, day: Day, time: string): Promise<void> {
  await showDay(visit, day);
  // Only the first times of a part of the day show at once.
  while ((await visit.all('radio', new RegExp(`^${day.long}, ${time},`))).length === 0) {
    await visit.click('button', /^Show \d+ more/);
  }
  await visit.click('radio', new RegExp(`^${day.long}, ${time},`));
}

/** As {@link chooseTime}, and on to the details. */
export async function takeTime(visit: Visit, day: Day, time: string): Promise<void> {
  await chooseTime(visit, day, time);
  await goOn(visit);
  await visit.focuses('heading', 'Your details');
}

/** Fictional, like everybody here. */
export const CLIENT = { name: 'Ada Example', email: 'ada@example.com', phone: '+44 (0)20 7946 0555' };

/** Name, mail and phone, then the questions or none of them, and on to the review. */
export async function giveDetails(
  visit: Visit,
  { name, email, phone } = CLIENT,
  goesOn: (visit: Visit) => Promise<void> = answerInPerson,
): Promise<void> {
  await visit.fill('Full name', name);
  await visit.fill('Email address', email);
  await visit.fill(/^Phone number/, phone);
  await goesOn(visit);
  await visit.focuses('heading', 'Check before you book');
}

/** All the steps up to the review of an hour of back massage at the therapist's. */
export async function reachReview(visit: Visit, day: Day, time: string): Promise<void> {
  await reachTimes(visit);
  await takeTime(visit, day, time);
  await giveDetails(visit);
}

/** All the steps up to the times. */
export async function reachTimes(visit: Visit): Promise<void> {
  await choosePlace(visit);
  await chooseTreatment(visit);
  await passSafetyCheck(visit);
}

/** Presses the last button, as soon as a person could have read the page. */
export async function book(visit: Visit, label: RegExp = /^Book and pay £80 on the day$/): Promise<void> {
  await readTheReview(visit);
  await visit.click('button', label);
}

/** Waits for the first screen and remembers when it showed. */
export async function begin(visit: Visit): Promise<void> {
  await visit.find('heading', 'Where would you like your massage?');
  await visit.page.evaluate(() => Object.assign(window, { __begun: performance.now() }));
}

/** What was filled in within three seconds was filled in by a machine, says the page. People take longer. */
export async function readTheReview(visit: Visit): Promise<void> {
  await visit.page.waitForFunction(
    () => performance.now() - (window as unknown as { __begun: number }).__begun > 3_000,
  );
}
