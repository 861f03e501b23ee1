import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { massageForm } from '../../demo/data/intake-form.js';
import { warmStonesForm } from '../../demo/data/warm-stones-form.js';
import {
  OUTCOMES,
  type Answers,
  type AnswerValue,
  type IntakeItem,
  type Outcome,
  type ScreeningRule,
} from '../../src/contract/intake.js';
import { flatItems, holds, screen, visibleAnswers, visibleItems } from '../../src/domain/intake/answers.js';
import { formProblems } from '../../src/domain/intake/form-problems.js';
import { limitsOf } from '../../src/domain/intake/limits.js';
import { withOverrides } from '../../src/domain/intake/overrides.js';
import { safetyPart } from '../../src/domain/intake/safety-part.js';
import { BESIDES_THE_BANK, QUESTION_BANK } from './question-bank.js';
import { answersOf, anyAnswers, showing } from './random-answers.js';

const items = flatItems(massageForm);
const named = (id: string): IntakeItem => items.find((item) => item.id === id)!;
const word = (answer: AnswerValue): string => String(answer);
const worstOf = (outcomes: readonly Outcome[]): Outcome | undefined =>
  OUTCOMES.find((outcome) => outcomes.includes(outcome));
/** Severity as a number: the worse the higher, nothing is 0. */
const weight = (outcome: Outcome | undefined): number => (outcome ? OUTCOMES.length - OUTCOMES.indexOf(outcome) : 0);

function expected(item: string, answer: string): Outcome | undefined {
  return [...QUESTION_BANK, ...BESIDES_THE_BANK]
    .filter(([, asks]) => asks === item)
    .flatMap(([, , leadsTo]) => leadsTo[answer] ?? leadsTo['*'] ?? [])[0];
}

/** The rules that one answer satisfies, where everything else only shows its question. */
function brought(id: string, answer: AnswerValue): { rules: string[]; answers: Answers } {
  const answers = { ...showing(massageForm, id), [id]: answer };
  const says = ({ when }: ScreeningRule): boolean =>
    ('any' in when ? when.any : when.all).some(
      (comparison) => comparison.item === id && holds({ any: [comparison] }, answers),
    );
  const rules = screen(massageForm, answers).rules.filter(says);
  return { answers, rules: rules.map((rule) => rule.id) };
}

describe('the massage form', () => {
  it('has no problem, and a safety check that stands alone', () => {
    assert.deepEqual([formProblems(massageForm), formProblems(warmStonesForm)], [[], []]);
    assert.ok(safetyPart(massageForm)?.rules.some(({ outcome }) => outcome === 'stop'));
  });

  it('names no reviewer before somebody has reviewed it', () => {
    const { reviewedBy, reviewedOn, reviewedLanguages } = massageForm;
    assert.deepEqual([reviewedBy, reviewedOn, reviewedLanguages], [undefined, undefined, undefined]);
  });

  it('asks every row of the question bank', () => {
    const bank: Record<string, number> = { A: 8, B: 3, C: 10, D: 6, E: 2, F: 3, G: 4, H: 1, I: 1 };
    const rows = Object.entries(bank).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
    );
    const asked = new Set(QUESTION_BANK.map(([row]) => row));
    assert.deepEqual(
      rows.filter((row) => !asked.has(row)),
      [],
    );
    const known = [...QUESTION_BANK, ...BESIDES_THE_BANK].map(([, item]) => item);
    assert.deepEqual(
      items.filter(({ id, type }) => type !== 'group' && !known.includes(id)),
      [],
    );
    assert.deepEqual(
      known.filter((id) => !named(id)),
      [],
    );
  });

  it('leads from each answer to the outcome of its row, and to the one a therapist chose instead', (t) => {
    let [cells, changed, refused] = [0, 0, 0];
    for (const item of items) {
      for (const answer of answersOf(item)) {
        const { rules, answers } = brought(item.id, answer);
        const by = (id: string): Outcome => massageForm.rules.find((rule) => rule.id === id)!.outcome;
        assert.equal(worstOf(rules.map(by)), expected(item.id, word(answer)), `${item.id} = ${word(answer)}`);
        cells += 1;
        for (const ruleId of rules) {
          for (const outcome of OUTCOMES) {
            const override = { ruleId, outcome, deferHours: 24, skill: 'sports' };
            const result = withOverrides(massageForm, [by(ruleId) === 'stop' ? { ruleId, outcome } : override]);
            if ('problems' in result) {
              assert.ok(by(ruleId) === 'stop' && outcome !== 'stop', `${ruleId} ${outcome}`);
              refused += 1;
              continue;
            }
            const after = screen(result.form, answers).rules.filter(({ id }) => rules.includes(id));
            const others = rules.filter((id) => id !== ruleId).map(by);
            // Nothing is left to wait for: the deferral is over before it begins.
            const isOver =
              outcome === 'defer' &&
              massageForm.rules.some(({ id, since }) => id === ruleId && since) &&
              Number(answers['new-injury']) >= 24;
            assert.equal(worstOf(after.map((rule) => rule.outcome)), worstOf(isOver ? others : [...others, outcome]));
            changed += 1;
          }
        }
      }
    }
    t.diagnostic(`coverage: ${items.length} items, ${cells} answers, all`);
    t.diagnostic(`overrides: ${changed} with another outcome, ${refused} refused`);
    assert.ok(cells > 200 && changed > 500 && refused > 50);
  });

  it('says what is left to wait after an injury', () => {
    const reason = { reason: ['sore-lower-back'] };
    const waits = named('new-injury').options!.map(
      ({ value }) => screen(massageForm, { ...reason, 'new-injury': value }).deferHours,
    );
    assert.deepEqual(waits, [0, 0, 24, 48, 60, 72]);
    assert.equal(screen(massageForm, { reason: ['relax'], 'new-injury': '0' }).deferHours, 0);
  });

  it('asks little: three answers in the short form, six with pain', (t) => {
    const required = (answers: Answers): number =>
      visibleItems(massageForm, answers).filter(
        ({ required, section }) => required && (section === 'health' || section === 'preferences'),
      ).length;
    const soon = { 'hours-ahead': 20, session: ['incall'] };
    const counts = {
      short: required(soon),
      stones: required({ ...soon, session: ['incall', 'hot-stones-15'] }),
      pain: required({ ...soon, reason: ['sore-lower-back', 'moving-less'] }),
      'pain and stones': required({ ...soon, reason: ['sore-lower-back'], session: ['outcall', 'hot-stones-15'] }),
    };
    t.diagnostic(JSON.stringify(counts));
    assert.ok(counts.short <= 3 && counts.stones <= 3 && counts.pain <= 6 && counts['pain and stones'] <= 6);
  });

  it('narrows places, services and ways of working', () => {
    const limits = (answers: Answers): unknown => limitsOf(screen(massageForm, answers).rules);
    assert.deepEqual(limits({ 'talk-first': ['under-18'], 'age-band': 'under-16' }), {
      ...{ places: ['incall'], maxIntensity: undefined, avoid: [] },
    });
    assert.deepEqual(limits({ 'talk-first': ['blood-thinners', 'bones'], 'bones-kind': 'steady' }), {
      ...{ places: undefined, maxIntensity: 2, avoid: ['points', 'friction', 'stretching', 'tapping'] },
    });
    assert.deepEqual(
      screen(massageForm, { 'talk-first': ['cancer', 'pregnancy'], 'pregnancy-stage': '13-plus' }).skills,
      ['oncology', 'pregnancy'],
    );
  });

  it('lets a client with an old injury that a doctor knows ask for a time', () => {
    const { worst } = screen(massageForm, { 'red-flags': ['none'], 'talk-first': ['long-standing'] });
    assert.equal(worst, 'clear');
    for (const flag of ['saddle-bladder-bowel', 'both-legs', 'accident']) {
      const option = named('red-flags').options!.find(({ value }) => value === flag)!;
      assert.match(option.text, /^New, getting worse, or not yet seen by a doctor: /);
    }
  });

  it('is easy to read, and says what to do rather than what it is', (t) => {
    const texts = [
      ...items.flatMap(({ text, why = [], options = [] }) => [text, why, options.map((option) => option.text)]),
      ...massageForm.rules.map(({ message }) => message),
    ].flat(2);
    const sentences = texts.filter((text) => text.split(' ').length > 4);
    const grade = gradeOf(sentences.join(' . '));
    t.diagnostic(
      `${texts.length} texts, ${sentences.length} of a sentence or more: Flesch-Kincaid grade ${grade.toFixed(1)}`,
    );
    // Grade 6 is read at the age of 11.
    assert.ok(grade <= 6);
    const medical = /diagnos|contraindic|symptom|syndrome|disorder|patient|\brisks?\b|\bdanger/i;
    assert.deepEqual(
      texts.filter((text) => medical.test(text)),
      [],
    );
  });
});

describe('answers to the massage form', () => {
  const answers = anyAnswers(massageForm);
  const runs = { numRuns: 1000 };

  it('lead to the same in whatever order they were given', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const turned = Object.fromEntries(Object.entries(given).toReversed());
        assert.deepEqual(screen(massageForm, turned), screen(massageForm, given));
      }),
      runs,
    );
  });

  it('show the screen of the worst outcome', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { worst, rules } = screen(massageForm, given);
        assert.equal(worst, worstOf(rules.map(({ outcome }) => outcome)));
      }),
      runs,
    );
  });

  it('do not count where their question is hidden', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const counted = visibleAnswers(massageForm, given);
        assert.deepEqual(screen(massageForm, counted), screen(massageForm, given));
        const shown = new Set(visibleItems(massageForm, given).map(({ id }) => id));
        const known = (id: string): boolean => named(id).from !== undefined;
        assert.deepEqual(
          Object.keys(counted).filter((id) => !shown.has(id) && !known(id)),
          [],
        );
      }),
      runs,
    );
  });

  it('lead to nothing milder where one of them is more severe', (t) => {
    const ordered = items.filter(({ severity }) => severity);
    t.diagnostic(`${ordered.length} items declare an order: ${ordered.map(({ id }) => id).join(', ')}`);
    assert.ok(ordered.length >= 12);
    fc.assert(
      fc.property(answers, fc.constantFrom(...ordered), (given, item) => {
        const rising = item.severity === 'rising' ? answersOf(item) : answersOf(item).toReversed();
        const weights = rising.map((answer) => weight(screen(massageForm, { ...given, [item.id]: answer }).worst));
        assert.deepEqual(
          weights,
          weights.toSorted((a, b) => a - b),
        );
        const waits = rising.map((answer) => screen(massageForm, { ...given, [item.id]: answer }).deferHours);
        assert.deepEqual(
          waits,
          waits.toSorted((a, b) => a - b),
        );
      }),
      runs,
    );
  });
});

/** The school grade that a text asks for, by the formula of Flesch and Kincaid; syllables are counted by their vowels. */
function gradeOf(text: string): number {
  const sentences = text.split(/[.!?:]+\s/).filter((sentence) => /\w/.test(sentence));
  const words = text.match(/[a-z’'-]+/gi) ?? [];
  const syllables = words.reduce(
    (sum, each) =>
      sum +
      Math.max(
        1,
        (
          each
            .toLowerCase()
            .replace(/e$/, '')
            .match(/[aeiouy]+/g) ?? []
        ).length,
      ),
    0,
  );
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
