import { relative } from 'node:path';
import { run } from 'node:test';
import { availableParallelism } from 'node:os';
import { inspect } from 'node:util';
import { addCounts, noCounts, type Counts } from './counts.js';

/** A test file that has not ended by then hangs; a slow machine needs far less. */
const fileTimeout = 300_000;

type Verdict = 'passed' | 'failed' | 'skipped';

/**
 * Runs test files of `node:test`, each in a process of its own, and prints one line per file and the reason of every
 * failure. Groups (`describe`) and the file itself are no tests, so they are not counted, unless a file failed outside
 * its tests: that is a failure of its own.
 */
export async function runNodeTests(files: readonly string[], parallel: boolean): Promise<Counts> {
  const perFile = new Map<string, Counts>();
  const started = performance.now();
  const stream = run({
    files: files.map((file) => `${process.cwd()}/${file}`),
    concurrency: parallel ? availableParallelism() : 1,
    timeout: fileTimeout,
  });
  const note = (file: string, verdict: Verdict): void => {
    perFile.set(file, addCounts(perFile.get(file) ?? noCounts, { ...noCounts, [verdict]: 1 }));
  };
  stream.on('test:pass', (event) => {
    if (event.details.type === 'suite' || isWholeFile(event)) return;
    note(fileOf(event), event.skip !== undefined || event.todo !== undefined ? 'skipped' : 'passed');
  });
  stream.on('test:fail', (event) => {
    if (event.todo !== undefined) return note(fileOf(event), 'skipped');
    const { error } = event.details;
    // A group or a file fails because something in it failed; that was reported already.
    if ((error as { failureType?: string }).failureType === 'subtestsFailed') return;
    note(fileOf(event), 'failed');
    process.stdout.write(`\n✖ ${fileOf(event)}: ${event.name}\n${indent(inspect(error.cause ?? error))}\n\n`);
  });
  stream.on('test:stdout', (event) => process.stdout.write(event.message));
  stream.on('test:stderr', (event) => process.stderr.write(event.message));
  for await (const _ of stream) void _;

  let total = noCounts;
  for (const file of files) {
    const counts = perFile.get(file) ?? noCounts;
    if (counts.passed + counts.failed + counts.skipped === 0) {
      // A file in which nothing ran proves nothing, and would otherwise look green.
      process.stdout.write(`✖ ${file}: holds no test\n`);
      total = addCounts(total, { ...noCounts, failed: 1 });
      continue;
    }
    total = addCounts(total, counts);
    process.stdout.write(`${counts.failed ? '✖' : '✔'} ${file} (${counts.passed + counts.failed})\n`);
  }
  process.stdout.write(`  ${Math.round(performance.now() - started)} ms in ${files.length} files\n`);
  return total;
}

function isWholeFile(event: { name: string; nesting: number }): boolean {
  return event.nesting === 0 && event.name.endsWith('.test.ts') && event.name.includes('/');
}

function fileOf(event: { file?: string | undefined; name: string }): string {
  return relative(process.cwd(), event.file ?? event.name);
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
