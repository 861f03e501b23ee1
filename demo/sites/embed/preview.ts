import type { Choices } from './choices.js';
import { elementFor, fallbackWords, type Place } from './snippets.js';

/** Shows the element that choices mean, in a box that stands for somebody's page. */
export class Preview {
  #shown = '';

  constructor(private readonly stage: HTMLElement) {}

  /** Makes the element anew where anything about it has changed. What a visitor began in the old one is let go of, its hold too. */
  show(choices: Choices, place: Place): void {
    const { tag, attributes } = elementFor(choices);
    this.stage.dataset['kind'] = choices.kind;
    // The page's own style: what a policy on style attributes leaves alone.
    if (choices.accent) this.stage.style.setProperty('--knead-accent', choices.accent);
    else this.stage.style.removeProperty('--knead-accent');
    const shown = JSON.stringify([tag, attributes]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const link = document.createElement('a');
    link.href = place.bookingPage;
    link.textContent = fallbackWords(choices, place);
    element.append(link);
    this.stage.replaceChildren(element);
  }
}
