import type { Plugin } from 'vite';

const LATER = /const (\{ [\w, ]+ \}) = await import\(('\.{1,2}\/[^']+')\)(?:\.catch\(\w+\))?;/g;

/**
 * In a file of one piece nothing is loaded later, so an `import()` only costs: the bundler wraps every module behind it in
 * a function that runs on demand. Here each `const { name } = await import('…')` becomes an ordinary import.
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
        const body = code.replace(LATER, (_statement, names: string, path: string) => {
          imports.push(`import ${names} from ${path};`);
          return '';
        });
        if (/\bimport\(/.test(body)) this.error('write it as: const { name } = await import(path)');
        return { code: `${imports.join('')}${body}`, map: null };
      },
    },
  };
}
