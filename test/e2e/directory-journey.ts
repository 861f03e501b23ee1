import { until } from '../support/until.js';
import type { Visit } from '../support/visit.js';

/** A time on a card: `Friday 27 November, 11:00am, with Mara Lindqvist`. */
export const TIME = /^(\w+ \d+ \w+), (\d+:\d\d[ap]m), with (.+)$/;

/** A time of a card, taken apart. */
export interface CardTime {
  name: string;
  day: string;
  time: string;
  therapist: string;
}

/** The next times of one therapist as soon as their card shows what was asked for. */
export function timesOf(visit: Visit, therapist: string): Promise<CardTime[]> {
  return until(
    async () => {
      const found = (await visit.all('link', TIME)).map(({ name }) => {
        const [, day, time, whose] = TIME.exec(name)!;
        return { name, day: day!, time: time!, therapist: whose! };
      });
      const theirs = found.filter((each) => each.therapist === therapist);
      return theirs.length > 0 && (await isAsked(visit, therapist)) ? theirs : undefined;
    },
    async () => `no times of ${therapist}:\n${await visit.text()}`,
  );
}

/** Whether the times a card shows are those it asked for, and not what the server wrote. */
async function isAsked({ page }: Visit, therapist: string): Promise<boolean> {
  return page.evaluate((name) => {
    const lists = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const cards = lists.flatMap((root) => [...root.querySelectorAll('knead-therapist-card')]);
    return cards.some((card) =>
      card.shadowRoot?.querySelector(`.times:not([aria-busy])[aria-label$="${name}"], .message:not(.written)`),
    );
  }, therapist);
}

/** Waits for the booking in the directory's dialog, and remembers when a person could begin to read it. */
export async function dialogOpens(visit: Visit, therapist: string): Promise<void> {
  await visit.find('dialog', `Book with ${therapist}`);
  await visit.focuses('heading', 'A quick safety check');
  await visit.find('checkbox', 'None of these');
  await visit.page.evaluate(() => Object.assign(window, { __begun: performance.now() }));
}
