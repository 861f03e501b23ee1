/** An element with attributes and what is in it. */
export function make(name: string, attributes: Readonly<Record<string, string>>, ...inside: Element[]): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

/**
 * What gives a fresh copy of an element, which is made once. For what a page shows by the hundred: a copy has nothing in it
 * but its elements, nothing of what Lit keeps to find its places again, so whoever has it fills it.
 */
export function stampOf(first: () => HTMLElement): () => HTMLElement {
  let made: HTMLElement | undefined;
  return () => (made ??= first()).cloneNode(true) as HTMLElement;
}

/** Writes a text where another one is. */
export function say(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/** Writes an attribute where it has another value; null takes it away. */
export function mark(element: Element | null | undefined, name: string, value: string | null): void {
  if (!element || element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** Puts a copy of a stamp in its place, or takes it away. What is there stays. */
export function keep(
  there: Element | null,
  isWanted: boolean,
  stamp: () => HTMLElement,
  place: (made: HTMLElement) => void,
): Element | null {
  if (!isWanted) there?.remove();
  if (there || !isWanted) return isWanted ? there : null;
  const made = stamp();
  place(made);
  return made;
}
