import type { Heard } from '../support/page-witness.js';

/** Typed into every answer about health, and into whatever else is asked among them. */
export const HEALTH = 'Zebrafinch';
/** Typed into every name, contact and address. */
export const PERSON = 'Quillfeather';

/** What is looked for, and nothing else says. */
export interface Marks {
  /** Answers about health: what was typed, and the ids and words of what was chosen. */
  health: readonly (string | RegExp)[];
  /** Who and where somebody is. */
  person: readonly (string | RegExp)[];
  /** Answers of the safety check, and the words of what screening found: neither ever leaves the device. */
  device: readonly (string | RegExp)[];
}

type Kind = keyof Marks;

/** A place that was searched, and what belongs there. */
export interface Place {
  name: string;
  lines: readonly string[];
  belongs: readonly Kind[];
}

/** What a search of one place found. */
export interface Finding {
  place: string;
  lines: number;
  characters: number;
  /** Of each kind, what was found. */
  found: Record<Kind, string[]>;
  belongs: readonly Kind[];
}

/** Searches places for marks in any spelling that a machine gives them. */
export function search(places: readonly Place[], marks: Marks): Finding[] {
  return places.map(({ name, lines, belongs }) => {
    const found = (kind: Kind): string[] =>
      marks[kind].flatMap((mark) => lines.filter((line) => holds(line, mark)).map((line) => excerpt(line, mark)));
    return {
      place: name,
      lines: lines.length,
      characters: lines.reduce((sum, line) => sum + line.length, 0),
      found: { health: found('health'), person: found('person'), device: found('device') },
      belongs,
    };
  });
}

/** What was found where it does not belong, a line each. */
export function leaks(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ place, found, belongs }) =>
    (Object.keys(found) as Kind[])
      .filter((kind) => !belongs.includes(kind))
      .flatMap((kind) => found[kind].map((what) => `${kind} in ${place}: ${what}`)),
  );
}

/** The table of a search. */
export function table(findings: readonly Finding[]): string {
  const cell = (kind: Kind, { found, belongs }: Finding): string =>
    `${found[kind].length}${belongs.includes(kind) ? ' (its place)' : ''}`;
  const rows = findings.map((each) => [
    each.place,
    String(each.lines),
    String(each.characters),
    cell('health', each),
    cell('person', each),
    cell('device', each),
  ]);
  const head = ['searched', 'pieces', 'characters', 'health', 'identity', 'safety check'];
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]!.length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((words, at) => words.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Adds what a page was heard saying to what others said. */
export function together(...all: Heard[]): Heard {
  const whole: Heard = {};
  for (const heard of all) for (const [place, lines] of Object.entries(heard)) (whole[place] ??= []).push(...lines);
  return whole;
}

function holds(line: string, mark: string | RegExp): boolean {
  if (mark instanceof RegExp) return mark.test(line);
  const lower = line.toLowerCase();
  return spellings(mark).some((spelling) => lower.includes(spelling));
}

/** A mark as it stands, within an address, in hexadecimal and in Base64, wherever it begins there. */
function spellings(mark: string): string[] {
  const known = cache.get(mark);
  if (known) return known;
  const bytes = Buffer.from(mark);
  const encoded = [0, 1, 2].map((ahead) =>
    Buffer.concat([Buffer.alloc(ahead), bytes])
      .toString('base64')
      // Its ends depend on what stands before and after it.
      .slice(Math.ceil((ahead * 8) / 6), Math.floor(((ahead + bytes.length) * 8) / 6)),
  );
  const all = [mark, encodeURIComponent(mark), bytes.toString('hex'), ...encoded].map((each) => each.toLowerCase());
  cache.set(mark, all);
  return all;
}
const cache = new Map<string, string[]>();

function excerpt(line: string, mark: string | RegExp): string {
  const at =
    mark instanceof RegExp
      ? line.search(mark)
      : Math.max(0, ...spellings(mark).map((spelling) => line.toLowerCase().indexOf(spelling)));
  return `${String(mark)} in …${line.slice(Math.max(0, at - 60), at + 60).replaceAll(/\s+/g, ' ')}…`;
}
