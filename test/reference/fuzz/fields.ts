import { readFileSync } from 'node:fs';

/** A place in a body: keys and indexes from the outside in. */
export type Path = readonly (string | number)[];

interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: Schema | false;
}

interface Document {
  paths: Record<string, Record<string, OperationObject>>;
  components: { schemas: Record<string, Schema> };
}

interface OperationObject {
  operationId: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
}

/** An operation as `openapi.json` describes it, with everything in it that a client fills in. */
export interface FuzzedOperation {
  id: string;
  method: string;
  path: string;
  /** The name of the body's schema, and every field in it. */
  body?: { noun: string; fields: Path[] };
  query: string[];
  inPath: string[];
}

const openapi = JSON.parse(readFileSync('src/contract/openapi.json', 'utf8')) as Document;

/** Every operation of `openapi.json`. */
export const operations: readonly FuzzedOperation[] = Object.entries(openapi.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => method !== 'servers')
    .map(([method, { operationId, parameters = [], requestBody }]) => {
      const schema = requestBody?.content['application/json'].schema;
      const named = (where: string): string[] => parameters.filter((each) => each.in === where).map(({ name }) => name);
      return {
        id: operationId,
        method: method.toUpperCase(),
        path,
        ...(schema && { body: { noun: schema.$ref!.split('/').at(-1)!, fields: [[], ...fieldsOf(schema)] } }),
        query: named('query'),
        inPath: named('path'),
      };
    }),
);

/** Every field of a schema, those of lists at their first member, those of maps under a name of ours. */
function fieldsOf(schema: Schema, before: Path = []): Path[] {
  const { properties = {}, items, anyOf = [], additionalProperties } = resolved(schema);
  const below = (key: string | number, inner: Schema): Path[] => {
    const path = [...before, key];
    return [path, ...fieldsOf(inner, path)];
  };
  return [
    ...Object.entries(properties).flatMap(([key, inner]) => below(key, inner)),
    ...(items ? below(0, items) : []),
    ...(additionalProperties ? below('campaign', additionalProperties) : []),
    ...anyOf.flatMap((branch) => fieldsOf(branch, before)),
  ];
}

function resolved(schema: Schema): Schema {
  return schema.$ref ? resolved(openapi.components.schemas[schema.$ref.split('/').at(-1)!]!) : schema;
}
