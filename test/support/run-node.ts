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
  const started = performance.now();
  const waiting = [...files];
  let total = noCounts;
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      // Awaited first: the sum is shared with the files that run beside this one.
      const counts = await runFile(file);
      total = addCounts(total, counts);
    }
  };
  await Promise.all(Array.from({ length: parallel ? availableParallelism() : 1 }, work));
  process.stdout.write(`  ${Math.round(performance.now() - started)} ms in ${files.length} files\n`);
  return total;
}

/** Runs one file. Events name the module a test was written in, which for shared cases is another one, so each has its own run. */
async function runFile(file: string): Promise<Counts> {
  let counts = noCounts;
  const started = performance.now();
  const stream = run({ files: [`${process.cwd()}/${file}`], timeout: fileTimeout });
  const note = (verdict: Verdict): void => {
    counts = addCounts(counts, { ...noCounts, [verdict]: 1 });
  };
  stream.on('test:pass', (event) => {
    if (event.details.type === 'suite' || isWholeFile(event)) return;
    note(event.skip !== undefined || event.todo !== undefined ? 'skipped' : 'passed');
  });
  stream.on('test:fail', (event) => {
    if (event.todo !== undefined) return note('skipped');
    const { error } = event.details;
    // A group or a file fails because something in it failed; that was reported already.
    if ((error as { failureType?: string }).failureType === 'subtestsFailed') return;
    note('failed');
    process.stdout.write(`\n✖ ${file}: ${event.name}\n${indent(inspect(error.cause ?? error))}\n\n`);
  });
  stream.on('test:stdout', (event) => process.stdout.write(event.message));
  stream.on('test:stderr', (event) => process.stderr.write(event.message));
  for await (const _ of stream) void _;
  if (counts.passed + counts.failed + counts.skipped === 0) {
    // A file in which nothing ran proves nothing, and would otherwise look green.
    process.stdout.write(`✖ ${file}: holds no test\n`);
    return { ...noCounts, failed: 1 };
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${counts.failed ? '✖' : '✔'} ${file} (${counts.passed + counts.failed}) ${seconds} s\n`);
  return counts;
}

function isWholeFile(event: { name: string; nesting: number }): boolean {
  return event.nesting === 0 && event.name.endsWith('.test.ts') && event.name.includes('/');
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
