import enGB from '../src/locales/en-GB.js';
import type { Locale, Message, Messages } from '../src/locales/messages.js';
import { registerLocale } from '../src/locales/registry.js';

/** As `a` is to `á`: every letter still reads, and one that has no accent was not taken from the catalogue. */
const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('aáeéiíoóuúyýcçnñsšzžAÁEÉIÍOÓUÚCÇNÑSŠZŽ'.matchAll(/(.)(.)/gu), ([, plain, marked]) => [plain!, marked!]),
);

/** English with accents and two fifths longer: what does not fit, and what is not translated, shows. */
export const accented: Locale = { ...enGB, tag: 'en-XA', messages: each(longer) };

/** English laid out from right to left: what is not mirrored shows. */
export const mirrored: Locale = { ...enGB, tag: 'ar-XB', direction: 'rtl' };

registerLocale(accented);
registerLocale(mirrored);

/** Letters are doubled evenly, slots stay as they are. */
function longer(text: string): string {
  let owed = 0;
  return text.replace(/\{\w+\}|\p{L}/gu, (found) => {
    if (found.startsWith('{')) return found;
    owed += 0.4;
    const twice = owed >= 1;
    if (twice) owed -= 1;
    const letter = ACCENTED[found] ?? found;
    return twice ? letter + letter.toLowerCase() : letter;
  });
}

function each(change: (text: string) => string): Messages {
  const changed = (message: Message): Message =>
    typeof message === 'string'
      ? change(message)
      : (Object.fromEntries(Object.entries(message).map(([category, text]) => [category, change(text)])) as Message);
  return Object.fromEntries(
    Object.entries(enGB.messages).map(([key, message]) => [key, changed(message)]),
  ) as unknown as Messages;
}
