import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement, html as drawn, type TemplateResult } from 'lit';
import enGB, { steps } from '../../src/locales/en-GB.js';
import bringLanguages from '../../src/locales/languages.js';
import type { Locale, Messages } from '../../src/locales/messages.js';
import { setScriptLanguage } from '../../src/locales/nearest.js';
import { builtIn, known } from '../../src/locales/registry.js';
import { base } from '../../src/theme/base.js';
import { Localize } from '../../src/ui/controllers/localize.js';

class Spoken extends LitElement {
  static override styles = base;
  #i18n = new Localize(this, steps);

  protected override render(): TemplateResult {
    return drawn`<p dir=${this.#i18n.direction}>${this.#i18n.text('continue')}</p>`;
  }
}
customElements.define('test-spoken', Spoken);

/** A file as it lies beside the script, with one word of its own. */
const file = (tag: string, word: string, direction: Locale['direction'] = 'ltr'): unknown => ({
  default: {
    ...{ mark: '%MARK%', tag, direction },
    messages: { ...enGB.messages, continue: word } as Messages,
  },
});

const words = (element: Element): string => element.shadowRoot!.querySelector('p')!.textContent.trim();
const isSeen = (element: Element): boolean =>
  getComputedStyle(element.shadowRoot!.querySelector('p')!).visibility === 'visible';

describe('a language that lies beside the script', () => {
  const before = new Map(known);
  let asked: string[];
  let files: Record<string, Promise<unknown>>;

  beforeEach(() => {
    asked = [];
    files = {};
    // The build writes the list; here it is one language, called by what stands in its place.
    known.delete('%languages%');
    bringLanguages(known, builtIn, (path) => {
      asked.push(path);
      return files[path] as never;
    });
    known.set('de', known.get('%languages%')!);
  });
  afterEach(() => {
    known.clear();
    for (const [tag, locale] of before) known.set(tag, locale);
    setScriptLanguage(undefined);
  });

  const path = 'locales/%LANGUAGES%.js?%MARK%';

  it('is not asked for by anybody who reads another', async () => {
    const element = await fixture(html`<test-spoken lang="en-GB"></test-spoken>`);
    expect(words(element)).to.equal('Continue');
    expect(asked).to.deep.equal([]);
  });

  it('is loaded once for all who read it, keeps its room meanwhile, and then shows', async () => {
    let come!: (file: unknown) => void;
    files[path] = new Promise((resolve) => (come = resolve));
    const page = await fixture(
      html`<div lang="de-AT">
        <test-spoken></test-spoken><test-spoken></test-spoken><test-spoken lang="en"></test-spoken>
      </div>`,
    );
    const [first, second, english] = page.querySelectorAll('test-spoken');
    expect([first!, second!, english!].map(isSeen)).to.deep.equal([false, false, true]);
    expect(first!.getBoundingClientRect().height).to.be.above(0);
    come(file('de', 'Weiter'));
    await waitUntil(() => words(first!) === 'Weiter' && words(second!) === 'Weiter');
    expect([first!, second!].map(isSeen)).to.deep.equal([true, true]);
    expect(words(english!)).to.equal('Continue');
    expect(asked).to.deep.equal([path]);
  });

  it('brings its direction', async () => {
    files[path] = Promise.resolve(file('ar', 'تابع', 'rtl'));
    const element = await fixture(html`<test-spoken lang="de"></test-spoken>`);
    await waitUntil(() => words(element) === 'تابع');
    expect(element.shadowRoot!.querySelector('p')!.dir).to.equal('rtl');
  });

  it('gives way to the built-in one where it is missing', async () => {
    files[path] = Promise.reject(new TypeError('blocked'));
    const element = await fixture(html`<test-spoken lang="de"></test-spoken>`);
    await waitUntil(() => isSeen(element));
    expect(words(element)).to.equal('Continue');
    expect(element.shadowRoot!.querySelector('p')!.dir).to.equal('ltr');
  });

  it('and where it is of another version, of which the developer is told', async () => {
    const said: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => void said.push(text);
    try {
      const old = file('de', 'Weiter') as { default: { mark: string } };
      old.default.mark = 'old';
      files[path] = Promise.resolve(old);
      const element = await fixture(html`<test-spoken lang="de"></test-spoken>`);
      await waitUntil(() => isSeen(element));
      expect(words(element)).to.equal('Continue');
      expect(said.join()).to.match(/another version/);
    } finally {
      console.warn = warn;
    }
  });

  it('is named by the script tag before the page, and by an element before both', async () => {
    files[path] = Promise.resolve(file('de', 'Weiter'));
    setScriptLanguage('de');
    const page = await fixture(html`<div><test-spoken></test-spoken><test-spoken lang="en"></test-spoken></div>`);
    const [first, second] = page.querySelectorAll('test-spoken');
    await waitUntil(() => words(first!) === 'Weiter');
    expect(words(second!)).to.equal('Continue');
  });
});
