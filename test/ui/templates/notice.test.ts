import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { button } from '../../../src/ui/templates/button.js';
import { errorSummary, notice } from '../../../src/ui/templates/notice.js';

describe('a notice', () => {
  it('says what happened and what can be done', async () => {
    const actions = button({ label: 'Try again', onClick: () => undefined });
    const root = await fixture<HTMLElement>(
      html`${notice({ kind: 'warn', heading: 'It did not load', text: 'Check your connection.', actions })}`,
    );
    expect([...root.querySelectorAll('p')].map((node) => node.textContent)).to.deep.equal([
      'It did not load',
      'Check your connection.',
    ]);
    expect(root.querySelector('button')!.textContent).to.equal('Try again');
  });

  it('has nothing empty in it', async () => {
    const root = await fixture<HTMLElement>(html`${notice({ kind: 'info', text: '' })}`);
    expect(root.childElementCount).to.equal(0);
  });
});

describe('the error summary', () => {
  const faults = [
    { controlId: 'name', text: 'Enter your full name' },
    { controlId: 'email', text: 'Enter your email address' },
  ];

  it('lists the faults in their order, in a group named by its heading that can take focus', async () => {
    const root = await fixture<HTMLElement>(html`${errorSummary('There is a problem', faults, () => undefined)}`);
    const heading = root.querySelector(`#${root.getAttribute('aria-labelledby')}`)!;
    expect(heading.textContent).to.equal('There is a problem');
    expect([...root.querySelectorAll('li')].map((node) => node.textContent!.trim())).to.deep.equal(
      faults.map(({ text }) => text),
    );
    root.focus();
    expect(document.activeElement).to.equal(root);
    await expect(root).to.be.accessible();
  });

  it('moves focus to a control without touching the address', async () => {
    const heard: string[] = [];
    const here = location.href;
    const root = await fixture<HTMLElement>(
      html`${errorSummary('There is a problem', faults, (id) => heard.push(id))}`,
    );
    root.querySelectorAll('a')[1]!.focus();
    await sendKeys({ press: 'Enter' });
    expect(heard).to.deep.equal(['email']);
    expect(location.href).to.equal(here);
  });

  it('is not there where nothing is wrong', async () => {
    const root = await fixture<HTMLElement>(
      html`<div>${errorSummary('There is a problem', [], () => undefined)}</div>`,
    );
    expect(root.childElementCount).to.equal(0);
  });
});
