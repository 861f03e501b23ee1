import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import enGB from '../../src/locales/en-GB.js';
import { fill, type Locale, type Message, type MessageKey, type Messages } from '../../src/locales/messages.js';
import { closestLocale, registerLocale } from '../../src/locales/registry.js';
import { filesUnder } from '../package/imports.js';

const keys = Object.keys(enGB.messages) as MessageKey[];
const textsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));

/** A language whose messages are the built-in ones but for some. */
const language = (tag: string, messages: Partial<Messages> = {}): Locale => ({
  tag,
  direction: 'ltr',
  messages: { ...enGB.messages, ...messages },
});

describe('the messages', () => {
  const source = filesUnder('src', /\.ts$/)
    .filter((file) => !file.startsWith('src/locales/'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

  /** What stands in the source as one text, and the beginnings of those made with a value. */
  const whole = new Set(source.match(/(?<=')[a-z][\w.-]*(?=')/gi));
  const beginnings = [...new Set(source.match(/(?<=`)[a-z]\w*\.(?:\w+\.)?(?=\$\{)/gi))];

  it('are all used', () => {
    const unused = keys.filter((key) => !whole.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)));
    assert.deepEqual(unused, []);
  });

  it('are all there that elements ask for', () => {
    const asked = [...source.matchAll(/\.text\(\s*'([^']+)'/g)].map(([, key]) => key!);
    assert.ok(asked.length > 50, 'the pattern still finds the calls');
    assert.deepEqual(
      [...new Set(asked)].filter((key) => !keys.includes(key as MessageKey)),
      [],
    );
  });

  it('have the plurals of their language, each with its slots', () => {
    for (const key of keys) {
      const message: Message = enGB.messages[key];
      if (typeof message === 'string') continue;
      assert.deepEqual(Object.keys(message).sort(), ['one', 'other'], key);
      const slots = textsOf(message).map((text) =>
        text
          .match(/\{\w+\}/g)
          ?.toSorted()
          .join(' '),
      );
      assert.equal(new Set(slots).size, 1, key);
      assert.match(slots[0] ?? '', /\{count\}/, key);
    }
  });

  it('are calm, typographic and free of markup', () => {
    for (const key of keys) {
      for (const text of textsOf(enGB.messages[key])) {
        assert.equal(text, text.trim(), key);
        assert.doesNotMatch(text, /!|<|>|'|"|\.\.\.|  /, key);
      }
    }
  });

  it('make no claim about health', () => {
    for (const key of keys) {
      for (const text of textsOf(enGB.messages[key])) {
        assert.doesNotMatch(
          text,
          /\b(cures?|treats?|heals?|healing|detox\w*|toxins?|inflammation|guaranteed?)\b|\bNICE\b/i,
          key,
        );
      }
    }
  });
});

describe('filling a message', () => {
  it('puts every value in its slot', () => {
    assert.equal(fill(enGB, 'duration.hoursMinutes', { hours: 1, minutes: 30 }), '1 hr 30 min');
    assert.equal(fill(enGB, 'continue'), 'Continue');
  });

  it('chooses the plural by the count', () => {
    assert.equal(fill(enGB, 'soonestCount', { count: 1 }), '1 soonest time shown');
    assert.equal(fill(enGB, 'soonestCount', { count: 3 }), '3 soonest times shown');
    assert.equal(fill(enGB, 'soonestCount', { count: 0 }), '0 soonest times shown');
  });

  it('follows a language with more plurals, and falls back where one is missing', () => {
    const polish = language('pl', {
      soonestCount: {
        one: '{count} termin',
        few: '{count} terminy',
        many: '{count} terminów',
        other: '{count} terminu',
      },
      timesOnCount: { other: '{count}' },
    });
    const counted = [1, 3, 5, 22, 1.5].map((count) => fill(polish, 'soonestCount', { count }));
    assert.deepEqual(counted, ['1 termin', '3 terminy', '5 terminów', '22 terminy', '1.5 terminu']);
    assert.equal(fill(polish, 'timesOnCount', { count: 5, date: '' }), '5');
  });

  it('takes values as text, whatever is in them', () => {
    fc.assert(
      fc.property(fc.string(), (label) => {
        assert.equal(fill(enGB, 'optional', { label }), `${label} (optional)`);
      }),
    );
    assert.equal(fill(enGB, 'optional', { label: '{label} $& $1' }), '{label} $& $1 (optional)');
  });

  it('takes no value from the prototype of an object', () => {
    const odd = language('xx', { optional: '{toString} {label}' });
    assert.equal(fill(odd, 'optional', { label: 'x' }), '{toString} x');
  });
});

describe('the closest language', () => {
  it('is the one asked for, its language, a sibling, and British English at last', () => {
    registerLocale(language('de'));
    registerLocale(language('pt-BR'));
    assert.equal(closestLocale('de').tag, 'de');
    assert.equal(closestLocale('DE-at').tag, 'de');
    assert.equal(closestLocale('pt-PT').tag, 'pt-BR');
    assert.equal(closestLocale('en-US').tag, 'en-GB');
    for (const unknown of ['xh', '', 'constructor', '__proto__', '***'])
      assert.equal(closestLocale(unknown).tag, 'en-GB');
  });

  it('may be replaced by the page', () => {
    registerLocale(language('de', { continue: 'Los' }));
    assert.equal(fill(closestLocale('de-DE'), 'continue'), 'Los');
  });
});
