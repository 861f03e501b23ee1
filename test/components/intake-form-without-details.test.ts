import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { CONSENT, FORM } from '../../src/backend/memory/intake-form.js';
import '../../src/components/intake-form/intake-form.js';
import type { KneadIntakeForm } from '../../src/components/intake-form/intake-form.js';
import type { IntakeForm } from '../../src/contract/intake.js';
import { emptyContact } from '../../src/domain/client/contact.js';
import { emptyIntake } from '../../src/domain/client/intake-draft.js';

// No helper that loads the details beforehand: what these tests are about is that they are not there.
const REVIEWED = { ...FORM, reviewedBy: 'Dr Example' };
const FAILED = 'Check your connection and try again. Nothing you have typed is lost.';
const value = { ...emptyIntake, contact: { ...emptyContact, name: 'Ada Example', email: 'ada@example.com' } };

/** Everything said in the console while these tests run. */
const warned: string[] = [];
const warn = console.warn;

async function show(properties: Partial<KneadIntakeForm>): Promise<KneadIntakeForm> {
  const given = { definition: REVIEWED, consentDocument: CONSENT, ...properties };
  const element = Object.assign(document.createElement('knead-intake-form'), given);
  await fixture(html`<div>${element}</div>`);
  return element;
}

const root = (element: KneadIntakeForm): ShadowRoot => element.shadowRoot!;
const arrives = (element: KneadIntakeForm, words: string): Promise<void> =>
  waitUntil(() => root(element).textContent!.includes(words), `the form says "${words}"`);

describe('<knead-intake-form> without its details', () => {
  before(async () => {
    // Loads what looks for barriers while it still can be.
    await expect(await fixture(html`<p>A page</p>`)).to.be.accessible();
    // From here on the page's policy lets in no other script; what is loaded already stays.
    const policy = { httpEquiv: 'Content-Security-Policy', content: "script-src 'none'" };
    document.head.append(Object.assign(document.createElement('meta'), policy));
    console.warn = (text: string) => void warned.push(text);
  });
  after(() => {
    console.warn = warn;
  });
  afterEach(() => fixtureCleanup());

  it('holds a safety check that is answered by choosing, and hands it over', async () => {
    let handed = 0;
    const element = await show({
      sections: 'safety',
      value: { ...value, answers: { 'red-flags': ['none'], unwell: false } },
      onSubmit: () => void handed++,
    });
    expect(root(element).querySelectorAll('fieldset').length).to.be.greaterThan(0);
    expect(root(element).querySelectorAll('.skeleton, .notice')).to.be.empty;
    expect(element.submit()).to.be.true;
    expect(handed).to.equal(1);
    expect(warned).to.deep.equal([]);
  });

  it('says so and offers to try again, and hands nothing over', async () => {
    let handed = 0;
    const element = await show({ sections: 'contact preferences consent', value, onSubmit: () => void handed++ });
    await arrives(element, FAILED);
    await expect(element).to.be.accessible();
    expect(element.submit()).to.be.false;
    expect(handed).to.equal(0);
    expect(root(element).querySelector('button')!.textContent!.trim()).to.equal('Try again');
    expect(element.value.contact.name).to.equal('Ada Example');
  });

  it('leaves out nothing of a safety check that takes them: it cannot be passed', async () => {
    let handed = 0;
    const age = { id: 'age', section: 'safety', type: 'number', text: 'How old are you?', required: true } as const;
    const definition: IntakeForm = { ...REVIEWED, items: [...FORM.items, age] };
    const answers = { 'red-flags': ['none'], unwell: false };
    const element = await show({
      definition,
      sections: 'safety',
      value: { ...value, answers },
      onSubmit: () => void handed++,
    });
    await arrives(element, FAILED);
    expect(root(element).querySelectorAll('input'), 'half a safety check is none').to.be.empty;
    expect(element.submit()).to.be.false;
    expect(handed).to.equal(0);
  });
});
