import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answers, IntakeForm } from '../../../src/contract/intake.js';
import { readRest } from '../../../src/domain/intake/rest-reading.js';
import { completed } from '../../../src/domain/client/intake-draft.js';
import {
  FORM_SECTIONS,
  needsDetails,
  questionsOf,
  readIntake,
  sectionsOf,
  stillAsked,
  type IntakeFault,
  type IntakeNeeds,
} from '../../../src/domain/intake/submission.js';

const none = { value: 'none', text: 'None of these', exclusive: true };
const form: IntakeForm = {
  id: 'f',
  version: '1',
  title: 'Form',
  language: 'en-GB',
  items: [
    { id: 'music', section: 'preferences', type: 'text', text: 'Music?', required: true },
    {
      id: 'flags',
      section: 'safety',
      type: 'multi-choice',
      text: 'Any of these?',
      options: [{ value: 'a', text: 'A' }, none],
    },
    { id: 'reason', section: 'safety', type: 'text', text: 'What brings you?' },
    {
      id: 'skin',
      section: 'health',
      type: 'text',
      text: 'Your skin?',
      required: true,
      showWhen: { all: [{ item: 'flags', op: '=', value: 'none' }] },
    },
    { id: 'line', section: 'health', type: 'display', text: 'A line.', required: true },
  ],
  rules: [
    { id: 'stop-a', when: { any: [{ item: 'flags', op: '=', value: 'a' }] }, outcome: 'stop', message: 'Call 999' },
  ],
};
const place = 'incall';
const contact = { name: 'Ada Example', email: 'ada@example.com' };

const names = (faults: readonly IntakeFault[]): string[] =>
  faults.map((fault) => ('field' in fault ? fault.field : fault.item.id));

describe('the questions of a section', () => {
  it('must all be answered in the safety check, whatever the form says', () => {
    assert.deepEqual(
      questionsOf(form, 'safety', {}).map(({ id, required }) => [id, required ?? false]),
      [
        ['flags', true],
        ['reason', false],
      ],
    );
  });

  it('keep their order on the screen of the safety check, and leave out what is known', () => {
    const mixed: IntakeForm = {
      ...form,
      items: [
        {
          id: 'session',
          section: 'preferences',
          type: 'multi-choice',
          text: 'Chosen',
          from: 'session',
          options: [none],
        },
        { id: 'why', section: 'screening', type: 'text', text: 'What brings you?' },
        { id: 'signs', section: 'safety', type: 'boolean', text: 'Any signs?' },
        { id: 'known', section: 'screening', type: 'boolean', text: 'Anything else?' },
      ],
    };
    const asked = questionsOf(mixed, 'safety', {}).map(({ id, required }) => [id, required ?? false]);
    assert.deepEqual(asked, [
      ['why', false],
      ['signs', true],
      ['known', false],
    ]);
    assert.deepEqual(questionsOf(mixed, 'preferences', { session: ['none'] }), []);
  });

  it('stand in the order of the form', () => {
    assert.deepEqual(
      questionsOf(form, 'preferences', { flags: ['none'] }).map(({ id }) => id),
      ['music', 'skin', 'line'],
    );
  });
});

describe('the sections to show', () => {
  it('are those that apply, in the order of the page', () => {
    assert.deepEqual(sectionsOf(form, true, ['consent', 'contact', 'safety', 'preferences']), [...FORM_SECTIONS]);
    assert.deepEqual(sectionsOf(form, false, FORM_SECTIONS), ['safety', 'contact', 'preferences']);
    assert.deepEqual(sectionsOf(form, true, ['contact', 'pricing']), ['contact']);
    assert.deepEqual(sectionsOf(null, true, FORM_SECTIONS), ['contact']);
    const flagsOnly = { ...form, items: form.items.filter(({ section }) => section === 'safety') };
    assert.deepEqual(sectionsOf(flagsOnly, true, FORM_SECTIONS), ['safety', 'contact']);
  });
});

describe('a draft', () => {
  it('has its faults in the order of the page', () => {
    const needs: IntakeNeeds = { form, sections: FORM_SECTIONS, place };
    const read = readIntake(completed({ consentGiven: true }), needs, readRest);
    assert.deepEqual(names(read.faults), ['flags', 'name', 'email', 'music']);
    // Nothing is asked of whoever answers in person but the safety check and who they are.
    const inPerson = readIntake(completed({}), { ...needs, inPerson: true }, readRest);
    assert.deepEqual(names(inPerson.faults), ['flags', 'name', 'email']);
    // And nobody answers in person by leaving a box as it is.
    assert.deepEqual(names(readIntake(completed({}), needs, readRest).faults), [
      'flags',
      'name',
      'email',
      'music',
      'consent',
    ]);
  });

  it('is checked only where it is shown', () => {
    const read = readIntake(
      completed({ answers: { flags: ['none'] } }),
      { form, sections: ['safety'], place },
      readRest,
    );
    const screening = { worst: undefined, rules: [], deferHours: 0, skills: [] };
    assert.deepEqual(read, { client: null, screening, faults: [] });
  });

  it('is screened by every answer, also those given before', () => {
    const draft = completed({ contact, answers: { flags: ['a'] } });
    const read = readIntake(draft, { form, sections: ['contact'], place }, readRest);
    assert.equal(read.screening.worst, 'stop');
    assert.equal(read.client?.name, 'Ada Example');
  });

  it('needs no form for contact details alone', () => {
    const read = readIntake(completed({ contact }), { form: null, sections: ['contact'], place }, readRest);
    assert.deepEqual(read.client, contact);
  });

  it('takes no answer from the prototype of an object', () => {
    const named: IntakeForm = { ...form, items: [{ ...form.items[0]!, id: 'constructor' }], rules: [] };
    const read = readIntake(completed({}), { form: named, sections: ['preferences'], place }, readRest);
    assert.deepEqual(names(read.faults), ['constructor']);
  });

  it('keeps only the faults of questions that still show', () => {
    const draft = completed({ contact, answers: { flags: ['none'] }, consentGiven: true });
    const read = readIntake(draft, { form, sections: FORM_SECTIONS, place }, readRest);
    assert.deepEqual(names(read.faults), ['music', 'skin']);
    assert.deepEqual(names(stillAsked(read.faults, form, {})), ['music']);
    const inField: IntakeFault = { field: 'name', fault: 'missing' };
    assert.deepEqual(stillAsked([inField], null, {}), [inField]);
  });

  it('cannot go on while two answers contradict each other', () => {
    const oils: IntakeForm = {
      ...form,
      items: [
        { id: 'nuts', section: 'health', type: 'boolean', text: 'Allergic to nuts?' },
        { id: 'oil', section: 'preferences', type: 'text', text: 'Which oil?' },
      ],
      rules: [
        {
          id: 'nut-oil',
          when: {
            all: [
              { item: 'nuts', op: '=', value: true },
              { item: 'oil', op: '=', value: 'almond' },
            ],
          },
          outcome: 'adapt',
          message: 'Choose another oil.',
          mend: 'oil',
        },
      ],
    };
    const faults = (answers: Answers): unknown =>
      readIntake(completed({ answers }), { form: oils, sections: ['preferences'], place }, readRest).faults;
    assert.deepEqual(faults({ nuts: true, oil: 'almond' }), [{ item: oils.items[1], fault: 'conflict' }]);
    assert.deepEqual(faults({ nuts: true, oil: 'own' }), []);
  });
});

describe('what is loaded later', () => {
  it('is needed for all but a safety check that is answered by choosing', () => {
    const choices = { ...form, items: form.items.filter(({ id }) => id !== 'reason') };
    assert.equal(needsDetails(choices, ['safety']), false);
    assert.equal(needsDetails(form, ['safety']), true);
    assert.equal(needsDetails(choices, ['safety', 'contact']), true);
    assert.equal(needsDetails(null, ['contact']), true);
    assert.equal(needsDetails(null, []), false);
  });
});
