import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What to show while something loads, once it is there, and when it could not be loaded. */
export interface LoadScreens<Value, Screen> {
  pending: () => Screen;
  complete: (value: Value) => Screen;
  error: (error: unknown) => Screen;
}

/**
 * Loads what an element needs, at its first update and whenever a source changes. A newer load ends an older one, whose
 * answer then counts no more; leaving the page ends a load too, and coming back begins it again. Owns how far loading has
 * come; what is loaded and from where, the element decides.
 */
export class Load<Value> implements ReactiveController {
  status: 'pending' | 'complete' | 'error' = 'pending';
  /** What was loaded last; kept while the next is under way. */
  value: Value | undefined;
  error: unknown;
  #sources: readonly unknown[] | undefined;
  #controller: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly sources: () => readonly unknown[],
    private readonly load: (signal: AbortSignal) => Value | Promise<Value>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.#sources) this.host.requestUpdate();
  }

  hostUpdate(): void {
    const before = this.#sources;
    if (!before || this.sources().some((source, index) => !Object.is(source, before[index]))) void this.run();
  }

  hostDisconnected(): void {
    if (this.status === 'pending') this.#sources = undefined;
    this.#controller?.abort();
  }

  /** Loads again, for example after a failure. */
  async run(): Promise<void> {
    this.#sources = this.sources();
    this.#controller?.abort();
    const { signal } = (this.#controller = new AbortController());
    const become = (state: Pick<Load<Value>, 'status'> & Partial<Load<Value>>): void => {
      if (signal.aborted) return;
      Object.assign(this, state);
      this.host.requestUpdate();
    };
    try {
      const value = this.load(signal);
      // What is there at once is never awaited, so it is drawn at once. The page's own Promise (zone.js, say) is not the one
      // that async functions return.
      const waits = (value as Partial<Promise<Value>> | null | undefined)?.then;
      if (waits) become({ status: 'pending' });
      become({ status: 'complete', value: waits ? await value : (value as Value) });
    } catch (error) {
      become({ status: 'error', value: undefined, error });
    }
  }
}

/** The screen for how far loading has come. */
export function loadScreen<Value, Screen>(
  { status, value, error: reason }: Load<Value>,
  { pending, complete, error }: LoadScreens<Value, Screen>,
): Screen {
  if (status === 'pending') return pending();
  return status === 'error' ? error(reason) : complete(value as Value);
}
