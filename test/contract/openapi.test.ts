import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { openapiDocument } from '../../.ci/openapi.js';
import { recordExamples } from '../../.ci/record-examples.js';
import { NOUNS } from '../../src/contract/nouns.js';
import { OPERATIONS } from '../../src/contract/operations.js';
import { PROBLEM_STATUS } from '../../src/contract/problem.js';

type Json = { [name: string]: Json } & unknown[];

const written = JSON.parse(readFileSync('src/contract/openapi.json', 'utf8')) as Json;

const nameOf = (reference: unknown): string => String(reference).replace('#/components/schemas/', '');

/** Every object in the document, wherever it is. */
function* objectsIn(value: unknown): Generator<Json> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Json;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

describe('openapi.json', () => {
  let examples: Awaited<ReturnType<typeof recordExamples>>;
  before(async () => {
    examples = await recordExamples();
  });

  it('is what the schemas, the operations and the reference backend say today (`npm run generate`)', () => {
    assert.deepEqual(written, JSON.parse(JSON.stringify(openapiDocument(examples))));
  });

  it('knows every operation, with an example of its body and its answer', () => {
    for (const { id, method, path, body, answer } of OPERATIONS) {
      const operation = written['paths']?.[path]?.[method.toLowerCase()];
      assert.equal(operation?.['operationId'] as unknown, id);
      if (body) assert.ok(examples[id]?.body, `${id} has no example of a body`);
      if (answer) assert.ok(examples[id]?.answer, `${id} has no example of an answer`);
    }
  });

  it('has no example that does not fit its schema, and loses nothing of it', () => {
    let checked = 0;
    for (const media of objectsIn(written['paths'])) {
      const { schema, example } = media;
      if (!schema?.['$ref'] || example === undefined) continue;
      const noun = NOUNS[nameOf(schema['$ref'])];
      assert.ok(noun, nameOf(schema['$ref']));
      if (typeof example === 'object') assert.deepEqual(z.parse(noun, example), example);
      else z.parse(noun, example);
      checked += 1;
    }
    assert.ok(checked > 100, `${checked} examples`);
  });

  it('refers to nothing that is not there, and names every problem code', () => {
    const references = [...objectsIn(written)].flatMap((object) =>
      typeof object['$ref'] === 'string' ? [object['$ref'] as string] : [],
    );
    for (const reference of new Set(references)) {
      const found = reference
        .slice(2)
        .split('/')
        .reduce<Json | undefined>((inner, key) => inner?.[key], written);
      assert.ok(found, reference);
    }
    const codes = written['components']?.['schemas']?.['Problem']?.['properties']?.['code']?.['x-extensible-enum'];
    assert.deepEqual(codes as unknown, Object.keys(PROBLEM_STATUS));
  });
});
