import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { button, type ButtonOptions } from '../../../src/ui/templates/button.js';

async function shown(
  options: Partial<ButtonOptions> = {},
): Promise<{ node: HTMLButtonElement; pressed: () => number }> {
  let presses = 0;
  const node = await fixture<HTMLButtonElement>(
    html`${button({ label: 'Continue', onClick: () => void presses++, ...options })}`,
  );
  return { node, pressed: () => presses };
}

describe('a button', () => {
  it('is native, sends no form, and answers to Enter and Space', async () => {
    const { node, pressed } = await shown();
    expect(node.type).to.equal('button');
    node.focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Space' });
    expect(pressed()).to.equal(2);
  });

  it('that is busy ignores presses and keeps focus', async () => {
    const { node, pressed } = await shown({ busy: true });
    node.focus();
    await sendKeys({ press: 'Enter' });
    node.click();
    expect(pressed()).to.equal(0);
    expect(document.activeElement).to.equal(node);
    expect(node.getAttribute('aria-disabled')).to.equal('true');
  });

  it('may be named more fully than it is labelled', async () => {
    const { node } = await shown({ label: 'Change', name: 'Change treatment' });
    expect([node.textContent, node.ariaLabel]).to.deep.equal(['Change', 'Change treatment']);
  });
});
