import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A part of a script tag that it loads when it needs it, from a file beside it. */
export interface LaterPart {
  /** The module in `src/`, which the sources load by `import('./x.js')`. */
  entry: string;
  /** The file in `dist/parts/`, without its ending. */
  name: string;
  /** What stands in that file. */
  code: () => Promise<string>;
}

const source = join(import.meta.dirname, '../src').replaceAll('\\', '/');

/**
 * In a script tag, turns `import('./x.js')` of a part into one of the file beside the script. Its address ends in the part's
 * hash: a part that a cache has kept from another version has other numbers for the messages, and would say other words.
 */
export function laterParts(parts: readonly LaterPart[]): Plugin {
  return {
    name: 'knead:later-parts',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]src[\\/].+\.ts$/, code: /\bimport\('\.\// },
      async handler(code, id) {
        const result = await withParts(parts, code, id, (file) => `loadPart('parts/${file}')`);
        if (result === code) return undefined;
        return {
          code: `import { besideScript as loadPart } from '${source}/backend/beside-script.ts';${result}`,
          map: null,
        };
      },
    },
  };
}

/** The same in a part, which finds another one beside itself. */
export function laterPartsOfParts(parts: readonly LaterPart[]): Plugin {
  return {
    name: 'knead:later-parts-of-parts',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (/^\.\/[\w-]+\.js\?[\da-f]{8}$/.test(id) ? { id, external: true } : null),
    transform: {
      filter: { id: /[\\/]src[\\/].+\.ts$/, code: /\bimport\('\.\// },
      async handler(code, id) {
        const result = await withParts(parts, code, id, (file) => `import('./${file}')`);
        return result === code ? undefined : { code: result, map: null };
      },
    },
  };
}

async function withParts(
  parts: readonly LaterPart[],
  code: string,
  id: string,
  loading: (file: string) => string,
): Promise<string> {
  const folder = id.replaceAll('\\', '/').replace(/[^/]+$/, '');
  const here = folder.slice(source.length - 'src'.length);
  let result = code;
  for (const { entry, name, code: partCode } of parts) {
    if (!entry.startsWith(here)) continue;
    const now = new RegExp(String.raw`\bimport\('\./${entry.slice(here.length).replace('.ts', '.js')}'\)`);
    if (!now.test(result)) continue;
    const hash = createHash('sha256')
      .update(await partCode())
      .digest('hex')
      .slice(0, 8);
    result = result.replace(now, loading(`${name}.js?${hash}`));
  }
  return result;
}
