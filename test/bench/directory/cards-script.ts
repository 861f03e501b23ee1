import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { scriptTagBuild, scriptTags } from '../../../vite.config.js';

/** What `--planted` changes in the store that all cards of a page share, and into what. */
const PLANT = { what: /\bMOST_PER_REQUEST = 25\b/, into: 'MOST_PER_REQUEST = 1' };

/**
 * `knead-cards.js` as it is published, built apart from `dist`. `isPlanted` makes it ask for each card's times alone.
 * @throws if what is to be planted has no place in the source any more.
 */
export async function cardsScript(isPlanted = false): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'knead-bench-'));
  const planted = { count: 0 };
  try {
    // The cards name the hash of the flow's file, so that is built first.
    for (const name of ['knead', 'knead-cards']) {
      const config = scriptTagBuild(scriptTags.find((tag) => tag.name === name)!);
      const plugins = isPlanted ? [perCardFetch(planted), ...(config.plugins ?? [])] : (config.plugins ?? []);
      await build({ ...config, logLevel: 'error', plugins, build: { ...config.build, outDir: folder } });
    }
    if (isPlanted && planted.count === 0) throw new Error(`${String(PLANT.what)} is not in the source any more`);
    return readFileSync(join(folder, 'knead-cards.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function perCardFetch(planted: { count: number }): Plugin {
  return {
    name: 'bench:per-card-fetch',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]src[\\/]backend[\\/]stores[\\/]/, code: PLANT.what },
      handler(code) {
        planted.count += 1;
        return { code: code.replace(PLANT.what, PLANT.into), map: null };
      },
    },
  };
}
