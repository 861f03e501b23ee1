import { writeSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestResult, TestSession, TestSuiteResult } from '@web/test-runner';
import { countsLine, noCounts, type Counts } from './counts.js';

/** Prints one line per test file and browser, every failure with its reason, and the counts as the last line. */
export function countsReporter(): Reporter {
  return {
    reportTestFileResults({ sessionsForTestFile, testFile }) {
      for (const session of sessionsForTestFile)
        process.stdout.write(fileReport(session, relative(process.cwd(), testFile)));
    },
    stop({ sessions }) {
      const counts = { ...noCounts };
      for (const session of sessions) count(session, counts);
      // The runner still clears its progress display after this; only at exit is the line sure to be the last.
      process.once('exit', () => writeSync(1, `${countsLine(counts)}\n`));
    },
  };
}

function fileReport(session: TestSession, file: string): string {
  const results = session.testResults ? testsOf(session.testResults) : [];
  const lines: string[] = [];
  for (const { path, test } of results) {
    if (!test.passed && !test.skipped) lines.push(`  ✖ ${path}`, ...reason(test.error));
  }
  for (const error of session.errors) lines.push(`  ✖ ${file}`, ...reason(error));
  for (const missing of session.request404s) lines.push(`  404 ${missing}`);
  if (lines.length > 0) for (const log of session.logs) lines.push(`    console: ${log.map(printed).join(' ')}`);
  // What a test measured, for people to read.
  else for (const [log] of session.logs) if (String(log).startsWith('# ')) lines.push(`  ${String(log)}`);
  if (results.length === 0 && session.errors.length === 0) lines.push(`  ✖ ${file}: holds no test`);
  const mark = session.passed && results.length > 0 ? '✔' : '✖';
  return [`${mark} ${session.browser.name}: ${file} (${results.length})`, ...lines, ''].join('\n');
}

function count(session: TestSession, counts: Counts): void {
  const results = session.testResults ? testsOf(session.testResults) : [];
  for (const { test } of results) {
    if (test.skipped) counts.skipped += 1;
    else if (test.passed) counts.passed += 1;
    else counts.failed += 1;
  }
  const failedInTests = results.some(({ test }) => !test.passed && !test.skipped);
  // A file that failed outside its tests, or in which nothing ran, must not look green.
  if ((!session.passed && !failedInTests) || results.length === 0) counts.failed += 1;
}

function testsOf(suite: TestSuiteResult, path: readonly string[] = []): { path: string; test: TestResult }[] {
  const here = suite.name ? [...path, suite.name] : path;
  return [
    ...suite.tests.map((test) => ({ path: [...here, test.name].join(' › '), test })),
    ...suite.suites.flatMap((child) => testsOf(child, here)),
  ];
}

function reason(error: TestResult['error']): string[] {
  if (!error) return [];
  const text = error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack ?? ''}`;
  const difference = error.expected === undefined ? '' : `\nexpected ${error.expected}\nactual   ${error.actual ?? ''}`;
  return `${text}${difference}`.trim().replace(/^/gm, '      ').split('\n');
}

function printed(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
