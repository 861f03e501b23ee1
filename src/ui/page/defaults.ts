import { TAGS } from './twins.js';
import { allOf } from './watch.js';

/** What an address may say: what is to be booked, never who books it or why. */
const IN_ADDRESS = ['practitioner', 'place', 'service', 'option', 'start', 'reference'];

/** Longer ones are nobody's id. */
const LONGEST = 200;

/**
 * What the script tag says for all elements: its `data-theme`, and with `data-prefill="address"` what the page's own address says under
 * our prefix (`?knead-service=…`). An element's own attributes win. Answers with what gives it to the elements of a root.
 */
export function bringDefaults(script: DOMStringMap, search: string): (root: ParentNode) => void {
  const given = new Map<string, string>();
  if (script['theme']) given.set('theme', script['theme']);
  if (script['prefill'] === 'address') {
    const words = new URLSearchParams(search);
    for (const name of IN_ADDRESS) {
      const value = words.get(`knead-${name}`);
      if (value && value.length <= LONGEST) given.set(name, value);
    }
  }
  const selector = TAGS.join();
  return (root) => {
    if (given.size === 0) return;
    for (const element of allOf(root, selector))
      for (const [name, value] of given)
        if (!element.hasAttribute(name) && !element.hasAttribute(`data-${name}`)) element.setAttribute(name, value);
  };
}
