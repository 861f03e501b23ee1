/** What the transport takes from its surroundings. Tests replace all of it, so no test ever waits. */
export interface Environment {
  fetch(url: string, init: RequestInit): PromiseLike<Response>;
  /** Milliseconds that only ever grow; never the visitor's clock. */
  now(): number;
  /** From 0 up to 1, for jitter. */
  random(): number;
  /** Whether the device believes that it has a network. */
  online(): boolean;
  /** Calls back once after so many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, callback: () => void): () => void;
  /** When reads were last repeated (see `now`). Shared by all backends of a page, so that together they stay polite. */
  repeats: number[];
  /** The language that answers are wanted in, as a tag. */
  language?: string | undefined;
}

/**
 * The page. Every function is looked up when it is used: a page may patch `fetch` or timers after this file has loaded, and
 * a copy detached from `window` would throw.
 */
export const page: Environment = {
  fetch: (url, init) => globalThis.fetch(url, init),
  now: () => performance.now(),
  random: () => Math.random(),
  online: () => globalThis.navigator?.onLine !== false,
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  repeats: [],
};
