import type { ReactiveElement } from 'lit';

/**
 * Lets an element take its attributes in their `data-` spelling too, because editors such as WordPress keep only those.
 * The plain spelling wins. Call it when the element connects.
 */
export function adoptDataAttributes(element: ReactiveElement): void {
  for (const name of (element.constructor as typeof ReactiveElement).observedAttributes) {
    const value = element.getAttribute(`data-${name}`);
    if (value !== null && !element.hasAttribute(name)) element.attributeChangedCallback(name, null, value);
  }
}
