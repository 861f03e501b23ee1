import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  cityOf,
  formatDate,
  formatList,
  formatMoney,
  formatTime,
  joined,
  type DateStyle,
} from '../../locales/format.js';
import { fill, type Locale, type MessageKey, type Values } from '../../locales/messages.js';
import { nearestLanguage } from '../../locales/nearest.js';
import { bringMessages, closestLocale, type MessageSection } from '../../locales/registry.js';

/**
 * The language of one element: its own `lang`, else the nearest ancestor's (through shadow roots, so parts inside the flow
 * follow it), the script tag's, the page's, else British English. Nothing is shared between elements and nothing is written
 * to the page.
 */
export class Localize implements ReactiveController {
  #locale: Locale | undefined;

  /** `sections` are the element's own words in the built-in language. */
  constructor(
    readonly host: ReactiveControllerHost & HTMLElement,
    ...sections: readonly MessageSection[]
  ) {
    sections.forEach(bringMessages);
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdate();
  }

  hostUpdate(): void {
    this.#locale = undefined;
  }

  get locale(): Locale {
    if (!this.#locale) {
      this.#locale = closestLocale(nearestLanguage(this.host));
      this.#locale.load?.(this.host);
    }
    return this.#locale;
  }

  get direction(): 'ltr' | 'rtl' {
    return this.locale.direction;
  }

  /** A message of the catalogue. */
  text<Key extends MessageKey>(key: Key, ...values: Values<Key>): string {
    return fill(this.locale, key, ...values);
  }

  date(date: string, style: DateStyle): string {
    return formatDate(this.locale.tag, date, style);
  }

  time(local: string): string {
    return formatTime(this.locale.tag, local);
  }

  /** "Wed 14 Oct, 6:30pm", and with a zone "…, London time". */
  when(local: string, style: DateStyle, zone?: string): string {
    return joined([this.date(local, style), this.time(local), zone && this.zone(zone)]);
  }

  /** "60 min", and from an hour and a half on "1 hr 30 min". */
  duration(minutes: number): string {
    if (minutes < 90) return this.text('duration.minutes', { minutes });
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    return rest === 0
      ? this.text('duration.hours', { hours })
      : this.text('duration.hoursMinutes', { hours, minutes: rest });
  }

  /** "London time". */
  zone(zone: string): string {
    return this.text('zone.label', { city: cityOf(zone) });
  }
}

/** "£80", or exactly "£80.00". A function, because what shows no prices need not carry it. */
export function money(
  i18n: Pick<Localize, 'locale'>,
  price: { amount: number; currency: string },
  exact = false,
): string {
  return formatMoney(i18n.locale.tag, price, exact);
}

/** "cash, card and bank transfer". */
export function listed(i18n: Localize, items: readonly string[]): string {
  return formatList(i18n.locale.tag, items);
}

/** "Relaxing massage, 30 min"; the name alone of what takes no time. */
export function named(i18n: Localize, name: string, minutes: number): string {
  return minutes > 0 ? i18n.text('nameAndLength', { name, duration: i18n.duration(minutes) }) : name;
}
