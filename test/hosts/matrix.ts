import type { Verdict } from './cell.js';

/** The table of host × engine, and below it what was wrong in each cell that was. */
export function matrix(verdicts: readonly Verdict[]): string {
  const engines = [...new Set(verdicts.map(({ cell }) => cell.engine))];
  const ids = [...new Set(verdicts.map(({ cell }) => cell.host.id))];
  const shown = (id: string, engine: string): string =>
    verdicts.find(({ cell }) => cell.host.id === id && cell.engine === engine)?.result ?? '';
  const head = ['host', ...engines];
  const rows = ids.map((id) => [id, ...engines.map((engine) => shown(id, engine))]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, at) => text.padEnd(widths[at]!))
      .join('  ')
      .trimEnd();
  const complaints = verdicts
    .filter((verdict) => verdict.complaints.length > 0)
    .map(
      ({ cell, complaints: all }) =>
        `✖ ${cell.host.id} in ${cell.engine}\n${all.map((text) => `    ${text.slice(0, 600)}`).join('\n')}`,
    );
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line), ...complaints].join('\n');
}
