import { expect, fixture, html } from '@open-wc/testing';
import { STOP_HEADING_ID, stopScreen, type StopScreenOptions } from '../../../src/ui/templates/stop-screen.js';

const options: StopScreenOptions = {
  headingLevel: 2,
  heading: 'If this is happening now, get help today',
  messages: ['Call 999 now.', '<b>Ask 111.</b>'],
  assurance: 'Nothing has been sent.',
  changeLabel: 'Change my answer',
  onChange: () => undefined,
  contactHeading: 'Contact the therapist',
  contact: { phone: '020 7946 0123', urlLabel: 'Contact page' },
};

describe('the stop screen', () => {
  it('says what to do, a heading that can take focus first', async () => {
    const root = await fixture<HTMLElement>(html`${stopScreen(options)}`);
    const heading = root.querySelector<HTMLElement>('h2')!;
    expect(heading.id).to.equal(STOP_HEADING_ID);
    heading.focus();
    expect(document.activeElement).to.equal(heading);
    expect(root.textContent!.replace(/\s+/g, ' ')).to.match(
      /get help today Call 999 now\. ?<b>Ask 111\.<\/b> Nothing has been sent\./,
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
    expect(root.textContent).to.not.contain('Contact the therapist');
    expect(root.querySelector('slot')).to.exist;
  });
});
