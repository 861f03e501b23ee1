import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { BackendFailure } from '../../src/backend/booking-backend.js';
import {
  ConfigurationError,
  connect,
  connectListing,
  registerAdapter,
  setDefaultBackend,
  setScriptBase,
} from '../../src/backend/connect.js';
import { HttpBackend } from '../../src/backend/http/http-backend.js';
import { ListingHttpBackend } from '../../src/backend/http/listing.js';
import { transport } from '../../src/backend/http/transport.js';
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

  it('is what a registered adapter makes of the address, its query and the transport, once', async () => {
    const made: unknown[][] = [];
    registerAdapter('diary', (...given) => {
      made.push(given);
      return memoryBackend();
    });
    const first = await connect('diary+https://diary.example/api?zone=UTC', bare);
    assert.equal(await connect('diary+https://diary.example/api?zone=UTC', bare), first);
    assert.deepEqual(made, [['https://diary.example/api?zone=UTC', transport]]);
    assert.throws(() => connect('diary+http://diary.example', bare), ConfigurationError);
    assert.throws(() => connect('diary+https://user:secret@diary.example', bare), ConfigurationError);
  });

  it('is for lists one that knows nothing of booking, or the very same instance', async () => {
    const first = await connectListing('https://booking.example', bare);
    assert.ok(first instanceof ListingHttpBackend);
    assert.equal('hold' in first, false);
    assert.equal(await connectListing(null, element({ attributes: { backend: 'https://booking.example/' } })), first);
    const backend = memoryBackend();
    assert.equal(connectListing(null, element({ parent: element({ backend }) })), backend);
    registerAdapter('listed', () => backend);
    assert.equal(await connectListing('listed+https://diary.example', bare), backend);
    assert.throws(() => connectListing('http://booking.example', bare), ConfigurationError);
  });

  it('may tell its failures with another copy of the class', () => {
    class BackendFailureOfAnotherCopy extends Error {
      override readonly name = 'BackendFailure';
    }
    assert.ok(new BackendFailureOfAnotherCopy() instanceof BackendFailure);
    assert.ok(!(new Error('unreachable') instanceof BackendFailure));
    assert.ok(!({ name: 'BackendFailure' } instanceof BackendFailure));
  });
});

describe('an adapter beside the script', () => {
  afterEach(() => setScriptBase(null));

  it('is loaded from there', async () => {
    setScriptBase(new URL('./', import.meta.url).href);
    // There is none beside this test: only where it was looked for can be seen.
    await assert.rejects(
      async () => connect('calendar+https://cal.example', bare),
      (error) => {
        assert.ok(error instanceof BackendFailure && error.kind === 'unreachable');
        assert.match(String(error.cause), /backend\/adapters\/calendar\.js/);
        return true;
      },
    );
  });
});
