import type { Environment } from '../environment.js';
import { abortError, unlessAborted } from '../once.js';

/** What goes into one request. */
export interface Batch<Answer> {
  /** Names everything besides the ids: wishes with the same name share a request. */
  name: string;
  /** Ids per request. */
  most: number;
  /** Asks for some ids at once. What it resolves to says each one's answer, or throws why that one has none. */
  load: (ids: readonly string[], signal: AbortSignal) => Promise<(id: string) => Answer>;
}

/** Somebody's answer: gathered, asked for, or there. */
interface Wish {
  batch: Batch<unknown>;
  id: string;
  answer: Promise<unknown>;
  settle: (answer: () => unknown) => void;
  /** How many still wait for it. */
  waiting: number;
  request?: { wishes: readonly Wish[]; controller: AbortController };
  /** When the answer is too old; Infinity while there is none. */
  until: number;
}

/** Wishes that come within this many milliseconds share a request. */
const GATHER = 60;
/** As long as a page scrolls, wishes follow on each other: those that come this soon after others like them are gathered as long. */
const SCROLLING = 250;
/** Requests at the same time: a long list must not crowd out the rest of the page. */
const MOST_AT_ONCE = 2;
/** Milliseconds an answer is kept. */
const KEEP = 60_000;

/**
 * Answers for many ids in few requests. Nobody is asked for what no one waits for any more, and a request that no one waits
 * for is aborted.
 */
export class Batches {
  readonly #wishes = new Map<string, Wish>();
  #gathered: Wish[] = [];
  #due: Wish[] = [];
  #running = 0;
  /** When some of a name were last no longer gathered, where that is not long ago. */
  #flushed = new Map<string, number>();

  constructor(private readonly time: Pick<Environment, 'now' | 'after'>) {}

  /** The answer for one id. Rejects with what `load` throws for it, and with an `AbortError` if the signal is aborted. */
  get<Answer>(batch: Batch<Answer>, id: string, signal?: AbortSignal): Promise<Answer> {
    if (signal?.aborted) return Promise.reject(abortError(signal));
    const key = keyOf(batch, id);
    let wish = this.#wishes.get(key);
    if (!wish || this.time.now() >= wish.until) this.#wishes.set(key, (wish = this.#wish(batch, id)));
    const mine = wish;
    mine.waiting += 1;
    signal?.addEventListener('abort', () => this.#leave(mine));
    return unlessAborted(mine.answer as Promise<Answer>, signal);
  }

  /** Forgets what is known or on its way. What is only gathered yet will be new anyway. */
  forget(): void {
    for (const [key, { request }] of this.#wishes) if (request) this.#wishes.delete(key);
  }

  #wish(batch: Batch<unknown>, id: string): Wish {
    let settle!: Wish['settle'];
    const answer = new Promise<unknown>((resolve, reject) => {
      settle = (of) => {
        try {
          resolve(of());
          wish.until = this.time.now() + KEEP;
        } catch (error) {
          this.#drop(wish);
          reject(error as Error);
        }
      };
    });
    // Everybody may have left.
    answer.catch(() => undefined);
    const wish: Wish = { batch, id, answer, settle, waiting: 0, until: Infinity };
    if (this.#gathered.push(wish) === 1) {
      const isScrolling = this.time.now() - (this.#flushed.get(batch.name) ?? -Infinity) < SCROLLING;
      this.time.after(isScrolling ? SCROLLING : GATHER, () => this.#flush());
    }
    return wish;
  }

  #leave(wish: Wish): void {
    wish.waiting -= 1;
    const { wishes = [], controller } = wish.request ?? {};
    if (wish.until < Infinity || !wishes.every(({ waiting }) => waiting === 0)) return;
    wishes.forEach((each) => this.#drop(each));
    controller?.abort();
  }

  #drop(wish: Wish): void {
    const key = keyOf(wish.batch, wish.id);
    if (this.#wishes.get(key) === wish) this.#wishes.delete(key);
  }

  #flush(): void {
    const now = this.time.now();
    for (const [name, at] of this.#flushed) if (now - at >= SCROLLING) this.#flushed.delete(name);
    for (const { batch, waiting } of this.#gathered) if (waiting > 0) this.#flushed.set(batch.name, now);
    for (const [key, { until }] of this.#wishes) if (now >= until) this.#wishes.delete(key);
    this.#due.push(...this.#gathered.splice(0));
    this.#send();
  }

  #send(): void {
    this.#due = this.#due.filter((wish) => wish.waiting > 0 || this.#drop(wish));
    while (this.#running < MOST_AT_ONCE && this.#due[0]) {
      const { batch } = this.#due[0];
      const wishes = this.#due.filter((wish) => wish.batch.name === batch.name).slice(0, Math.max(1, batch.most));
      const sent = new Set(wishes);
      this.#due = this.#due.filter((wish) => !sent.has(wish));
      this.#running += 1;
      void this.#ask(batch, wishes).then(() => {
        this.#running -= 1;
        this.#send();
      });
    }
  }

  async #ask(batch: Batch<unknown>, wishes: readonly Wish[]): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    for (const wish of wishes) wish.request = { wishes, controller };
    try {
      const ids = wishes.map(({ id }) => id);
      const answerOf = await unlessAborted(batch.load(ids, signal), signal);
      for (const { id, settle } of wishes) settle(() => answerOf(id));
    } catch (error) {
      const fail = (): never => {
        throw error;
      };
      for (const { settle } of wishes) settle(fail);
    }
  }
}

function keyOf({ name }: Batch<unknown>, id: string): string {
  return JSON.stringify([name, id]);
}
