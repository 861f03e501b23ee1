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
        const folder = id.replaceAll('\\', '/').replace(/[^/]+$/, '');
        let result = code;
        for (const { entry, name, code: partCode } of parts) {
          const here = folder.slice(source.length - 'src'.length);
          if (!entry.startsWith(here)) continue;
          const now = new RegExp(String.raw`\bimport\('\./${entry.slice(here.length).replace('.ts', '.js')}'\)`);
          const hash = createHash('sha256')
            .update(await partCode())
            .digest('hex')
            .slice(0, 8);
          result = result.replace(now, `loadPart('parts/${name}.js?${hash}')`);
        }
        if (result === code) return undefined;
        return { code: `import { besideScript as loadPart } from '${source}/backend/beside-script.ts';${result}`, map: null };
      },
    },
  };
}
