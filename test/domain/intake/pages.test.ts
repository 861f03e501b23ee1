import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { massageForm } from '../../../demo/data/intake-form.js';
import type { Answers, IntakeItem } from '../../../src/contract/intake.js';
import { flatItems, visibleItems } from '../../../src/domain/intake/answers.js';
import { isOnPage, pageAt, pagesOf, shownPages, turned } from '../../../src/domain/intake/pages.js';
import { FORM_SECTIONS, itemsOf, type IntakeFault } from '../../../src/domain/intake/submission.js';

const SECTIONS = ['contact', 'preferences', 'consent'] as const;
const question = (id: string): IntakeItem => ({ id, section: 'health', type: 'text', text: id });
const group = (id: string, count: number): IntakeItem => ({
  ...{ id, section: 'health', type: 'group', text: id },
  items: Array.from({ length: count }, (_, index) => question(`${id}-${index}`)),
});
const of = (...items: IntakeItem[]): { items: IntakeItem[] } => ({ items });
const names = (pages: ReturnType<typeof pagesOf>): string[] =>
  pages.map(({ sections, items }) => items.map(({ id }) => id).join(' ') || sections.join(' '));

describe('the pages of a form', () => {
  it('are one where little is asked', () => {
    const few = of(group('a', 4), group('b', 4));
    assert.deepEqual(pagesOf(few, FORM_SECTIONS), [{ number: 0, sections: FORM_SECTIONS, items: few.items }]);
    assert.deepEqual(pagesOf(null, ['contact']), [{ number: 0, sections: ['contact'], items: [] }]);
  });

  it('begin with the safety check and who is coming, and end with consent', () => {
    const many = of(group('a', 9), group('b', 9));
    assert.deepEqual(names(pagesOf(many, FORM_SECTIONS)), ['safety', 'contact', 'a', 'b', 'consent']);
    assert.deepEqual(names(pagesOf(many, ['preferences'])), ['a', 'b']);
    // Where the questions are not shown, how many there are does not matter.
    assert.equal(pagesOf(many, ['safety', 'contact']).length, 1);
  });

  it('join short groups to the one before, and long ones where both fit', () => {
    const joined = (...sizes: number[]): string[] =>
      names(pagesOf(of(...sizes.map((size, index) => group('abcdefgh'[index]!, size))), ['preferences']));
    assert.deepEqual(joined(15, 4, 4), ['a b c']);
    assert.deepEqual(joined(15, 5), ['a', 'b']);
    assert.deepEqual(joined(8, 8, 1), ['a b c']);
    assert.deepEqual(joined(15, 4, 4, 4), ['a b c', 'd']);
    const singles = Array.from({ length: 30 }, (_, index) => question(`q${index}`));
    assert.deepEqual(
      pagesOf(of(...singles), ['preferences']).map(({ items }) => items.length),
      [24, 6],
    );
  });

  it('of the massage form hold every question once, in its order', () => {
    const pages = pagesOf(massageForm, SECTIONS);
    const ids = pages.flatMap(({ items }) => flatItems({ items }).map(({ id }) => id));
    assert.deepEqual(
      ids,
      itemsOf(massageForm, 'preferences').map(({ id }) => id),
    );
    for (const item of itemsOf(massageForm, 'preferences'))
      assert.equal(pages.filter((page) => isOnPage(page, item)).length, 1, item.id);
    assert.deepEqual(
      pages.map(({ number }) => number),
      pages.map((_, index) => index),
    );
  });
});

describe('the pages that show', () => {
  const shown = (answers: Answers): string[] =>
    shownPages(massageForm, SECTIONS, visibleItems(massageForm, answers)).map(
      ({ sections, items }) => items[0]?.id ?? sections[0]!,
    );

  it('are those that ask something with these answers', () => {
    const short = ['contact', 'who', 'your-health', 'your-body', 'your-session', 'techniques', 'consent'];
    assert.deepEqual(shown({ session: ['incall'], reason: ['relax'] }), short);
    assert.deepEqual(shown({ session: ['incall'], reason: ['sore-lower-back'] }), short.toSpliced(2, 0, 'pain'));
    assert.deepEqual(shown({ session: ['outcall'], reason: ['relax'] }), short.toSpliced(-1, 0, 'visit'));
  });

  it('keep their numbers, and one that no longer shows gives way to the one before it', () => {
    const pages = (answers: Answers): ReturnType<typeof pagesOf> =>
      shownPages(massageForm, SECTIONS, visibleItems(massageForm, answers));
    const pain = pages({ reason: ['sore-lower-back'] });
    const relax = pages({ reason: ['relax'] });
    assert.equal(pageAt(pain, 2).items[0]?.id, 'pain');
    assert.equal(pageAt(relax, 2).items[0]?.id, 'who');
    assert.equal(pageAt(pain, 3).items[0]?.id, 'your-health');
    assert.equal(pageAt(relax, 3).items[0]?.id, 'your-health');
    assert.equal(pageAt(relax, 99).sections[0], 'consent');
  });
});

describe('Continue', () => {
  const form = of(group('a', 9), group('b', 9));
  const pages = pagesOf(form, SECTIONS);
  const [contact, a, b, consent] = pages as [
    (typeof pages)[0],
    (typeof pages)[0],
    (typeof pages)[0],
    (typeof pages)[0],
  ];
  const late: IntakeFault = { item: form.items[1]!.items![0]!, fault: 'required' };
  const early: IntakeFault = { field: 'name', fault: 'missing' };
  const unticked: IntakeFault = { field: 'consent', fault: 'missing' };

  it('says what is wrong on the page, and nothing of the pages to come', () => {
    assert.deepEqual(turned(pages, contact, [early, late, unticked], false), { page: contact, faults: [early] });
    assert.deepEqual(turned(pages, contact, [late, unticked], false), { page: a, faults: [] });
    assert.deepEqual(turned(pages, a, [late, unticked], false), { page: b, faults: [] });
    assert.deepEqual(turned(pages, b, [late, unticked], false), { page: b, faults: [late] });
    assert.deepEqual(turned(pages, consent, [unticked], false), { page: consent, faults: [unticked] });
  });

  it('leads from the last page to the first that something is wrong on after all, or out of the form', () => {
    assert.deepEqual(turned(pages, consent, [late, early], false), { page: contact, faults: [early] });
    assert.deepEqual(turned(pages, consent, [late], false), { page: b, faults: [late] });
    assert.deepEqual(turned(pages, consent, [], false), { page: undefined, faults: [] });
    assert.deepEqual(turned(pages, a, [], true), { page: undefined, faults: [] });
    assert.deepEqual(turned(pages, b, [early], true), { page: contact, faults: [early] });
  });
});
