import type { Plugin } from 'vite';

/** What Lit does with globals of the page, as its files have it. */
const PATTERNS = [
  /\b\w+\.\w+(?:Polyfill|Hydrate)Support\b/g,
  /\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g,
  /\bSymbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap\b/g,
  /\bconst (\w)=this\[Symbol\.metadata\];if\(null!==\1\)\{const (\w)=litPropertyMetadata\.get\(\1\);[^{}]*\}/g,
];

/**
 * Lit offers itself to polyfills and to hydration, marks its version and keeps the properties that standard decorators
 * declare, all in globals of the page. The script-tag files need none of it and leave the page's globals alone.
 */
export function litGlobals(): Plugin {
  let found = 0;
  return {
    name: 'knead:lit-globals',
    apply: 'build',
    buildStart() {
      found = 0;
    },
    transform: {
      filter: { id: /[\\/](@lit[\\/]reactive-element|lit-html|lit-element)[\\/][\w-]+\.js$/ },
      handler(code) {
        const without = PATTERNS.reduce(
          (text, pattern) =>
            text.replace(pattern, (match) => (++found && match.startsWith('const') ? '' : 'undefined')),
          code,
        );
        return { code: without, map: null };
      },
    },
    generateBundle() {
      if (found !== 9) this.error(`expected nine uses of globals by Lit, found ${found}: has Lit changed?`);
    },
  };
}
