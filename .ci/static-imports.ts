import type { Plugin } from 'vite';

/**
 * In a file of one piece nothing is loaded later, so an `import()` only costs: the bundler wraps every module behind it in
 * a function that runs on demand. Here each becomes an ordinary import.
 */
export function staticImports(): Plugin {
  return {
    name: 'knead:static-imports',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]src[\\/].+\.ts$/, code: /\bimport\('\.{1,2}\// },
      handler(code) {
        const imports: string[] = [];
        const body = code.replace(/\bimport\(('\.{1,2}\/[^']+')\)/g, (_call, path: string) => {
          imports.push(`import * as static${imports.length} from ${path};`);
          return `Promise.resolve(static${imports.length - 1})`;
        });
        return { code: `${imports.join('')}${body}`, map: null };
      },
    },
  };
}
