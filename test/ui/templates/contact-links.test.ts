import { expect, fixture, html } from '@open-wc/testing';
import { contactLinks } from '../../../src/ui/templates/contact-links.js';

interface Given {
  phone?: string;
  email?: string;
  url?: string;
}

async function links(given: Given): Promise<[href: string, text: string][]> {
  const root = await fixture<HTMLElement>(html`<div>${contactLinks({ ...given, urlLabel: 'Contact page' })}</div>`);
  return [...root.querySelectorAll('a')].map((link) => [link.getAttribute('href')!, link.textContent!]);
}

describe('contact links', () => {
  it('call, write and open a page', async () => {
    expect(
      await links({
        phone: '020 7946 0123',
        email: 'hello@lanternlane.example',
        url: 'https://lanternlane.example/x?y=1#z',
      }),
    ).to.deep.equal([
      ['tel:02079460123', '020 7946 0123'],
      ['mailto:hello@lanternlane.example', 'hello@lanternlane.example'],
      ['https://lanternlane.example/x?y=1#z', 'Contact page'],
    ]);
  });

  const numbers: readonly [phone: string, href: string | undefined][] = [
    ['+44 20 7946 0123', 'tel:+442079460123'],
    ['+44 (0)20 7946 0123', 'tel:+442079460123'],
    ['(020) 7946-0123', 'tel:02079460123'],
    ['020 7946 0123 ext. 5', 'tel:02079460123'],
    ['020 7946 0123;phone-context=evil.example', 'tel:02079460123'],
    ['999', 'tel:999'],
    ['*#06#', undefined],
    ['call me', undefined],
    ['1+1+1', undefined],
    ['', undefined],
  ];
  for (const [phone, href] of numbers) {
    it(`make ${JSON.stringify(phone)} ${href ?? 'no link'}`, async () => {
      expect(await links({ phone })).to.deep.equal(href ? [[href, phone]] : []);
    });
  }

  it('add no header and no second address to a mail', async () => {
    expect(await links({ email: 'a@b.example?bcc=c@d.example' })).to.deep.equal([]);
    expect(await links({ email: 'a@b.example?subject=x' })).to.deep.equal([
      ['mailto:a@b.example%3Fsubject%3Dx', 'a@b.example?subject=x'],
    ]);
    expect(await links({ email: 'nobody' })).to.deep.equal([]);
  });

  for (const url of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'http://lanternlane.example',
    '/contact',
    '//x.example',
    'blob:https://x.example/1',
  ]) {
    it(`never open ${JSON.stringify(url)}`, async () => {
      expect(await links({ url })).to.deep.equal([]);
    });
  }

  it('open plain http on this machine alone, for a demo', async () => {
    expect(await links({ url: 'http://localhost:4600/contact' })).to.have.length(1);
    expect(await links({ url: 'http://localhost.example/contact' })).to.deep.equal([]);
  });

  it('take up no room where there is nothing to link', async () => {
    const root = await fixture<HTMLElement>(html`<div>${contactLinks({ urlLabel: 'Contact page' })}</div>`);
    expect(root.childElementCount).to.equal(0);
  });
});
