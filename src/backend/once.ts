/**
 * One load per key: callers at the same time share it, later callers get its result, and a failure is forgotten so that
 * the next caller tries again.
 */
export function once<Key, Value>(kept: Map<Key, Promise<Value>>, key: Key, load: () => Promise<Value>): Promise<Value> {
  let loading = kept.get(key);
  if (!loading) {
    loading = load();
    kept.set(key, loading);
    const mine = loading;
    loading.catch(() => kept.get(key) === mine && kept.delete(key));
  }
  return loading;
}

/** Waits for a shared promise until this caller's signal is aborted; the shared work runs on for the others. */
export async function unlessAborted<Value>(shared: Promise<Value>, signal?: AbortSignal): Promise<Value> {
  if (!signal) return shared;
  if (signal.aborted) throw abortError(signal);
  let onAbort!: () => void;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(abortError(signal));
    signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([shared, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** What an aborted read rejects with: the signal's own reason, if that is an `AbortError`. */
export function abortError(signal: AbortSignal): DOMException {
  const reason = signal.reason as Partial<DOMException> | undefined;
  return reason?.name === 'AbortError' ? (reason as DOMException) : new DOMException('Aborted', 'AbortError');
}
