import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { massageForm } from '../../../demo/data/intake-form.js';
import { BackendFailure, type LoadedForm } from '../../../src/backend/booking-backend.js';
import type { IntakeItem } from '../../../src/contract/intake.js';
import { screen } from '../../../src/domain/intake/answers.js';
import { json, ScriptedNetwork } from '../scripted-network.js';

let warned: string[] = [];
beforeEach(() => {
  warned = [];
  mock.method(console, 'warn', (line: string) => void warned.push(line));
});
afterEach(() => mock.restoreAll());

/** The form as a browser reads it. */
async function read(sent: unknown): Promise<LoadedForm> {
  const network = new ScriptedNetwork([json(sent)]);
  const form = network.backend().intakeForm({ id: 'massage', version: '2' });
  form.catch(() => undefined);
  await network.clock.advance(600_000);
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

/** The worst that the first choice of the check leads to. */
function worstOf(form: LoadedForm): string | undefined {
  const flags = form.items.find(({ id }) => id === 'red-flags')!;
  return screen(form, { 'red-flags': [flags.options![0]!.value] }).worst;
}
