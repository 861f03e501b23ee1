/** The variables a page may set on any element, each with a sentence, for the manifest. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Typed } from './manifest.js';

const SENTENCES: Readonly<Record<string, string>> = {
  '--knead-accent':
    'The one colour that means chosen, available or primary. Text on it, hover and edges are derived, with contrast kept.',
  '--knead-paper': 'Surface.',
  '--knead-sunk': 'Surface of what lies deeper, such as a summary.',
  '--knead-ink': 'Text.',
  '--knead-ink-2': 'Text of less weight.',
  '--knead-line': 'Hairlines between things.',
  '--knead-line-2': 'Edges of controls.',
  '--knead-radius': 'Corner radius of controls, `10px`; larger shapes follow.',
  '--knead-space': 'The rhythm of gaps, `8px`.',
  '--knead-control-size': 'Height of controls, `44px`; never below `24px`.',
};

/**
 * Those of them that the styles read.
 * @throws for one that has no sentence.
 */
export function publicVariables(): Typed[] {
  const read = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(join('src', file), 'utf8').match(/(?<=var\()--knead-[\w-]+/g) ?? []);
  const unknown = read.filter((name) => !Object.hasOwn(SENTENCES, name));
  if (unknown.length > 0) throw new Error(`.ci/public-variables.ts says nothing of ${unknown.join(', ')}`);
  return Object.entries(SENTENCES)
    .filter(([name]) => read.includes(name))
    .map(([name, description]) => ({ name, description }));
}
