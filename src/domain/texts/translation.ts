/** The texts of a backend's data in another language, by the texts as they are there. */
export type Texts = Readonly<Record<string, string>>;

/** Members that say something to people even where it is one small word; elsewhere such a word is an id or a kind. */
const SAID = /^(text|label|name|title|why|message|description|headline|about|unit|recipient|retention)$/;
const ID = /^[a-z\d-]+$/;
const SLOT = /\{(\w+)\}/g;

/**
 * A language that data can be said in. `texts` may have `{slots}` in a key: it then stands for every text that differs only
 * there, and what stands in the slots is said as well, where it is known.
 */
export class Translation {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #patterns: readonly { pattern: RegExp; names: readonly string[]; said: string }[];

  constructor(
    /** The language, as a BCP 47 tag. */
    readonly tag: string,
    texts: Texts,
  ) {
    this.#texts = new Map(Object.entries(texts));
    this.#patterns = Object.entries(texts).flatMap(([text, said]) => {
      const names = [...text.matchAll(SLOT)].map(([, name]) => name!);
      if (names.length === 0) return [];
      const parts = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
      return [{ pattern: new RegExp(`^${parts.join('(.+?)')}$`, 's'), names, said }];
    });
  }

  /** One text, or undefined where nobody has translated it. */
  text(text: string): string | undefined {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    for (const { pattern, names, said } of this.#patterns) {
      const found = pattern.exec(text);
      if (!found) continue;
      const values = new Map(names.map((name, index) => [name, found[index + 1]!]));
      return said.replace(SLOT, (slot, name: string) => {
        const value = values.get(name);
        return value === undefined ? slot : (this.text(value) ?? value);
      });
    }
    return undefined;
  }

  /** The same data with every text that is known said in this language. */
  of<Value>(value: Value): Value {
    return this.#said(value, '') as Value;
  }

  #said(value: unknown, member: string): unknown {
    if (typeof value === 'string') return ID.test(value) && !SAID.test(member) ? value : (this.text(value) ?? value);
    if (Array.isArray(value)) return value.map((each) => this.#said(each, member));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.#said(each, name)]));
  }
}

/**
 * The language among those given that an `Accept-Language` header asks for first; undefined for `own`, the language the data
 * is in, and where none is asked for.
 */
export function wantedLanguage(accepted: string, own: string, tags: readonly string[]): string | undefined {
  const asked = accepted
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0]!;
  for (const { tag } of asked) {
    const exact = tags.find((each) => each.toLowerCase() === tag);
    if (exact) return exact;
    if (languageOf(own) === languageOf(tag)) return undefined;
    const close = tags.find((each) => languageOf(each) === languageOf(tag));
    if (close) return close;
  }
  return undefined;
}
