import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import { choice, orDivider, type ChoiceOptions } from '../../../src/ui/templates/choice.js';

const options = (rest: Partial<ChoiceOptions> = {}): ChoiceOptions => ({
  type: 'checkbox',
  name: 'q',
  value: '1',
  checked: false,
  label: 'Neck',
  onChange: () => undefined,
  ...rest,
});

describe('a choice', () => {
  it('is a native control named by its whole label', async () => {
    const label = await fixture<HTMLLabelElement>(html`${choice(options())}`);
    const input = label.control as HTMLInputElement;
    expect(input.type).to.equal('checkbox');
    expect(label.textContent!.trim()).to.equal('Neck');
    await expect(label).to.be.accessible();
  });

  it('reports what the visitor did', async () => {
    const heard: boolean[] = [];
    const label = await fixture<HTMLLabelElement>(
      html`${choice(options({ onChange: (checked) => heard.push(checked) }))}`,
    );
    label.control!.focus();
    await sendKeys({ press: 'Space' });
    label.click();
    expect(heard).to.deep.equal([true, false]);
  });

  it('shows what it is told, whatever was clicked meanwhile', async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    render(choice(options({ checked: false })), root);
    const input = root.querySelector('input')!;
    input.click();
    expect(input.checked).to.be.true;
    render(choice(options({ checked: false })), root);
    expect(input.checked).to.be.false;
  });

  it('of a group moves with the arrow keys', async () => {
    const heard: string[] = [];
    const pill = (value: string) =>
      choice(options({ type: 'radio', shape: 'pill', value, label: value, onChange: () => heard.push(value) }));
    const set = await fixture<HTMLElement>(html`<fieldset>${['a', 'b', 'c'].map(pill)}</fieldset>`);
    set.querySelector('input')!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    expect(heard).to.deep.equal(['b', 'c']);
  });

  it('shows markup in a label as text', async () => {
    const label = await fixture<HTMLElement>(html`${choice(options({ label: '<b>Neck</b>' }))}`);
    expect(label.querySelector('b')).to.equal(null);
    expect(label.textContent).to.contain('<b>Neck</b>');
  });
});

describe('the divider before an exclusive choice', () => {
  it('says its word', async () => {
    expect((await fixture<HTMLElement>(html`${orDivider('or')}`)).textContent!.trim()).to.equal('or');
  });
});
