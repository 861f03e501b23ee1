import type { Got, Sent } from './client.js';

/** How one case ended. `sent` and `got` are there where it failed. */
export interface CaseResult {
  id: string;
  clause: string;
  /** False where the backend does not declare what the case is about. */
  required: boolean;
  status: 'passed' | 'failed' | 'skipped';
  reason: string | null;
  sent: Sent | null;
  got: Got | null;
}

/** What `--json` prints. */
export interface Report {
  target: string;
  mode: 'random' | 'controlled';
  cases: CaseResult[];
}

/** Whether a required case failed. */
export function isRefused({ cases }: Report): boolean {
  return cases.some(({ required, status }) => required && status === 'failed');
}

const SIGN = { passed: '✔', failed: '✖', skipped: '–' } as const;

/** One line of progress. */
export function lineOf({ id, status, reason }: CaseResult): string {
  return `${SIGN[status]} ${id}${reason === null ? '' : `: ${reason}`}`;
}

/** The report for people. Its last line is the counts. */
export function textOf({ target, mode, cases }: Report): string {
  const lines = [`${target} · ${mode} mode · ${cases.length} cases`, ''];
  for (const result of cases) {
    lines.push(lineOf(result));
    if (result.status !== 'failed') continue;
    lines.push(`    ${result.clause}`);
    if (result.sent) lines.push(`    sent ${exchange(`${result.sent.method} ${result.sent.url}`, result.sent)}`);
    if (result.got) lines.push(`    got  ${exchange(String(result.got.status), result.got)}`);
  }
  const count = (status: CaseResult['status']): number => cases.filter((one) => one.status === status).length;
  lines.push('', `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
  return `${lines.join('\n')}\n`;
}

function exchange(first: string, { headers, body }: { headers: Record<string, string>; body: string | null }): string {
  const rest = Object.entries(headers).map(([name, value]) => `         ${name}: ${value}`);
  return [first, ...rest, ...(body ? [`         ${body}`] : [])].join('\n');
}
