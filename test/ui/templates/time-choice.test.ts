import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { timeChoice, type TimeChoiceOptions } from '../../../src/ui/templates/time-choice.js';

const options = (rest: Partial<TimeChoiceOptions> = {}): TimeChoiceOptions => ({
  name: 'time',
  value: '1',
  checked: false,
  time: '6:30pm',
  fullName: 'Wednesday 14 October 2026, 6:30pm, 60 min',
  onChange: () => undefined,
  ...rest,
});

describe('a time', () => {
  it('is a radio whose name tells the whole of it and holds what is shown', async () => {
    const label = await fixture<HTMLLabelElement>(html`${timeChoice(options({ detail: 'Tomorrow' }))}`);
    const input = label.control as HTMLInputElement;
    expect(input.type).to.equal('radio');
    expect(input.ariaLabel).to.contain('6:30pm');
    expect(label.textContent!.replace(/\s+/g, ' ').trim()).to.equal('6:30pm Tomorrow');
    await expect(label).to.be.accessible();
  });

  it('is chosen by the arrow keys of its group', async () => {
    const heard: string[] = [];
    const one = (value: string) => timeChoice(options({ value, onChange: () => heard.push(value) }));
    const set = await fixture<HTMLElement>(html`<fieldset>${['a', 'b'].map(one)}</fieldset>`);
    set.querySelector('input')!.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(heard).to.deep.equal(['b']);
  });
});
