import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { CONSENT } from '../../src/backend/memory/intake-form.js';
import type { KneadIntakeForm } from '../../src/components/intake-form/intake-form.js';
import '../../src/components/intake-form/intake-form.js';
import type { IntakeForm, IntakeItem } from '../../src/contract/intake.js';
import { emptyContact } from '../../src/domain/client/contact.js';
import { emptyIntake } from '../../src/domain/client/intake-draft.js';
import type { IntakeSubmission } from '../../src/domain/intake/submission.js';
import { settled } from '../support/settled.js';

const choice = (id: string, text: string, ...values: string[]): IntakeItem => ({
  id,
  section: 'preferences',
  type: 'choice',
  text,
  options: values.map((value) => ({ value, text: value })),
});

const form: IntakeForm = {
  id: 'grouped',
  version: '1',
  title: 'Grouped',
  language: 'en-GB',
  reviewedBy: 'nobody, in a test',
  consent: { id: CONSENT.id, version: CONSENT.version },
  items: [
    { ...choice('known', 'Never shown', 'incall'), from: 'session', type: 'multi-choice' },
    { ...choice('nuts', 'Allergic to nuts?', 'yes', 'no'), section: 'health', required: true },
    {
      ...choice('where', 'Where may we work?', 'Neck'),
      type: 'areas',
      options: [
        { value: 'neck', text: 'Neck', side: 'back' },
        { value: 'feet', text: 'Feet', side: 'back' },
        { value: 'chest', text: 'Collarbones', side: 'front' },
      ],
    },
    {
      id: 'touch',
      section: 'preferences',
      type: 'group',
      text: 'May we work here?',
      items: [
        { ...choice('belly', 'Your belly', 'yes', 'no'), initial: 'no' },
        choice('thighs', 'Your thighs', 'yes', 'no'),
      ],
    },
    choice('oil', 'Which oil?', 'almond', 'lotion'),
    { id: 'agreed', section: 'preferences', type: 'consent', text: 'I answered with them.', required: true },
  ],
  rules: [
    {
      id: 'nut-oil',
      when: {
        all: [
          { item: 'nuts', op: '=', value: 'yes' },
          { item: 'oil', op: '=', value: 'almond' },
        ],
      },
      outcome: 'adapt',
      message: 'Almonds are nuts. Choose another oil.',
      mend: 'oil',
    },
  ],
};

let given: IntakeSubmission | null;

async function show(): Promise<KneadIntakeForm> {
  given = null;
  const element = await fixture<KneadIntakeForm>(html`
    <knead-intake-form
      sections="preferences consent"
      .definition=${form}
      .consentDocument=${CONSENT}
      .onSubmit=${(submission: IntakeSubmission) => (given = submission)}
    ></knead-intake-form>
  `);
  await settled(element);
  return element;
}

const root = (element: KneadIntakeForm): ShadowRoot => element.shadowRoot!;
const words = (node: Element | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

function group(element: KneadIntakeForm, legend: string): HTMLFieldSetElement {
  const found = [...root(element).querySelectorAll('fieldset')].find((set) =>
    words(set.querySelector('legend')).startsWith(legend),
  );
  if (!found) throw new Error(`no group is called "${legend}"`);
  return found;
}

const labels = (within: ParentNode): string[] => [...within.querySelectorAll('label')].map(words);

async function tick(element: KneadIntakeForm, label: string, within: ParentNode = root(element)): Promise<void> {
  const found = [...within.querySelectorAll('label')].find((each) => words(each).startsWith(label));
  (found!.control as HTMLInputElement).click();
  await settled(element);
}

async function submit(element: KneadIntakeForm): Promise<void> {
  element.submit();
  await settled(element);
}

describe('the questions of a richer form', () => {
  afterEach(() => fixtureCleanup());

  it('stand inside their group, each with an id of its own, and what is known is not asked', async () => {
    const element = await show();
    const inside = group(element, 'May we work here?').querySelectorAll('fieldset');
    expect([...inside].map((set) => words(set.querySelector('legend')))).to.deep.equal([
      'Your belly',
      'Your thighs (optional)',
    ]);
    const ids = [...root(element).querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(words(root(element).querySelector('form'))).not.to.contain('Never shown');
  });

  it('offer several areas, those of the front folded until one is chosen', async () => {
    const element = await show();
    const back = group(element, 'Where may we work?');
    expect(labels(back)).to.deep.equal(['Neck', 'Feet']);
    await tick(element, 'Neck');
    await tick(element, 'Feet');
    const fold = root(element).querySelector<HTMLDetailsElement>('.areas details')!;
    expect(fold.open).to.equal(false);
    await tick(element, 'Collarbones', fold);
    expect(fold.open).to.equal(true);
    expect(element.value.answers['where']).to.deep.equal(['neck', 'feet', 'chest']);
  });

  it('hand over the choice that stands, and a tick as true', async () => {
    const element = await show();
    await tick(element, 'no', group(element, 'Allergic to nuts?'));
    await tick(element, 'I answered with them.');
    await tick(element, CONSENT.text.slice(0, 20));
    await submit(element);
    expect(given?.value.answers).to.deep.equal({ belly: 'no', nuts: 'no', agreed: true });
  });

  it('say what contradicts each other in the words of the form, and that a tick is missing', async () => {
    const element = await show();
    await tick(element, 'yes', group(element, 'Allergic to nuts?'));
    await tick(element, 'almond');
    await tick(element, CONSENT.text.slice(0, 20));
    await submit(element);
    expect(given).to.equal(null);
    const lines = [...root(element).querySelectorAll<HTMLAnchorElement>('#error-summary a')];
    expect(lines.map(words)).to.deep.equal(['Almonds are nuts. Choose another oil.', 'Answer this question']);
    lines[1]!.click();
    expect(words(root(element).activeElement!.closest('label'))).to.equal('I answered with them.');
    await tick(element, 'lotion');
    await tick(element, 'I answered with them.');
    await submit(element);
    expect(given).not.to.equal(null);
  });

  it('are not required of whoever answers in person, and nothing is shared then', async () => {
    const element = await show();
    element.sections = 'contact preferences consent';
    element.value = {
      ...emptyIntake,
      contact: { ...emptyContact, name: 'Ada Example', email: 'ada@example.com' },
      consentGiven: true,
    };
    await settled(element);
    [...root(element).querySelectorAll('button')]
      .find((each) => words(each) === 'I’d rather answer in person')!
      .click();
    await settled(element);
    expect(given?.client?.name).to.equal('Ada Example');
    expect(given?.value.consentGiven).to.equal(false);
  });

  it('are shared with consent only: a box left as it is says so, and focus goes to the summary', async () => {
    const element = await show();
    await tick(element, 'no', group(element, 'Allergic to nuts?'));
    await tick(element, 'I answered with them.');
    await submit(element);
    expect(given).to.equal(null);
    expect(root(element).activeElement?.id).to.equal('error-summary');
    const [line, ...others] = root(element).querySelectorAll<HTMLAnchorElement>('#error-summary a');
    expect(others).to.deep.equal([]);
    expect(words(line)).to.equal('Tick the box to share your answers');
    line!.click();
    const box = root(element).activeElement as HTMLInputElement;
    expect(words(box.labels![0])).to.equal(CONSENT.text);
    expect(box.getAttribute('aria-invalid')).to.equal('true');
  });
});
