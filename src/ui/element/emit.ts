/** The detail of an event named in `HTMLElementEventMap`. */
type DetailOf<Name extends keyof HTMLElementEventMap> =
  HTMLElementEventMap[Name] extends CustomEvent<infer Detail> ? Detail : never;

/** `asks`: a leaf's wish, seen by its parent. `reports`: a fact for the page, crossing shadow roots. `tells`: the host element only. */
type Reach = 'asks' | 'reports' | 'tells';

/**
 * Sends a typed event. Returns false if it was cancelable and a listener cancelled it.
 */
export function emit<Name extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  name: Name,
  detail: DetailOf<Name>,
  { reach, cancelable = false }: { reach: Reach; cancelable?: boolean },
): boolean {
  return element.dispatchEvent(
    new CustomEvent(name, { detail, cancelable, bubbles: reach !== 'tells', composed: reach === 'reports' }),
  );
}
