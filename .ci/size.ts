/**
 * Prints how big the built files are against the limits of the design; exit code 1 if one is over.
 * `npm run size -- --modules` also prints what each script-tag file is made of.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { scriptTagBuild, scriptTags, type ScriptTag } from '../vite.config.js';
import { litPolicy } from './lit-policy.js';
import { staticProperties } from './static-properties.js';
import { templateSpace } from './template-space.js';

/** In kB of 1,024 bytes, brotli at its best, Lit, schemas and one language included. */
interface Budget {
  limit: number;
  aim: number;
}

interface Row extends Budget {
  name: string;
  code: Buffer | undefined;
}

const budgets: Record<string, Budget> = {
  knead: { limit: 44, aim: 36 },
  'knead-cards': { limit: 22, aim: 18 },
  'knead-manage': { limit: 26, aim: 22 },
};
const perModule: Budget = { limit: 5, aim: 4 };
const calendar = 'src/components/slot-calendar/slot-calendar.ts';

process.chdir(join(import.meta.dirname, '..'));
const rows: Row[] = [
  ...scriptTags.map(({ entry, name }) => ({
    name: `dist/${name}.js`,
    code: existsSync(entry) ? readFileSync(`dist/${name}.js`) : undefined,
    ...budgets[name]!,
  })),
  ...['locales', 'adapters', 'parts'].flatMap((folder) =>
    filesOf(`dist/${folder}`).map((file) => ({ name: file, code: readFileSync(file), ...perModule })),
  ),
  { name: 'slot calendar alone', code: existsSync(calendar) ? await bundled(calendar) : undefined, limit: 18, aim: 14 },
];

const columns = ['file', 'raw', 'gzip', 'brotli', 'limit', 'aim', ''];
print(columns);
let over = 0;
for (const { name, code, limit, aim } of rows) {
  if (!code) {
    print([name, '', '', '', String(limit), String(aim), 'not built yet']);
    continue;
  }
  const brotli = kilobytes(compressed(code));
  const verdict = brotli > limit ? 'OVER THE LIMIT' : brotli > aim ? 'ok, over the aim' : 'ok';
  if (brotli > limit) over += 1;
  print([
    name,
    kilobytes(code).toFixed(1),
    kilobytes(gzipSync(code, { level: 9 })).toFixed(1),
    brotli.toFixed(2),
    String(limit),
    String(aim),
    verdict,
  ]);
}
process.stdout.write('kB of 1,024 bytes; brotli quality 11, gzip level 9\n');
if (process.argv.includes('--modules')) {
  for (const tag of scriptTags.filter(({ entry }) => existsSync(entry))) await printModules(tag);
}
process.exitCode = over > 0 ? 1 : 0;

function print(cells: readonly string[]): void {
  const widths = [26, 9, 9, 9, 7, 6];
  process.stdout.write(
    `${cells.map((cell, index) => (index === 0 ? cell.padEnd(26) : index < 6 ? cell.padStart(widths[index]!) : `  ${cell}`)).join('')}\n`,
  );
}

function kilobytes(code: Buffer): number {
  return code.length / 1024;
}

function compressed(code: Buffer): Buffer {
  return brotliCompressSync(code, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: code.length },
  });
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => `${folder}/${file}`);
}

/**
 * An element as an application would bundle it: what it loads at once, without what it may `import()` later. That is what
 * only a backend needs (`wanted-months.ts`, HTTP, schemas), which the calendar never asks for while its times are given as a
 * property; `test/components/slot-calendar-alone.test.ts` sees to it.
 */
async function bundled(entry: string): Promise<Buffer> {
  const chunks = await chunksOf({
    configFile: false,
    publicDir: false,
    // What dist/esm has been through already.
    plugins: [litPolicy('knead'), staticProperties(), templateSpace()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      lib: { entry, formats: ['es'] },
      // Nobody imports from an application's own entry: what it shares with an import() may lie in it. Names without hashes:
      // one of those alone is a matter of 40 bytes, for better or worse.
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: { minify: true, chunkFileNames: '[name].js' },
      },
    },
  });
  // What an import() shares with the entry may lie in a chunk of its own; it is loaded at once all the same.
  const atOnce = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const file of atOnce)
    for (const imported of chunks.find(({ fileName }) => fileName === file)!.imports) atOnce.add(imported);
  return Buffer.from(chunks.flatMap(({ fileName, code }) => (atOnce.has(fileName) ? code : '')).join(''));
}

async function chunksOf(config: InlineConfig): Promise<Rolldown.OutputChunk[]> {
  const result = await build({ ...config, logLevel: 'silent', build: { ...config.build, write: false } });
  const [first] = Array.isArray(result) ? result : [result];
  return first && 'output' in first ? first.output.filter((part) => part.type === 'chunk') : [];
}

/** The parts of a script-tag file, by folder and the largest by file, compressed on their own: shares, not summands. */
async function printModules(tag: ScriptTag): Promise<void> {
  const files = (await chunksOf(scriptTagBuild(tag)))
    .flatMap(({ modules }) => Object.entries(modules))
    .map(([id, { code }]) => ({ name: id.replace(/^.*\/(?=(?:node_modules|src)\/)/, ''), code: code ?? '' }));
  const folders = new Map<string, string>();
  for (const { name, code } of files) {
    const folder = name
      .split('/')
      .slice(0, name.startsWith('src/components/') ? 3 : 2)
      .join('/');
    folders.set(folder, (folders.get(folder) ?? '') + code);
  }
  const share = (code: string): number => compressed(Buffer.from(code)).length;
  const largest = (parts: [string, string][]): [string, number][] =>
    parts.map(([name, code]): [string, number] => [name, share(code)]).sort((a, b) => b[1] - a[1]);
  process.stdout.write(`\n${tag.name}: bytes of each part, compressed before minifying\n`);
  const byFile = largest(files.map(({ name, code }) => [name, code])).slice(0, 30);
  for (const [name, bytes] of [...largest([...folders]), ...byFile]) {
    process.stdout.write(`${String(bytes).padStart(8)}  ${name}\n`);
  }
}
