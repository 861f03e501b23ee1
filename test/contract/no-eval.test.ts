import assert from 'node:assert/strict';
import { it } from 'node:test';

// In a file of its own: zod remembers the answer of its first probe, so the trap has to be set before anything loads it.
it('parsing compiles nothing, so a strict Content-Security-Policy has nothing to report', async () => {
  const trapped: string[] = [];
  const trap = (name: string): unknown =>
    new Proxy(function () {}, {
      apply: () => assert.fail(`${name} was called, after ${trapped.push(name)}`),
      construct: () => assert.fail(`${name} was constructed, after ${trapped.push(name)}`),
    });
  const names = ['Function', 'eval'];
  const real = names.map((name) => Reflect.get(globalThis, name) as unknown);
  for (const name of names) Reflect.set(globalThis, name, trap(name));
  try {
    const z = await import('zod/mini');
    const { Availability } = await import('../../src/contract/availability.js');
    const { Booking } = await import('../../src/contract/booking.js');
    const { BOOKING, availability, entry, slot } = await import('../backend/answers.js');
    assert.ok(z.safeParse(Availability, availability(entry('mara', slot('2026-10-14T11:00')))).success);
    assert.ok(z.safeParse(Booking, BOOKING).success);
    assert.equal(z.safeParse(Booking, {}).success, false);
  } finally {
    names.forEach((name, index) => Reflect.set(globalThis, name, real[index]));
  }
  assert.deepEqual(trapped, []);
});
