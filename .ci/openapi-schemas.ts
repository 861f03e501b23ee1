/** The schemas of the contract as JSON Schemas. */
import * as z from 'zod';
import { NOUNS } from '../src/contract/nouns.js';

type Json = Record<string, unknown>;

/** Every noun as a JSON Schema that refers to the others by name. */
export function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NOUNS)) registry.add(schema as z.ZodType, { id });
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === (NOUNS['Link'] as unknown)) jsonSchema.format = 'uri';
      const known = growingMembers(zodSchema);
      if (known)
        Object.assign(jsonSchema, { 'x-extensible-enum': known, description: 'May grow: read others as "other".' });
      delete jsonSchema.$schema;
      delete jsonSchema.$id;
      delete jsonSchema.id;
    },
  });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, without(schema as Json)]));
}

/** The members that this version knows of an enumeration that may grow, or undefined for any other schema. */
function growingMembers(schema: z.core.$ZodType): string[] | undefined {
  const { def } = schema._zod as unknown as { def: { type: string; out?: { _zod: { def: Caught } } } };
  const inner = def.type === 'pipe' ? def.out?._zod.def.innerType?._zod.def.entries : undefined;
  return inner && Object.values(inner).filter((member) => member !== 'other');
}

interface Caught {
  innerType?: { _zod: { def: { entries?: Record<string, string> } } };
}

/** zod marks each schema with where it is; here that goes without saying. */
function without(schema: Json): Json {
  const { $schema: _, $id: __, id: ___, ...rest } = schema;
  return rest;
}
