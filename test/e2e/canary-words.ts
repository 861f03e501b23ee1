import type { IntakeItem } from '../../src/contract/intake.js';
import { HEALTH, PERSON, type Marks } from './canary-search.js';
import type { Choices, EveryAnswer } from './every-answer.js';

/** In reach of the demo's therapist. */
export const POSTCODE = 'W1G 8AB';
/** Where the mails go. */
export const EMAIL = `${PERSON.toLowerCase()}@example.com`;

/** What is typed into each field of the contact section. */
export const CONTACT: readonly (readonly [field: RegExp, typed: string])[] = [
  [/^Full name/, `Ada ${PERSON}`],
  [/^Email address/, EMAIL],
  [/^Phone number$/, '020 7946 0873'],
  [/^Address line 1/, `7 ${PERSON} Street`],
  [/^Address line 2/, `${PERSON} Court`],
  [/^Town/, `${PERSON}ton`],
  [/^Postcode$/, POSTCODE],
  [/^How to get in/, `Ring at ${PERSON}`],
  [/^Anything else/, `Greetings from ${PERSON}`],
];

/** As much as one visitor can say, short of what ends the booking or moves it to another day. */
export const CHOICES: Choices = {
  reason: ['stiff-upper-back', 'sore-lower-back', 'tight-neck-shoulders', 'stress'],
  'new-injury': ['72'],
  'red-flags': ['none'],
  'talk-first': [
    ...['long-standing', 'blood-clot', 'blood-thinners', 'bones', 'operation', 'heart', 'spine', 'leg-symptoms'],
    ...['long-term', 'pregnancy', 'under-18'],
  ],
  'pregnancy-signs': ['none'],
  unwell: ['false'],
  'pain-onset': ['sudden'],
  'pain-duration': ['over-12-weeks'],
  skin: ['varicose-veins', 'sunburn'],
  allergies: ['nuts', 'essential-oils', 'other'],
  access: ['side-or-sit', 'face-down'],
  'heat-feeling': ['less'],
  'heat-today': ['sunburn'],
  'work-where': ['shoulder-blades', 'middle-back'],
  'leave-out': ['lower-back'],
  pressure: ['very-light'],
  oil: ['unscented'],
  'for-whom': ['someone-else'],
  floor: ['stairs'],
  kit: ['own-table'],
};

/** Ids that treatments have, too: they prove nothing where they are found. */
const ELSEWHERE: ReadonlySet<string> = new Set(['essential-oils']);

/** A name asked among the answers is an answer: it gets the canary that may be in fewer places. */
export const words = ({ id }: IntakeItem): string => (id.endsWith('-phone') ? `+44 20 7946 0321` : `${HEALTH} ${id}`);

/** What to look for after a visit. */
export function marksOf({ chosen: all }: EveryAnswer): Marks {
  const chosen = [...all].filter(([value]) => !ELSEWHERE.has(value));
  return {
    health: [
      HEALTH,
      /7946\W{0,3}0321/,
      // Short ones are words like any others; the words of a choice are told apart by being a phrase.
      ...chosen.flatMap(([value]) => (value.includes('-') && value.length > 6 ? value : [])),
      ...chosen.flatMap(([, text]) => (text.split(' ').length > 3 ? text : [])),
    ],
    person: [PERSON, /w1g(\s|%20|\+)*8ab/i, /7946\W{0,3}0873/],
    device: [
      ...['both-legs', '"red-flags"', '"new-injury"', /not yet seen by a doctor: pain, tingling/],
      // What the visitor reads because of it.
      ...['Go to A&E', 'light massage is fine for you', 'trained in massage around pregnancy'],
    ],
  };
}
