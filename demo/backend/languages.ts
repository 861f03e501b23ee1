import { createHash } from 'node:crypto';
import type { ConsentDocument } from '../../src/contract/consent.js';
import type { IntakeForm } from '../../src/contract/intake.js';
import { Translation, wantedLanguage } from '../../src/domain/texts/translation.js';
import type { Seed } from './seed.js';

/** The language the data is in; documents and forms say theirs themselves. */
const OWN = 'en-GB';

/** Says the data in the languages it has been translated to. */
export class Languages {
  readonly #translations: ReadonlyMap<string, Translation>;

  constructor({ texts = {} }: Pick<Seed, 'texts'>) {
    this.#translations = new Map(Object.entries(texts).map(([tag, words]) => [tag, new Translation(tag, words)]));
  }

  /** The tags besides the data's own. */
  get tags(): string[] {
    return [...this.#translations.keys()];
  }

  /** What a request asks for by `Accept-Language`; undefined for the data as it is. */
  wanted(accepted: string | undefined): Translation | undefined {
    if (!accepted || this.#translations.size === 0) return undefined;
    const tag = wantedLanguage(accepted, OWN, this.tags);
    return tag === undefined ? undefined : this.#translations.get(tag);
  }

  /** Whether a document has that hash in one of its languages: whoever agreed has read it in that one. */
  isWording(document: ConsentDocument, hash: string): boolean {
    if (document.hash === hash) return true;
    return [...this.#translations.values()].some((translation) => documentIn(translation, document).hash === hash);
  }
}

/**
 * An answer in a language. A document is agreed to in the words it was read in, so it has their hash; it and a form say which
 * language they are in.
 */
export function answerIn(translation: Translation, answer: unknown): unknown {
  if (isDocument(answer)) return documentIn(translation, answer);
  const said = translation.of(answer);
  return isForm(said) ? { ...said, language: translation.tag, translatedFrom: said.language } : said;
}

function documentIn(translation: Translation, document: ConsentDocument): ConsentDocument {
  const said = translation.of(document);
  if (said.text === document.text) return document;
  const hash = `sha-256:${createHash('sha256').update(said.text, 'utf8').digest('hex')}`;
  return { ...said, language: translation.tag, hash };
}

function isDocument(answer: unknown): answer is ConsentDocument {
  const { hash, text } = (answer ?? {}) as Partial<ConsentDocument>;
  return typeof hash === 'string' && typeof text === 'string';
}

function isForm(answer: unknown): answer is IntakeForm {
  const { rules, items } = (answer ?? {}) as Partial<IntakeForm>;
  return Array.isArray(rules) && Array.isArray(items);
}
