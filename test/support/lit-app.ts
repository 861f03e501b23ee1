import { join } from 'node:path';
import { build } from 'vite';

/**
 * The script of `test/e2e/lit-app.ts` with a Lit of its own: the development build, which says in the console that it is one, and
 * complains of other Lits it meets.
 */
export async function litApp(): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    mode: 'development',
    resolve: { conditions: ['development', 'browser', 'module', 'default'] },
    build: {
      target: 'es2022',
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, '../e2e/lit-app.ts'), formats: ['iife'], name: 'litApp' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const script = first && 'output' in first ? first.output.find((part) => part.type === 'chunk') : undefined;
  if (!script?.code.includes('Lit is in dev mode')) throw new Error('not the development build of Lit');
  return script.code;
}
