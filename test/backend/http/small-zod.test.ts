import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { build } from 'vite';
import * as z from 'zod/mini';

interface Engine {
  safeParse(
    schema: unknown,
    value: unknown,
  ): { success: true; data: unknown } | { success: false; error: { issues: Issue[] } };
  schemas: Record<string, z.core.$ZodType>;
  z: typeof z;
}
interface Issue {
  path: PropertyKey[];
  errors?: Issue[][];
}

/** Strings of every kind the contract asks for, and some it refuses. */
const strings = [
  ...[
    'mara',
    '1',
    'Deep tissue',
    'https://example.org/a?b#c',
    'http://localhost:4700/x',
    'http://example.org',
    'javascript:alert(1)',
  ],
  ...[
    '2026-10-14T10:00:00Z',
    '2026-10-14T11:00:00+01:00',
    '2026-10-14',
    'Europe/London',
    'en-GB',
    'E1',
    'SW1A',
    'e1',
    'E1 6AN',
  ],
  ...[
    'GBP',
    'gbp',
    'GB',
    'anna@example.org',
    '+44 20 7946 0000',
    `sha-256:${'0af1'.repeat(16)}`,
    'knead-booking',
    '',
    ' ',
    'other',
  ],
  ...[
    'x'.repeat(200),
    'x'.repeat(301),
    'x'.repeat(2001),
    'x'.repeat(5001),
    '😀'.repeat(200),
    '😀'.repeat(201),
    '__proto__',
    'constructor',
  ],
];
const anything = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, 0, 1, -1, 1.5, 2 ** 53, NaN, Infinity, [], {}, ['a'], { a: 1 }),
  fc.constantFrom<unknown>(...strings),
  fc.jsonValue({ maxDepth: 2 }),
);

describe('small-zod against zod', () => {
  let real: Engine;
  let small: Engine;

  before(async () => {
    [real, small] = await Promise.all([engine(false), engine(true)]);
  });

  it('gives every schema of the contract the same verdict, value and fault paths', () => {
    const names = Object.keys(real.schemas);
    assert.ok(names.length > 60, `only ${names.length} schemas found`);
    assert.deepEqual(Object.keys(small.schemas), names);
    const seen = { fits: 0, faults: 0 };
    for (const name of names) {
      fc.assert(
        fc.property(valueFor(real.schemas[name]!), (value) => {
          const expected = real.safeParse(real.schemas[name], value);
          const actual = small.safeParse(small.schemas[name], value);
          assert.deepEqual(verdict(actual), verdict(expected), name);
          seen[expected.success ? 'fits' : 'faults'] += 1;
        }),
        { numRuns: 120 },
      );
    }
    // Both sides of the verdict were really tried.
    assert.ok(seen.fits > 1000 && seen.faults > 1000, JSON.stringify(seen));
  });

  it('blames a branch of a union only where it alone has the right type', () => {
    for (const value of ['abc', 'ab', 'a', 1, null, [], ['abc']]) {
      const answers = [real, small].map((each) => {
        const short = (most: number): z.ZodMiniString => each.z.string().check(each.z.maxLength(most));
        const either = each.z.union([short(1), short(2)]);
        const listed = each.z.union([short(1), each.z.array(short(2))]);
        return [either, listed].map((schema) => verdict(each.safeParse(schema, value)));
      });
      assert.deepEqual(answers[1], answers[0], JSON.stringify(value));
    }
  });

  it('keeps a later wrong member of an overlong list from mattering', () => {
    const value = {
      from: '2026-10-14',
      to: '2026-10-15',
      horizon: '2026-12-01',
      entries: Array.from({ length: 101 }, () => 'no entry'),
    };
    const answers = [real, small].map((each) => verdict(each.safeParse(each.schemas['Availability'], value)));
    assert.deepEqual(answers[1], answers[0]);
    assert.deepEqual(answers[0], { paths: ['["entries"]'] });
  });
});

/** The contract's schemas in a module of their own, with one engine or the other. */
async function engine(small: boolean): Promise<Engine> {
  const files = readdirSync('src/contract').filter((file) => file.endsWith('.ts') && file !== 'events.ts');
  const entry = [
    `export * as z from 'zod/mini';`,
    ...files.map((file, index) => `export * as m${index} from '/src/contract/${file}';`),
  ];
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    resolve: small ? { alias: { 'zod/mini': `${process.cwd()}/src/backend/http/small-zod.ts` } } : {},
    plugins: [
      {
        name: 'entry',
        resolveId: (id) =>
          id.endsWith('contract-entry') ? '\0entry' : id.startsWith('/src/') ? `${process.cwd()}${id}` : undefined,
        load: (id) => (id === '\0entry' ? entry.join('\n') : undefined),
      },
    ],
    build: { write: false, minify: false, target: 'es2022', lib: { entry: 'contract-entry', formats: ['es'] } },
  });
  const [first] = Array.isArray(result) ? result : [result];
  assert.ok(first && 'output' in first);
  const module = (await import(`data:text/javascript,${encodeURIComponent(first.output[0].code)}`)) as Record<
    string,
    never
  >;
  const schemas: [string, z.core.$ZodType][] = [];
  for (const index of files.keys()) {
    for (const [name, value] of Object.entries(module[`m${index}`] as unknown as Record<string, object>)) {
      const isSchema = typeof value === 'object' && ('_zod' in value || 'run' in value);
      if (isSchema) schemas.push([name, value as z.core.$ZodType]);
    }
  }
  const engine = module['z'] as unknown as typeof z & Pick<Engine, 'safeParse'>;
  return { z: engine, safeParse: engine.safeParse, schemas: Object.fromEntries(schemas) };
}

/** What of an answer the client acts on: the value, or where the faults are, unions with their branches. */
function verdict(answer: ReturnType<Engine['safeParse']>): unknown {
  return answer.success ? { data: answer.data } : { paths: places(answer.error.issues) };
}

function places(issues: readonly Issue[]): string[] {
  const all = issues.map(({ path, errors }) =>
    errors ? `union ${JSON.stringify(path)} ${JSON.stringify(errors.map(places))}` : JSON.stringify(path),
  );
  return [...new Set(all)].sort();
}

/** Values that mostly fit a schema, with faults of every kind in every place. */
function valueFor(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 40, arbitrary: fitting(schema) }, { weight: 1, arbitrary: anything });
}

function fitting(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object': {
      const shape = Object.entries(def.shape);
      const required = shape.filter(([, inner]) => inner._zod.optin === undefined).map(([key]) => key);
      const model = Object.fromEntries(shape.map(([key, inner]) => [key, valueFor(inner)]));
      const whole = fc.record({ ...model, unknownMember: fc.constant(1) }, { requiredKeys: required as never });
      const partial = fc.record(model, { requiredKeys: [] });
      return fc.oneof({ weight: 40, arbitrary: whole }, { weight: 1, arbitrary: partial });
    }
    case 'array':
      return fc.array(valueFor(def.element), { maxLength: 3 });
    case 'record':
      return fc.dictionary(fc.constantFrom(...strings), valueFor(def.valueType), { maxKeys: 3 });
    case 'union':
      return fc.oneof(...def.options.map((option) => valueFor(option)));
    case 'optional':
      return fc.oneof(
        { weight: 5, arbitrary: valueFor(def.innerType) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      );
    case 'pipe':
      return fc.oneof(valueFor(def.out), valueFor(def.in));
    case 'catch':
      return valueFor(def.innerType);
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 400, max: 500 }), fc.double());
    case 'string': {
      const fit = strings.filter((text) => z.safeParse(schema, text).success);
      return fc.oneof(...(fit.length ? [{ weight: 30, arbitrary: fc.constantFrom(...fit) }] : []), {
        weight: 1,
        arbitrary: fc.constantFrom(...strings),
      });
    }
    default:
      throw new Error(`the contract uses ${def.type}: say here what values of it look like`);
  }
}
