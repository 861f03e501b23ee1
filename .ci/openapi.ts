/** The contract as an OpenAPI 3.1 document, made from its schemas and its table of operations. */
import type * as z from 'zod/mini';
import { NOUNS } from '../src/contract/nouns.js';
import type { Operation } from '../src/contract/operation.js';
import { OPERATIONS } from '../src/contract/operations.js';
import { DISCOVERY_PATH } from '../src/contract/discovery.js';
import { PROBLEM_STATUS, type ProblemCode } from '../src/contract/problem.js';
import { componentSchemas } from './openapi-schemas.js';
import type { Example } from './record-examples.js';

type Json = Record<string, unknown>;

/** What any request may be refused with. */
const ANYWHERE: readonly ProblemCode[] = ['rate-limited', 'internal', 'temporarily-unavailable'];

/** Examples by the ids of their operations. */
type Examples = Readonly<Record<string, Example>>;

/** The whole document. */
export function openapiDocument(examples: Examples): Json {
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = operationObject(
      operation,
      examples[operation.id] ?? {},
    );
  }
  for (const [path, item] of Object.entries(paths)) {
    if (path === DISCOVERY_PATH) item['servers'] = [{ url: 'https://booking.example' }];
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Knead Booking API',
      version: '1.0.0',
      summary: 'What a booking system has to speak so that Knead elements can book with it.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'https://booking.example/v1', description: 'The `baseUrl` of the discovery document.' }],
    tags: TAGS.map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: componentSchemas(),
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'One per intent, 16 to 200 characters that nobody can guess; the same for every repetition.',
          schema: { type: 'string', minLength: 16, maxLength: 202 },
          example: '"7f9c24e5-1c6b-4d0a-9b1e-0f3a5d7c9e11"',
        },
        IfMatch: {
          name: 'If-Match',
          in: 'header',
          description: 'The entity tag of the booking as it was read: its revision in quotes.',
          schema: { type: 'string', maxLength: 200 },
        },
      },
      securitySchemes: {
        manageToken: { type: 'http', scheme: 'bearer', description: 'The `manageToken` of the booking.' },
        holdToken: { type: 'http', scheme: 'bearer', description: 'The `token` of the hold.' },
      },
    },
  };
}

const TAGS = [
  ['discovery', 'What the backend is, who runs it, and what can be chosen.'],
  ['times', 'What is free, and keeping it.'],
  ['bookings', 'Booking, and life after booking.'],
  ['intake', 'Forms, answers and consent.'],
] as const;

function tagOf({ path }: Operation): (typeof TAGS)[number][0] {
  if (/intake|consent/.test(path)) return 'intake';
  if (/availability|holds|area/.test(path)) return 'times';
  return path.startsWith('/booking') ? 'bookings' : 'discovery';
}

function operationObject(operation: Operation, example: Example): Json {
  const { id, summary, body, token, keyed } = operation;
  const parameters = [
    ...pathParameters(operation),
    ...queryParameters(operation, example),
    ...headerParameters(operation),
  ];
  return {
    operationId: id,
    summary,
    tags: [tagOf(operation)],
    security: token ? [{ [token === 'hold' ? 'holdToken' : 'manageToken']: [] }] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': media(body, example.body) } },
    }),
    responses: responses(operation, example),
    ...(keyed && { 'x-idempotent': true }),
  };
}

function pathParameters({ path }: Operation): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', minLength: 1, maxLength: 200 },
    example: EXAMPLE_IDS[path]?.[name] ?? 'back',
  }));
}

const EXAMPLE_IDS: Record<string, Record<string, string>> = {
  '/practitioners/{id}': { id: 'mara-lindqvist' },
  '/intake-forms/{id}/versions/{version}': { id: 'massage', version: '2' },
  '/consent-documents/{id}/versions/{version}': { id: 'health-consent', version: '1' },
};

/** The schema of each query parameter, and what it is called where it has the same meaning in a body. */
const QUERY: Record<string, Json> = {
  practitioner: { $ref: '#/components/schemas/Id' },
  service: { $ref: '#/components/schemas/Id' },
  option: { $ref: '#/components/schemas/Id' },
  addOn: { $ref: '#/components/schemas/Id' },
  place: { $ref: '#/components/schemas/Place' },
  outwardCode: { $ref: '#/components/schemas/OutwardCode' },
  from: { $ref: '#/components/schemas/PlainDate' },
  to: { $ref: '#/components/schemas/PlainDate' },
  date: { $ref: '#/components/schemas/PlainDate' },
  language: { $ref: '#/components/schemas/LanguageTag' },
  stepFree: { type: 'boolean' },
  maxPrice: { type: 'integer', minimum: 0, description: 'In minor units of the business’s currency.' },
  dayPart: { $ref: '#/components/schemas/DayPart' },
  practitioners: { type: 'string', enum: ['none'], description: '`none`: services alone.' },
  times: { type: 'integer', minimum: 0, maximum: 6, description: 'How many of the next times to name; 1 without it.' },
  order: { $ref: '#/components/schemas/PractitionerOrder' },
  limit: { type: 'integer', minimum: 1, maximum: 100 },
  cursor: { $ref: '#/components/schemas/Id' },
};

function queryParameters({ query = [] }: Operation, examples: Example): Json[] {
  return query.map((written) => {
    const name = written.replace(/[*!]/g, '');
    const schema = QUERY[name] as Json;
    const asked = examples.query?.[name];
    const example = schema['type'] === 'integer' && asked !== undefined ? Number(asked) : asked;
    return {
      name,
      in: 'query',
      required: written.includes('!'),
      ...(written.includes('*')
        ? { schema: { type: 'array', items: schema, maxItems: 100 }, style: 'form', explode: true }
        : { schema }),
      ...(example !== undefined && { example }),
    };
  });
}

function headerParameters({ id, keyed }: Operation): Json[] {
  const changes = id === 'cancel' || id === 'reschedule';
  return [
    ...(keyed ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ...(changes ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
  ];
}

function responses(operation: Operation, example: Example): Json {
  const { status, answer, problems, id } = operation;
  const success: Json = { description: status === 204 ? 'Done.' : 'As asked for.' };
  if (answer) success['content'] = { 'application/json': media(answer, example.answer) };
  if (id === 'readCalendarFile') success['content'] = { 'text/calendar': { schema: { type: 'string' } } };
  const all: Json = { [status]: success };
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...problems, ...ANYWHERE]) {
    byStatus.set(PROBLEM_STATUS[code], [...(byStatus.get(PROBLEM_STATUS[code]) ?? []), code]);
  }
  for (const [code, codes] of [...byStatus].sort(([a], [b]) => a - b)) {
    all[code] = {
      description: codes.map((each) => `\`${each}\``).join(', '),
      content: {
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example: problem(codes[0]!) },
      },
    };
  }
  return all;
}

function problem(code: ProblemCode): Json {
  return { type: `urn:knead:problem:${code}`, title: 'It was refused.', status: PROBLEM_STATUS[code], code };
}

function media(schema: z.core.$ZodType, example: Example['body']): Json {
  return { schema: reference(schema), ...(example !== undefined && { example }) };
}

function reference(schema: z.core.$ZodType): Json {
  const [name] = Object.entries(NOUNS).find(([, noun]) => noun === schema) ?? [];
  if (!name) throw new Error('A schema of an operation has no name in src/contract/nouns.ts.');
  return { $ref: `#/components/schemas/${name}` };
}
