import type { AnswerOption, IntakeForm, IntakeItem, ScreeningRule } from '../../src/contract/intake.js';
import { redFlags, talkFirst } from './safety-check.js';

/** Cannot stand beside other choices. */
export const NONE: AnswerOption = { value: 'none', text: 'None of these', exclusive: true };

const items: IntakeItem[] = [
  {
    id: 'red-flags',
    section: 'safety',
    type: 'multi-choice',
    text: 'Do you have any of these right now?',
    why: 'With some signs a massage is not safe. Your answer stays on this device.',
    required: true,
    options: [...redFlags.map(({ value, text }) => ({ value, text })), NONE],
  },
  {
    id: 'talk-first',
    section: 'safety',
    type: 'multi-choice',
    text: 'Does any of these apply to you?',
    why: 'You can still book. Your therapist reads your request before it is fixed.',
    required: true,
    options: [...talkFirst, NONE],
  },
  {
    id: 'new-injury',
    section: 'safety',
    type: 'choice',
    text: 'A new injury or strain in the last 3 days?',
    why: 'Massage usually waits until the first 2 to 3 days have passed.',
    required: true,
    options: [
      { value: 'no', text: 'No' },
      { value: 'today', text: 'Yes, today' },
      { value: 'one-or-two-days', text: 'Yes, 1 to 2 days ago' },
      { value: 'three-days', text: 'Yes, 3 days ago' },
    ],
  },
  {
    id: 'pressure',
    section: 'preferences',
    type: 'choice',
    text: 'How much pressure do you like?',
    why: 'You can ask for a change at any time during the session.',
    options: [
      { value: 'very-light', text: 'Very light' },
      { value: 'light', text: 'Light' },
      { value: 'medium', text: 'Medium' },
      { value: 'firm', text: 'Firm' },
      { value: 'very-firm', text: 'Very firm' },
      { value: 'therapist', text: 'Let my therapist decide' },
    ],
  },
  {
    id: 'focus-areas',
    section: 'preferences',
    type: 'multi-choice',
    text: 'Where would you like more time?',
    options: [
      { value: 'neck', text: 'Neck' },
      { value: 'shoulders', text: 'Shoulders' },
      { value: 'shoulder-blades', text: 'Between the shoulder blades' },
      { value: 'upper-back', text: 'Upper back' },
      { value: 'middle-back', text: 'Middle back' },
      { value: 'lower-back', text: 'Lower back' },
      { value: 'legs', text: 'Legs' },
      { value: 'feet', text: 'Feet' },
    ],
  },
  {
    id: 'oil',
    section: 'preferences',
    type: 'choice',
    text: 'Oil or lotion?',
    why: 'So that the right one is ready, or none.',
    options: [
      { value: 'oil', text: 'Oil' },
      { value: 'lotion', text: 'Lotion' },
      { value: 'unscented', text: 'Something unscented' },
      { value: 'none', text: 'None' },
      { value: 'no-preference', text: 'No preference' },
    ],
  },
  {
    id: 'talk',
    section: 'preferences',
    type: 'choice',
    text: 'Talk or quiet?',
    options: [
      { value: 'quiet', text: 'Quiet' },
      { value: 'talk', text: 'Happy to talk' },
      { value: 'no-preference', text: 'No preference' },
    ],
  },
];

/** Holds where an item's answer is, or contains, a value. */
export const contains = (item: string, value: string): ScreeningRule['when'] => ({ any: [{ item, op: '=', value }] });

const injuryRule = (value: string, deferHours: number): ScreeningRule => ({
  id: `injury-${value}`,
  when: contains('new-injury', value),
  outcome: 'defer',
  deferHours,
  message:
    'Massage usually waits until the first 2 to 3 days after an injury have passed, so the earliest times start later.',
});

/** The demo's one form. It names no reviewer, because no clinician has read it. */
export const massageForm: IntakeForm = {
  id: 'massage',
  version: '1',
  title: 'Before your massage',
  language: 'en-GB',
  items,
  rules: [
    ...redFlags.map(({ value, urgency, message }) => ({
      id: `stop-${value}`,
      when: contains('red-flags', value),
      outcome: 'stop' as const,
      urgency,
      message,
    })),
    {
      id: 'clear-talk-first',
      when: { any: talkFirst.map(({ value }) => ({ item: 'talk-first', op: '=' as const, value })) },
      outcome: 'clear',
      message:
        'Please talk to your GP, or to the team looking after you, before the session. You can ask for a time now; your therapist answers first.',
    },
    injuryRule('today', 72),
    injuryRule('one-or-two-days', 48),
    injuryRule('three-days', 24),
  ],
  consent: { id: 'health-consent', version: '1' },
  retention: 'Your therapist keeps these answers for 7 years after your last session, as their insurer asks.',
};
