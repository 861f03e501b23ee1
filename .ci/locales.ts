import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import * as enGB from '../src/locales/en-GB.js';
import type { Locale, Message, MessageKey } from '../src/locales/messages.js';
import { keptNames, messageNames } from './message-numbers.js';

const folder = join(import.meta.dirname, '../src/locales');
/** As the files of languages are called, and no other. */
const TAG = /^[a-z]{2,3}(-[A-Z]{2})?$/;

/** The tags of the languages that are files beside a script tag: all but the built-in one. */
export function localeTags(): string[] {
  return readdirSync(folder)
    .flatMap((file) => (file.endsWith('.ts') ? file.slice(0, -'.ts'.length) : []))
    .filter((name) => TAG.test(name) && name !== 'en-GB')
    .sort();
}

/**
 * What a language is divided into, because all of its words in one file would be too many: those that every page may need,
 * and those of elements that many pages do not have, which `src/locales/languages.ts` looks for.
 */
const ELSEWHERE: Readonly<Record<string, readonly object[]>> = {
  '-cards': [enGB.card, enGB.directory, enGB.directoryFilters, enGB.bookingDialog],
  '-manage': [enGB.manage],
};

/** The files of a language, without their ending. */
export function localeFiles(tag: string): string[] {
  return ['', ...Object.keys(ELSEWHERE)].map((group) => tag + group);
}

/**
 * A file of a language: one ES module without imports, whose messages have the numbers they have in the script tags, and
 * the mark by which those know it.
 */
export async function localeCode(tag: string, file = tag): Promise<string> {
  return `export default{mark:${JSON.stringify(await localesMark())},${await body(tag, file.slice(tag.length))}}\n`;
}

/** The names of the messages by their numbers, for texts that a page brings; with an asterisk those that keep their name. */
export async function namesCode(): Promise<string> {
  const names = messageNames();
  const kept = keptNames(names);
  const list = names.map((name) => (kept.has(name) ? `*${name}` : name));
  return `export default{mark:${JSON.stringify(await localesMark())},names:${JSON.stringify(list.join(' '))}.split(" ")}\n`;
}

/** Writes into the part that loads languages which languages there are, and the mark of their files. */
export function localeMark(): Plugin {
  return {
    name: 'knead:locale-mark',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]src[\\/].+\.ts$/, code: /%LANGUAGES%/ },
      async handler(code) {
        const marked = code.replaceAll('%LANGUAGES%', localeTags().join(' ')).replaceAll('%MARK%', await localesMark());
        return { code: marked, map: null };
      },
    },
  };
}

/** Of all languages in one: a cache that has kept a file of another version has other words under the same numbers. */
export async function localesMark(): Promise<string> {
  const all = localeTags().flatMap((tag) => localeFiles(tag).map((file) => body(tag, file.slice(tag.length))));
  return createHash('sha256')
    .update((await Promise.all(all)).join('\n'))
    .digest('hex')
    .slice(0, 8);
}

const bodies = new Map<string, Promise<string>>();

function body(tag: string, group: string): Promise<string> {
  const key = tag + group;
  const made = bodies.get(key) ?? bodyOf(tag, group);
  bodies.set(key, made);
  return made;
}

async function bodyOf(tag: string, group: string): Promise<string> {
  const { default: locale } = (await import(pathToFileURL(join(folder, `${tag}.ts`)).href)) as { default: Locale };
  const names = messageNames() as MessageKey[];
  const kept = keptNames(names);
  const words = (name: MessageKey): string => written(locale.messages[name]);
  const isHere = (name: string): boolean => groupOf(name) === group;
  // A message that keeps its name, or is elsewhere, leaves its place in the list empty.
  const list = names.map((name) => (kept.has(name) || !isHere(name) ? '' : words(name)));
  const rest = names.filter((name) => kept.has(name) && isHere(name)).map((name) => `${key(name)}:${words(name)}`);
  const messages = `Object.assign([${list.join(',').replace(/,+$/, '')}],{${rest.join(',')}})`;
  return `tag:${JSON.stringify(locale.tag)},direction:${JSON.stringify(locale.direction)},messages:${messages}`;
}

function groupOf(name: string): string {
  return Object.keys(ELSEWHERE).find((group) => ELSEWHERE[group]!.some((section) => name in section)) ?? '';
}

function written(message: Message): string {
  if (typeof message === 'string') return JSON.stringify(message);
  return `{${Object.entries(message)
    .map(([category, text]) => `${category}:${JSON.stringify(text)}`)
    .join(',')}}`;
}

function key(name: string): string {
  return /^[a-z]\w*$/i.test(name) ? name : JSON.stringify(name);
}
