import type { FuzzedOperation, Path } from './fields.js';
import type { Mutation } from './mutations.js';
import type { GoodRequest, Sent } from './world.js';

/** Put into a body in place of what cannot be said by a value. */
const MARK = '\u0001mark\u0001';

/** A value as somebody may write it into a URL. */
export function inUrl(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A request with some of its good parts replaced. */
export function requestOf(
  { method, path, body }: FuzzedOperation,
  good: GoodRequest,
  parts: Partial<Omit<GoodRequest, 'body'>> & { body?: string },
): Sent {
  const { ids, query } = { ...good, ...parts };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((ids[name] ?? 'x').replace(/\p{Cs}/gu, '\ufffd')),
  );
  const search = new URLSearchParams(query).toString();
  return {
    method,
    path: `${path.startsWith('/.well-known') ? '' : '/v1'}${filled}${search && `?${search}`}`,
    ...(good.token !== undefined && { headers: { Authorization: `Bearer ${good.token}` } }),
    ...(body && { body: parts.body ?? JSON.stringify(good.body) }),
  };
}

/** The JSON text of a good body with one field changed. The empty path is the whole body. */
export function mutated(body: unknown, path: Path, mutation: Mutation): string {
  const value = 'value' in mutation ? mutation.value : 'raw' in mutation ? MARK : undefined;
  const text = JSON.stringify(replaced(body, path, value)) ?? '';
  return 'raw' in mutation ? text.replace(JSON.stringify(MARK), () => mutation.raw) : text;
}

/** A good body in which one field comes twice: once as it should be, once as it should not. */
export function doubled(body: unknown, path: Path): string[] {
  const key = path.at(-1);
  if (typeof key !== 'string') return [];
  const marked = JSON.stringify(replaced(body, path, MARK));
  const name = JSON.stringify(key);
  const good = JSON.stringify(
    path.reduce<unknown>((inner, each) => (inner as Record<string, unknown> | undefined)?.[each], body) ?? null,
  );
  return [`7,${name}:${good}`, `${good},${name}:{"a":[]}`].map((both) =>
    marked.replace(JSON.stringify(MARK), () => both),
  );
}

function replaced(body: unknown, path: Path, value: unknown): unknown {
  if (path.length === 0) return value;
  const [key, ...rest] = path as [string | number, ...Path];
  if (Array.isArray(body) || typeof key === 'number') {
    const list = Array.isArray(body) ? [...(body as unknown[])] : [];
    list[Number(key)] = replaced(list[Number(key)], rest, value);
    return list;
  }
  const { [key]: old, ...others } = { ...(body as Record<string, unknown> | undefined) };
  if (rest.length === 0 && value === undefined) return others;
  return { ...others, [key]: replaced(old, rest, value) };
}
