/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Where the median lies with 95 in 100, by the order of the figures alone: nothing is assumed of how they spread. */
export function interval(figures: readonly number[]): [number, number] {
  const sorted = [...figures].sort((a, b) => a - b);
  const outside = Math.max(0, Math.floor((sorted.length - 1.96 * Math.sqrt(sorted.length)) / 2));
  return [sorted[outside]!, sorted[sorted.length - 1 - outside]!];
}

/** By what power `y` grows with `x`: the slope of the straight line through their logarithms. */
export function logLogSlope(points: readonly { x: number; y: number }[]): number {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const mean = (of: 'x' | 'y'): number => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [meanX, meanY] = [mean('x'), mean('y')];
  const over = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  return over / logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
}

/** One row of a benchmark's table. */
export interface Figure {
  name: string;
  value: string;
  /** What it has to be; a row without one is only told. */
  bound?: string;
  verdict?: 'ok' | 'MISSED' | 'void' | 'FAR OFF';
}

/** A figure with the interval it lies in, to two places. */
export function withInterval(figures: readonly number[]): string {
  const [low, high] = interval(figures);
  return `${median(figures).toFixed(2)}  [${low.toFixed(2)}, ${high.toFixed(2)}]`;
}

/** The rows under each other. */
export function table(rows: readonly Figure[]): string {
  const width = (of: (row: Figure) => string): number => Math.max(...rows.map((row) => of(row).length));
  const [names, values] = [width(({ name }) => name), width(({ value }) => value)];
  const bounds = width(({ bound }) => bound ?? '');
  return rows
    .map(({ name, value, bound = '', verdict = '' }) =>
      `${name.padEnd(names)}  ${value.padEnd(values)}  ${bound.padEnd(bounds)}  ${verdict}`.trimEnd(),
    )
    .join('\n');
}

/** 1 where a bound is missed by more than unrest explains, 2 where the machine was too restless to tell, 1 where one is missed, else 0. */
export function exitCode(rows: readonly Figure[]): 0 | 1 | 2 {
  if (rows.some(({ verdict }) => verdict === 'FAR OFF')) return 1;
  if (rows.some(({ verdict }) => verdict === 'void')) return 2;
  return rows.some(({ verdict }) => verdict === 'MISSED') ? 1 : 0;
}
