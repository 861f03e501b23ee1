import { noChange } from 'lit';
import { Directive, directive, type DirectiveResult, type PropertyPart } from 'lit/directive.js';

class Live extends Directive {
  render(value: unknown): unknown {
    return value;
  }

  override update(part: PropertyPart, [value]: [unknown]): unknown {
    const element = part.element as unknown as Record<string, unknown>;
    // Written only if it differs, so that the caret stays where it is.
    if (element[part.name] !== value) element[part.name] = value;
    return noChange;
  }
}

/**
 * For a property that the visitor changes too: it is compared with what the control says now, and not, as other bindings
 * are, with what was last written.
 */
export const live: (value: unknown) => DirectiveResult = directive(Live);
