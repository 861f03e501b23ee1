import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import { field, type FieldOptions } from '../../../src/ui/templates/field.js';

const options = (rest: Partial<FieldOptions> = {}): FieldOptions => ({
  id: 'postcode',
  label: 'Postcode',
  value: '',
  onInput: () => undefined,
  errorPrefix: 'Error:',
  ...rest,
});

const shown = (rest?: Partial<FieldOptions>): Promise<HTMLElement> =>
  fixture<HTMLElement>(html`${field(options(rest))}`);
const controlOf = (root: HTMLElement): HTMLInputElement => root.querySelector('label')!.control as HTMLInputElement;
const description = (root: HTMLElement): string =>
  (controlOf(root).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => (id ? root.querySelector(`#${id}`)!.textContent!.trim() : ''))
    .join(' | ');

describe('a field', () => {
  it('is named by its label and described by nothing but what is there', async () => {
    const root = await shown();
    expect(controlOf(root).type).to.equal('text');
    expect(controlOf(root).hasAttribute('aria-describedby')).to.be.false;
    await expect(root).to.be.accessible();
  });

  it('is described by its hint, then its error', async () => {
    const root = await shown({ hint: 'For example E1.', error: 'Enter a postcode like E1 6AN' });
    expect(description(root)).to.equal('For example E1. | Error: Enter a postcode like E1 6AN');
    expect(controlOf(root).getAttribute('aria-invalid')).to.equal('true');
    await expect(root).to.be.accessible();
  });

  it('passes on what is typed', async () => {
    const heard: string[] = [];
    const root = await shown({ onInput: (value) => heard.push(value) });
    controlOf(root).focus();
    await sendKeys({ type: 'E1' });
    expect(heard).to.deep.equal(['E', 'E1']);
  });

  it('shows the value it is given, also where something else was typed', async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    render(field(options({ value: 'E1' })), root);
    controlOf(root).value = 'SE1';
    render(field(options({ value: 'E1' })), root);
    expect(controlOf(root).value).to.equal('E1');
  });

  it('tells autofill and the keyboard what it is', async () => {
    const input = controlOf(
      await shown({ type: 'tel', autocomplete: 'tel', inputMode: 'tel', required: true, maxLength: 40 }),
    );
    expect([input.type, input.autocomplete, input.inputMode, input.ariaRequired, input.maxLength]).to.deep.equal([
      'tel',
      'tel',
      'tel',
      'true',
      40,
    ]);
  });

  it('may have rows', async () => {
    const heard: string[] = [];
    const root = await shown({ rows: 3, value: 'a', onInput: (value) => heard.push(value) });
    expect(controlOf(root).localName).to.equal('textarea');
    expect(controlOf(root).value).to.equal('a');
    controlOf(root).focus();
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Enter' });
    expect(heard).to.deep.equal(['a\n']);
  });
});
