/** Prints how big the built files are against the limits of the design; exit code 1 if one is over. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { scriptTags } from '../vite.config.js';
import { litPolicy } from './lit-policy.js';
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
  ...['locales', 'adapters'].flatMap((folder) =>
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

/** An element as an application would bundle it: what it loads at once, without what it may `import()` later. */
async function bundled(entry: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'knead-size-'));
  try {
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      plugins: [litPolicy('knead'), templateSpace()],
      build: {
        target: 'es2022',
        outDir: folder,
        modulePreload: false,
        reportCompressedSize: false,
        rolldownOptions: {
          input: entry,
          output: { format: 'es', entryFileNames: 'entry.js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    });
    return staticGraph(folder, 'entry.js');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The entry and every chunk it imports at once; a bundler may put what an `import()` shares with it into such a chunk. */
function staticGraph(folder: string, entry: string): Buffer {
  const files = new Set<string>([entry]);
  for (const file of files) {
    const code = readFileSync(join(folder, file), 'utf8');
    for (const [, path] of code.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+)["'`]/g)) files.add(path!);
  }
  return Buffer.concat([...files].map((file) => readFileSync(join(folder, file))));
}
