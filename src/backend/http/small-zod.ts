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

/** A schema of what is of a type, and then is parsed and checked. */
function schema<Type>(
  isType: (value: unknown) => unknown,
  parse: (value: Type, issues: Issue[]) => unknown = (value) => value,
  rest: Partial<Schema> = {},
  checks: readonly Check[] = [],
): Schema {
  return {
    ...rest,
    run(value, issues) {
      // A list over its cap is refused before its members are looked at: it is not worth the time.
      if (!isType(value) || (Array.isArray(value) && checks.some(({ sized = Infinity }) => value.length > sized)))
        return void issues.push({ path: [] });
      const start = issues.length;
      const parsed = parse(value as Type, issues);
      for (const { fits } of checks) {
        if (wrongType(issues, start)) break;
        if (!fits(parsed as never)) issues.push({ path: [], continue: true });
      }
      return parsed;
    },
    check: (...more) => schema(isType, parse, rest, [...checks, ...more]),
  };
}

function wrongType(issues: readonly Issue[], start = 0): boolean {
  return issues.slice(start).some((issue) => !issue.continue);
}

/** Runs a schema on a member, and names the member in every fault it finds. */
function member(inner: Schema, value: unknown, key: PropertyKey, issues: Issue[]): unknown {
  let at = issues.length;
  const parsed = inner.run(value, issues);
  for (; at < issues.length; at += 1) issues[at]!.path.unshift(key);
  return parsed;
}

/** What a schema makes of a value, with the faults apart. */
function tried({ run }: Schema, value: unknown): [parsed: unknown, faults: Issue[]] {
  const faults: Issue[] = [];
  return [run(value, faults), faults];
}

const isAny = (): boolean => true;
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const among = (values: readonly unknown[]): Schema => schema((value) => values.includes(value), undefined, { values });

export const string = (): Schema => schema((value) => typeof value === 'string');
export const boolean = (): Schema => schema((value) => typeof value === 'boolean');
export const number = (): Schema => schema(Number.isFinite);
export const int = (): Schema => schema(Number.isInteger).check({ fits: Number.isSafeInteger });
export const literal = (value: unknown): Schema => among([value]);
const enumeration = among;

export const object = (shape: Record<string, Schema>): Schema =>
  schema(
    isObject,
    (value: Record<string, unknown>, issues) => {
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
  schema(isObject, (value: Record<string, unknown>, issues) => {
    const parsed: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      if (key === '__proto__') continue;
      if (tried(keys, key)[1].length > 0) issues.push({ path: [key] });
      else parsed[key] = member(values, value[key], key, issues);
    }
    return parsed;
  });

export const array = (item: Schema): Schema =>
  schema(Array.isArray, (value: unknown[], issues) => value.map((entry, index) => member(item, entry, index, issues)));

export const optional = (inner: Schema): Schema =>
  schema(isAny, (value, issues) => (value === undefined ? value : inner.run(value, issues)));

const caught = (inner: Schema, fallback: unknown): Schema =>
  schema(isAny, (value) => {
    const [parsed, faults] = tried(inner, value);
    return faults.length > 0 ? fallback : parsed;
  });

export const pipe = (first: Schema, next: Schema): Schema =>
  schema(isAny, (value, issues) => {
    const start = issues.length;
    const parsed = first.run(value, issues);
    return issues.length > start ? parsed : next.run(parsed, issues);
  });

export const union = (branches: readonly Schema[]): Schema =>
  schema(isAny, (value, issues) => {
    const results = branches.map((branch) => tried(branch, value));
    // Where the type fits one branch only, its faults are the faults.
    const [meant, ...others] = results.filter(([, faults]) => !wrongType(faults));
    const [parsed, faults] =
      results.find(([, faults]) => faults.length === 0) ?? (others.length > 0 ? [] : meant) ?? [];
    // One by one: a backend may make more faults than a call takes arguments.
    for (const fault of faults ?? [{ path: [], errors: results.map(([, faults]) => faults) }]) issues.push(fault);
    return parsed;
  });

export const discriminatedUnion = (key: string, branches: readonly Schema[]): Schema =>
  schema(isObject, (value: Record<string, unknown>, issues) => {
    const branch = branches.find(({ shape }) => shape?.[key]?.values?.includes(value[key]));
    return branch ? branch.run(value, issues) : void issues.push({ path: [key], errors: [] });
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
