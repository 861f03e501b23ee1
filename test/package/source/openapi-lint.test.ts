import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findRedocly } from '../../support/redocly.js';

interface Report {
  totals: { errors: number; warnings: number };
  problems: { message: string; ruleId: string; location: { pointer?: string }[] }[];
}

/** What Redocly's recommended rules find in a document. */
function lint(document: string): Report {
  const program = findRedocly();
  assert.ok(program, 'Redocly CLI is missing: npm ci --ignore-scripts in test/package/redocly');
  const { stdout, stderr } = spawnSync(program, ['lint', '--format=json', '--max-problems=50', document], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // It would ask for its own updates, and tell how it is used.
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  const begins = stdout.indexOf('{');
  assert.ok(begins >= 0, stderr);
  return JSON.parse(stdout.slice(begins)) as Report;
}

describe('Redocly', () => {
  it('finds nothing wrong with openapi.json', () => {
    const { totals, problems } = lint('src/contract/openapi.json');
    assert.deepEqual(
      problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer ?? ''} ${message}`),
      [],
    );
    assert.deepEqual([totals.errors, totals.warnings], [0, 0]);
  });

  it('and would find it', () => {
    const spoiled = readFileSync('src/contract/openapi.json', 'utf8').replace(
      '"operationId": "book"',
      '"operationId": "cancel"',
    );
    const folder = mkdtempSync(join(tmpdir(), 'knead-openapi-'));
    const file = join(folder, 'openapi.json');
    writeFileSync(file, spoiled);
    const { totals } = lint(file);
    rmSync(folder, { recursive: true });
    assert.ok(totals.errors > 0);
  });
});
