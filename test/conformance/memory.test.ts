import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allCases } from '../../src/conformance/cases/all.js';
import { runKit } from '../../src/conformance/run.js';
import { memoryNetwork } from './memory-network.js';

const elsewhere = allCases.filter(({ tags = [] }) => tags.includes('transport') || tags.includes('concurrency'));

test('the memory backend keeps every clause that a Map can keep', async () => {
  const cases = allCases.filter((one) => !elsewhere.includes(one));
  const report = await runKit({ url: 'https://memory.example', network: memoryNetwork(), cases });
  const others = report.cases.filter(({ status }) => status !== 'passed');
  // Its one form is short.
  assert.deepEqual(
    others.map(({ id, reason }) => `${id}: ${reason}`),
    [
      'intake.route-skill: no single answer leads to a skill',
      'intake.route-place: no single answer leads to one place',
      'intake.intensity: no single answer leads to gentler services',
    ],
  );
  assert.equal(report.cases.length, cases.length + 1);
});

test('what only a network or several visitors show are 15 cases at most', () => {
  assert.ok(elsewhere.length <= 15, `${elsewhere.length} are tagged`);
});
