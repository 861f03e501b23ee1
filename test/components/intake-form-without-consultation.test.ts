import { expect, fixture, fixtureCleanup, fixtureSync, html, waitUntil } from '@open-wc/testing';
import { CONSENT, FORM } from '../../src/backend/memory/intake-form.js';
import '../../src/components/intake-form/intake-form.js';
import type { KneadIntakeForm } from '../../src/components/intake-form/intake-form.js';
import type { IntakeForm } from '../../src/contract/intake.js';
import { emptyContact } from '../../src/domain/client/contact.js';
import { emptyIntake } from '../../src/domain/client/intake-draft.js';
import type { IntakeSubmission } from '../../src/domain/intake/submission.js';

// No helper that loads the consultation beforehand: what these tests are about is that it is not there.
const IN_PERSON = 'A few more questions could not be loaded. Your therapist will ask them in person.';
const REVIEWED = { ...FORM, reviewedBy: 'Dr Example' };
const value = { ...emptyIntake, contact: { ...emptyContact, name: 'Ada Example', email: 'ada@example.com' } };

/** Everything said in the console while these tests run. */
const warned: string[] = [];
const warn = console.warn;

function made(properties: Partial<KneadIntakeForm>): KneadIntakeForm {
  const given = { definition: REVIEWED, consentDocument: CONSENT, ...properties };
  return Object.assign(document.createElement('knead-intake-form'), given);
}

async function show(properties: Partial<KneadIntakeForm>): Promise<KneadIntakeForm> {
  const element = made(properties);
  await fixture(html`<div>${element}</div>`);
  return element;
}

const root = (element: KneadIntakeForm): ShadowRoot => element.shadowRoot!;
const says = (element: KneadIntakeForm, words: string): boolean => root(element).textContent!.includes(words);
const arrives = (element: KneadIntakeForm, words: string): Promise<void> =>
  waitUntil(() => says(element, words), `the form says "${words}"`);

describe('<knead-intake-form> without the consultation', () => {
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

  it('holds the safety check and contact details, and misses nothing', async () => {
    const element = await show({ sections: 'safety contact' });
    expect(root(element).querySelectorAll('fieldset')).to.have.length(2);
    expect(root(element).querySelectorAll('.skeleton, .notice')).to.be.empty;
    element.prepare();
    expect(warned).to.deep.equal([]);
  });

  it('takes contact details while the rest is on its way, and does not go on before it has come or failed', async () => {
    const element = made({ sections: 'contact preferences consent', value });
    fixtureSync(html`<div>${element}</div>`);
    await element.updateComplete;
    expect(says(element, 'About you')).to.be.true;
    expect(says(element, 'Loading questions')).to.be.true;
    expect(element.submit()).to.be.false;
    expect(root(element).activeElement?.textContent).to.equal('Loading questions');
    await arrives(element, IN_PERSON);
  });

  it('says calmly that the therapist will ask in person, and goes on with everything typed', async () => {
    const handed: IntakeSubmission[] = [];
    const required = { ...REVIEWED, items: FORM.items.map((item) => ({ ...item, required: true })) };
    const element = await show({
      definition: required,
      sections: 'contact preferences consent',
      value: { ...value, answers: { pressure: 'firm' }, notes: 'Ring twice' },
      onSubmit: (submission) => void handed.push(submission),
    });
    await arrives(element, IN_PERSON);
    expect(root(element).querySelector('.notice.stop'), 'nothing alarms').to.equal(null);
    await expect(element).to.be.accessible();
    expect(element.submit()).to.be.true;
    expect(handed.map(({ client }) => client)).to.deep.equal([{ name: 'Ada Example', email: 'ada@example.com' }]);
    expect(handed[0]!.value.answers).to.deep.equal({ pressure: 'firm' });
    expect(handed[0]!.value.notes).to.equal('Ring twice');
    expect(handed[0]!.value.consentGiven).to.be.false;
  });

  it('still checks contact details', async () => {
    const element = await show({ sections: 'contact preferences consent' });
    await arrives(element, IN_PERSON);
    expect(element.submit()).to.be.false;
    await arrives(element, 'Enter your full name');
  });

  it('leaves out nothing of a safety check that needs it: it cannot be passed', async () => {
    let handed = 0;
    const age = { id: 'age', section: 'safety', type: 'number', text: 'How old are you?', required: true } as const;
    const definition: IntakeForm = { ...REVIEWED, items: [...FORM.items, age] };
    const answers = { 'red-flags': ['none'], unwell: false };
    const element = await show({
      definition,
      sections: 'safety contact',
      value: { ...value, answers },
      onSubmit: () => void handed++,
    });
    await arrives(element, 'Check your connection and try again.');
    expect(root(element).querySelectorAll('input'), 'half a safety check is none').to.be.empty;
    expect(element.submit()).to.be.false;
    expect(handed).to.equal(0);
  });

  it('offers to try again where there is nothing else to show', async () => {
    const element = await show({ sections: 'preferences consent' });
    await arrives(element, 'Check your connection and try again.');
    expect(element.submit()).to.be.false;
    expect(root(element).querySelector('button')!.textContent!.trim()).to.equal('Try again');
  });

  it('tells the developer once, and nothing that anybody typed', () => {
    expect(warned.filter((text) => text.includes('could not be loaded'))).to.have.length(1);
    expect(warned.join('\n')).to.not.contain('Ada').and.to.not.contain('firm');
  });
});
