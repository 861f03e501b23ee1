import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const PLACE = /%INTEGRITY OF ([\w-]+\.js)%/g;

/**
 * Where an entry names a file beside it, `%INTEGRITY OF knead.js%`, the hash of that file takes the place: what is loaded
 * later is then the file that was built with this one, or nothing. It has to be built first.
 */
export function siblingHash(): Plugin {
  let folder = '';
  return {
    name: 'knead:sibling-hash',
    apply: 'build',
    enforce: 'pre',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    transform: {
      filter: { id: /[\\/]src[\\/][\w-]+\.ts$/, code: /%INTEGRITY OF / },
      handler(code) {
        const hashed = code.replace(PLACE, (_place, file: string) => `sha384-${hashOf(join(folder, file))}`);
        return { code: hashed, map: null };
      },
    },
  };
}

function hashOf(file: string): string {
  return createHash('sha384').update(readFileSync(file)).digest('base64');
}
