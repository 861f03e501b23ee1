import type { AvailabilityQuery } from '../../contract/availability.js';
import { mergeEntries, NOTHING, type MergedEntries } from '../../domain/slots/merge-entries.js';
import type { BookingBackend } from '../booking-backend.js';
import { BackendFailure } from '../booking-backend.js';
import { firstDay, lastDay, type PlainDate, type PlainMonth } from '../../domain/time/plain-date.js';

/** What times are wanted for; the store adds the dates. */
export type MonthQuery = Omit<AvailabilityQuery, 'from' | 'to'>;

/** The free times of one calendar month, as far as they are known. */
export type MonthState =
  | { status: 'loading' }
  | (MergedEntries & {
      status: 'ready';
      /** Nothing is offered after this day. */
      horizon: PlainDate;
    })
  | { status: 'failed'; failure: BackendFailure };

/** One request for a month. The next request makes another, so an older answer that comes late is told by its block. */
interface Block {
  state: MonthState;
  /** When it was asked for. */
  askedAt: number;
  /** Somebody looks at this month. What was only loaded ahead may fail unseen. */
  wanted: boolean;
}

/** Older months are asked for again by {@link MonthStore.refresh}, in milliseconds. */
const STALE_AFTER = 120_000;

/** The free times for one choice of service, loaded month by month and kept. */
export class MonthStore {
  readonly #blocks = new Map<PlainMonth, Block>();
  readonly #listeners = new Set<(month: PlainMonth) => void>();
  #horizon: PlainDate | undefined;

  constructor(
    private readonly backend: BookingBackend,
    private readonly query: MonthQuery,
    /** Milliseconds since the epoch, by which times that have passed are dropped. */
    private readonly now: () => number = Date.now,
  ) {}

  /** The state of a month. Starts loading it if nobody has. */
  month(month: PlainMonth): MonthState {
    // Beyond the horizon there is nothing to ask for.
    if (this.#horizon && firstDay(month) > this.#horizon) {
      return { status: 'ready', ...NOTHING, horizon: this.#horizon };
    }
    const block = this.#blocks.get(month) ?? this.#load(month);
    block.wanted = true;
    return block.state;
  }

  /** Loads a month that is likely to be looked at next. A failure is not kept: looking at it tries again. */
  prefetch(month: PlainMonth): void {
    if (this.#blocks.has(month) || (this.#horizon && firstDay(month) > this.#horizon)) return;
    this.#load(month);
  }

  /** Forgets one month or all, so that they are asked for again: "Try again", or a slot that turned out to be taken. */
  forget(month?: PlainMonth): void {
    for (const each of month === undefined ? [...this.#blocks.keys()] : [month]) {
      if (this.#blocks.delete(each)) this.#tell(each);
    }
  }

  /** Asks again for months older than two minutes, and for failed ones; what is shown stays until the answer is here. */
  refresh(now: number = this.now()): void {
    for (const [month, block] of this.#blocks) {
      const { status } = block.state;
      if (status === 'failed' || (status === 'ready' && now - block.askedAt > STALE_AFTER)) this.#load(month);
    }
  }

  /** Calls back with every month whose state changed, until the returned function is called. */
  subscribe(listener: (month: PlainMonth) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #load(month: PlainMonth): Block {
    const before = this.#blocks.get(month);
    const block: Block = {
      state: before?.state.status === 'ready' ? before.state : { status: 'loading' },
      askedAt: this.now(),
      wanted: before?.wanted ?? false,
    };
    this.#blocks.set(month, block);
    if (before && before.state !== block.state) this.#tell(month);
    void this.#answer(month, block);
    return block;
  }

  async #answer(month: PlainMonth, block: Block): Promise<void> {
    const kept = block.state;
    let state: MonthState;
    try {
      const answer = await this.backend.availability({ ...this.query, from: firstDay(month), to: lastDay(month) });
      this.#horizon = answer.horizon;
      state = { status: 'ready', ...mergeEntries(answer, this.now()), horizon: answer.horizon };
    } catch (error) {
      const failure =
        error instanceof BackendFailure ? error : new BackendFailure('unreachable', undefined, { cause: error });
      // Times that were good two minutes ago serve people better than a failure: a hold checks them anyway.
      state = kept.status === 'ready' ? kept : { status: 'failed', failure };
    }
    if (this.#blocks.get(month) !== block) return;
    if (state.status === 'failed' && !block.wanted) this.#blocks.delete(month);
    else block.state = state;
    if (state !== kept) this.#tell(month);
  }

  #tell(month: PlainMonth): void {
    for (const listener of [...this.#listeners]) listener(month);
  }
}
