import type { Locale, MessageKey, Values } from '../../src/locales/messages.js';
import type { Texts } from '../../src/domain/texts/translation.js';
import type { Seen, Visit } from '../support/visit.js';
import { fill } from '../../src/locales/messages.js';
import { CLIENT, readTheReview } from './journey.js';

/** A language with what the demo's data says in it. */
export interface Spoken {
  locale: Locale;
  texts: Texts;
}

/** The way to a booking in a language: the words are those of its own files, so that a widget beside it is not taken for it. */
export class LanguageJourney {
  constructor(
    readonly visit: Visit,
    readonly spoken: Spoken,
  ) {}

  /** A message, as it is filled. */
  text<Key extends MessageKey>(key: Key, ...values: Values<Key>): string {
    return fill(this.spoken.locale, key, ...values);
  }

  /** What the demo's data says in this language. */
  said(english: string): string {
    return this.spoken.texts[english]!;
  }

  goOn(): Promise<void> {
    return this.visit.click('button', this.text('continue'));
  }

  /** To the times: at the therapist's, an hour of back massage, and nothing in the safety check applies. */
  async reachTimes(): Promise<void> {
    await this.choosePlace();
    await this.chooseTreatment();
    await this.passSafetyCheck();
  }

  async choosePlace(): Promise<void> {
    const { visit } = this;
    await visit.find('heading', this.text('placeHeading'));
    await visit.page.evaluate(() => Object.assign(window, { __begun: performance.now() }));
    await visit.click('radio', starting(this.text('place.incall')));
    await this.goOn();
    await visit.focuses('heading', this.text('serviceHeading'));
  }

  async chooseTreatment(): Promise<void> {
    const { visit } = this;
    await visit.click('radio', starting(this.said('Back massage')));
    await visit.click('radio', starting(this.text('duration.minutes', { minutes: 60 })));
    await this.goOn();
    await visit.focuses('heading', this.text('safetyHeading'));
  }

  async passSafetyCheck(): Promise<void> {
    const { visit } = this;
    const none = starting(this.said('None of these'));
    await visit.find('checkbox', none);
    for (const each of await visit.all('checkbox', none)) await visit.clickAt(each);
    for (const each of await visit.all('radio', starting(this.said('No new injury')))) await visit.clickAt(each);
    await this.goOn();
    await visit.focuses('heading', this.text('slotHeading'));
  }

  /** The times that show, in the order of the page. */
  async times(): Promise<Seen[]> {
    const ending = new RegExp(`${escaped(this.text('duration.minutes', { minutes: 60 }))}$`);
    await this.visit.find('radio', ending);
    return this.visit.all('radio', ending);
  }

  /** One of the times that show, and on to the details. */
  async takeTime(index = 0): Promise<void> {
    await this.visit.clickAt((await this.times())[index]!);
    await this.goOn();
    await this.visit.focuses('heading', this.text('detailsHeading'));
  }

  /** Who is coming, and on. */
  async giveDetails(email = CLIENT.email): Promise<void> {
    await this.visit.fill(this.text('fullName'), CLIENT.name);
    await this.visit.fill(this.text('emailAddress'), email);
    await this.visit.fill(starting(this.text('phoneNumber')), CLIENT.phone);
    await this.goOn();
    await this.visit.focuses('heading', this.text('reviewHeading'));
  }

  /** Presses the last button, as soon as a person could have read the page. */
  async book(): Promise<void> {
    await readTheReview(this.visit);
    const [before = '', after = ''] = this.spoken.locale.messages.bookAndPayOnTheDay.toString().split('{price}');
    await this.visit.click('button', new RegExp(`^${escaped(before)}.+${escaped(after)}$`));
    await this.visit.focuses('heading', this.text('confirmedHeading'));
  }
}

/** A name that begins so. */
export function starting(words: string): RegExp {
  return new RegExp(`^${escaped(words)}`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
