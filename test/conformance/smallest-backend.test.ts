import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { allCases } from '../../src/conformance/cases/all.js';
import { runKit } from '../../src/conformance/run.js';
import { freePort } from '../support/free-port.js';

const PROGRAM = 'stories/guides/smallest-backend/server.mjs';

test('the backend that the guide for authors shows keeps all that every backend is bound by', async (t) => {
  const port = await freePort();
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill());
  await once(child.stdout, 'data');
  const report = await runKit({
    url: `http://localhost:${port}`,
    network: { fetch, wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)) },
  });
  const ended = (status: string) => report.cases.filter((one) => one.status === status);
  assert.deepEqual(ended('failed'), []);
  assert.ok(ended('passed').length >= 75, `${ended('passed').length} passed`);
  // Not declared, not opened for tests, or nothing of the kind in so small a catalogue.
  for (const { id, reason } of ended('skipped')) {
    assert.match(reason ?? '', /^(the backend does not declare |needs \/test\/\*|the backend offers no )/, id);
  }
});

test('the guide names no case that the kit does not have', () => {
  const guide = readFileSync('stories/guides/backend-authors.md', 'utf8');
  const named = [...guide.matchAll(/`((?:[a-z]+)\.[a-z0-9]+(?:-[a-z0-9]+)*)`/g)].map(([, id]) => id!);
  const known = allCases.map(({ id }) => id);
  assert.ok(named.length > 50);
  assert.deepEqual(
    named.filter((id) => !known.includes(id)),
    [],
  );
  assert.ok(
    guide.includes(`${known.length + 1} cases`),
    'the guide says how many cases there are, with discovery.found',
  );
});
