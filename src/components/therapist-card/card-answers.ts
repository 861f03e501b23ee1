import type { ListingBackend } from '../../backend/booking-backend.js';
import type { CardQuery, CardTimes } from '../../backend/stores/card-times.js';
import type { Practitioner } from '../../contract/practitioner.js';
import { cardsFor, connectListing } from '../../backend/connect.js';
import { unwatchNear, watchNear, type Nearing } from '../../ui/controllers/near-viewport.js';

/** What a card asks for. */
export interface CardWishes {
  /** As `connectListing` takes it; null where the page names none. */
  backend: string | ListingBackend | null;
  /** The therapist too, or only their times. */
  profile: boolean;
  /** Whose times; none where they are given or not shown. */
  query: CardQuery | undefined;
  practitionerId: string;
}

/** An answer, or that there is none yet, or why there is none. */
export type Answer<Value> = { value: Value } | { error: unknown } | 'none' | 'loading';

/**
 * Asks for what a card shows while the card is near the viewport, and once. What is still on its way when the card scrolls
 * past or leaves the page is let go of, and asked for again when it comes back. Owns how far asking has come.
 */
export class CardAnswers {
  profile: Answer<Practitioner> = 'none';
  times: Answer<CardTimes> = 'none';
  #wishes: CardWishes | undefined;
  #key = '';
  #asking: AbortController | undefined;

  constructor(private readonly card: Nearing & { requestUpdate(): void }) {}

  /** Says what the card needs now. Nothing happens where that is what it needed before. */
  want(wishes: CardWishes): void {
    const { backend, ...rest } = wishes;
    const key = JSON.stringify(rest);
    if (this.#wishes?.backend !== backend || this.#key !== key) {
      this.leave();
      this.#wishes = wishes;
      this.#key = key;
      this.profile = backend && wishes.profile ? 'loading' : 'none';
      this.times = backend && wishes.query ? 'loading' : 'none';
    }
    if (this.#isOpen && this.card.isConnected) watchNear(this.card);
  }

  /** The card came near, or scrolled past. */
  onNear(isNear: boolean): void {
    if (!isNear) this.#stop();
    else if (!this.#asking) void this.#ask();
  }

  /** The card has left the page. */
  leave(): void {
    unwatchNear(this.card);
    this.#stop();
  }

  /** Asks again for what could not be had. */
  retry(): void {
    this.#key = '';
    this.card.requestUpdate();
  }

  get #isOpen(): boolean {
    return this.profile === 'loading' || this.times === 'loading';
  }

  #stop(): void {
    this.#asking?.abort();
    this.#asking = undefined;
  }

  async #ask(): Promise<void> {
    const { backend, practitionerId, query } = this.#wishes!;
    const { signal } = (this.#asking = new AbortController());
    const become = (answers: Partial<Pick<CardAnswers, 'profile' | 'times'>>): void => {
      if (signal.aborted) return;
      Object.assign(this, answers);
      if (!this.#isOpen) {
        unwatchNear(this.card);
        this.#asking = undefined;
      }
      this.card.requestUpdate();
    };
    try {
      const connected = await connectListing(backend, this.card);
      const store = await cardsFor(connected!);
      if (this.profile === 'loading') {
        store.practitioner(practitionerId, signal).then(
          (value) => become({ profile: { value } }),
          (error: unknown) => become({ profile: { error } }),
        );
      }
      if (query && this.times === 'loading') {
        store.times(query, signal).then(
          (value) => become({ times: { value } }),
          (error: unknown) => become({ times: { error } }),
        );
      }
    } catch (error) {
      become({ profile: { error }, times: { error } });
    }
  }
}
