import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInThisContext } from 'node:vm';
import { messageNames, messageNumberer, namesKept } from '../../../.ci/message-numbers.js';

const names = messageNames(`
  export const common = { yes: 'Yes', no: 'No', 'fault.early': 'Early', many: { one: 'one', other: '{count}' } } as const;
  export const other = { late: 'Late', open: 'Open' } as const;
`);

describe('the numbers of messages', () => {
  it('count them through all parts of the catalogue', () => {
    assert.deepEqual(names, ['yes', 'no', 'fault.early', 'many', 'late', 'open']);
  });

  it('stand wherever a message is asked for, and make a list of the catalogue', () => {
    const numbered = messageNumberer(names, new Set());
    assert.equal(
      numbered("i18n.text(is ? 'yes' : 'no') + this.#i18n.text('many', { count: 1 })", false),
      'i18n.text(is ? 0 : 1) + this.#i18n.text(3, { count: 1 })',
    );
    const list = runInThisContext(numbered("({ late: 'Late', many: { one: 'one', other: 'more' } })", true));
    assert.equal(list[4], 'Late');
    assert.equal(list[3].other, 'more');
    assert.deepEqual(
      Object.keys(list),
      ['3', '4'],
      'what is not there leaves nothing behind when parts are put together',
    );
  });

  it('serve a catalogue that changes another', () => {
    const numbered = messageNumberer(names, new Set(['no']));
    const american = runInThisContext(numbered("(british) => ({ ...british, open: 'On', no: 'Nope' })", true));
    assert.deepEqual(american({ 0: 'Yes', 5: 'Open', no: 'No' }), { 0: 'Yes', 5: 'On', no: 'Nope' });
  });

  it('leave alone what only looks like a message', () => {
    const numbered = messageNumberer(names, new Set());
    for (const other of ["show('open')", "answer.text({ open: 'open' })", "const part = { late: 'x' };"])
      assert.equal(numbered(other, false), other);
    const locale = "({ tag: 'en', direction: 'ltr', messages: { ...common } })";
    assert.equal(numbered(locale, true), locale);
  });

  it('are not given to a message that is put together or passed on', () => {
    assert.deepEqual([...namesKept(names, ['i18n.text(`fault.${kind}`)'])], ['fault.early']);
    assert.deepEqual([...namesKept(names, ["const words = { late: 'late' }; i18n.text(words[part])"])], ['late']);
    assert.deepEqual([...namesKept(names, ["i18n.text('late' as 'yes'); type Kind = 'open';"])], []);
    assert.throws(() => namesKept(names, ['i18n.text(`${part}.early`)']), /could be any message/);
    const numbered = messageNumberer(names, new Set(['late']));
    assert.equal(numbered("i18n.text('late')", false), "i18n.text('late')");
    const list = runInThisContext(numbered("({ late: 'Late', open: 'Open' })", true));
    assert.deepEqual([list.late, list[5]], ['Late', 'Open']);
  });
});
