import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerIn, Languages } from '../../demo/backend/languages.js';
import { londonSeed } from '../../demo/data/london.js';
import { londonTexts } from '../../demo/data/texts.js';
import { formProblems } from '../../src/domain/intake/form-problems.js';
import { Translation, wantedLanguage } from '../../src/domain/texts/translation.js';

const seed = londonSeed('https://booking.example');

/** What a visitor reads: the members of public answers that hold text. Names of people and places stay as they are. */
const READ = /^(text|label|name|title|why|message|description|headline|about|recipient|retention|arrival)$/;

/** Every text of some data, with where it stands. */
function* textsOf(value: unknown, path = ''): Generator<[path: string, text: string]> {
  if (value === null || typeof value !== 'object') return;
  for (const [name, each] of Object.entries(value)) {
    const at = `${path}/${name}`;
    if (typeof each === 'string' && READ.test(name)) yield [at, each];
    else yield* textsOf(each, at);
  }
}

const said = [
  ...textsOf(seed.services, '/services'),
  ...textsOf(seed.intakeForms, '/forms'),
  ...textsOf(seed.consentDocuments, '/documents'),
  ...textsOf(seed.business.cancellation, '/cancellation'),
  ...seed.practitioners.flatMap(({ profile: { id, headline, about, specialisms } }) => [
    ...textsOf({ headline, about, specialisms }, `/practitioners/${id}`),
  ]),
];

describe('the texts of the demo', () => {
  it('are found', () => assert.ok(said.length > 200));

  for (const [tag, texts] of Object.entries(londonTexts)) {
    it(`are all there in ${tag}`, () => {
      const translation = new Translation(tag, texts);
      const missing = said.filter(([, text]) => translation.text(text) === undefined);
      assert.deepEqual(missing, []);
    });

    it(`make forms in ${tag} that can be trusted as a whole`, () => {
      const translation = new Translation(tag, texts);
      for (const form of seed.intakeForms) assert.deepEqual(formProblems(translation.of(form)), []);
    });

    it(`have the same slots in ${tag}`, () => {
      const slots = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
      for (const [text, words] of Object.entries(texts)) assert.deepEqual(slots(words), slots(text), text);
    });
  }
});

describe('data in another language', () => {
  const german = new Translation('de', {
    'Back massage': 'Rückenmassage',
    Firm: 'Kräftig',
    'A walk from {station} station.': 'Zu Fuß von {station}.',
    'I agree.': 'Ich stimme zu.',
    back: 'Rücken',
  });

  it('says what is known, leaves the rest, and never touches an id', () => {
    assert.deepEqual(
      german.of({ id: 'back', name: 'Back massage', about: 'Other', items: [{ id: 'Firm-1', label: 'back' }] }),
      {
        id: 'back',
        name: 'Rückenmassage',
        about: 'Other',
        items: [{ id: 'Firm-1', label: 'Rücken' }],
      },
    );
  });

  it('fills the slots of a pattern', () =>
    assert.equal(german.text('A walk from Bow Road station.'), 'Zu Fuß von Bow Road.'));

  it('makes of a form and a document what says its language, with the hash of the words that were read', () => {
    const form = answerIn(german, { id: 'x', language: 'en-GB', items: [], rules: [] });
    assert.equal((form as { language: string }).language, 'de');
    const [document] = seed.consentDocuments;
    const agreed = { ...document!, text: 'I agree.' };
    const shown = answerIn(german, agreed) as typeof agreed;
    assert.deepEqual([shown.language, shown.text], ['de', 'Ich stimme zu.']);
    assert.notEqual(shown.hash, agreed.hash);
    const languages = new Languages({ texts: { de: { 'I agree.': 'Ich stimme zu.' } } });
    assert.ok(languages.isWording(agreed, shown.hash));
    assert.ok(languages.isWording(agreed, agreed.hash));
    assert.ok(!languages.isWording(agreed, 'sha-256:0'));
  });

  it('is in the language that is asked for first and is there', () => {
    const wanted = (accepted: string): string | undefined => wantedLanguage(accepted, 'en-GB', ['de', 'en-US', 'fr']);
    assert.equal(wanted('de-AT'), 'de');
    assert.equal(wanted('en-US'), 'en-US');
    assert.equal(wanted('en'), undefined);
    assert.equal(wanted('en-GB, de'), undefined);
    assert.equal(wanted('xh, fr;q=0.5, de;q=0.8'), 'de');
    assert.equal(wanted('de;q=0, *'), undefined);
  });
});
