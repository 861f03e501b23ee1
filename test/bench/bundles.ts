import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Plugin } from 'vite';
import { litPolicy } from '../../.ci/lit-policy.js';
import { staticProperties } from '../../.ci/static-properties.js';
import { templateSpace } from '../../.ci/template-space.js';

/** Installs the peers of one benchmark from its own lock file, unless they are there as it says. */
export function installPeers(folder: string): void {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const isThere = ([name, version]: [string, string]): boolean => {
    const manifest = join(folder, 'node_modules', name, 'package.json');
    if (!existsSync(manifest)) return false;
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version === version;
  };
  if (Object.entries(dependencies).every(isThere)) return;
  process.stdout.write(`installing the peers from ${relative(process.cwd(), join(folder, 'package-lock.json'))}\n`);
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['ci', ...quietly], { cwd: folder, stdio: 'inherit' });
}

/** The script of one page in a benchmark's `pages` as it would be shipped, all by one set of settings. `isOurs` has our own source in it. */
export async function bundle(folder: string, page: string, isOurs = false): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    // Our element as `npm run size` measures it: what it loads at once, through the same steps as dist/esm.
    plugins: isOurs ? [litPolicy('knead'), staticProperties(), templateSpace(), leaveForLater()] : [],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      write: false,
      lib: { entry: join(folder, 'pages', `${page}.ts`), formats: ['iife'], name: 'contestant' },
      rolldownOptions: { output: { minify: true } },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const script = first && 'output' in first ? first.output.find((part) => part.type === 'chunk') : undefined;
  if (!script) throw new Error(`no script for ${page}`);
  return script.code;
}

/** Minified and, after that, compressed bytes. */
export function sizeOf(script: string): { minified: number; brotli: number } {
  const code = Buffer.from(script);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: code.length };
  return { minified: code.length, brotli: brotliCompressSync(code, { params }).length };
}

/** What is loaded by `import()` when it is needed, here never, stays out as it stays out of the first file of any bundler. */
function leaveForLater(): Plugin {
  return {
    name: 'bench:leave-for-later',
    resolveDynamicImport: (specifier) => ({ id: String(specifier), external: true }),
  };
}
