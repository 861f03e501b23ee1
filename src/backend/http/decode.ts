import * as z from 'zod/mini';
import { MAX_SLOTS } from '../../contract/availability.js';
import { BackendFailure } from '../booking-backend.js';

/**
 * Lists of which no member may be missing: a price without one of its lines, or a form without one of its questions or
 * rules, would mislead. A fault in one of them is a fault of what holds the list.
 */
const WHOLE = new Set<PropertyKey>(['lines', 'items', 'rules', 'sessions', 'all', 'any']);

type Path = readonly PropertyKey[];

/**
 * Parses an answer at the edge. Members of lists that do not fit the contract are left out, with one console warning that
 * names where and how many but no values; an answer that does not fit even so is a `broken` failure. Of more slots than
 * the contract allows the first are kept.
 */
export function decode<Schema extends z.core.$ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  let left = cutSlots(value);
  let parsed = z.safeParse(schema, value);
  let where = 'entries.slots';
  if (!parsed.success) {
    const paths = parsed.error.issues.flatMap(pathsOf);
    where = paths[0]!.map(String).join('.') || '(the whole answer)';
    if (paths.every(memberOf)) {
      left += leaveOut(value, paths);
      parsed = z.safeParse(schema, value);
    }
  } else if (!left) return parsed.data;
  const mended = parsed.success ? `${left} item(s) left out: ` : '';
  console.warn(`[knead] ${mended}the backend's answer does not fit the contract at ${where}.`);
  if (!parsed.success) throw new BackendFailure('broken');
  return parsed.data;
}

/** Removes the slots of each entry that are too many, before anybody looks at them, and returns their number. */
function cutSlots(value: unknown): number {
  let left = 0;
  // Nothing is known of the value yet, and Object() makes anything safe to look into.
  for (const entry of [(Object(value) as { entries?: unknown }).entries].flat()) {
    const { slots } = Object(entry) as { slots?: unknown };
    if (Array.isArray(slots)) left += slots.splice(MAX_SLOTS).length;
  }
  return left;
}

/** Where the faults are. A union has faults per branch: the branch that leaving out can mend is the one that was meant. */
function pathsOf(issue: z.core.$ZodIssue): Path[] {
  if ('errors' in issue) {
    for (const branch of issue.errors) {
      const inner = branch.flatMap(pathsOf);
      if (inner.length && inner.every(memberOf)) return inner.map((path) => [...issue.path, ...path]);
    }
  }
  return [issue.path];
}

/** The path of the innermost list member that holds a fault and may be left out. */
function memberOf(path: Path): Path | undefined {
  const whole = path.findIndex((key) => WHOLE.has(key));
  const reach = whole < 0 ? path : path.slice(0, whole);
  const index = reach.findLastIndex((key) => typeof key === 'number');
  return index < 0 ? undefined : reach.slice(0, index + 1);
}

/** Removes the members in place and returns their number. */
function leaveOut(value: unknown, paths: readonly Path[]): number {
  const faulty = new Map<unknown[], Set<PropertyKey>>();
  for (const path of paths) {
    const member = memberOf(path)!;
    const list = member
      .slice(0, -1)
      .reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)[key], value);
    const indexes = faulty.get(list as unknown[]) ?? new Set();
    faulty.set(list as unknown[], indexes.add(member.at(-1)!));
  }
  let left = 0;
  for (const [list, indexes] of faulty) {
    left += indexes.size;
    let kept = 0;
    for (let index = 0; index < list.length; index++) if (!indexes.has(index)) list[kept++] = list[index];
    list.length = kept;
  }
  return left;
}
