import type { Plugin } from 'vite';

/**
 * In the script-tag files, styles need less than Lit's `css` does: no numbers inside, nobody else's style sheets, no
 * polyfilled shadow roots. Kept is what a page can meet: one constructed sheet for all elements of a kind, and `style`
 * elements with Lit's nonce in browsers that cannot construct one.
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
export const supportsAdoptingStyleSheets = 'adoptedStyleSheets' in Document.prototype && 'replace' in CSSStyleSheet.prototype;
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
  if (supportsAdoptingStyleSheets) root.adoptedStyleSheets = styles.map(({ sheet }) => sheet);
  else
    for (const { cssText } of styles) {
      const style = document.createElement('style');
      if (globalThis.litNonce) style.nonce = litNonce;
      style.textContent = cssText;
      root.append(style);
    }
};
`;
