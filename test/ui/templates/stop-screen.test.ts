import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { intake, steps } from '../../../src/locales/en-GB.js';
import { Localize } from '../../../src/ui/controllers/localize.js';
import { STOP_HEADING_ID, stopScreen, type StopScreenOptions } from '../../../src/ui/templates/stop-screen.js';

class Host extends LitElement {
  i18n = new Localize(this, intake, steps);
}
customElements.define('test-stop-host', Host);

const options: StopScreenOptions = {
  i18n: new Host().i18n,
  headingLevel: 2,
  urgency: 'emergency',
  messages: ['Call 999 now.', '<b>Ask 111.</b>'],
  onChange: () => undefined,
  contact: { phone: '020 7946 0123' },
};

describe('the stop screen', () => {
  it('says what to do, a heading that can take focus first', async () => {
    const root = await fixture<HTMLElement>(html`${stopScreen(options)}`);
    const heading = root.querySelector<HTMLElement>('h2')!;
    expect(heading.id).to.equal(STOP_HEADING_ID);
    heading.focus();
    expect(document.activeElement).to.equal(heading);
    expect(root.textContent!.replace(/\s+/g, ' ')).to.match(
      /get help today Call 999 now\. ?<b>Ask 111\.<\/b> Nothing you answered here has been sent or stored\./,
    );
    expect(root.querySelector('a')!.href).to.equal('tel:02079460123');
    await expect(root).to.be.accessible();
  });

  it('lets an answer be changed', async () => {
    let changed = 0;
    const root = await fixture<HTMLElement>(html`${stopScreen({ ...options, onChange: () => void changed++ })}`);
    root.querySelector('button')!.click();
    expect(changed).to.equal(1);
  });

  it('without a known contact leaves room for what the page has', async () => {
    const root = await fixture<HTMLElement>(html`${stopScreen({ ...options, contact: null })}`);
    expect(root.textContent).to.not.contain('You can talk to a person first');
    expect(root.querySelector('slot')).to.exist;
  });
});
