import type { Meta, StoryObj } from '@storybook/web-components-vite';
import ar from '../../src/locales/ar.js';
import de from '../../src/locales/de.js';
import enGB from '../../src/locales/en-GB.js';
import enUS from '../../src/locales/en-US.js';
import es from '../../src/locales/es.js';
import fr from '../../src/locales/fr.js';
import pl from '../../src/locales/pl.js';
import ro from '../../src/locales/ro.js';
import { fill, type Locale } from '../../src/locales/messages.js';
import { registerLocale } from '../../src/locales/registry.js';
import { accented, mirrored } from '../pseudo-locales.js';
import type * as journey from './journey.js';
import { journeyMeta } from './journey-meta.js';
import { appears, choose, controls, press, reaches } from './walk.js';

const meta: Meta<journey.JourneyArgs> = { ...journeyMeta, title: 'Flow/Languages' };
export default meta;
type Story = StoryObj<journey.JourneyArgs>;

/** Past the safety check, whose questions the backend of the stories asks in English. */
const toTimes =
  (locale: Locale): journey.Stretch =>
  async (booking) => {
    await choose(booking, 'None of these');
    await choose(booking, fill(locale, 'no'));
    await press(booking, fill(locale, 'continue'));
    await reaches(booking, fill(locale, 'slotHeading'));
  };

/** On to the review. */
const toReview =
  (locale: Locale): journey.Stretch =>
  async (booking) => {
    const ending = new RegExp(`${fill(locale, 'duration.minutes', { minutes: 60 })}$`);
    (await appears('a time', () => controls(booking, ending)[0])).click();
    await press(booking, fill(locale, 'continue'));
    await reaches(booking, fill(locale, 'detailsHeading'));
  };

/** The time step in a language. By its region, because stories of parts bring words of their own for the language. */
function inLanguage(locale: Locale, tag = locale.tag, more: readonly journey.Stretch[] = []): Story {
  if (locale !== (enGB as Locale)) registerLocale({ ...locale, tag });
  const session = { place: 'incall', service: 'back', option: '60' } as const;
  return { args: { ...session, lang: tag, way: [toTimes(locale), ...more] } };
}

/** Every letter with an accent, and two fifths longer: what is not translated, and what does not fit, shows. */
export const LongWords = inLanguage(accented);

/** The same on the way to the details. */
export const LongWordsDetails = inLanguage(accented, accented.tag, [toReview(accented)]);

/** English from right to left: what is not mirrored shows. */
export const RightToLeft = inLanguage(mirrored);

/** The same on the way to the details. */
export const RightToLeftDetails = inLanguage(mirrored, mirrored.tag, [toReview(mirrored)]);

/** The language that is built in. */
export const BritishEnglish = inLanguage(enGB);

/** Twelve hours, and weeks that begin on Sunday. */
export const AmericanEnglish = inLanguage(enUS);

/** Long words. */
export const German = inLanguage(de, 'de-DE');

/** Spanish. */
export const Spanish = inLanguage(es, 'es-ES');

/** Spaces before colons and question marks. */
export const French = inLanguage(fr, 'fr-FR');

/** Four plural forms. */
export const Polish = inLanguage(pl, 'pl-PL');

/** Three plural forms. */
export const Romanian = inLanguage(ro, 'ro-RO');

/** From right to left, with six plural forms. */
export const Arabic = inLanguage(ar, 'ar-AE');
