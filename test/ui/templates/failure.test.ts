import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { Localize } from '../../../src/ui/controllers/localize.js';
import { failure, failureOf, type FailureReason } from '../../../src/ui/templates/failure.js';
import { skeleton } from '../../../src/ui/templates/skeleton.js';

class FailureHost extends LitElement {
  i18n = new Localize(this);
  kind: FailureReason = 'unreachable';
  retries = 0;

  protected override render(): TemplateResult {
    return failure({ i18n: this.i18n, kind: this.kind, onRetry: () => void this.retries++ });
  }
}
customElements.define('test-failure-host', FailureHost);

async function shown(kind: FailureReason): Promise<FailureHost> {
  const host = new FailureHost();
  host.kind = kind;
  host.innerHTML = '<a href="https://lanternlane.example">Book by phone</a>';
  await fixture(html`<div>${host}</div>`);
  return host;
}

describe('a failure', () => {
  for (const kind of ['unreachable', 'offline', 'broken'] as const) {
    it(`that is ${kind} may be tried again`, async () => {
      const host = await shown(kind);
      host.shadowRoot!.querySelector('button')!.click();
      expect(host.retries).to.equal(1);
    });
  }

  it('of the page’s own settings offers no second try', async () => {
    expect((await shown('notFound')).shadowRoot!.querySelector('button')).to.equal(null);
  });

  it('keeps showing what the page put inside the tag', async () => {
    const host = await shown('broken');
    expect(host.querySelector('a')!.checkVisibility()).to.be.true;
  });

  it('is told apart by the kind of error, never by its words', () => {
    expect(failureOf({ kind: 'broken' })).to.equal('broken');
    expect(failureOf({ kind: 'not-found' })).to.equal('notFound');
    for (const error of [new Error('broken'), { kind: 'unreachable' }, null, 'broken', undefined])
      expect(failureOf(error)).to.equal('unreachable');
  });
});

describe('a skeleton', () => {
  it('is hidden from assistive technology', async () => {
    const root = await fixture<HTMLElement>(html`${skeleton(3)}`);
    expect(root.getAttribute('aria-hidden')).to.equal('true');
    expect(root.childElementCount).to.equal(3);
  });
});
