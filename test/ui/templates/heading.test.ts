import { expect, fixture, html } from '@open-wc/testing';
import { heading } from '../../../src/ui/templates/heading.js';

async function shown(level: number, text: string, options?: Parameters<typeof heading>[2]): Promise<HTMLElement> {
  return fixture<HTMLElement>(html`${heading(level, text, options)}`);
}

describe('a heading', () => {
  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`of level ${level} is native`, async () => {
      const node = await shown(level, 'When would you like to come?');
      expect(node.localName).to.equal(`h${level}`);
      expect(node.textContent).to.equal('When would you like to come?');
    });
  }

  for (const level of [0, 7, NaN, 2.5]) {
    it(`of level ${level} is of level 3`, async () => {
      expect((await shown(level, 'x')).localName).to.equal('h3');
    });
  }

  it('takes focus by script where it has an id, and never by Tab', async () => {
    const node = await shown(2, 'x', { id: 'here', classes: 'title' });
    node.focus();
    expect(document.activeElement).to.equal(node);
    expect(node.tabIndex).to.equal(-1);
    expect(node.className).to.equal('title');
    const plain = await shown(2, 'x');
    plain.focus();
    expect(document.activeElement).to.not.equal(plain);
  });

  it('shows markup as text', async () => {
    expect((await shown(2, '<img src=x>')).textContent).to.equal('<img src=x>');
  });
});
