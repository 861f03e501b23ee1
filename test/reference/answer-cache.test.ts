import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from 'hono';
import { AnswerCache } from '../../demo/backend/answer-cache.js';

/** A cache over a database that only counts, at a time that stands still until it is moved. */
function cacheAt(time: number, writes: () => number | null) {
  const clock = { time, now: () => clock.time };
  const cache = new AnswerCache({ writes }, clock);
  let worked = 0;
  return {
    clock,
    cache,
    /** What is answered to an address; every answer that has to be worked out has a number of its own. */
    async ask(url: string, until = 1000, meanwhile = () => {}, size = 0): Promise<string> {
      const { text } = await cache.read({ req: { url } } as Context, () => {
        meanwhile();
        worked += 1;
        return Promise.resolve({ value: size ? [worked, 'x'.repeat(size)] : worked, until });
      });
      return text;
    },
  };
}

test('an answer is worked out once, for its own address only', async () => {
  const { ask } = cacheAt(0, () => 0);
  assert.deepEqual([await ask('/a'), await ask('/a'), await ask('/b'), await ask('/a')], ['1', '1', '2', '1']);
});

test('it is worked out again once anything was written, also while it was being worked out', async () => {
  let writes = 0;
  const { ask } = cacheAt(0, () => writes);
  assert.equal(await ask('/a', 1000, () => (writes += 1)), '1');
  assert.equal(await ask('/a'), '2');
  writes += 1;
  assert.equal(await ask('/a'), '3');
  assert.equal(await ask('/a'), '3');
});

test('it is worked out again once something beside the database has changed', async () => {
  const { ask, cache } = cacheAt(0, () => 0);
  await ask('/a');
  cache.forget();
  assert.equal(await ask('/a'), '2');
});

test('it lasts until time makes it wrong, and not a moment longer', async () => {
  const { ask, clock } = cacheAt(500, () => 0);
  await ask('/a', 1000);
  clock.time = 999;
  assert.equal(await ask('/a', 1000), '1');
  clock.time = 1000;
  assert.equal(await ask('/a', 2000), '2');
  clock.time = 999;
  assert.equal(await ask('/a', 2000), '3', 'worked out in a future that has not come yet');
});

test('nothing is kept where somebody else may have written', async () => {
  const { ask } = cacheAt(0, () => null);
  assert.deepEqual([await ask('/a'), await ask('/a')], ['1', '2']);
});

test('it has room for so much, and lets go of what nobody asked for', async () => {
  const { ask } = cacheAt(0, () => 0);
  const large = 7_000_000;
  const first = await ask('/a', 1000, undefined, large);
  const second = await ask('/b', 1000, undefined, large);
  assert.equal(await ask('/a', 1000, undefined, large), first);
  await ask('/c', 1000, undefined, large);
  assert.equal(await ask('/a', 1000, undefined, large), first);
  assert.notEqual(await ask('/b', 1000, undefined, large), second);
});
