/** An element that can go a step back. */
interface Steps extends HTMLElement {
  back(): void;
}

/**
 * Adds one entry to the history per step of elements with `history="steps"`, at the same address, so that the browser's Back leads a step back.
 * Opt-in, for a page that has a router of its own may not like it. Back inside the element takes its entry away again, and so does a booking
 * that is made all of them: nobody should have to press Back through steps that are over.
 */
export function keepHistory(): void {
  const entries: { element: Steps; from: string }[] = [];
  const expected = new WeakMap<Steps, string>();
  let ours = 0;

  document.addEventListener('knead-step-changed', (event) => {
    const element = event.composedPath()[0] as Steps;
    if (element.getAttribute('history') !== 'steps') return;
    const { step, previous } = (event as CustomEvent<{ step: string; previous: string | null }>).detail;
    if (expected.get(element) === step) return void expected.delete(element);
    const isOver = /confirmed|requested/.test(step);
    const since = entries.findIndex((entry) => entry.element === element && (isOver || entry.from === step));
    if (since >= 0) {
      ours += 1;
      history.go(since - entries.length);
      entries.length = since;
    } else if (previous && !isOver) {
      entries.push({ element, from: previous });
      history.pushState({ ...(Object(history.state) as object), knead: entries.length }, '');
    }
  });

  addEventListener('popstate', ({ state }) => {
    if (ours) return void (ours -= 1);
    const depth = (state as { knead?: number } | null)?.knead ?? 0;
    // A step ahead takes answers that only the visitor can give.
    if (depth > entries.length) {
      ours += 1;
      history.go(entries.length - depth);
    }
    while (entries.length > depth) {
      const { element, from } = entries.pop()!;
      expected.set(element, from);
      element.back();
    }
  });
}
