import type { Practitioner } from '../../contract/practitioner.js';
import type { PractitionerSearch } from '../../contract/practitioner-search.js';
import type { PractitionerPage } from '../../contract/service.js';

/** Therapists a page of the list has. */
export const PAGE = 24;

/**
 * A list of practitioners as far as it was asked for, page by page. A newer search ends an older one, whose answers then count
 * no more. Somebody whom two pages name is there once. Owns what was answered; what is asked whom, its maker decides.
 */
export class DirectoryPages {
  people: readonly Practitioner[] = [];
  status: 'pending' | 'complete' | 'error' = 'pending';
  error: unknown;
  /** Whether there is another page, and how far asking for it has come. */
  more: 'none' | 'some' | 'pending' | 'error' = 'none';
  /** The first page's answer, as far as it is not about people. */
  answer: Omit<PractitionerPage, 'practitioners' | 'next'> = {};
  #search: PractitionerSearch = {};
  #cursors: string[] = [];
  #controller = new AbortController();

  constructor(
    private readonly ask: (search: PractitionerSearch, signal: AbortSignal) => Promise<PractitionerPage>,
    private readonly changed: () => void,
  ) {}

  /** Searches anew. Resolves with whether it succeeded; null where a newer search took its place. */
  async search(search: PractitionerSearch): Promise<boolean | null> {
    this.stop();
    const { signal } = (this.#controller = new AbortController());
    this.#search = search;
    this.status = 'pending';
    this.more = 'none';
    this.changed();
    try {
      const { practitioners, next, ...answer } = await this.ask({ ...search, limit: PAGE }, signal);
      if (signal.aborted) return null;
      Object.assign(this, { people: [], answer, status: 'complete' });
      this.#cursors = [];
      this.#add(practitioners, next);
      return true;
    } catch (error) {
      if (signal.aborted) return null;
      Object.assign(this, { people: [], answer: {}, status: 'error', error });
      return false;
    } finally {
      this.changed();
    }
  }

  /** Adds the next page. Resolves with how many it brought; null where it failed, or a newer search took its place. */
  async showMore(): Promise<number | null> {
    const cursor = this.#cursors.at(-1);
    if (cursor === undefined || this.more === 'pending') return null;
    const { signal } = this.#controller;
    const before = this.people.length;
    this.more = 'pending';
    this.changed();
    try {
      const { practitioners, next } = await this.ask({ ...this.#search, limit: PAGE, cursor }, signal);
      if (signal.aborted) return null;
      this.#add(practitioners, next);
      return this.people.length - before;
    } catch {
      if (signal.aborted) return null;
      this.more = 'error';
      return null;
    } finally {
      this.changed();
    }
  }

  /** Ends what is under way. */
  stop(): void {
    this.#controller.abort();
  }

  #add(practitioners: readonly Practitioner[], next: string | undefined): void {
    const known = new Map(this.people.map((one) => [one.id, one]));
    for (const one of practitioners) if (!known.has(one.id)) known.set(one.id, one);
    this.people = [...known.values()];
    // A page that was there before would go round for ever.
    const isNew = next !== undefined && !this.#cursors.includes(next);
    if (isNew) this.#cursors.push(next);
    this.more = isNew ? 'some' : 'none';
  }
}

/** A page of a list that is there as a whole: `cursor` counts those before it. */
export function pageOf(
  practitioners: readonly Practitioner[],
  { cursor = '0', limit = PAGE }: PractitionerSearch,
): PractitionerPage {
  const end = Number(cursor) + limit;
  return {
    practitioners: practitioners.slice(Number(cursor), end),
    total: practitioners.length,
    ...(end < practitioners.length && { next: String(end) }),
  };
}
