import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { IntakeForm } from '../../src/contract/intake.js';

/**
 * The demo's one form: the whole question bank, each row with the outcome a therapist starts from. It names no reviewer,
 * because no clinician has read it. What changes in the file is a new version of it.
 */
export const massageForm: IntakeForm = z.parse(
  IntakeForm,
  JSON.parse(readFileSync(new URL('massage-form.json', import.meta.url), 'utf8')),
);
