import { never } from '../../ui/element/can-draw.js';
import { defineElement, holdElements } from '../../ui/element/define-element.js';
import type { BookButtonKit } from './book-button-kit.js';

/** What only some pages have beside our tags: their twins, the button, what opens its dialog, a history of steps. */
const EXTRAS = '[data-knead],[data-knead-open],knead-book-button,[history]';
/** Ways of the script tag that its elements wait for. */
const WAYS = '[data-load],[data-theme],[data-prefill],[data-layer]';

let kit: BookButtonKit | undefined;

/** Names what the button is made of, in the script that has the booking form. */
export function giveButton(made: BookButtonKit): void {
  kit = made;
}

/**
 * Loads the part that does what only some pages ask for, when a page does: by the script tag, and then elements wait for it, or by what stands in
 * the page or comes later. Where the part cannot be loaded the developer is told, and elements begin as ever unless they wait for consent.
 */
export function bringPage(script: HTMLElement): void {
  const loaded = (): Promise<unknown> => load(script, defineElement);
  // Nobody has agreed where nobody was asked.
  if (script.matches(WAYS)) holdElements(loaded().catch(() => (script.dataset['load'] === 'consent' ? never : 0)));
  else whenThere(EXTRAS, () => void loaded().catch(() => 0));
}

/** The same for cards, which begin when they are seen anyway: twins are all there is. */
export function bringTwins(script: HTMLElement): void {
  whenThere('[data-knead]', () => void load(script).catch(() => 0));
}

function load({ dataset }: HTMLElement, define?: typeof defineElement): Promise<unknown> {
  return import('./page.js').then((page) => page.default(dataset, define, kit));
}

/** Does something once, when a page has what a selector matches or gets it. */
function whenThere(selector: string, act: () => void): void {
  const has = (node: Node & Partial<Pick<Element, 'matches' | 'querySelector'>>): unknown =>
    node.matches?.(selector) || node.querySelector?.(selector);
  if (has(document)) return act();
  const later = new MutationObserver((records) => {
    if (!records.some(({ addedNodes }) => [...addedNodes].some(has))) return;
    later.disconnect();
    act();
  });
  later.observe(document, { childList: true, subtree: true });
}
