import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Texts } from '../../src/domain/texts/translation.js';

const folder = join(import.meta.dirname, 'texts');
const tags = (existsSync(folder) ? readdirSync(folder) : [])
  .flatMap((file) => (/^[a-z]{2,3}(-[A-Z]{2})?\.ts$/.test(file) ? file.slice(0, -'.ts'.length) : []))
  .sort();

/** What a visitor of the demo reads of its data, by language and the English text: one file in `texts/` for each. */
export const londonTexts: Readonly<Record<string, Texts>> = Object.fromEntries(
  await Promise.all(
    tags.map(async (tag) => {
      const { default: texts } = (await import(pathToFileURL(join(folder, `${tag}.ts`)).href)) as { default: Texts };
      return [tag, texts] as const;
    }),
  ),
);
