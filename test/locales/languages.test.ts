import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localeTags } from '../../.ci/locales.js';
import enGB from '../../src/locales/en-GB.js';
import type { Locale, Message, MessageKey } from '../../src/locales/messages.js';

const keys = Object.keys(enGB.messages) as MessageKey[];
const textsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const slotsOf = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

describe('every language beside the built-in one', () => {
  it('there is', () => assert.ok(localeTags().includes('en-US')));

  for (const tag of localeTags()) {
    describe(tag, async () => {
      const { default: locale } = (await import(`../../src/locales/${tag}.ts`)) as { default: Locale };
      const rules = new Intl.PluralRules(tag);
      const known = new Set<string>(rules.resolvedOptions().pluralCategories);
      // Nobody counts a million times: French and Spanish say those another way.
      const met = new Set<string>([...Array.from({ length: 201 }, (_, count) => rules.select(count)), 'other']);

      it('is called as its file, and reads the way its script does', () => {
        assert.equal(locale.tag, tag);
        assert.equal(locale.direction, /^(ar|fa|he|ur)\b/.test(tag) ? 'rtl' : 'ltr');
      });

      it('has every message and no other', () =>
        assert.deepEqual(Object.keys(locale.messages).toSorted(), keys.toSorted()));

      it('has all plurals that its numbers take, wherever there is one', () => {
        for (const key of keys) {
          const message: Message = locale.messages[key];
          assert.equal(typeof message, typeof enGB.messages[key], key);
          if (typeof message === 'string') continue;
          const there = Object.keys(message);
          assert.deepEqual(
            [...met].filter((category) => !there.includes(category)),
            [],
            key,
          );
          assert.deepEqual(
            there.filter((category) => !known.has(category)),
            [],
            key,
          );
        }
      });

      it('has the slots of each message, and no stray one', () => {
        for (const key of keys) {
          const wanted = slotsOf(textsOf(enGB.messages[key]).join(' '));
          const message: Message = locale.messages[key];
          if (typeof message === 'string') assert.deepEqual(slotsOf(message), wanted, key);
          // "One time": a form for a single number may say it as a word.
          else {
            for (const text of textsOf(message))
              assert.deepEqual(
                [...new Set([...slotsOf(text), '{count}'])].sort(),
                [...new Set([...wanted, '{count}'])].sort(),
                `${key}: ${text}`,
              );
            assert.ok(message.other.includes('{count}') || !wanted.includes('{count}'), key);
          }
        }
      });

      it('is free of markup, of empty texts and of room around them', () => {
        for (const key of keys)
          for (const text of textsOf(locale.messages[key])) {
            assert.notEqual(text, '', key);
            assert.equal(text, text.trim(), key);
            assert.doesNotMatch(text, /[<>]|\.\.\./, key);
          }
      });
    });
  }
});
