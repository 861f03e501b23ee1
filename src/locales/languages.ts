/** Languages beside the script tag. Loaded for the first element whose language is not the built-in one. */
import type { Locale, Message, Messages } from './messages.js';

/** Loads a module that lies beside the script. */
type Beside = <Module>(path: string) => Promise<Module>;

/** As long as this nothing is shown rather than words that change, in milliseconds. */
const PATIENCE = 4000;

/** Words that many pages do not need, by their files, and the element whose they are. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '-cards': 'knead-therapist-card',
  '-manage': 'knead-manage-booking',
};

/** The build writes the mark of the files that have the words of this very version. */
const MARK = '%MARK%';

/**
 * Makes all languages that are files beside the script known. Each is loaded for the first element that shows it; one that
 * cannot be loaded gives way to British English, of which the developer is told. Where the tag has `data-messages`, texts of
 * the page's own take the place of ours: JSON, `{"de": {"continue": "Weiter geht’s"}}`, by the names of the catalogue.
 */
export default function bringLanguages(known: Map<string, Locale>, builtIn: Locale, beside: Beside): void {
  const own = ownMessages();
  for (const tag of [builtIn.tag, ...'%LANGUAGES%'.split(' ')]) {
    const key = tag.toLowerCase();
    // A page that brought the language itself knows better.
    if (!known.has(key)) known.set(key, waiting(tag));
  }
  if (!known.has('en')) known.set('en', known.get('en-gb')!);

  /** What stands for a language until it is there. */
  function waiting(tag: string): Locale {
    let loading: Promise<unknown> | undefined;
    const locale: Locale = {
      ...builtIn,
      // What is remembered by tag must not be taken for the words that come.
      tag: 'en',
      direction: '' as 'ltr',
      load(reader) {
        loading ??= Promise.race([arrival(), patience()]);
        void loading.then(() => reader.requestUpdate());
      },
    };
    const become = (found: Locale, messages: Partial<Messages> | undefined): void => {
      const { tag: shown, direction } = found;
      const words = messages ? (Object.assign(Object.create(found.messages), messages) as Messages) : found.messages;
      Object.assign(locale, { tag: shown, direction, messages: words, load: undefined });
    };
    const arrival = async (): Promise<void> => {
      const [found, messages] = await Promise.all([tag === builtIn.tag ? builtIn : languageFile(tag), own]);
      become(found, messages[found.tag]);
    };
    const patience = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, PATIENCE));
      // It may still come, and then shows from the next drawing on.
      if (locale.load) become(builtIn, undefined);
    };
    return locale;
  }

  async function languageFile(tag: string): Promise<Locale> {
    const files = ['', ...Object.keys(ELSEWHERE).filter((group) => customElements.get(ELSEWHERE[group]!))];
    try {
      const found = await Promise.all(files.map((group) => markedFile<Locale>(tag + group)));
      // Lists whose places are numbers, with those of the other files left out.
      return { ...found[0]!, messages: Object.assign({}, ...found.map(({ messages }) => messages)) as Messages };
    } catch {
      return builtIn;
    }
  }

  /** Rejects where a file is missing, blocked or of another version, and the developer was told. */
  async function markedFile<File>(name: string): Promise<File> {
    const path = `locales/${name}.js`;
    const { default: file } = await beside<{ default: File & { mark: string } }>(`${path}?${MARK}`);
    if (file.mark === MARK) return file;
    console.warn(`[knead] ${path} is of another version than the script: put both up together.`);
    throw new Error('another version');
  }

  /** The page's own texts by tag, under the numbers that messages have in this version. */
  async function ownMessages(): Promise<Record<string, Partial<Messages>>> {
    const given = document.querySelector<HTMLScriptElement>('script[data-messages]')?.dataset['messages'];
    if (!given) return {};
    try {
      const texts = JSON.parse(given) as Record<string, Record<string, Message>>;
      const { names } = await markedFile<{ names: readonly string[] }>('names');
      const byTag = Object.entries(texts).map(([tag, words]) => {
        const numbered = Object.entries(words).map(([name, text]) => {
          const number = names.indexOf(name);
          // With an asterisk: a message that goes by its name.
          const isNamed = names.includes(`*${name}`);
          if (number < 0 && !isNamed) console.warn(`[knead] data-messages: there is no message "${name}".`);
          return [isNamed ? name : number, text];
        });
        return [tag, Object.fromEntries(numbered)];
      });
      return Object.fromEntries(byTag) as Record<string, Partial<Messages>>;
    } catch (error) {
      if (error instanceof SyntaxError)
        console.warn('[knead] data-messages: expected {"<tag>": {"<message>": "<text>"}}.');
      return {};
    }
  }
}
