/** What the script-tag files have in common: the page's defaults, from the tag's own attributes, and languages beside it. */
import { besideScript } from './backend/beside-script.js';
import { setDefaultBackend, setScriptBase } from './backend/connect.js';
import { awaitLanguages } from './locales/awaited.js';
import { setScriptLanguage } from './locales/nearest.js';
import { holdUnlessDrawable } from './ui/element/can-draw.js';

/**
 * The script tag. A tool that moves scripts about hides which one it is; `data-base` then says it. Asked of the prototype, because an image that a
 * guest of the page has named `currentScript` answers for the document itself.
 */
export const script = (Reflect.get(Document.prototype, 'currentScript', document) ??
  document.querySelector('script[data-base]')) as HTMLScriptElement | null;
holdUnlessDrawable.call(document);
const { base: dataBase, lang, backend } = script?.dataset ?? {};
if (backend) setDefaultBackend(backend);
setScriptLanguage(lang);
const given = dataBase?.replace(/\/?$/, '/') ?? script?.src;

/** Where the other files are, or undefined where nothing says it. */
export const base = given && new URL('.', new URL(given, script!.baseURI)).href;
/** Of the script that is on the page: what the page trusts may load what belongs to it. */
export const nonce = script?.nonce;

if (base) {
  setScriptBase(base);
  awaitLanguages(besideScript, !!script!.dataset['messages']);
}
