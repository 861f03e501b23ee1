import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { changes } from '../../../.ci/lit-unused-parts.js';
import { refusal, withoutUnused } from '../../../.ci/lit-unused.js';

describe('Lit in the script-tag files', () => {
  for (const part of Object.keys(changes)) {
    const code = readFileSync(`node_modules/${part}`, 'utf8');

    it(`has every part that is taken out of ${part}, once`, () => {
      assert.ok(withoutUnused(part, code).length < code.length);
    });

    it(`fails the build where ${part} is not what it was`, () => {
      for (const [from] of changes[part]!) {
        const other = code.replace(from, () => `${from.slice(0, -1)} ${from.slice(-1)}`);
        assert.throws(() => withoutUnused(part, other), /has Lit changed\?/, from);
      }
    });
  }

  it('is refused to sources that use what is gone', () => {
    const uses = [
      "__decorate([property({ type: Array })], Card.prototype, 'times', void 0);",
      "__decorate([property({ hasChanged: differ })], Card.prototype, 'times', void 0);",
      "__decorate([property({ attribute: 'a' })], Card.prototype, 'times', null);",
      'class Card extends LitElement { firstUpdated() {} }',
      "this.requestUpdate('value', before);",
      "import { asyncReplace } from 'lit/directives/async-replace.js';",
      "import { html, render } from 'lit';",
      'html`<button @click=${{ handleEvent, once: true }}></button>`',
      'html`<input ${bound()} />`',
      'html`<input type="text" ${bound()}>`',
      'html`<${tag}></${tag}>`',
      "html`<a href='${address}'></a>`",
      'html`<input value=${value}/>`',
      'html`<textarea rows="2">${text}</textarea>`',
      'html`<!-- ${text} -->`',
      'html`<p>${when ? svg`<path />` : nothing}</p>`',
    ];
    assert.deepEqual(
      uses.filter((use) => refusal(use) === undefined),
      [],
    );
  });

  it('is granted to what is left', () => {
    const uses = [
      "__decorate([property({ type: Boolean, reflect: true })], Card.prototype, 'open', void 0);",
      "__decorate([property({ attribute: 'add-ons', converter: wordList })], Card.prototype, 'addOns', void 0);",
      'html`<p class="a ${b} ${c}" id=${d} ?hidden=${e} .textContent=${f} @click=${g}>${h} < ${i}</p>`',
      'html`<textarea rows=${2} .value=${live(text)}></textarea><input type="text" value=${value} />`',
      "import { guard } from 'lit/directives/guard.js'; this.requestUpdate();",
      "addEventListener('load', show, { once: true });",
      "const said = '<!-- a comment -->' + `<svg>`;",
    ];
    for (const use of uses) assert.equal(refusal(use), undefined, use);
  });
});
