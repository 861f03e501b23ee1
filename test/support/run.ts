/**
 * Runs suites one after the other: `tsx test/support/run.ts suite …`; without a name those of `npm test`, in its two lanes. Every suite prints
 * its name, its own report and its time; the very last line of the output is the sum of all counts. The exit code is 1 if anything failed or
 * no test ran.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, resolve } from 'node:path';
import { addCounts, countsLine, noCounts, parseCountsLine, type Counts } from './counts.js';
import { runNodeTests } from './run-node.js';
import { everyday, suites, testFiles, type Engine, type Suite } from './suites.js';

interface Outcome {
  suite: Suite;
  seconds: number;
  /** `undefined`: the suite has no files yet. */
  counts: Counts | undefined;
}

/** The counts of each engine, for the suites that run in several. */
const countsByEngine = new Map<Suite, [Engine, Counts][]>();

const env = { ...process.env, PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}` };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => name !== 'all' && !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  process.stdout.write(
    `no suite is called ${unknown.join(', ')}; there are ${suites.map(({ name }) => name).join(', ')} and all\n`,
  );
  process.exit(1);
}

const total = asked.length > 0 ? await runSuites(asked) : await runLanes();
process.stdout.write(`${countsLine(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Runs both lanes of `npm test`. What the one of the built files says shows as it is said, the rest at its end. */
async function runLanes(): Promise<Counts> {
  const run = ['tsx', 'test/support/run.ts'] as const;
  const { sources, built } = everyday;
  let said = '';
  const lanes = await Promise.all([
    runCommand([...run, ...sources], { write: (text) => (said += text) }),
    runCommand([...run, ...built]),
  ]);
  process.stdout.write(`${said}\n`);
  return lanes.map(countsOf).reduce(addCounts);
}

async function runSuites(names: readonly string[]): Promise<Counts> {
  const outcomes: Outcome[] = [];
  for (const suite of suites.filter(({ name }) => names.includes('all') || names.includes(name))) {
    process.stdout.write(`\n── ${suite.name} ${'─'.repeat(Math.max(0, 100 - suite.name.length))}\n`);
    const started = performance.now();
    const counts = await runSuite(suite);
    const seconds = (performance.now() - started) / 1000;
    process.stdout.write(`${suite.name}: ${describe(suite, counts)} in ${seconds.toFixed(1)} s\n`);
    outcomes.push({ suite, seconds, counts });
  }
  const sum = outcomes.reduce((so, { counts }) => addCounts(so, counts ?? noCounts), noCounts);
  process.stdout.write(`\n── summary ${'─'.repeat(93)}\n`);
  for (const { suite, seconds, counts } of outcomes) {
    process.stdout.write(`${suite.name.padEnd(12)}${seconds.toFixed(1).padStart(7)} s   ${describe(suite, counts)}\n`);
    for (const [engine, each] of countsByEngine.get(suite) ?? []) {
      process.stdout.write(`  ${engine.padEnd(22)}${countsLine(each)}\n`);
    }
  }
  if (sum.passed + sum.failed > 0 || outcomes.every(({ suite }) => suite.kind === 'tool')) return sum;
  process.stdout.write('no test ran\n');
  return { ...sum, failed: 1 };
}

function describe(suite: Suite, counts: Counts | undefined): string {
  if (!counts) return 'absent (no test files yet)';
  if (suite.kind === 'tool') return counts.failed > 0 ? 'FAILED' : 'ok';
  return countsLine(counts);
}

async function runSuite(suite: Suite): Promise<Counts | undefined> {
  if (suite.kind === 'tool') {
    const { code } = await runCommand(suite.command);
    // A check that passes is no test and adds nothing to the counts; one that fails must show in the last line.
    return code === 0 ? noCounts : { ...noCounts, failed: 1 };
  }
  if (suite.kind === 'program') return countsOf(await runCommand(suite.command));
  const files = testFiles(suite.folders);
  if (files.length === 0) return undefined;
  if (suite.kind === 'node') return runNodeTests(files, suite.parallel);
  let counts = noCounts;
  for (const engine of suite.engines) {
    const each = await runBrowserTests(suite.group, engine);
    if (suite.engines.length > 1) countsByEngine.set(suite, [...(countsByEngine.get(suite) ?? []), [engine, each]]);
    counts = addCounts(counts, each);
  }
  return counts;
}

async function runBrowserTests(group: string, engine: Engine): Promise<Counts> {
  process.stdout.write(`· ${engine}\n`);
  return countsOf(await runCommand(['web-test-runner', '--group', group], { extra: { ENGINE: engine } }));
}

function countsOf({ code, lastLine }: { code: number; lastLine: string }): Counts {
  const counts = parseCountsLine(lastLine) ?? noCounts;
  // A runner can fail without a failed test, for instance when a browser does not start.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function runCommand(
  [command, ...args]: readonly [string, ...string[]],
  {
    extra = {},
    write = (text: string): unknown => process.stdout.write(text),
  }: { extra?: Record<string, string>; write?: (text: string) => unknown } = {},
): Promise<{ code: number; lastLine: string }> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...env, ...extra } });
  let tail = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    write(text);
    tail = (tail + text).slice(-2000);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? 1, lastLine: tail.trimEnd().split('\n').at(-1) ?? '' };
}
