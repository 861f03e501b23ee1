import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseFragment, type Element, type TextNode } from 'parse5';
import { choicesIn, fragmentOf, LANGUAGES, type Choices } from '../../../demo/sites/embed/choices.js';
import { piecesFor, PLATFORMS, rulesFor } from '../../../demo/sites/embed/platforms.js';
import { accentCss, elementFor, policyLines, snippet, type Place } from '../../../demo/sites/embed/snippets.js';

const FOLDER = 'https://cdn.example/knead/0.1.0/';
const PLACE: Place = {
  scripts: {
    knead: { src: `${FOLDER}knead.js`, integrity: 'sha384-AAAA' },
    cards: { src: `${FOLDER}knead-cards.js`, integrity: 'sha384-BBBB' },
  },
  backend: 'https://book.example/practice',
  name: 'Mara Lindqvist',
  bookingPage: 'https://book.example/book/mara',
};

const chosen = (some: Partial<Choices>): Choices => ({ ...choicesIn('#practitioner=mara'), ...some });
const names = Object.keys(PLATFORMS) as Choices['platform'][];
const id = fc.stringMatching(/^[\w.~-]{1,20}$/);
/** Everything that can be chosen, and a backend that calls its therapist whatever it likes. */
const anyChoices = fc
  .record({
    practitioner: id,
    service: fc.oneof(fc.constant(''), id),
    option: fc.oneof(fc.constant(''), id),
    kind: fc.constantFrom('booking', 'button', 'floating', 'card'),
    markup: fc.constantFrom('tag', 'div'),
    place: fc.constantFrom('', 'incall', 'outcall'),
    lang: fc.constantFrom('', ...Object.keys(LANGUAGES)),
    theme: fc.constantFrom('', 'light', 'dark'),
    preset: fc.constantFrom('', 'plain', 'compact'),
    load: fc.constantFrom('', 'view', 'consent'),
    accent: fc.constantFrom('', '#8a3d5b'),
    platform: fc.constantFrom(...names),
  })
  .map((choices) => ({ ...choices }) as Choices);
const anyName = fc.string({ unit: fc.constantFrom(...'aZ é"\'<>&{}%[]\n\r\t/'), minLength: 1 });

const elements = (html: string): Element[] =>
  (parseFragment(html).childNodes as Element[]).filter(({ nodeName }) => nodeName !== '#text');
const attributes = ({ attrs }: Element): Record<string, string> =>
  Object.fromEntries(attrs.map(({ name, value }) => [name, value]));

describe('the lines to paste', () => {
  it('are a script tag and the element, word for word', () => {
    const choices = chosen({ service: 'back', option: 'back-60', place: 'incall', lang: 'de', theme: 'dark' });
    assert.equal(
      snippet(choices, PLACE),
      '<script src="https://cdn.example/knead/0.1.0/knead.js" integrity="sha384-AAAA" crossorigin="anonymous" defer="defer" data-cfasync="false" data-backend="https://book.example/practice"></script>\n' +
        '<knead-booking data-practitioner="mara" data-service="back" data-place="incall" theme="dark" data-option="back-60" lang="de">' +
        '<a href="https://book.example/book/mara">Termin bei Mara Lindqvist buchen</a></knead-booking>',
    );
  });

  it('keep the rules that editors and speed tools make, whatever is chosen and whatever the therapist is called', () => {
    fc.assert(
      fc.property(anyChoices, anyName, (choices, name) => {
        const html = snippet(choices, { ...PLACE, name });
        const [script, ...rest] = html.split('\n');
        assert.equal(rest.length, 1, 'two lines, none of them blank');
        assert.ok(rest[0]!.trim());
        assert.doesNotMatch(html, /[{}]/, 'no brace');
        assert.match(script!, /^<script [^>]*><\/script>$/, 'no inline code');
        const parsed = elements(html);
        assert.equal(parsed.length, 2, html);
        const [tag, element] = parsed;
        assert.equal(tag!.tagName, 'script');
        assert.ok(html.endsWith(`</${element!.tagName}>`), 'an end tag of its own');
        for (const { name: attribute, value } of [tag!, element!].flatMap(({ attrs }) => attrs)) {
          assert.equal(attribute, attribute.toLowerCase());
          assert.ok(value, `${attribute} has a value`);
          assert.doesNotMatch(attribute, /--|^on|^style$/);
          assert.ok(html.includes(` ${attribute}="`), 'in quotes');
        }
        const said = attributes(tag!);
        assert.equal(said['type'], undefined, 'classic');
        assert.deepEqual([said['crossorigin'], said['data-cfasync']], ['anonymous', 'false']);
        assert.match(said['integrity']!, /^sha384-/);
        // What shows without the script is one link, with the name as text.
        assert.equal(element!.childNodes.length, 1);
        const [link] = element!.childNodes as [Element];
        const { href, ...more } = attributes(link);
        assert.deepEqual([link.tagName, href], ['a', PLACE.bookingPage]);
        const waits = choices.load === 'consent' && choices.kind !== 'card';
        assert.deepEqual(more, waits ? { 'data-knead-consent': 'true' } : {}, 'who follows the link agrees');
        const [text] = link.childNodes as [TextNode];
        assert.ok(text.value.includes(name.replace(/\s+/g, ' ')), text.value);
      }),
    );
  });

  it('name the twin of every tag for editors that remove tags they do not know', () => {
    for (const kind of ['booking', 'button', 'floating', 'card'] as const) {
      const tag = elementFor(chosen({ kind }));
      const div = elementFor(chosen({ kind, markup: 'div' }));
      assert.equal(div.tag, 'div');
      assert.equal(`knead-${div.attributes['data-knead']}`, tag.tag);
      assert.ok(
        Object.keys(div.attributes).every((name) => name.startsWith('data-')),
        'only what every editor keeps',
      );
    }
  });

  it('load the smaller script for a card, with the hash of that one', () => {
    const [script] = elements(snippet(chosen({ kind: 'card' }), PLACE));
    assert.equal(attributes(script!)['src'], `${FOLDER}knead-cards.js`);
    assert.equal(attributes(script!)['integrity'], 'sha384-BBBB');
  });

  it('start when they are to start', () => {
    for (const load of ['', 'view', 'consent'] as const) {
      const [script] = elements(snippet(chosen({ load }), PLACE));
      assert.equal(attributes(script!)['data-load'], load || undefined);
      // A card asks when it is seen anyway.
      const [card] = elements(snippet(chosen({ load, kind: 'card' }), PLACE));
      assert.equal(attributes(card!)['data-load'], undefined);
    }
  });

  it('have a link in every language, each with the name', () => {
    const words = Object.keys(LANGUAGES).map((lang) => {
      const [, element] = elements(snippet(chosen({ lang: lang as Choices['lang'] }), PLACE));
      return ((element!.childNodes[0] as Element).childNodes[0] as TextNode).value;
    });
    assert.ok(words.every((each) => each.includes(PLACE.name)));
    // Both kinds of English are one here.
    assert.equal(new Set(words).size, words.length - 1);
  });
});

describe('what goes with them', () => {
  it('the policy names the folder of the script, because later steps lie beside it, and the origin of the backend', () => {
    assert.deepEqual(policyLines(chosen({}), PLACE), [
      `script-src ${FOLDER}`,
      'connect-src https://book.example',
      'img-src https://book.example',
    ]);
  });

  it('the accent is one rule, and none where none was chosen', () => {
    assert.equal(accentCss(chosen({ accent: '#8a3d5b' })), ':root { --knead-accent: #8a3d5b; }');
    assert.equal(accentCss(chosen({})), '');
  });

  it('every platform says what has to be known there, with the word to exclude where tools delay scripts', () => {
    for (const name of names) assert.ok(PLATFORMS[name].rules.length >= 3, name);
    for (const name of ['html', 'wordpress', 'plugin'] as const) {
      assert.match(PLATFORMS[name].rules.join('\n'), /exclude the word knead/);
    }
  });

  it('a platform that takes HTML gets the lines as they are; the accent goes where it has a place for it', () => {
    for (const platform of ['html', 'wordpress', 'squarespace', 'webflow', 'shopify'] as const) {
      const choices = chosen({ platform, accent: '#8a3d5b' });
      const [html, css] = piecesFor(choices, PLACE);
      assert.equal(html!.code, snippet(choices, PLACE));
      assert.match(css!.code, /--knead-accent/);
    }
  });

  it('where the accent goes is said, and where it cannot', () => {
    for (const platform of names) {
      const said = rulesFor(chosen({ platform, accent: '#8a3d5b' })).at(-1);
      assert.match(said!, platform === 'wix' ? /no place for the accent/ : /^The CSS goes into /);
      assert.doesNotMatch(rulesFor(chosen({ platform })).join('\n'), /CSS goes|accent/);
    }
  });

  it('Wix gets address, tag and attributes one by one, in the spelling that the element watches', () => {
    const choices = chosen({ platform: 'wix', kind: 'floating', markup: 'div', lang: 'fr', accent: '#8a3d5b' });
    assert.deepEqual(
      piecesFor(choices, PLACE).map(({ name, code }) => [name, code]),
      [
        ['Server URL', `${FOLDER}knead.js`],
        ['Tag name', 'knead-book-button'],
        ['Attribute backend', PLACE.backend],
        ['Attribute practitioner', 'mara'],
        ['Attribute floating', 'true'],
        ['Attribute lang', 'fr'],
      ],
    );
  });

  it('the plugin gets a shortcode that WordPress reads back as it was meant', () => {
    const choices = chosen({ platform: 'plugin', kind: 'floating', service: 'back', lang: 'ar', theme: 'light' });
    const [shortcode] = piecesFor(choices, PLACE);
    assert.equal(
      shortcode!.code,
      '[knead kind="button" practitioner="mara" service="back" theme="light" lang="ar" floating="true" text="احجز مع Mara Lindqvist" href="https://book.example/book/mara"]',
    );
  });
});

describe('a setup in the address', () => {
  it('comes back as it was', () => {
    fc.assert(fc.property(anyChoices, (choices) => assert.deepEqual(choicesIn(fragmentOf(choices)), choices)));
  });

  it('what is no choice counts for nothing', () => {
    const nothing = choicesIn('');
    for (const said of [
      '#kind=iframe',
      '#lang=tlh',
      '#accent=red;}body{display:none',
      '#practitioner="><script>alert(1)</script>',
      '#service=a%5Db',
      '#name=Ada&email=ada@example.com',
      '#__proto__=x&constructor=y',
    ]) {
      assert.deepEqual(choicesIn(said), nothing, said);
    }
    assert.equal(fragmentOf(nothing), '#');
  });
});
