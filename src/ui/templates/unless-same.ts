import { noChange } from 'lit';
import { Directive, directive, type DirectiveResult } from 'lit/directive.js';

class UnlessSame extends Directive {
  #key: string | undefined;

  render(key: string, draw: () => unknown): unknown {
    if (key === this.#key) return noChange;
    this.#key = key;
    return draw();
  }
}

/** Draws again only if the key, which names all that the drawing depends on, is not the one it was drawn for. */
export const unlessSame: (key: string, draw: () => unknown) => DirectiveResult = directive(UnlessSame);
