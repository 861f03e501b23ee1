/** How many tests of a suite ended which way. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The counts of a suite in which nothing ran. */
export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 };

/** The sum of two counts. */
export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The last line of every suite. */
export function countsLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Reads a line written by {@link countsLine}; `undefined` for any other line. */
export function parseCountsLine(line: string): Counts | undefined {
  const match = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(line.trim());
  return match ? { passed: Number(match[1]), failed: Number(match[2]), skipped: Number(match[3]) } : undefined;
}
