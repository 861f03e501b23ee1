import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseFragment, type ChildNode, type Element } from 'parse5';
import { londonSeed } from '../../demo/data/london.js';
import type { Slot } from '../../src/contract/availability.js';
import type { Practitioner } from '../../src/contract/practitioner.js';
import { cardHtml, cardListHtml, type Listed } from '../../src/ssr.js';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const { practitioners, services } = londonSeed('https://backend.example');
const { profile } = practitioners.find(({ profile: each }) => each.rating && each.testimonials.length > 0)!;

function slot(local: string): Slot {
  const start = `${local}:00Z`;
  return { start, end: start, local: `${local}:00+00:00`, token: 'secret-token' };
}

const times = {
  price: { total: { amount: 7500, currency: 'GBP' }, lines: [] },
  minutes: 60,
  next: ['2026-11-21T08:00', '2026-11-22T11:00', '2026-11-22T14:30', '2026-11-23T18:00', '2026-11-24T09:00'].map(slot),
};
const listed: Listed = { practitioner: profile, href: `/directory/${profile.id}/`, times };

/** The elements of a piece of HTML as a browser reads it. */
function elementsOf(html: string): Element[] {
  const walk = (nodes: ChildNode[]): Element[] =>
    nodes.flatMap((node) => ('tagName' in node ? [node, ...walk(node.childNodes)] : []));
  return walk(parseFragment(html).childNodes);
}

function textOf(node: { childNodes: ChildNode[] } | ChildNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function linksOf(html: string): { href: string; text: string }[] {
  return elementsOf(html)
    .filter(({ tagName }) => tagName === 'a')
    .map((link) => ({ href: link.attrs.find(({ name }) => name === 'href')!.value, text: textOf(link) }));
}

/** What is there but for what it says: tags, and the names of their attributes. */
function shapeOf(html: string): string[] {
  return elementsOf(html).map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`);
}

describe('a card written by a server', () => {
  it('says name, area, price and next times as text, with links that work without a script', () => {
    const html = cardHtml(listed, { now: NOW });
    const text = textOf(parseFragment(html));
    for (const said of [profile.name, 'visits', '60 min from £75', 'See all times'])
      assert.ok(text.includes(said), said);
    assert.deepEqual(linksOf(html), [
      { href: `/directory/${profile.id}/`, text: profile.name },
      ...['2026-11-22T11:00', '2026-11-22T14:30', '2026-11-23T18:00'].map((local) => ({
        href: `/directory/${profile.id}/#knead-start=${encodeURIComponent(`${local}:00Z`)}&practitioner=${profile.id}`,
        text: { '11:00': 'Sun 22 11:00am', '14:30': 'Sun 22 2:30pm', '18:00': 'Mon 23 6:00pm' }[local.slice(11)]!,
      })),
      { href: `/directory/${profile.id}/`, text: 'See all times' },
    ]);
    assert.ok(!html.includes('secret-token'));
  });

  it('stands inside the element that takes it over, which is told who it is and where it leads', () => {
    const [element] = elementsOf(cardHtml(listed, { now: NOW }));
    assert.equal(element?.tagName, 'knead-therapist-card');
    const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
    assert.deepEqual(attributes, { practitioner: profile.id, href: `/directory/${profile.id}/` });
  });

  it('takes the price from the treatments where no times are known', () => {
    assert.match(cardHtml({ practitioner: profile, services }), /60 min from £\d+</);
  });

  it('names the next date where nothing is soon, and says when there is none', () => {
    const later = cardHtml({ ...listed, times: { ...times, next: [slot('2026-12-03T18:00')] } }, { now: NOW });
    assert.match(later, /Next: Thursday 3 December, 6:00pm/);
    assert.match(cardHtml({ ...listed, times: { ...times, next: [] } }, { now: NOW }), /No times|Times on request/);
  });

  it('keeps room for times that nobody could tell', () => {
    const fault = { practitionerId: profile.id, problem: { code: 'temporarily-unavailable' } } as never;
    for (const unknown of [
      { practitioner: profile, services },
      { practitioner: profile, services, times: fault },
    ]) {
      const slots = elementsOf(cardHtml(unknown)).flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'slot'));
      assert.ok(slots.some(({ value }) => value === 'times'));
      assert.match(cardHtml(unknown), /60 min from £\d+</);
    }
  });

  it('is a list of items, each a card', () => {
    const shape = elementsOf(cardListHtml([listed, listed], { now: NOW }));
    assert.deepEqual(
      shape
        .filter(({ tagName }) => /^(ul|li|knead)/.test(tagName))
        .slice(0, 3)
        .map(({ tagName }) => tagName),
      ['ul', 'li', 'knead-therapist-card'],
    );
    assert.equal(shape.filter(({ tagName }) => tagName === 'knead-therapist-card').length, 2);
  });

  it('speaks another language where it is told one', () => {
    assert.match(cardHtml(listed, { now: NOW, headingLevel: 2 }), /<h2 /);
    assert.equal(cardHtml(listed, { now: NOW, locale: 'en' }), cardHtml(listed, { now: NOW }));
  });

  it('makes no link of an address that must not be one', () => {
    const bad = [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      'http://elsewhere.example/',
      'vbscript:x',
      'blob:https://a/b',
      'https://',
    ];
    for (const href of bad) assert.deepEqual(linksOf(cardHtml({ ...listed, href }, { now: NOW })), [], href);
    for (const href of ['https://a.example/', '/b/', 'c/?d=1&e=2', '?f', '../g']) {
      assert.equal(linksOf(cardHtml({ ...listed, href }, { now: NOW }))[0]?.href, href);
    }
    assert.equal(
      linksOf(cardHtml({ ...listed, href: '//elsewhere.example/a' }))[0]?.href,
      'https://elsewhere.example/a',
    );
  });

  it('says the same in the same shape whatever the texts are', () => {
    const plain = shapeOf(cardHtml(listed, { now: NOW }));
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom(
        '</knead-therapist-card><script>alert(1)</script>',
        '" onmouseover="alert(1)',
        "'><img src=x onerror=alert(1)>",
        '<!--',
        '&lt;',
        '--!>',
        ']]>',
        '\0',
        '\u202e',
        '{{x}}',
        '${x}',
      ),
    );
    fc.assert(
      fc.property(nasty, nasty, nasty, nasty, (name, area, tag, body) => {
        const practitioner: Practitioner = {
          ...profile,
          id: `x${name}`,
          name: `n ${name}`,
          specialisms: profile.specialisms.map(({ id }) => ({ id, name: tag })),
          credentials: [{ ...profile.credentials[0]!, body }],
          places: profile.places.map((place) =>
            place.place === 'incall' ? { ...place, area: { name: area } } : place,
          ),
          rating: { ...profile.rating!, source: body },
          testimonials: profile.testimonials.map((each) => ({ ...each, quote: tag, author: name })),
        };
        const html = cardHtml({ ...listed, practitioner }, { now: NOW });
        assert.deepEqual(shapeOf(html), plain);
        const heading = elementsOf(html).find(({ tagName }) => tagName === 'h3')!;
        const read = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\0', '');
        assert.equal(textOf(heading).replaceAll('\0', ''), read(`n ${name}`));
      }),
      { numRuns: 300 },
    );
  });
});
