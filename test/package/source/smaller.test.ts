import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import { withLikeTogether } from '../../../.ci/like-together.js';
import { withStaticProperties } from '../../../.ci/static-properties.js';
import { squeezeCss, squeezeMarkup, templateSqueezer } from '../../../.ci/template-space.js';
import { withoutUnread } from '../../../.ci/unread-members.js';

describe('properties as data', () => {
  const decorated = [
    'var __decorate = (this && this.__decorate) || function () {};',
    'export class Card {}',
    "__decorate([property()], Card.prototype, 'place', void 0);",
    "__decorate([property({ type: Number, attribute: 'heading-level' })], Card.prototype, 'level', void 0);",
    "__decorate([state()], Card.prototype, 'open', void 0);",
    '',
  ].join('\n');

  it('keep the options and the order of the decorators, and nothing of them', () => {
    assert.equal(
      withStaticProperties(decorated),
      [
        'export class Card {}',
        'Card.properties = {',
        '    place: {},',
        "    level: { type: Number, attribute: 'heading-level' },",
        '    open: { state: true },',
        '};',
        '',
      ].join('\n'),
    );
  });

  it('leave alone what is not of their making', () => {
    const other = "__decorate([query('a')], Card.prototype, 'link', void 0);\n";
    const result = withStaticProperties(decorated + other);
    assert.ok(result.includes(other.trim()), 'another decorator stays');
    assert.ok(result.includes('var __decorate'), 'and the helper with it');
  });
});

describe('templates', () => {
  it('lose the space beside blocks and before the end of a tag, and keep that between words and inline elements', () => {
    assert.equal(
      squeezeMarkup(
        '<div\n  class="a"\n>\n  <p>Two <b>bold</b> <i>words</i> </p>\n  text <span>more</span\n  ></div> ',
      ),
      '<div class="a"><p>Two <b>bold</b> <i>words</i></p>text <span>more</span></div>',
    );
  });

  it('keep every space where it shows as typed', () => {
    const typed = '<div>\n<pre>\n  a  b</pre></div>';
    assert.equal(squeezeMarkup(typed), typed);
  });

  it('keep the spaces of style rules that mean something', () => {
    assert.equal(
      squeezeCss(".a .b > .c {\n  margin: calc(1px + 0.5em) -0.5em 10.5px;\n  content: 'a  b';\n} /* why */"),
      ".a .b>.c{margin:calc(1px + .5em) -.5em 10.5px;content:'a  b'}",
    );
  });

  it('give a private variable one short name in all modules, and leave the public ones', () => {
    const squeeze = templateSqueezer(['--_ink', '--_ink-2']);
    const first = squeeze('css`a{--_ink:var(--knead-ink)}b{color:var(--_ink-2)}`');
    assert.equal(first, 'css`a{--_0:var(--knead-ink)}b{color:var(--_1)}`');
    assert.equal(squeeze('css`c{color:var(--_ink-2)}`'), 'css`c{color:var(--_1)}`');
  });
});

describe('a bundle', () => {
  const bundle = `(function() {
    var said = [];
    var css = (text) => text[0];
    var base = css\`a{b:c}\`;
    said.push(base, show(), plain());
    function show() { return html\`x\`; }
    var styles = css\`d{e:f}\`;
    function plain() { return 'plain'; }
    var html = (text) => text[0];
    said.push(styles);
  })();`;

  it('has its sheets side by side and the functions that show something last', () => {
    const result = withLikeTogether(bundle);
    const order = ['css`a{', 'css`d{', 'said.push(base', 'said.push(styles', 'function plain', 'function show'];
    const places = order.map((part) => result.indexOf(part));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.ok(
      places.every((place) => place > 0) && result.split('function').length === bundle.split('function').length,
    );
    assert.doesNotThrow(() => new Script(result));
  });

  it('has the names of a table where nothing reads the rest of it', () => {
    const table = "var STATUS = { gone: 410, 'not-found': 404 };\n";
    assert.ok(withoutUnread(`${table}openEnum(Object.keys(STATUS));`).includes('openEnum(["gone","not-found"])'));
    const read = `${table}show(Object.keys(STATUS), STATUS.gone);`;
    assert.equal(withoutUnread(read), read);
  });

  it('keeps a schema whose members another one takes over, without those that nothing reads', () => {
    const code =
      'var Parts = object({ seen: 1, unseen: 2 });\nvar Whole = object({ ...Parts.shape });\nshow(Whole, a.seen);';
    assert.equal(withoutUnread(code), code.replace('unseen: 2', ''));
  });

  it('is refused where it is not one function', () => {
    assert.throws(() => withLikeTogether('var base = css`a{b:c}`;'), /not one function/);
  });

  it('keeps of its schemas what a part reads that it loads later', () => {
    const schema = 'var Item = object({ id: line, min: count, max: count });\n';
    const reading = 'show(Item, ({ id }) => id);';
    assert.equal(
      withoutUnread(schema + reading, ['export default ({ min }) => min;']).replace(/\s+/g, ' '),
      `var Item = object({ id: line, min: count, }); ${reading}`,
    );
  });

  it('keeps of its schemas what it reads, and what tells a foreign answer apart', () => {
    const schemas = [
      // Neither a text nor what is sent reads a member of an answer, although they name it.
      "var said = { quote: 'no quote here, by author' };",
      'var Review = object({ quote: line, author: line });',
      'var Rating = object({ value: count });',
      "var Person = object({ api: literal('knead'), id, name: line, reviews: list(Review), rating: optional(Rating), plan: line });",
    ].join('\n');
    const reading = "show(Person, (person) => [person.name, person['plan']], ({ rating: { value } }) => value);";
    assert.equal(
      withoutUnread(`${schemas}\n${reading}`).replace(/\s+/g, ' ').trim(),
      [
        "var said = { quote: 'no quote here, by author' };",
        'var Rating = object({ value: count });',
        "var Person = object({ api: literal('knead'), name: line, rating: optional(Rating), plan: line });",
        reading,
      ].join(' '),
    );
  });
});
