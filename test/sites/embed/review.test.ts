import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Form } from '../../../demo/sites/embed/catalogue.js';
import { reviewWarnings } from '../../../demo/sites/embed/review.js';

const FORM: Form = { title: 'Before your massage', version: '2', language: 'en-GB' };
const REVIEWED: Form = { ...FORM, reviewedBy: 'A. Clinician', reviewedLanguages: ['en-GB', 'de'] };

describe('what is said of the form’s review', () => {
  it('names the form that nobody has reviewed', () => {
    const [warning, ...rest] = reviewWarnings([FORM, REVIEWED], '');
    assert.match(warning!, /Nobody has reviewed .*no reviewer is named in “Before your massage” \(version 2\)\./);
    assert.deepEqual(rest, []);
  });

  it('is nothing where somebody answers for the form in the language chosen', () => {
    for (const lang of ['', 'en-GB', 'en-US', 'de']) assert.deepEqual(reviewWarnings([REVIEWED], lang), [], lang);
  });

  it('is the language where nobody answers for that', () => {
    assert.match(reviewWarnings([REVIEWED], 'pl').join('\n'), /^Nobody has reviewed the questions in Polish\./);
    assert.equal(reviewWarnings([FORM], 'pl').length, 2);
  });

  it('is nothing where no form stands before a booking', () => {
    assert.deepEqual(reviewWarnings([], 'pl'), []);
  });
});
