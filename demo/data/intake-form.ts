import type { AnswerOption, IntakeForm, IntakeItem, ScreeningRule } from '../../src/contract/intake.js';

const NONE: AnswerOption = { value: 'none', text: 'None of these', exclusive: true };

const EMERGENCY_BACK =
  'Go to A&E or call 999 now. This needs to be checked today. Please do not book a massage for it.';

interface RedFlag {
  value: string;
  text: string;
  urgency: 'emergency' | 'urgent';
  message: string;
}

/** Asked on the device, before anything else, and never sent. */
const RED_FLAGS: readonly RedFlag[] = [
  {
    value: 'saddle-bladder-bowel',
    text: 'Back or leg pain with numbness between the legs, or a change in bladder, bowel or sexual feeling',
    urgency: 'emergency',
    message: EMERGENCY_BACK,
  },
  {
    value: 'both-legs',
    text: 'Pain, tingling, numbness or weakness in both legs, or a leg getting weaker quickly',
    urgency: 'emergency',
    message: EMERGENCY_BACK,
  },
  {
    value: 'chest-breath',
    text: 'Chest pain, sudden breathlessness, or coughing up blood',
    urgency: 'emergency',
    message: 'Call 999 now. Please do not book a massage.',
  },
  {
    value: 'accident',
    text: 'Back pain that began after a serious fall or accident',
    urgency: 'emergency',
    message: 'Go to A&E or call 999 to have your back checked first. Please do not book a massage for it.',
  },
  {
    value: 'swollen-limb',
    text: 'One leg or arm newly swollen, warm, throbbing or a different colour',
    urgency: 'urgent',
    message: 'Ask for an urgent GP appointment, or use 111, before any massage.',
  },
  {
    value: 'unwell-back',
    text: 'Back pain with a high temperature, weight loss, a new lump, or much worse at night whatever you do',
    urgency: 'urgent',
    message: 'Please see your GP or use 111 first. A massage can wait until you know more.',
  },
  {
    value: 'not-sure',
    text: 'I am not sure about one of these',
    urgency: 'urgent',
    message: 'Call 111 or talk to your GP first, or contact your therapist and ask.',
  },
];

/** Bookable once the client has talked to somebody who knows: the therapist reads the request first. */
const TALK_FIRST: readonly AnswerOption[] = [
  { value: 'blood-clot', text: 'A blood clot in the last 6 months' },
  { value: 'blood-thinners', text: 'Blood thinners, or blood that does not clot well' },
  { value: 'bones', text: 'Osteoporosis, or a recent fracture' },
  { value: 'cancer', text: 'Cancer, now or in the last 12 months' },
  { value: 'operation', text: 'An operation in the last 6 weeks' },
  { value: 'heart', text: 'Heart trouble, a stroke, or blood pressure that is not under control' },
  { value: 'leg-symptoms', text: 'New pain, numbness or tingling down one leg' },
  { value: 'pregnancy', text: 'Pregnant, or gave birth in the last 12 weeks' },
  { value: 'other-condition', text: 'Another condition that is not under control' },
];

const items: IntakeItem[] = [
  {
    id: 'red-flags',
    section: 'safety',
    type: 'multi-choice',
    text: 'Do you have any of these right now?',
    why: 'With some signs a massage is not safe. Your answer stays on this device.',
    required: true,
    options: [...RED_FLAGS.map(({ value, text }) => ({ value, text })), NONE],
  },
  {
    id: 'talk-first',
    section: 'safety',
    type: 'multi-choice',
    text: 'Does any of these apply to you?',
    why: 'You can still book. Your therapist reads your request before it is fixed.',
    required: true,
    options: [...TALK_FIRST, NONE],
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

const contains = (item: string, value: string): ScreeningRule['when'] => ({ any: [{ item, op: '=', value }] });

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
    ...RED_FLAGS.map(({ value, urgency, message }) => ({
      id: `stop-${value}`,
      when: contains('red-flags', value),
      outcome: 'stop' as const,
      urgency,
      message,
    })),
    {
      id: 'clear-talk-first',
      when: { any: TALK_FIRST.map(({ value }) => ({ item: 'talk-first', op: '=' as const, value })) },
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
