import type { Answer } from './client.js';
import { Problem, PROBLEM_STATUS, type ProblemCode } from '../contract/problem.js';

/** Of a value in a reason, so many characters are shown. */
const SHOWN = 300;

/** A schema of the contract, as far as the kit uses it. */
export interface Schema<Noun> {
  safeParse(value: unknown): { success: true; data: Noun } | { success: false; error: Faults };
}

interface Faults {
  issues: readonly { path: readonly PropertyKey[]; message: string }[];
}

/** A clause that a backend does not keep. `answer` is the one that shows it; by default the last. */
export class Unmet extends Error {
  override readonly name = 'Unmet';

  constructor(
    reason: string,
    readonly answer?: Answer,
  ) {
    super(reason);
  }
}

/** A case that cannot be run here, and why. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
}

/** Throws {@link Unmet} unless a condition holds. */
export function expect(condition: boolean, reason: string, answer?: Answer): asserts condition {
  if (!condition) throw new Unmet(reason, answer);
}

/** Throws {@link Unmet} unless two values are the same, written as JSON. */
export function expectSame(found: unknown, wanted: unknown, what: string, answer?: Answer): void {
  const [is = 'undefined', should = 'undefined'] = [JSON.stringify(found), JSON.stringify(wanted)];
  expect(is === should, `${what} is ${is.slice(0, SHOWN)} and should be ${should.slice(0, SHOWN)}`, answer);
}

/** The JSON of an answer that must have this status and fit this schema. */
export function read<Noun>(answer: Answer, schema: Schema<Noun>, status: number | readonly number[] = 200): Noun {
  const allowed = typeof status === 'number' ? [status] : status;
  const code = (answer.body as { code?: unknown } | null | undefined)?.code;
  const got = `${answer.status}${typeof code === 'string' ? ` ${code}` : ''}`;
  expect(allowed.includes(answer.status), `the status is ${got} and should be ${allowed.join(' or ')}`, answer);
  const type = answer.headers.get('content-type') ?? '';
  expect(/^application\/json\b/i.test(type), `the content type is "${type}" and should be application/json`, answer);
  const result = schema.safeParse(answer.body);
  if (result.success) return result.data;
  throw new Unmet(`the body does not fit the schema: ${faultsOf(result.error)}`, answer);
}

/** The problem of an answer that must be one of these codes, written as the contract says. */
export function problem(answer: Answer, ...codes: readonly ProblemCode[]): Problem {
  const { code } = (answer.body ?? {}) as { code?: unknown };
  const got = `${answer.status} ${typeof code === 'string' ? code : 'without a code'}`;
  const wanted = codes.map((one) => `${PROBLEM_STATUS[one]} ${one}`).join(' or ');
  expect(
    codes.some((one) => one === code),
    `the answer is ${got} and should be ${wanted}`,
    answer,
  );
  return anyProblem(answer);
}

/** The problem of an answer that may have any code of the contract. */
export function anyProblem(answer: Answer): Problem {
  const type = answer.headers.get('content-type') ?? '';
  expect(
    /^application\/problem\+json\b/i.test(type),
    `the content type is "${type}" and should be application/problem+json`,
    answer,
  );
  const result = Problem.safeParse(answer.body);
  if (!result.success) throw new Unmet(`the problem does not fit the schema: ${faultsOf(result.error)}`, answer);
  const { code, status } = answer.body as { code: string; status: number };
  expect(Object.hasOwn(PROBLEM_STATUS, code), `"${code}" is no code of version 1`, answer);
  expectSame([status, answer.status], [PROBLEM_STATUS[code as ProblemCode], status], 'the status of the code', answer);
  return result.data;
}

/** Throws unless a problem points at a field. */
export function pointsAt(answer: Answer, pointer: string): void {
  const pointers = (problem(answer, 'validation').errors ?? []).map((error) => error.pointer);
  expect(pointers.includes(pointer), `errors[] points at ${JSON.stringify(pointers)} and should at ${pointer}`, answer);
}

function faultsOf(error: Faults): string {
  const faults = error.issues.slice(0, 5).map(({ path, message }) => `${path.map(String).join('/')}: ${message}`);
  return faults.join('; ');
}
