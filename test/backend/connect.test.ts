import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { ConfigurationError, connect, setDefaultBackend } from '../../src/backend/connect.js';
import { HttpBackend } from '../../src/backend/http/http-backend.js';
import { memoryBackend } from '../../src/backend/memory/memory-backend.js';

interface Place {
  parent?: Element;
  /** The host of the shadow root the element is at the top of. */
  host?: Element;
  attributes?: Record<string, string>;
  backend?: unknown;
}

/** As much of an element as looking for a backend needs. */
function element({ parent, host, attributes = {}, backend }: Place): Element {
  return {
    parentElement: parent ?? null,
    getAttribute: (name: string) => attributes[name] ?? null,
    getRootNode: () => (host ? { host } : {}),
    backend,
  } as Partial<Element> & { backend: unknown } as Element;
}

const bare = element({});

describe('which backend an element uses', () => {
  afterEach(() => setDefaultBackend(null));

  it('is the instance it was given, at once', () => {
    const backend = memoryBackend();
    assert.equal(connect(backend, bare), backend);
  });

  it('is one backend for an address, however it is spelt', async () => {
    const first = await connect('https://booking.example', bare);
    assert.ok(first instanceof HttpBackend);
    assert.equal(await connect('https://BOOKING.example/#x', bare), first);
    assert.equal(await connect('https://booking.example:443/?a=b', bare), first);
    assert.notEqual(await connect('https://booking.example/other', bare), first);
  });

  it("is the nearest one named around it, across shadow roots, before the script's", async () => {
    setDefaultBackend('https://script.example');
    const outer = element({ attributes: { backend: 'https://outer.example' } });
    const host = element({ parent: outer, attributes: { 'data-backend': 'https://host.example' } });
    const leaf = element({ parent: element({ host }) });
    assert.equal(await connect(null, leaf), await connect('https://host.example', bare));
    assert.equal(await connect(undefined, element({ parent: outer })), await connect('https://outer.example', bare));
    assert.equal(await connect('', bare), await connect('https://script.example', bare));
    const own = element({ parent: outer, attributes: { backend: 'https://own.example' } });
    assert.equal(await connect(null, own), await connect('https://own.example', bare));
  });

  it('may be an instance that an element around it was given', () => {
    const backend = memoryBackend();
    const host = element({ backend, attributes: { backend: 'https://outer.example' } });
    assert.equal(connect(null, element({ parent: element({ host }), backend: null })), backend);
  });

  it('is none where nobody names one', () => {
    assert.equal(connect(null, bare), null);
  });

  for (const address of [
    'http://booking.example',
    'booking.example',
    '/api',
    'javascript:alert(1)',
    'https://user:secret@booking.example',
    'file:///etc',
  ]) {
    it(`cannot be at ${address}`, () => {
      assert.throws(() => connect(address, bare), ConfigurationError);
    });
  }

  it('may be on this machine without encryption', async () => {
    for (const address of ['http://localhost:4700', 'http://127.0.0.1:4700', 'http://[::1]:4700']) {
      assert.ok((await connect(address, bare)) instanceof HttpBackend);
    }
  });

  it('says so where it is an adapter nobody has', () => {
    assert.throws(() => connect('medplum+https://fhir.example', bare), /no adapter named "medplum"/);
  });
});
