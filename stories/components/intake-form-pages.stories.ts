import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { CONSENT } from '../../src/backend/memory/intake-form.js';
import type { KneadIntakeForm } from '../../src/components/intake-form/intake-form.js';
import '../../src/components/intake-form/intake-form.js';
import type { Answers } from '../../src/contract/intake.js';
import { emptyContact } from '../../src/domain/client/contact.js';
import { emptyIntake } from '../../src/domain/client/intake-draft.js';
import '../languages.js';
import { ARABIC, GERMAN, MASSAGE, UNDER_16, WITH_PAIN } from './massage-forms.js';

type Args = Partial<
  Pick<
    KneadIntakeForm,
    | 'definition'
    | 'consentDocument'
    | 'contactPoint'
    | 'healthBasis'
    | 'lang'
    | 'onSubmit'
    | 'place'
    | 'sections'
    | 'value'
    | 'withoutSubmit'
  >
> & { width?: number };

const CONTACT = { ...emptyContact, name: 'Ada Example', email: 'ada@example.com', phone: '020 7946 0555' };

const meta: Meta<Args> = {
  title: 'Components/Intake form pages',
  component: 'knead-intake-form',
  args: { definition: MASSAGE, consentDocument: CONSENT, sections: 'contact preferences consent' },
  parameters: {
    docs: {
      description: {
        component:
          'A form that asks much is asked page by page: who is coming first, then its groups with short ones joined, consent last. Pages that ask nothing of this client are passed over.',
      },
    },
  },
  render: ({ width, ...properties }) => {
    const form = Object.assign(document.createElement('knead-intake-form'), properties);
    if (width) form.setAttribute('style', `display: block; inline-size: ${width}px`);
    return form;
  },
};
export default meta;
type Story = StoryObj<Args>;

const at = (page: number, answers: Answers): Pick<Args, 'value'> => ({
  value: { ...emptyIntake, contact: CONTACT, answers, page },
});

/** First who is coming, and a way on for whoever would rather answer in person. */
export const AboutYou: Story = { args: { value: { ...emptyIntake, answers: WITH_PAIN } } };

/** Nothing is asked of the pages to come while this one is not right. */
export const AboutYouMissing: Story = {
  args: AboutYou.args!,
  play: ({ canvasElement }) => press(canvasElement, 'Continue'),
};

/** For oneself, unless somebody says otherwise. */
export const WhoIsComing: Story = { args: at(1, WITH_PAIN) };

/** Booked for somebody else, who is under 16: a guardian is named, agrees and stays. */
export const ForAChild: Story = { args: at(1, { ...UNDER_16, 'for-whom': 'someone-else' }) };

/** The guardian is not named yet. */
export const ForAChildMissing: Story = {
  args: ForAChild.args!,
  play: ({ canvasElement }) => press(canvasElement, 'Continue'),
};

/** Where it is felt, since when, and how strong: only where pain is the reason. */
export const WhatYouFeel: Story = { args: at(2, { ...WITH_PAIN, 'feel-where': ['lower-back', 'hips'] }) };

/** Health, skin and allergies, with what warm stones and scented oils need to know. */
export const YourHealth: Story = {
  args: at(3, { ...WITH_PAIN, session: ['incall', 'hot-stones-15', 'aromatherapy'], allergies: ['nuts'] }),
};

/** Where the therapist may work is another question than where it is felt. Sensitive places begin with no. */
export const WhereToWork: Story = {
  args: at(4, { ...WITH_PAIN, 'work-where': ['neck', 'shoulders', 'upper-back'], 'sensitive-glutes': 'ask' }),
};

/** Work on the front is for whoever opens it; a choice there keeps it open. */
export const WhereOnTheFront: Story = { args: at(4, { ...WITH_PAIN, 'work-where': ['face-jaw', 'front-legs'] }) };

/** Pressure, pace, oil, scent, music, talk and warmth. */
export const HowYouLikeIt: Story = { args: at(5, { ...WITH_PAIN, pressure: 'firm', pace: 'slow' }) };

/** Almond oil and an allergy to nuts: said at once. */
export const OilConflict: Story = { args: at(5, { ...WITH_PAIN, allergies: ['nuts'], oil: 'almond-oil' }) };

/** And once more on the way on. */
export const OilConflictKept: Story = {
  args: OilConflict.args!,
  play: ({ canvasElement }) => press(canvasElement, 'Continue'),
};

/** Each technique: like, no preference, avoid. */
export const Techniques: Story = { args: at(6, { ...WITH_PAIN, 'technique-tapping': 'avoid' }) };

/** Only where the therapist comes: floor, parking, room, power, pets, table. */
export const ForTheVisit: Story = {
  args: { ...at(7, { ...WITH_PAIN, session: ['outcall'], floor: 'lift' }), place: 'outcall' },
};

/** A page of its own for a box of its own. */
export const SharingAnswers: Story = { args: at(99, WITH_PAIN) };

/** The box is left as it is: said, with the other way on below. */
export const NotShared: Story = {
  args: at(99, { ...WITH_PAIN, allergies: ['none'], 'pain-onset': 'gradual', 'pain-duration': 'comes-and-goes' }),
  play: ({ canvasElement }) => press(canvasElement, 'Continue'),
};

/** On the basis of care: a notice, and nothing to tick. */
export const BasisOfCare: Story = { args: { ...at(99, WITH_PAIN), healthBasis: 'care' } };

/** Red flags, and below them the short names of what wants a word first; each list with a None of its own. */
export const SafetyCheck: Story = {
  args: { sections: 'safety', value: { ...emptyIntake, answers: { reason: ['sore-lower-back'] } } },
};

/** A blood clot that is being treated: booked with a human only. */
export const BlockedUntilTalkedAbout: Story = {
  args: {
    sections: 'safety',
    contactPoint: { phone: '020 7946 0123', email: 'hello@lanternlane.example' },
    value: {
      ...emptyIntake,
      answers: { 'red-flags': ['none'], 'talk-first': ['blood-clot'], 'clot-now': 'now' },
    },
  },
  play: ({ canvasElement }) => press(canvasElement, 'Continue'),
};

/** Long German words wrap. */
export const LongGerman: Story = {
  args: { definition: GERMAN, lang: 'de', ...at(1, { where: ['neck', 'face-jaw'] }), width: 320 },
};

/** Arabic, from right to left. */
export const Arabic: Story = {
  args: { definition: ARABIC, lang: 'ar', ...at(1, { where: ['neck'], pressure: 'firm' }) },
};

/** A page 320 px wide. */
export const Narrow: Story = { args: { ...WhereToWork.args!, width: 320 } };

/** The same for how somebody likes it. */
export const NarrowChoices: Story = { args: { ...OilConflict.args!, width: 320 } };

async function press(canvas: Element, words: string): Promise<void> {
  const form = canvas.querySelector('knead-intake-form')!;
  const buttons = (): HTMLButtonElement[] => [...form.shadowRoot!.querySelectorAll('button')];
  await form.updateComplete;
  while (!buttons().some(({ textContent }) => textContent === words)) await new Promise(requestAnimationFrame);
  buttons()
    .find(({ textContent }) => textContent === words)!
    .click();
  await form.updateComplete;
}
