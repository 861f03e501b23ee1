/** Everything a page complained about since this module was loaded: console errors and warnings, and what nobody caught. */
const lines: string[] = [];
let taken = 0;

for (const kind of ['error', 'warn'] as const) {
  const write = console[kind].bind(console);
  console[kind] = (...words: unknown[]) => {
    lines.push(words.map(String).join(' '));
    write(...words);
  };
}
addEventListener('error', ({ message }) => lines.push(`uncaught: ${message}`));
addEventListener('unhandledrejection', ({ reason }) => lines.push(`unhandled: ${String(reason)}`));

/** Complaints since the last call. */
export function takeComplaints(): string[] {
  const fresh = lines.slice(taken);
  taken = lines.length;
  return fresh;
}

/** Whether anything was ever complained about that begins so: a developer is told each thing once per page. */
export function wasSaid(beginning: string): boolean {
  return lines.some((line) => line.startsWith(beginning));
}
