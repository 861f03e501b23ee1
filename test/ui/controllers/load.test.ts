import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadScreen, Load } from '../../../src/ui/controllers/load.js';

/** An element as far as a load sees it: one that updates as soon as it is asked to and is on the page. */
class Host implements ReactiveControllerHost {
  updates = 0;
  readonly updateComplete = Promise.resolve(true);
  #controllers: ReactiveController[] = [];

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  removeController(): void {}

  requestUpdate(): void {
    this.updates += 1;
  }

  update(): void {
    for (const controller of this.#controllers) controller.hostUpdate?.();
  }

  connect(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnect(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
}

/** A host whose loads are answered by hand, in any order. */
function byHand(): {
  host: Host;
  load: Load<string>;
  source: { now: unknown };
  asked: { signal: AbortSignal; answer: (value: string) => void; fail: (error: Error) => void }[];
  shown: () => string;
} {
  const host = new Host();
  const source = { now: 'a' as unknown };
  const asked: ReturnType<typeof byHand>['asked'] = [];
  const load = new Load<string>(
    host,
    () => [source.now],
    (signal) => new Promise((answer, fail) => asked.push({ signal, answer, fail })),
  );
  const shown = (): string =>
    loadScreen(load, { pending: () => 'pending', complete: (value) => value, error: (error) => String(error) });
  return { host, load, source, asked, shown };
}

/** Lets promises that are settled be noticed. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

describe('Load', () => {
  it('waits for a promise of another kind than the page’s own, as zone.js makes them', async () => {
    const host = new Host();
    const later = { then: (answer: (value: string) => void) => void Promise.resolve('there').then(answer) };
    const load = new Load<string>(
      host,
      () => [],
      () => later as unknown as Promise<string>,
    );
    await load.run();
    expect([load.status, load.value]).to.deep.equal(['complete', 'there']);
  });

  it('loads at the first update, once, and shows the answer with another update', async () => {
    const { host, asked, shown } = byHand();
    host.update();
    host.update();
    expect(asked).to.have.length(1);
    expect(shown()).to.equal('pending');
    const before = host.updates;
    asked[0]!.answer('there');
    await settled();
    expect(shown()).to.equal('there');
    expect(host.updates).to.equal(before + 1);
  });

  it('loads again when a source changes, and lets no older answer through', async () => {
    const { host, source, asked, shown } = byHand();
    host.update();
    source.now = 'b';
    host.update();
    expect(asked).to.have.length(2);
    expect(asked[0]!.signal.aborted).to.equal(true);
    asked[1]!.answer('new');
    await settled();
    asked[0]!.answer('old');
    await settled();
    expect(shown()).to.equal('new');
  });

  it('shows a failure until it is asked to load again', async () => {
    const { host, load, asked, shown } = byHand();
    host.update();
    asked[0]!.fail(new Error('away'));
    await settled();
    expect(shown()).to.equal('Error: away');
    void load.run();
    expect(shown()).to.equal('pending');
    asked[1]!.answer('back');
    await settled();
    expect(shown()).to.equal('back');
  });

  it('keeps the last value while the next is under way', async () => {
    const { host, load, source, asked } = byHand();
    host.update();
    asked[0]!.answer('first');
    await settled();
    source.now = 'b';
    host.update();
    expect(load.status).to.equal('pending');
    expect(load.value).to.equal('first');
  });

  it('ends what is under way when the element leaves the page, and begins it again when it is back', async () => {
    const { host, asked, shown } = byHand();
    host.update();
    host.disconnect();
    expect(asked[0]!.signal.aborted).to.equal(true);
    asked[0]!.fail(new DOMException('ended', 'AbortError'));
    await settled();
    expect(shown()).to.equal('pending');
    const before = host.updates;
    host.connect();
    expect(host.updates).to.equal(before + 1);
    host.update();
    asked[1]!.answer('there');
    await settled();
    expect(shown()).to.equal('there');
  });

  it('does not load again what was there when the element left the page', async () => {
    const { host, asked, shown } = byHand();
    host.update();
    asked[0]!.answer('there');
    await settled();
    host.disconnect();
    host.connect();
    host.update();
    expect(asked).to.have.length(1);
    expect(shown()).to.equal('there');
  });
});
