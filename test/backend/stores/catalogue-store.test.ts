import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BackendFailure, type BookingBackend } from '../../../src/backend/booking-backend.js';
import { CatalogueStore } from '../../../src/backend/stores/catalogue-store.js';
import { storesOf } from '../../../src/backend/stores/stores.js';
import { memoryBackend } from '../../../src/backend/memory/memory-backend.js';
import { QUERY } from '../answers.js';

describe("what a backend's elements share", () => {
  it('is loaded once, however many ask, at once or later', async () => {
    const asked: string[] = [];
    const memory = memoryBackend();
    const counting = new Proxy(memory, {
      get: (target, name: keyof BookingBackend) => (asked.push(name), target[name].bind(target)),
    });
    const store = new CatalogueStore(counting);
    const form = { id: 'before-massage', version: '1' };
    await Promise.all([store.discovery(), store.catalogue('mara'), store.catalogue('mara'), store.intakeForm(form)]);
    await Promise.all([store.discovery(), store.catalogue('mara'), store.intakeForm({ ...form })]);
    assert.deepEqual(asked, ['discovery', 'catalogue', 'intakeForm']);
    await store.catalogue();
    assert.deepEqual(asked, ['discovery', 'catalogue', 'intakeForm', 'catalogue']);
  });

  it('is asked for again after a failure', async () => {
    let failing = true;
    const memory = memoryBackend();
    const backend = {
      catalogue: (query: object) =>
        failing ? Promise.reject(new BackendFailure('unreachable')) : memory.catalogue(query),
    } as BookingBackend;
    const store = new CatalogueStore(backend);
    await assert.rejects(store.catalogue(), { kind: 'unreachable' });
    failing = false;
    assert.ok((await store.catalogue()).services.length > 0);
  });

  it('is one set of stores for each backend, and one month store for each choice', () => {
    const backend = memoryBackend();
    const stores = storesOf(backend);
    assert.equal(storesOf(backend), stores);
    assert.notEqual(storesOf(memoryBackend()), stores);
    assert.equal(stores.months(QUERY), stores.months({ ...QUERY, addOnIds: [] }));
    assert.notEqual(stores.months(QUERY), stores.months({ ...QUERY, addOnIds: ['hot-stones'] }));
  });
});
