import { allOf } from './watch.js';

/** Everything that is a tag of ours. A script tag registers some of them. */
export const TAGS = [
  'booking',
  'book-button',
  'service-picker',
  'slot-calendar',
  'intake-form',
  'therapist-card',
  'therapist-directory',
  'manage-booking',
].map((name) => `knead-${name}`);

/**
 * Puts the tag into each `<div data-knead="booking" data-practitioner="…">`, its equal twin for editors that strip unknown tags: the twin's
 * `data-` attributes become the tag's own, and what stood in the twin stands in the tag.
 */
export function mountTwins(root: ParentNode): void {
  for (const twin of allOf(root, '[data-knead]')) {
    const { knead, ...data } = twin.dataset;
    const tag = `knead-${knead}`;
    if (!TAGS.includes(tag) || TAGS.includes(twin.localName) || twin.firstElementChild?.localName === tag) continue;
    const element = document.createElement(tag);
    for (const name of Object.keys(data)) {
      const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      element.setAttribute(attribute, data[name]!);
    }
    element.append(...twin.childNodes);
    twin.append(element);
  }
}
