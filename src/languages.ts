/** Languages beside the script tag. Loaded for the first element whose language is not the built-in one. */
import type { besideScript } from './backend/beside-script.js';
import type { Locale } from './locales/messages.js';

/** A file in `dist/locales`. */
interface LocaleFile {
  default: Locale & { mark: string };
}

/** As long as this nothing is shown rather than words that change, in milliseconds. */
const PATIENCE = 4000;

/** The build writes the mark of the files that have the words of this very version. */
const MARK = '%MARK%';

/**
 * Makes all languages that are files beside the script known. Each is loaded for the first element that shows it; one that
 * cannot be loaded gives way to British English, of which the developer is told.
 */
export default function bringLanguages(
  known: Map<string, Locale>,
  builtIn: Locale,
  beside: typeof besideScript,
): void {
  for (const tag of '%LANGUAGES%'.split(' ')) {
    const key = tag.toLowerCase();
    // A page that brought the language itself knows better.
    if (!known.has(key)) known.set(key, waiting(tag));
  }

  /** What stands for a language until it is there. */
  function waiting(tag: string): Locale {
    let loading: Promise<void> | undefined;
    const locale: Locale = {
      ...builtIn,
      tag,
      direction: '' as 'ltr',
      load(reader) {
        loading ??= Promise.race([arrival(), patience()]);
        void loading.then(() => reader.requestUpdate());
      },
    };
    const become = ({ tag: shown, direction, messages }: Locale): void => {
      Object.assign(locale, { tag: shown, direction, messages, load: undefined });
    };
    const arrival = async (): Promise<void> => {
      try {
        const { default: found } = await beside<LocaleFile>(`locales/${tag}.js?${MARK}`);
        if (found.mark !== MARK) throw new Error('another version');
        become(found);
      } catch (error) {
        become(builtIn);
        if ((error as Error).message === 'another version')
          console.warn(`[knead] locales/${tag}.js is of another version than the script: put both up together.`);
      }
    };
    const patience = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, PATIENCE));
      // It may still come, and then shows from the next drawing on.
      if (locale.load) become(builtIn);
    };
    return locale;
  }
}
