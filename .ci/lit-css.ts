import type { Plugin } from 'vite';

/**
 * In the script-tag files, styles need less than Lit's `css` does: no numbers inside, nobody else's style sheets, no
 * polyfilled shadow roots, and no `style` elements, which a page's policy may block: every browser that knows `light-dark()` constructs
 * sheets. Kept is one constructed sheet for all elements of a kind.
 */
export function litCss(): Plugin {
  let replaced = false;
  return {
    name: 'knead:lit-css',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]@lit[\\/]reactive-element[\\/]css-tag\.js$/ },
      handler() {
        replaced = true;
        return { code: small, map: null };
      },
    },
    generateBundle() {
      if (!replaced) this.error('expected to replace css-tag.js of Lit: has Lit changed?');
    },
  };
}

const small = `
export const supportsAdoptingStyleSheets = true;
export class CSSResult {
  constructor(cssText) {
    this.cssText = cssText;
  }
  get sheet() {
    if (!this.made) (this.made = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.made;
  }
}
export const unsafeCSS = (text) => new CSSResult(text);
export const css = (strings, ...values) => new CSSResult(String.raw({ raw: strings }, ...values.map(({ cssText }) => cssText)));
export const getCompatibleStyle = (style) => style;
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map(({ sheet }) => sheet);
};
`;
