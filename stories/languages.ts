/** Every language there is, and the two that only show how a page stands with them: for stories, which load nothing on demand. */
import ar from '../src/locales/ar.js';
import de from '../src/locales/de.js';
import enUS from '../src/locales/en-US.js';
import es from '../src/locales/es.js';
import fr from '../src/locales/fr.js';
import pl from '../src/locales/pl.js';
import { registerLocale } from '../src/locales/registry.js';
import ro from '../src/locales/ro.js';
import { accented, mirrored } from './pseudo-locales.js';

/** By their tags, with what a reader calls them. */
export const LANGUAGES: Readonly<Record<string, string>> = {
  'en-GB': 'English',
  'en-US': 'English, United States',
  ...{ de: 'Deutsch', es: 'Español', fr: 'Français', pl: 'Polski', ro: 'Română', ar: 'العربية' },
  [accented.tag]: 'Accented, two fifths longer',
  [mirrored.tag]: 'English, mirrored',
};

for (const locale of [ar, de, enUS, es, fr, pl, ro]) registerLocale(locale);
