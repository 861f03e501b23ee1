import type { ConsentDocument } from '../../contract/consent.js';
import type { IntakeForm, IntakeItem, ScreeningRule } from '../../contract/intake.js';

/** What a client agrees to before health answers are sent. `hash` is checked by a test. */
export const CONSENT: ConsentDocument = {
  id: 'health-answers',
  version: '1',
  kind: 'health',
  language: 'en-GB',
  text: 'I agree that Mara Lindqvist receives my answers about my health and uses them only to plan my massage. I can take this back at any time.',
  recipient: 'Mara Lindqvist',
  hash: 'sha-256:6c28cffffa119fbc730ea040a750e162f8a0d1fa3ae51734e8037acb858a11d5',
};

const RED_FLAGS: readonly [id: string, text: string, urgency: 'emergency' | 'urgent'][] = [
  [
    'saddle-numbness',
    'Back or leg pain with numbness around the genitals or buttocks, or trouble peeing or controlling your bladder or bowel',
    'emergency',
  ],
  ['both-legs', 'Pain, tingling, numbness or weakness in both legs', 'emergency'],
  ['chest', 'Chest pain, or sudden trouble breathing', 'emergency'],
  ['accident', 'Back pain after a serious fall or accident that no doctor has looked at', 'emergency'],
  ['swelling', 'One leg or arm newly swollen, warm or changed colour', 'urgent'],
  ['fever-and-back', 'Back pain with a high temperature, weight loss you didn’t plan, or a new lump', 'urgent'],
  ['not-sure', 'I’m not sure about one of these', 'urgent'],
];

const MESSAGES = {
  emergency: 'Go to A&E or call 999 now. This needs to be looked at today, so please don’t book a massage for it.',
  urgent: 'Please ask for an urgent GP appointment or call 111 before any massage.',
};

const NONE = { value: 'none', text: 'None of these', exclusive: true };

const stops: ScreeningRule[] = (['emergency', 'urgent'] as const).map((urgency) => ({
  id: `stop-${urgency}`,
  when: {
    any: RED_FLAGS.filter((flag) => flag[2] === urgency).map(([value]) => ({ item: 'red-flags', op: '=', value })),
  },
  outcome: 'stop',
  urgency,
  message: MESSAGES[urgency],
}));

const items: IntakeItem[] = [
  {
    id: 'red-flags',
    section: 'safety',
    type: 'multi-choice',
    text: 'Is any of these new, or getting worse?',
    why: 'Massage isn’t right for everyone on every day.',
    required: true,
    options: [...RED_FLAGS.map(([value, text]) => ({ value, text })), NONE],
  },
  {
    id: 'unwell',
    section: 'safety',
    type: 'boolean',
    text: 'Have you had a fever, an infection or an upset stomach in the last two days?',
    required: true,
  },
  {
    id: 'allergies',
    section: 'health',
    type: 'multi-choice',
    text: 'Is there anything your therapist should not put on your skin?',
    why: 'Most oils contain nuts or fragrance.',
    options: [
      { value: 'nuts', text: 'Nut oils' },
      { value: 'fragrance', text: 'Fragrance and essential oils' },
      { value: 'latex', text: 'Latex' },
      { value: 'other', text: 'Something else' },
      NONE,
    ],
  },
  {
    id: 'allergies-other',
    section: 'health',
    type: 'text',
    text: 'What else should not be used?',
    showWhen: { all: [{ item: 'allergies', op: '=', value: 'other' }] },
  },
  { id: 'skin', section: 'health', type: 'text', text: 'Any sore, bruised or broken skin to work around?' },
  {
    id: 'pressure',
    section: 'preferences',
    type: 'choice',
    text: 'How firm do you like it?',
    options: [
      { value: 'light', text: 'Light' },
      { value: 'medium', text: 'Medium' },
      { value: 'firm', text: 'Firm' },
      { value: 'any', text: 'No preference' },
    ],
  },
  {
    id: 'avoid',
    section: 'preferences',
    type: 'multi-choice',
    text: 'Anywhere you’d rather not be touched?',
    options: ['Feet', 'Face', 'Scalp', 'Stomach', 'Glutes'].map((text) => ({ value: text.toLowerCase(), text })),
  },
  {
    id: 'quiet',
    section: 'preferences',
    type: 'choice',
    text: 'Would you rather talk or be quiet?',
    options: [
      { value: 'quiet', text: 'Quiet' },
      { value: 'talk', text: 'Happy to talk' },
      { value: 'any', text: 'No preference' },
    ],
  },
];

/** Short, and not reviewed by a clinician: for stories and tests. */
export const FORM: IntakeForm = {
  id: 'before-massage',
  version: '1',
  title: 'Before your massage',
  language: 'en-GB',
  items,
  rules: [
    ...stops,
    {
      id: 'defer-unwell',
      when: { all: [{ item: 'unwell', op: '=', value: true }] },
      outcome: 'defer',
      deferHours: 48,
      message: 'Please choose a time at least two days from now, when you’ve been well for 48 hours.',
    },
    {
      id: 'adapt-nuts',
      when: { all: [{ item: 'allergies', op: '=', value: 'nuts' }] },
      outcome: 'adapt',
      message: 'Your therapist will use an oil without nuts.',
    },
  ],
  consent: { id: CONSENT.id, version: CONSENT.version },
  retention: 'Answers are kept for seven years after your last visit, as the insurer asks.',
};
