import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import {
  OUTCOMES,
  type Answers,
  type AnswerValue,
  type Condition,
  type ScreeningRule,
} from '../../../src/contract/intake.js';
import {
  faultOf,
  holds,
  screen,
  sentAnswers,
  stopWords,
  toggled,
  visibleAnswers,
  visibleItems,
  withKnown,
} from '../../../src/domain/intake/answers.js';
import { equals, form, item, rule } from './forms.js';

const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

const OPTIONS = [
  { value: 'neck', text: 'Neck' },
  { value: 'back', text: 'Back' },
  { value: 'none', text: 'None of these', exclusive: true },
];

describe('a condition', () => {
  const compare = (
    op: '=' | '!=' | '>' | '<' | '>=' | '<=' | 'exists',
    value: string | number | boolean,
    answer?: AnswerValue,
  ): boolean => holds({ all: [{ item: 'q', op, value }] }, answer === undefined ? {} : { q: answer });

  it('compares with what was answered', () => {
    assert.equal(compare('=', 'yes', 'yes'), true);
    assert.equal(compare('=', 'neck', ['back', 'neck']), true);
    assert.equal(compare('!=', 'neck', ['back']), true);
    assert.equal(compare('>', 7, 8), true);
    assert.equal(compare('>', 7, 7), false);
    assert.equal(compare('>=', 7, 7), true);
    assert.equal(compare('<', '2026-10-02', '2026-10-01'), true);
    assert.equal(compare('<=', 7, 8), false);
    assert.equal(compare('=', true, true), true);
  });

  it('of a question not answered holds only for "not equal" and "does not exist"', () => {
    for (const op of ['=', '>', '<', '>=', '<='] as const) assert.equal(compare(op, 1), false, op);
    assert.equal(compare('!=', 1), true);
    assert.equal(compare('exists', true), false);
    assert.equal(compare('exists', false), true);
    for (const empty of ['', '  ', []]) assert.equal(compare('exists', true, empty), false);
    assert.equal(compare('exists', true, false), true);
  });

  it('never compares a number with a text', () => {
    assert.equal(compare('>', 7, '9'), false);
    assert.equal(compare('>', 'a', ['b']), false);
  });

  it('reads nothing that was not answered', () => {
    assert.equal(holds({ any: [{ item: 'constructor', op: 'exists' }] }, {}), false);
  });
});

describe('what is shown', () => {
  const nested = form([
    item('pain', { type: 'boolean' }),
    item('where', { type: 'multi-choice', options: OPTIONS, showWhen: equals('pain', true) }),
    item('how-long', { showWhen: equals('where', 'back') }),
  ]);

  it('follows the answers', () => {
    assert.deepEqual(ids(visibleItems(nested, {})), ['pain']);
    assert.deepEqual(ids(visibleItems(nested, { pain: true, where: ['back'] })), ['pain', 'where', 'how-long']);
  });

  it('is not brought back by the old answer of a hidden question', () => {
    const changed = { pain: false, where: ['back'], 'how-long': 'weeks' };
    assert.deepEqual(ids(visibleItems(nested, changed)), ['pain']);
    assert.deepEqual(visibleAnswers(nested, changed), { pain: false });
  });

  it('does not depend on the order of the questions', () => {
    const turned = { ...nested, items: nested.items.toReversed() };
    const changed = { pain: false, where: ['back'], 'how-long': 'weeks' };
    assert.deepEqual(visibleAnswers(turned, changed), { pain: false });
  });

  it('ends even where conditions run in a circle', () => {
    const circle = form([item('a', { showWhen: equals('b', 'x') }), item('b', { showWhen: equals('a', 'x') })]);
    assert.deepEqual(visibleAnswers(circle, { a: 'x', b: 'x' }), { a: 'x', b: 'x' });
    assert.deepEqual(visibleAnswers(circle, { a: 'x' }), {});
    const turning = form([item('a', { showWhen: { all: [{ item: 'a', op: 'exists', value: false }] } })]);
    assert.ok(visibleItems(turning, { a: 'x' }).length <= 1);
  });

  it('goes one level down: a group hides its questions with it', () => {
    const grouped = form([
      item('stones', { type: 'boolean' }),
      item('warmth', {
        type: 'group',
        showWhen: equals('stones', true),
        items: [item('heat'), item('where', { showWhen: equals('heat', 'less') })],
      }),
    ]);
    const answers = { stones: true, heat: 'less', where: 'left foot' };
    assert.deepEqual(ids(visibleItems(grouped, answers)), ['stones', 'warmth', 'heat', 'where']);
    assert.deepEqual(visibleAnswers(grouped, answers), answers);
    assert.deepEqual(visibleAnswers(grouped, { ...answers, stones: false }), { stones: false });
    assert.deepEqual(visibleAnswers(grouped, { stones: true, where: 'left foot' }), { stones: true });
  });

  it('counts no unknown and no empty answer', () => {
    assert.deepEqual(visibleAnswers(nested, { pain: true, where: [], canary: 'x' }), { pain: true });
  });

  it('counts a typed number as one, in either notation', () => {
    const days = form([item('days', { type: 'number' })]);
    assert.deepEqual(visibleAnswers(days, { days: ' 12 ' }), { days: 12 });
    assert.deepEqual(visibleAnswers(days, { days: '1,5' }), { days: 1.5 });
    assert.deepEqual(visibleAnswers(days, { days: 'a week' }), { days: 'a week' });
  });
});

/** Forms in which a question may be hidden by any before it, in any order on the page, with rules of every outcome. */
const NAMES = ['q0', 'q1', 'q2', 'q3', 'q4'] as const;
const answersOf = fc.dictionary(
  fc.constantFrom(...NAMES, 'other'),
  fc.oneof(fc.constantFrom('x', 'y', ''), fc.boolean(), fc.integer({ min: 0, max: 3 }), fc.subarray(['x', 'y'])),
) as fc.Arbitrary<Answers>;
const conditionOn = (items: readonly string[]): fc.Arbitrary<Condition> => {
  const comparison = fc.record({
    item: fc.constantFrom(...items, 'other'),
    op: fc.constantFrom('exists' as const, '=' as const, '!=' as const, '>' as const),
    value: fc.constantFrom('x', 'y', true, 2),
  });
  const some = fc.array(comparison, { minLength: 1, maxLength: 3 });
  return fc.oneof(fc.record({ all: some }), fc.record({ any: some }));
};
const anyForm = fc
  .record({
    conditions: fc.tuple(...NAMES.map((_, index) => fc.option(conditionOn(NAMES.slice(0, index)), { nil: undefined }))),
    order: fc.shuffledSubarray([...NAMES.keys()], { minLength: NAMES.length }),
    rules: fc.array(fc.tuple(conditionOn(NAMES), fc.constantFrom(...OUTCOMES)), { maxLength: 6 }),
  })
  .map(({ conditions, order, rules }) =>
    form(
      order.map((index) => item(NAMES[index]!, conditions[index] ? { showWhen: conditions[index] } : {})),
      rules.map(([when, outcome], index) =>
        rule(`r${index}`, when, outcome, outcome === 'defer' ? { deferHours: index } : {}),
      ),
    ),
  );

describe('screening', () => {
  it('finds nothing where no rule holds', () => {
    assert.deepEqual(screen(form([item('q')]), {}), { worst: undefined, rules: [], deferHours: 0, skills: [] });
  });

  it('lets every rule take effect and the worst choose', () => {
    const yes = equals('q', 'yes');
    const found = screen(
      form(
        [item('q')],
        [
          rule('later', yes, 'defer', { deferHours: 24 }),
          rule('much-later', yes, 'defer', { deferHours: 72 }),
          rule('skilled', yes, 'route', { skill: 'pregnancy' }),
          rule('talk', yes, 'clear'),
          rule('not-this', equals('q', 'no'), 'stop'),
        ],
      ),
      { q: 'yes' },
    );
    assert.equal(found.worst, 'clear');
    assert.deepEqual(ids(found.rules), ['talk', 'later', 'much-later', 'skilled']);
    assert.equal(found.deferHours, 72);
    assert.deepEqual(found.skills, ['pregnancy']);
  });

  it('counts a wait from when it began, and is silent once it is over', () => {
    const hours = ['0', '48', '72', '96'].map((value) => ({ value, text: `${value} hours ago` }));
    const waiting = form(
      [item('ago', { type: 'time-ago', options: hours })],
      [
        rule('wait', { all: [{ item: 'ago', op: 'exists' }] }, 'defer', { deferHours: 72, since: 'ago' }),
        rule('talk', equals('ago', '96'), 'clear', { deferHours: 72, since: 'ago' }),
      ],
    );
    const found = hours.map(({ value }) => screen(waiting, { ago: value }));
    assert.deepEqual(
      found.map(({ deferHours }) => deferHours),
      [72, 24, 0, 0],
    );
    assert.deepEqual(
      found.map(({ worst }) => worst),
      ['defer', 'defer', undefined, 'clear'],
    );
  });

  it('has no use for a hidden answer', () => {
    fc.assert(
      fc.property(anyForm, answersOf, answersOf, (someForm, answers, noise) => {
        const shown = new Set(ids(visibleItems(someForm, answers)));
        const counting = Object.fromEntries(Object.entries(answers).filter(([id]) => shown.has(id)));
        assert.deepEqual(screen(someForm, counting), screen(someForm, answers));
        const unknown = Object.fromEntries(Object.entries(noise).map(([id, answer]) => [`unknown-${id}`, answer]));
        assert.deepEqual(screen(someForm, { ...answers, ...unknown }), screen(someForm, answers));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order in which questions were answered', () => {
    fc.assert(
      fc.property(anyForm, answersOf, (someForm, answers) => {
        const turned = Object.fromEntries(Object.entries(answers).toReversed());
        assert.deepEqual(screen(someForm, turned), screen(someForm, answers));
      }),
    );
  });

  it('names the worst outcome of the rules that hold, and lists them worst first', () => {
    fc.assert(
      fc.property(anyForm, answersOf, (someForm, answers) => {
        const { worst, rules, deferHours } = screen(someForm, answers);
        const counted = visibleAnswers(someForm, answers);
        const holding = someForm.rules.filter(({ when }) => holds(when, counted));
        const ranks = rules.map(({ outcome }) => OUTCOMES.indexOf(outcome));
        assert.deepEqual(new Set(rules), new Set(holding));
        assert.deepEqual(
          ranks,
          ranks.toSorted((a, b) => a - b),
        );
        assert.equal(worst, holding.length === 0 ? undefined : OUTCOMES[Math.min(...ranks)]);
        assert.equal(deferHours, Math.max(0, ...holding.map((held) => held.deferHours ?? 0)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the words of a stop', () => {
  const stop = (id: string, message: string, urgency?: 'emergency' | 'urgent'): ScreeningRule =>
    rule(id, equals('q', id), 'stop', { message, ...(urgency ? { urgency } : {}) });

  it('say each message once, emergencies first', () => {
    const rules = [
      stop('a', 'Ask 111', 'urgent'),
      stop('b', 'Call 999', 'emergency'),
      stop('c', 'Call 999', 'emergency'),
    ];
    assert.deepEqual(stopWords([...rules, rule('d', equals('q', 'd'), 'clear')]), {
      urgency: 'emergency',
      messages: ['Call 999', 'Ask 111'],
    });
  });

  it('are urgent where no rule says more', () => {
    assert.deepEqual(stopWords([stop('a', 'Ask 111')]), { urgency: 'urgent', messages: ['Ask 111'] });
  });
});

describe('an answer', () => {
  it('to a consent is given or it is not', () => {
    const consent = item('agree', { type: 'consent', required: true });
    assert.deepEqual(
      [true, false, undefined].map((answer) => faultOf(consent, answer)),
      [undefined, 'required', 'required'],
    );
    assert.equal(faultOf({ ...consent, required: false }, false), undefined);
  });

  it('is not expected where nothing can be answered', () => {
    for (const type of ['group', 'display'] as const) {
      assert.equal(faultOf(item('heading', { type, required: true }), undefined), undefined);
    }
  });

  const list = item('q', { type: 'multi-choice', options: OPTIONS, required: true });
  const scale = item('q', { type: 'number', min: 0, max: 10 });

  it('is missed only where the form requires it', () => {
    for (const empty of [undefined, '', ' ', []]) {
      assert.equal(faultOf(list, empty), 'required');
      assert.equal(faultOf({ ...list, required: false }, empty), undefined);
    }
    assert.equal(faultOf(item('q', { type: 'boolean', required: true }), false), undefined);
    assert.equal(faultOf({ ...scale, required: true }, 0), undefined);
  });

  it('names choices there are, and an exclusive one alone', () => {
    assert.equal(faultOf(list, ['neck', 'back']), undefined);
    assert.equal(faultOf(list, ['none']), undefined);
    assert.equal(faultOf(list, ['none', 'neck']), 'exclusive');
    assert.equal(faultOf(list, ['canary']), 'unknown-option');
  });

  it('is a number within bounds where a number is asked', () => {
    for (const good of [0, 10, '7', ' 7 ', '7,5']) assert.equal(faultOf(scale, good), undefined, String(good));
    for (const bad of [-1, 11, '11', 'seven', NaN, Infinity, '1e9', true])
      assert.equal(faultOf(scale, bad), 'range', String(bad));
  });

  it('never holds the exclusive choice beside another, however it is ticked', () => {
    const step = fc.tuple(fc.constantFrom('neck', 'back', 'none'), fc.boolean());
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const chosen = steps.reduce<string[]>((kept, [value, on]) => toggled(list, kept, value, on), []);
        assert.notEqual(faultOf(list, chosen), 'exclusive');
        assert.equal(new Set(chosen).size, chosen.length);
        const last = steps.at(-1);
        if (last) assert.equal(chosen.includes(last[0]), last[1]);
      }),
    );
  });
});

describe('what is known without asking', () => {
  const options = ['back', 'stones', 'incall'].map((value) => ({ value, text: value }));
  const soon = { any: [{ item: 'hours', op: '<' as const, value: 48 }] };
  const known = form([
    item('session', { section: 'preferences', type: 'multi-choice', options, from: 'session' }),
    item('hours', { section: 'preferences', type: 'number', from: 'hours-ahead' }),
    item('flags', { section: 'safety', type: 'multi-choice', options }),
    item('pain', { type: 'group', showWhen: equals('session', 'back'), items: [item('where'), item('since')] }),
    item('unwell', { type: 'boolean', showWhen: soon }),
  ]);

  it('is filled in from the choice, in place of what stood there', () => {
    const typed = { session: ['stones'], hours: 3, where: 'here' };
    assert.deepEqual(withKnown(known, typed, ['back', 'incall', 'unheard-of'], 71.9), {
      where: 'here',
      session: ['back', 'incall'],
      hours: 71,
    });
  });

  it('says nothing about a time that nobody has chosen, or that is over', () => {
    for (const hours of [Number.NaN, -0.5]) {
      const answers = withKnown(known, { hours: 3, unwell: true }, [], hours);
      assert.deepEqual(visibleAnswers(known, answers), {}, String(hours));
    }
    assert.deepEqual(visibleAnswers(known, withKnown(known, { unwell: true }, [], 47.9)), { hours: 47, unwell: true });
  });

  it('goes with what is sent, questions inside a group as well, and the safety check does not', () => {
    const typed = { flags: ['stones'], where: 'here', unwell: true };
    assert.deepEqual(sentAnswers(known, withKnown(known, typed, ['back'], 100)), {
      session: ['back'],
      hours: 100,
      where: 'here',
    });
    assert.deepEqual(sentAnswers(known, withKnown(known, typed, ['stones'], Number.NaN)), { session: ['stones'] });
  });
});
