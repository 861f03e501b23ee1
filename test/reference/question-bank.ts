import type { Outcome } from '../../src/contract/intake.js';

/** One row of the question bank: the item that asks it, and what each answer leads to; answers not named lead to nothing. */
export type BankRow = readonly [row: string, item: string, leadsTo: Readonly<Record<string, Outcome>>];

const each = (outcome: Outcome, ...answers: string[]): Record<string, Outcome> =>
  Object.fromEntries(answers.map((answer) => [answer, outcome]));

const told = each('flag', 'some words');

/** What every question of the bank is expected to lead to before a therapist changes anything. */
export const QUESTION_BANK: readonly BankRow[] = [
  ['A1', 'red-flags', each('stop', 'saddle-bladder-bowel')],
  ['A2', 'red-flags', each('stop', 'both-legs')],
  ['A3', 'red-flags', each('stop', 'chest-breath')],
  ['A4', 'red-flags', each('stop', 'accident')],
  ['A5', 'red-flags', each('stop', 'swollen-limb')],
  ['A6', 'red-flags', each('stop', 'unwell-back')],
  ['A7', 'red-flags', each('stop', 'not-sure')],
  ['A8', 'red-flags', {}],
  ['A1, A2, A4 long known', 'talk-first', each('clear', 'long-standing')],
  ['B1', 'unwell', each('defer', 'true')],
  ['B1', 'if-unwell', {}],
  ['B2', 'new-injury', each('defer', '0', '12', '24', '48')],
  ['B3', 'no-alcohol', {}],
  ['C1', 'clot-now', { now: 'clear', over: 'clear' }],
  ['C2', 'talk-first', each('clear', 'blood-thinners')],
  ['C3', 'bones-kind', { recent: 'clear', steady: 'adapt' }],
  ['C4', 'talk-first', each('clear', 'cancer')],
  ['C5', 'operation-when', { 'under-6-weeks': 'clear', later: 'adapt' }],
  ['C5', 'operation-where', {}],
  ['C6', 'heart-kind', { 'not-controlled': 'clear', controlled: 'flag' }],
  ['C7', 'spine-kind', { serious: 'clear', steady: 'adapt' }],
  ['C8', 'leg-kind', { new: 'clear', known: 'flag' }],
  ['C9', 'long-term-kind', { 'not-controlled': 'clear', controlled: 'flag' }],
  ['C9', 'long-term-which', {}],
  ['C10', 'other-care', told],
  ['D1', 'pregnancy-stage', { '13-plus': 'route', 'gave-birth': 'route', 'up-to-12': 'clear', 'in-person': 'clear' }],
  ['D1', 'pregnancy-signs', each('stop', 'bleeding', 'cramps', 'headache', 'blood-pressure', 'one-leg')],
  ['D2', 'skin', each('adapt', 'broken', 'burn', 'sunburn', 'rash', 'varicose-veins', 'bruise', 'lump')],
  ['D2', 'skin-where', {}],
  ['D3', 'allergies', each('adapt', 'nuts', 'fragrance', 'essential-oils', 'latex', 'other')],
  ['D3', 'allergy-other', {}],
  ['D4', 'medicines', told],
  ['D5', 'wishes', told],
  ['D6', 'access', each('adapt', 'steps', 'table', 'face-down', 'side-or-sit')],
  ['E1', 'age-band', { '16-17': 'flag', 'under-16': 'route' }],
  ['E1', 'guardian-name', {}],
  ['E1', 'guardian-phone', {}],
  ['E1', 'guardian-agrees', {}],
  ['E2', 'for-whom', each('flag', 'someone-else')],
  ['E2', 'client-name', {}],
  ['E2', 'answered-together', {}],
  ['F1', 'pain-duration', { 'under-72h': 'defer', 'over-12-weeks': 'flag' }],
  ['F1', 'pain-onset', { fall: 'clear', sudden: 'flag' }],
  ['F2', 'pain-changes', told],
  ['F2', 'pain-tried', told],
  ['F3', 'pain-today', each('flag', ...Array.from({ length: 11 }, (_, step) => String(step)))],
  ['G1', 'feel-where', each('flag', '*')],
  ['G1', 'feel-note', told],
  ['G1', 'work-where', each('flag', '*')],
  ['G1', 'leave-out', each('adapt', '*')],
  ['G2', 'sensitive-glutes', { no: 'adapt', ask: 'flag', yes: 'flag' }],
  ['G2', 'sensitive-abdomen', { no: 'adapt', ask: 'flag', yes: 'flag' }],
  ['G2', 'sensitive-chest', { no: 'adapt', ask: 'flag', yes: 'flag' }],
  ['G2', 'sensitive-inner-thighs', { no: 'adapt', ask: 'flag', yes: 'flag' }],
  ...['pressure', 'pace', 'oil', 'scent', 'music', 'talk', 'warmth'].map((item): BankRow => [
    'G3',
    item,
    each('flag', '*'),
  ]),
  ['G3', 'oil-conflict', {}],
  ...['gliding', 'kneading', 'friction', 'compression', 'tapping', 'stretching', 'points', 'fascia'].map(
    (technique): BankRow => ['G3', `technique-${technique}`, { like: 'flag', avoid: 'adapt' }],
  ),
  ['G4', 'therapist-gender', each('flag', 'woman', 'man')],
  ...['floor', 'floor-which', 'parking', 'clear-space', 'quiet-room', 'power', 'pets', 'another-adult', 'kit'].map(
    (item): BankRow => ['H1', item, each('flag', '*')],
  ),
  ['I1', 'emergency-name', told],
  ['I1', 'emergency-phone', told],
];

/** What is asked besides the bank: why somebody comes, what is known already, and what an add-on needs to know. */
export const BESIDES_THE_BANK: readonly BankRow[] = [
  ['reason', 'reason', {}],
  ['days', 'days', each('flag', '*')],
  ['known', 'session', {}],
  ['known', 'hours-ahead', {}],
  ['stones', 'heat-feeling', { no: 'stop', less: 'clear' }],
  ['stones', 'heat-where', {}],
  ['stones', 'heat-today', { temperature: 'defer', sunburn: 'adapt' }],
  ['oils', 'aroma-before', { breathing: 'clear', skin: 'adapt' }],
  ['oils', 'aroma-dislike', told],
];
