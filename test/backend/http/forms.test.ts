import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { massageForm } from '../../../demo/data/intake-form.js';
import { BackendFailure, type LoadedForm } from '../../../src/backend/booking-backend.js';
import deTexts from '../../../demo/data/texts/de.js';
import type { IntakeForm, IntakeItem } from '../../../src/contract/intake.js';
import { flatItems, screen } from '../../../src/domain/intake/answers.js';
import { UNCHECKED } from '../../../src/domain/intake/both-languages.js';
import { Translation } from '../../../src/domain/texts/translation.js';
import { json, problem, ScriptedNetwork, type Reply } from '../scripted-network.js';

let warned: string[] = [];
beforeEach(() => {
  warned = [];
  mock.method(console, 'warn', (line: string) => void warned.push(line));
});
afterEach(() => mock.restoreAll());

/** The form as a browser reads it. */
function read(sent: unknown): Promise<LoadedForm> {
  return ended(new ScriptedNetwork([json(sent)]));
}

/** Asks for the form and lets time pass until it is there or refused: what reads a broken one is a file that takes time of its own. */
async function ended(network: ScriptedNetwork): Promise<LoadedForm> {
  const form = network.backend().intakeForm({ id: 'massage', version: '2' });
  let isEnded = false;
  const end = (): unknown => (isEnded = true);
  form.then(end, end);
  while (!isEnded) await network.clock.advance(1_000);
  return form;
}

const { items } = massageForm;
const withItems = (...more: object[]): object => ({ ...massageForm, items: [...items, ...more] });
const health = (fields: object): object => ({ id: 'x', section: 'health', type: 'text', text: 'Hello', ...fields });

describe('a form from a backend', () => {
  it('is read whole where it can be trusted, and nobody is bothered', async () => {
    const form = await read(massageForm);
    assert.equal(form.isPartial, undefined);
    assert.equal(form.items.length, items.length);
    assert.deepEqual(warned, []);
  });

  const spoiled: [what: string, sent: object, reason: RegExp][] = [
    ['an unknown type', withItems(health({ type: 'slider' })), /\/items\/\d+\/type is no type of item/],
    ['one id twice', withItems(health({ id: 'skin' })), /\/items\/\d+\/id is the id of another one/],
    [
      'a circle',
      withItems(health({ showWhen: { all: [{ item: 'x', op: 'exists' }] } })),
      /\/items\/\d+\/showWhen is shown only where its own answer says so/,
    ],
    ['markup in a label', withItems(health({ text: 'Hello <b>you</b>' })), /\/items\/\d+\/text holds markup/],
    [
      'a thousand items',
      withItems(...Array.from({ length: 1000 }, (_, index) => health({ id: `x-${index}` }))),
      /\/items has more members/,
    ],
    [
      'a label of a million letters',
      withItems(health({ text: 'a'.repeat(1_000_000) })),
      /\/items\/\d+\/text is longer than a form may say/,
    ],
  ];
  for (const [what, sent, reason] of spoiled) {
    it(`with ${what} beside the safety check is left with that check, and its developer told why`, async () => {
      const form = await read(sent);
      assert.equal(form.isPartial, true);
      assert.ok(
        form.items.every(({ section, from }: IntakeItem) => section === 'safety' || section === 'screening' || from),
      );
      assert.equal(worstOf(form), 'stop');
      assert.match(warned.join('\n'), /only the safety check is used/);
      assert.match(warned.join('\n'), reason);
    });
  }

  it('whose safety check is broken itself is not used at all', async () => {
    const [flags] = items.filter(({ section }) => section === 'safety');
    for (const sent of [
      { ...massageForm, items: items.map((item) => (item === flags ? { ...item, type: 'slider' } : item)) },
      { ...massageForm, items: [...items, flags] },
      { ...massageForm, items: items.filter((item) => item !== flags) },
      'no form',
    ]) {
      await assert.rejects(read(sent), (error) => error instanceof BackendFailure && error.kind === 'broken');
    }
    assert.match(warned.join('\n'), /This intake form is not used/);
  });

  it('of ten megabytes is not read to its end', async () => {
    await assert.rejects(
      read(withItems(health({ text: 'a'.repeat(10 * 1024 * 1024) }))),
      (error) => error instanceof BackendFailure && error.kind === 'broken',
    );
  });
});

describe('a translation of a form', () => {
  const german = new Translation('de', deTexts);
  const translated: IntakeForm = { ...german.of(massageForm), language: 'de', translatedFrom: 'en-GB' };
  const asked = async (...answers: Reply[]): Promise<{ form: Promise<LoadedForm>; languages: unknown[] }> => {
    const network = new ScriptedNetwork(answers);
    network.environment.language = 'de-AT';
    const form = ended(network);
    await form.catch(() => undefined);
    return { form, languages: network.seen.map(({ headers }) => headers['Accept-Language']) };
  };

  it('that was reviewed is read whole, as is a form in its own words, and nothing more is asked', async () => {
    for (const sent of [
      { ...translated, reviewedLanguages: ['pl', 'de'] },
      { ...translated, translatedFrom: undefined },
    ]) {
      const { form, languages } = await asked(json(sent));
      assert.equal((await form).isPartial, undefined);
      assert.equal((await form).items.length, items.length);
      assert.deepEqual(languages, ['de-AT']);
    }
    assert.deepEqual(warned, []);
  });

  it('that nobody has reviewed is its safety check in both languages, and its developer told', async () => {
    const { form: read, languages } = await asked(
      json({ ...translated, reviewedLanguages: ['pl'] }),
      json(massageForm),
    );
    const form = await read;
    assert.deepEqual(languages, ['de-AT', 'en-GB']);
    assert.equal(form.isPartial, true);
    assert.equal(form.items[0]!.id, UNCHECKED);
    assert.equal(form.items[0]!.text, 'en-GB');
    for (const item of form.items.slice(1)) {
      assert.ok(/safety|screening/.test(item.section) || item.from, item.id);
      const own = items.find(({ id }) => id === item.id)!;
      assert.equal(item.text, `${german.text(own.text)} \u2068${own.text.replace(/([.!?]) /g, '$1\u00a0')}\u2069`);
      for (const { value, text } of item.options ?? [])
        assert.ok(text.includes(own.options!.find((option) => option.value === value)!.text), text);
    }
    const message = form.rules.find(({ urgency }) => urgency === 'emergency')!.message;
    assert.match(message, /^[^\u2068]*Gehen Sie[^\u2068]* \u2068[^\u2068]*A&E[^\u2068]*\u2069$/);
    assert.equal(worstOf(form), 'stop');
    assert.match(
      warned.join('\n'),
      /only the safety check is used: its translation to de is not among reviewedLanguages/,
    );
  });

  it('gives the rest for later in the form’s own words alone', async () => {
    const { form } = await asked(json(translated), json(massageForm));
    const { whole } = await form;
    const later = flatItems(whole!).filter(({ section }) => section === 'health');
    assert.equal(later.length, flatItems(massageForm).filter(({ section }) => section === 'health').length);
    for (const { text } of later) assert.match(text, /^\u2068.*\u2069$/);
    assert.equal(worstOf(whole!), 'stop');
  });

  it('is not used at all where its own words are not to be had, or have no safety check', async () => {
    const own = { ...massageForm, items: items.filter(({ section }) => section !== 'safety') };
    for (const [second, kind] of [
      [problem(500, 'internal'), 'unreachable'],
      [json(own), 'broken'],
    ] as const) {
      const { form } = await asked(json(translated), second);
      await assert.rejects(
        form,
        (error) => error instanceof BackendFailure && (error.kind === kind || kind !== 'broken'),
      );
    }
  });
});

/** The worst that the first choice of the check leads to. */
function worstOf(form: LoadedForm): string | undefined {
  const flags = form.items.find(({ id }) => id === 'red-flags')!;
  return screen(form, { 'red-flags': [flags.options![0]!.value] }).worst;
}
