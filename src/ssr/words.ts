import { card } from '../locales/en-GB.js';
import type { Locale } from '../locales/messages.js';
import { closestLocale } from '../locales/registry.js';
import { Localize } from '../ui/controllers/localize.js';

/** What an element says, said where there is no element: the language is told instead of found in the page. */
export class Words extends Localize {
  readonly #told: Locale | string;

  constructor(locale: Locale | string) {
    super({ addController: () => undefined } as unknown as ConstructorParameters<typeof Localize>[0], card);
    this.#told = locale;
  }

  override get locale(): Locale {
    return typeof this.#told === 'string' ? closestLocale(this.#told) : this.#told;
  }
}
