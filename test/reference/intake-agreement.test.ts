import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { createBackend } from '../../demo/backend/app.js';
import { openPglite } from '../../demo/backend/database.js';
import { UNLIMITED } from '../../demo/backend/limits.js';
import { londonSeed } from '../../demo/data/london.js';
import { IntakeEvaluation, IntakeForm, type Answers } from '../../src/contract/intake.js';
import { flatItems, screen, visibleAnswers } from '../../src/domain/intake/answers.js';
import { comparisonsOf } from '../../src/domain/intake/form-reading.js';
import { anyAnswers } from './random-answers.js';

const SETS = 10_000;
const PUBLIC = 'https://booking.example';

test(`server and browser agree on ${SETS} random sets of answers`, async (t) => {
  const database = await openPglite();
  const backend = await createBackend({
    ...{ database, seed: londonSeed(PUBLIC), publicUrl: PUBLIC, manageKey: 'k'.repeat(43), intakeKey: 'i'.repeat(43) },
    ...{ outboxIsOpen: false, limits: UNLIMITED, test: true, log: () => undefined },
  });
  t.after(async () => {
    await backend.close();
    await database.close();
  });
  const read = await backend.fetch(new Request(`${PUBLIC}/v1/intake-forms/massage/versions/2`));
  // The form as a browser gets it, through the same schema.
  const form = z.parse(IntakeForm, await read.json());
  const device = new Set(flatItems(form).flatMap(({ id, section }) => (section === 'safety' ? [id] : [])));
  const stays = new Set(
    form.rules.filter(({ when }) => comparisonsOf(when).some(({ item }) => device.has(item))).map(({ id }) => id),
  );
  let [agreed, stopped, empty] = [0, 0, 0];
  for (const answers of fc.sample(anyAnswers(form), { numRuns: SETS, seed: 20_261_014 })) {
    const sent = Object.fromEntries(
      Object.entries(visibleAnswers(form, answers)).filter(([id]) => !device.has(id)),
    ) as Answers;
    const response = await backend.fetch(
      new Request(`${PUBLIC}/v1/intake-evaluations`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'a key that is not looked at' },
        body: JSON.stringify({ formId: form.id, version: form.version, answers: sent }),
      }),
    );
    const { outcomes } = z.parse(IntakeEvaluation, await response.json());
    const here = screen(form, answers).rules.filter(({ id }) => !stays.has(id));
    const said = here.map(({ id, outcome, message, urgency, deferHours, skill, places, avoid, maxIntensity }) =>
      JSON.stringify([id, outcome, message, urgency, deferHours, skill, places, avoid, maxIntensity]),
    );
    assert.deepEqual(
      outcomes.map(({ ruleId, outcome, message, urgency, deferHours, skill, places, avoid, maxIntensity }) =>
        JSON.stringify([ruleId, outcome, message, urgency, deferHours, skill, places, avoid, maxIntensity]),
      ),
      said,
    );
    agreed += 1;
    if (outcomes[0]?.outcome === 'stop') stopped += 1;
    if (outcomes.length === 0) empty += 1;
  }
  t.diagnostic(`${agreed}/${SETS} agree; ${stopped} end in a stop, ${empty} lead to nothing`);
  assert.equal(agreed, SETS);
});
