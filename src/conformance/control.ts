import type { Answer, Client } from './client.js';
import { NotHere } from './expect.js';

/** When the cases of controlled mode play: a Friday morning in London. */
export const MORNING = '2026-10-09T08:00:00Z';

/** The routes a backend opens for testing: they empty it, set its clock and spoil its answers. */
export class Control {
  #now = Date.now();
  #since = performance.now();

  constructor(
    private readonly client: Client,
    private readonly url: string,
  ) {}

  /** Whether the backend opens these routes. Empties it if so. */
  async isOpen(): Promise<boolean> {
    return (await this.client.send('POST', `${this.url}/test/reset`)).status < 300;
  }

  /** Empties the backend and sets its clock to {@link MORNING}. */
  async reset(): Promise<void> {
    await this.#do('reset');
    await this.setClock(MORNING);
  }

  /** The backend's clock, in milliseconds. */
  now(): number {
    return Math.floor(this.#now + (performance.now() - this.#since));
  }

  /** Sets the clock to an instant, from which it runs on. */
  async setClock(now: string): Promise<void> {
    await this.#do('clock', { now });
    this.#now = Date.parse(now);
    this.#since = performance.now();
  }

  async advance(seconds: number): Promise<void> {
    await this.#do('clock', { advanceSeconds: seconds });
    this.#now += seconds * 1_000;
  }

  /** Spoils the next answers whose method and path begin with `match`. */
  async failNext(fault: { mode: string; match: string; count?: number; delayMs?: number }): Promise<void> {
    await this.#do('fail-next', fault);
  }

  /** Lets a practitioner work every day between two readings of a zone's clock, until the next reset. */
  async setHours(hours: { practitionerId: string; timeZone: string; from: string; to: string }): Promise<void> {
    await this.#do('hours', hours);
  }

  /** Limits requests a minute and holds at once, of one address; null lifts a limit. */
  async setLimits(limits: { reads?: number | null; writes?: number | null; holds?: number | null }): Promise<void> {
    await this.#do('limits', limits);
  }

  async #do(route: string, body?: unknown): Promise<Answer> {
    const answer = await this.client.send('POST', `${this.url}/test/${route}`, body === undefined ? {} : { body });
    if (answer.status >= 300) throw new NotHere(`POST /test/${route} answers ${answer.status}`);
    return answer;
  }
}
