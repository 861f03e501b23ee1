import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { CONSENT, FORM } from '../../src/backend/memory/intake-form.js';
import { memoryBackend } from '../../src/backend/memory/memory-backend.js';
import type { KneadIntakeForm } from '../../src/components/intake-form/intake-form.js';
import '../../src/components/intake-form/intake-form.js';
import type { IntakeForm } from '../../src/contract/intake.js';
import { emptyContact } from '../../src/domain/client/contact.js';
import { emptyIntake } from '../../src/domain/client/intake-draft.js';
import '../languages.js';

type Args = Partial<
  Pick<
    KneadIntakeForm,
    | 'backend'
    | 'formId'
    | 'formVersion'
    | 'sections'
    | 'place'
    | 'postcodeArea'
    | 'headingLevel'
    | 'withoutSubmit'
    | 'definition'
    | 'consentDocument'
    | 'contactPoint'
    | 'value'
    | 'lang'
  >
> & { fallback?: string };

const meta: Meta<Args> = {
  title: 'Components/Intake form',
  component: 'knead-intake-form',
  args: { definition: FORM, consentDocument: CONSENT },
  argTypes: { place: { control: 'inline-radio', options: ['incall', 'outcall'] } },
  parameters: {
    docs: {
      description: {
        component:
          'Safety check, contact details, preferences and consent. What was answered leaves the element through `onSubmit` alone, never in an event.',
      },
    },
  },
  render: ({ fallback, ...properties }) => {
    const form = Object.assign(document.createElement('knead-intake-form'), properties);
    if (fallback) form.append(link(fallback));
    return form;
  },
};
export default meta;
type Story = StoryObj<Args>;

/** Every section that applies, alone on a page. */
export const Whole: Story = {};

/** One screen, answered on the device. Whoever leaves out Continue also brings the heading. */
export const Safety: Story = { args: { sections: 'safety', withoutSubmit: true } };

/** With the safety check unanswered: the summary takes focus, each list says what is missing. */
export const SafetyUnanswered: Story = {
  args: { sections: 'safety' },
  play: ({ canvasElement }) => press(canvasElement),
};

/** A red flag ends online booking: what to do, that nothing was sent, a human, and a way back. */
export const Stopped: Story = {
  args: {
    sections: 'safety',
    contactPoint: {
      phone: '020 7946 0123',
      email: 'hello@lanternlane.example',
      url: 'https://lanternlane.example/contact',
    },
    value: { ...emptyIntake, answers: { 'red-flags': ['both-legs', 'swelling'], unwell: false } },
  },
  play: ({ canvasElement }) => press(canvasElement),
};

/** Less urgent, and with nothing but the link the page put inside the tag. */
export const StoppedUrgent: Story = {
  args: {
    sections: 'safety',
    value: { ...emptyIntake, answers: { 'red-flags': ['not-sure'], unwell: false } },
    fallback: 'Write to Mara',
  },
  play: ({ canvasElement }) => press(canvasElement),
};

/** For a session at the therapist's: name, email, and a phone number if the client likes. */
export const Contact: Story = { args: { sections: 'contact' } };

/** For a visit: where to come, and how to get in. */
export const ContactForVisit: Story = { args: { sections: 'contact', place: 'outcall', postcodeArea: 'E1' } };

/** Everything typed stays, and the words stand beside each field and in the summary. */
export const ContactWithFaults: Story = {
  args: {
    sections: 'contact',
    place: 'outcall',
    postcodeArea: 'E1',
    value: {
      ...emptyIntake,
      contact: { ...emptyContact, name: 'Ada Example', email: 'ada@', phone: '12', postcode: 'SE1 9SG' },
    },
  },
  play: ({ canvasElement }) => press(canvasElement),
};

/** Nothing is required and nothing preselected. */
export const Preferences: Story = { args: { sections: 'preferences' } };

/** A question that appears with an answer, and its answer. */
export const PreferencesAnswered: Story = {
  args: {
    sections: 'preferences consent',
    value: {
      ...emptyIntake,
      answers: {
        allergies: ['nuts', 'other'],
        'allergies-other': 'Lanolin',
        pressure: 'firm',
        avoid: ['feet'],
        quiet: 'quiet',
      },
    },
  },
};

const everyType: IntakeForm = {
  ...FORM,
  id: 'every-type',
  rules: [],
  items: [
    { id: 'line', section: 'health', type: 'display', text: 'A few questions about today.' },
    {
      id: 'first',
      section: 'health',
      type: 'boolean',
      text: 'Is this your first massage?',
      why: 'So that there is time to explain.',
    },
    { id: 'energy', section: 'health', type: 'number', text: 'How much energy do you have today?', min: 0, max: 10 },
    {
      id: 'days',
      section: 'health',
      type: 'number',
      text: 'How many days since your last massage?',
      min: 0,
      max: 3650,
    },
    { id: 'since', section: 'health', type: 'date', text: 'When did you last see your therapist?' },
    { id: 'music', section: 'preferences', type: 'text', text: 'What would you like to listen to?', required: true },
    {
      id: 'long',
      section: 'preferences',
      type: 'choice',
      text: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrik, or something just as long that has to wrap?',
      options: [
        { value: 'a', text: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrik' },
        { value: 'b', text: 'كلمات من اليمين إلى اليسار' },
      ],
    },
  ],
};

/** Every type of question, one of them required, with text that has to wrap. */
export const EveryType: Story = {
  args: {
    definition: everyType,
    sections: 'preferences',
    value: { ...emptyIntake, answers: { energy: 4, days: 'many' } },
  },
};

/** The same, with a missing answer and a number that is none. */
export const EveryTypeWithFaults: Story = {
  args: { ...EveryType.args },
  play: ({ canvasElement }) => press(canvasElement),
};

/** A box of its own: unticked, with who receives the answers and for how long. */
export const Consent: Story = { args: { sections: 'consent' } };

/** A form that asks nothing of what this page wants to show. */
export const Empty: Story = { args: { definition: null, sections: 'safety', fallback: 'Write to Mara' } };

/** Alone by attributes: form, consent and contact come from the backend. */
export const Loaded: Story = {
  args: {
    definition: null,
    consentDocument: null,
    backend: memoryBackend(),
    formId: FORM.id,
    formVersion: FORM.version,
  },
};

/** While the questions are on their way. */
export const Loading: Story = { args: { ...Loaded.args, backend: memoryBackend('loading') } };

/** The backend answers with an error: Try again, and what the page put inside the tag. */
export const Failed: Story = { args: { ...Loaded.args, backend: memoryBackend('error'), fallback: 'Write to Mara' } };

/** The device has no network. */
export const Offline: Story = { args: { ...Loaded.args, backend: memoryBackend('offline') } };

/** The page names a form without its version: said to the developer in the console, and calmly to the visitor. */
export const Misconfigured: Story = {
  args: { ...Loaded.args, formVersion: null, fallback: 'Write to Mara' },
  parameters: { hints: ['Knead: <knead-intake-form> form-version: expected'] },
};

/** Answers take two seconds. */
export const Slow: Story = { args: { ...Loaded.args, backend: memoryBackend('slow') } };

/** Laid out from right to left. */
export const RightToLeft: Story = { args: { lang: 'ar-XB' } };

/** Every word of ours two fifths longer. */
export const LongWords: Story = { args: { lang: 'en-XA', sections: 'contact', place: 'outcall' } };

async function press(canvas: Element): Promise<void> {
  const form = canvas.querySelector('knead-intake-form')!;
  await form.updateComplete;
  while (form.shadowRoot!.getElementById('loading')) await new Promise(requestAnimationFrame);
  form.shadowRoot!.querySelector<HTMLButtonElement>('button.primary')!.click();
  await form.updateComplete;
}

function link(text: string): HTMLElement {
  return Object.assign(document.createElement('a'), { href: 'https://lanternlane.example/contact', textContent: text });
}
