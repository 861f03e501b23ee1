import { adoptStyles, type CSSResult, type LitElement } from 'lit';

const brought = new WeakMap<LitElement, Set<CSSResult>>();

/** Gives an element's shadow root the styles of a part that came later, beside its own and those of other parts. */
export function bringStyles(element: LitElement, styles: CSSResult): void {
  const parts = brought.get(element) ?? new Set();
  brought.set(element, parts.add(styles));
  adoptStyles(element.renderRoot as ShadowRoot, [
    ...(element.constructor as typeof LitElement).elementStyles,
    ...parts,
  ]);
}
