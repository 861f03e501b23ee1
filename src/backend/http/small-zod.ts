/**
 * The part of `zod/mini` that the contract uses, in a fraction of its bytes. The script-tag builds put it in zod's place,
 * so the schemas stay the one source and only what runs them differs; everything else, the server and npm users included,
 * runs zod itself. A test holds both to the same verdict, the same value and the same fault paths on the same input.
 *
 * Not here: messages, asynchronous checks, transforms, and anything the contract does not call. A build that meets a name
 * missing here fails.
 */

/** What does not fit, and where. */
interface Issue {
  code: string;
  path: PropertyKey[];
  /** The value has the right type, so further checks of it make sense. */
  continue?: boolean;
  /** The faults of each branch of a union. */
  errors?: Issue[][];
}

type Run = (value: unknown, issues: Issue[]) => unknown;
type Check = { fits: (value: never) => boolean; sized?: number };

interface Schema {
  run: Run;
  check(...checks: Check[]): Schema;
  /** The members of an enumeration or literal. */
  values?: readonly unknown[];
  shape?: Record<string, Schema>;
}

function schema(parse: Run, rest: Partial<Schema> = {}, checks: readonly Check[] = []): Schema {
  return {
    ...rest,
    run(value, issues) {
      // Refused before its members are looked at: a list over its cap is not worth the time.
      if (Array.isArray(value) && checks.some(({ sized = Infinity }) => value.length > sized))
        return void issues.push({ code: 'too_big', path: [] });
      const start = issues.length;
      const parsed = parse(value, issues);
      for (const { fits } of checks) {
        if (wrongType(issues, start)) break;
        if (!fits(parsed as never)) issues.push({ code: 'custom', path: [], continue: true });
      }
      return parsed;
    },
    check: (...more) => schema(parse, rest, [...checks, ...more]),
  };
}

function wrongType(issues: readonly Issue[], start = 0): boolean {
  return issues.slice(start).some((issue) => !issue.continue);
}

/** Runs a schema on a member, and names the member in every fault it finds. */
function member(inner: Schema, value: unknown, key: PropertyKey, issues: Issue[]): unknown {
  let start = issues.length;
  const parsed = inner.run(value, issues);
  for (; start < issues.length; start += 1) issues[start]!.path.unshift(key);
  return parsed;
}

function only(fits: (value: unknown) => boolean, rest: Partial<Schema> = {}): Schema {
  return schema((value, issues) => {
    if (!fits(value)) issues.push({ code: 'invalid_type', path: [] });
    return value;
  }, rest);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const among = (values: readonly unknown[]): Schema => {
  const members = new Set(values);
  return only((value) => members.has(value), { values });
};

export const string = (): Schema => only((value) => typeof value === 'string');
export const boolean = (): Schema => only((value) => typeof value === 'boolean');
export const number = (): Schema => only(Number.isFinite);
export const int = (): Schema => only(Number.isInteger).check({ fits: Number.isSafeInteger });
export const literal = (value: unknown): Schema => among([value]);
const enumeration = among;

export const object = (shape: Record<string, Schema>): Schema =>
  schema(
    (value, issues) => {
      if (!isObject(value)) return void issues.push({ code: 'invalid_type', path: [] });
      const parsed: Record<string, unknown> = {};
      for (const key of Object.keys(shape)) {
        const inner = member(shape[key]!, value[key], key, issues);
        if (inner !== undefined || key in value) parsed[key] = inner;
      }
      return parsed;
    },
    { shape },
  );

export const record = (keys: Schema, values: Schema): Schema =>
  schema((value, issues) => {
    if (!isObject(value)) return void issues.push({ code: 'invalid_type', path: [] });
    const parsed: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      if (key === '__proto__') continue;
      const faults: Issue[] = [];
      keys.run(key, faults);
      if (faults.length > 0) issues.push({ code: 'invalid_key', path: [key] });
      else parsed[key] = member(values, value[key], key, issues);
    }
    return parsed;
  });

export const array = (item: Schema): Schema =>
  schema((value, issues) =>
    Array.isArray(value)
      ? value.map((entry, index) => member(item, entry, index, issues))
      : void issues.push({ code: 'invalid_type', path: [] }),
  );

export const optional = (inner: Schema): Schema =>
  schema((value, issues) => (value === undefined ? value : inner.run(value, issues)));

const caught = (inner: Schema, fallback: unknown): Schema =>
  schema((value) => {
    const faults: Issue[] = [];
    const parsed = inner.run(value, faults);
    return faults.length > 0 ? fallback : parsed;
  });

export const pipe = (first: Schema, next: Schema): Schema =>
  schema((value, issues) => {
    const start = issues.length;
    const parsed = first.run(value, issues);
    return issues.length > start ? parsed : next.run(parsed, issues);
  });

export const union = (branches: readonly Schema[]): Schema =>
  schema((value, issues) => {
    const results = [];
    for (const branch of branches) {
      const faults: Issue[] = [];
      const parsed = branch.run(value, faults);
      if (faults.length === 0) return parsed;
      results.push({ parsed, faults });
    }
    // Where the type fits one branch only, its faults are the faults.
    const [meant, ...others] = results.filter(({ faults }) => !wrongType(faults));
    if (meant && others.length === 0) {
      issues.push(...meant.faults);
      return meant.parsed;
    }
    issues.push({ code: 'invalid_union', path: [], errors: results.map(({ faults }) => faults) });
    return value;
  });

export const discriminatedUnion = (key: string, branches: readonly Schema[]): Schema =>
  schema((value, issues) => {
    if (!isObject(value)) return void issues.push({ code: 'invalid_type', path: [] });
    const branch = branches.find(({ shape }) => shape?.[key]?.values?.includes(value[key]));
    if (branch) return branch.run(value, issues);
    return void issues.push({ code: 'invalid_union', path: [key], errors: [] });
  });

/** Length in characters as people count them, or in members. */
const lengthOf = (value: string | readonly unknown[]): number =>
  typeof value === 'string' ? [...value].length : value.length;

export const refine = (fits: (value: never) => boolean): Check => ({ fits });
export const regex = (pattern: RegExp): Check => ({ fits: (value: string) => pattern.test(value) });
export const minLength = (least: number): Check => ({ fits: (value: string) => lengthOf(value) >= least });
export const maxLength = (most: number): Check => ({
  fits: (value: string) => value.length <= most || lengthOf(value) <= most,
  sized: most,
});
export const gte = (least: number): Check => ({ fits: (value: number) => value >= least });
export const lte = (most: number): Check => ({ fits: (value: number) => value <= most });

export function safeParse(
  { run }: Schema,
  value: unknown,
): { success: true; data: unknown } | { success: false; error: { issues: Issue[] } } {
  const issues: Issue[] = [];
  const data = run(value, issues);
  return issues.length > 0 ? { success: false, error: { issues } } : { success: true, data };
}

export { enumeration as enum, caught as catch };
