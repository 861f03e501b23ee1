import type { AnswerOption } from '../../src/contract/intake.js';

const EMERGENCY_BACK =
  'Go to A&E or call 999 now. This needs to be checked today. Please do not book a massage for it.';

/** A sign with which nobody should book, and what the client reads instead. */
export interface RedFlag {
  value: string;
  text: string;
  urgency: 'emergency' | 'urgent';
  message: string;
}

/** Asked on the device, before anything else, and never sent. */
export const redFlags: readonly RedFlag[] = [
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
export const talkFirst: readonly AnswerOption[] = [
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
