#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { isRefused, lineOf, textOf } from './report.js';
import { runKit } from './run.js';

const usage = 'knead-conformance <url> [--json] [--random]\n';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, random: { type: 'boolean' }, help: { type: 'boolean' } },
  allowPositionals: true,
});
const [url] = positionals;
if (values.help || positionals.length !== 1 || !url || !URL.canParse(url)) {
  process.stderr.write(usage);
  process.exit(values.help ? 0 : 2);
}
const report = await runKit({
  url,
  random: values.random ?? false,
  network: {
    fetch: (address, init) => fetch(address, { ...init, signal: AbortSignal.timeout(60_000) }),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  },
  progress: (result) => process.stderr.write(`${lineOf(result)}\n`),
});
process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : textOf(report));
process.exitCode = isRefused(report) ? 1 : 0;
