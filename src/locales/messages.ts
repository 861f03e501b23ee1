import { pluralOf } from './format.js';
import type * as enGB from './en-GB.js';

type Texts = typeof enGB.common &
  typeof enGB.steps &
  typeof enGB.services &
  typeof enGB.calendar &
  typeof enGB.intake &
  typeof enGB.details &
  typeof enGB.card &
  typeof enGB.record &
  typeof enGB.booked &
  typeof enGB.booking &
  typeof enGB.ending &
  typeof enGB.made &
  typeof enGB.returning &
  typeof enGB.later &
  typeof enGB.manage &
  typeof enGB.directory &
  typeof enGB.directoryFilters &
  typeof enGB.bookButton &
  typeof enGB.bookingDialog;

/** The name of a message. */
export type MessageKey = keyof Texts;

/** A text, or one text per plural category of `Intl.PluralRules`. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** Every message of a language: all keys are required, so a language cannot be half there. */
export type Messages = Record<MessageKey, Message>;

/** A language with its reading direction. */
export interface Locale {
  /** BCP 47 tag; also what numbers, dates and plurals are formatted by. */
  tag: string;
  direction: 'ltr' | 'rtl';
  messages: Messages;
  /** Loads the language this one stands for. The reader is told to look again when that has come or is not to be had. */
  load?: ((reader: { requestUpdate(): void }) => void) | undefined;
}

/** The slots a message has: `Slots<'{count} of {total}'>` is `'count' | 'total'`. */
type Slots<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | Slots<Rest> : never;
type Words<M> = M extends string ? M : M[keyof M];
type SlotsOf<Key extends MessageKey> = Slots<Words<Texts[Key]>>;

/** What a message is filled with: nothing, or a value for each of its slots. */
export type Values<Key extends MessageKey> = [SlotsOf<Key>] extends [never]
  ? []
  : [values: Record<SlotsOf<Key>, string | number>];

/** Fills a message of a language. The slot `count` also chooses the plural. */
export function fill<Key extends MessageKey>(locale: Locale, key: Key, ...[values]: Values<Key>): string {
  const message = locale.messages[key];
  const slots = values as Record<string, string | number> | undefined;
  const text =
    typeof message === 'string' ? message : (message[pluralOf(locale.tag, Number(slots?.['count']))] ?? message.other);
  return slots
    ? text.replace(/\{(\w+)\}/g, (slot, name: string) => (Object.hasOwn(slots, name) ? String(slots[name]) : slot))
    : text;
}
