import * as z from 'zod/mini';
import massage from '../../demo/data/massage-form.json';
import { numbersFor, withNumbers } from '../../src/domain/intake/emergency-numbers.js';
import { IntakeForm, type Answers, type IntakeItem } from '../../src/contract/intake.js';

/** The whole question bank, as the demo has it. */
export const MASSAGE: IntakeForm = {
  ...withNumbers(z.parse(IntakeForm, massage), numbersFor('GB')),
  reviewedBy: 'nobody, in a story',
};

/** Who comes with a sore back, for a session at the therapist's in a week. */
export const WITH_PAIN: Answers = {
  ...{ session: ['incall'], 'hours-ahead': 168, reason: ['sore-lower-back'] },
  ...{ 'red-flags': ['none'], 'new-injury': 'none', 'talk-first': ['none'] },
};

/** Under 16, at the therapist's. */
export const UNDER_16: Answers = { ...WITH_PAIN, 'talk-first': ['under-18'], 'age-band': 'under-16' };

const areas = (words: readonly [back: string, front: string]): NonNullable<IntakeItem['options']> => [
  { value: 'neck', text: words[0], side: 'back' },
  { value: 'face-jaw', text: words[1], side: 'front' },
];

/** Enough questions for several pages, in words of one's own: a group, its area question, one of a few choices, and a note. */
function inWords(language: string, words: readonly string[]): IntakeForm {
  const [title, where, back, front, pressure, soft, firm, note, second, yes, no, tick] = words as Required<
    typeof words
  > as [string, string, string, string, string, string, string, string, string, string, string, string];
  const choice = (id: string): IntakeItem => ({
    ...{ id, section: 'preferences', type: 'choice', text: pressure, why: note, required: true },
    options: [
      { value: 'soft', text: soft },
      { value: 'firm', text: firm },
    ],
  });
  const group = (id: string, text: string, items: IntakeItem[]): IntakeItem => ({
    ...{ id, section: 'preferences', type: 'group', text, items },
  });
  const yesOrNo = (index: number): IntakeItem => ({
    ...{ id: `touch-${index}`, section: 'preferences', type: 'choice', text: `${second} ${index}`, initial: 'no' },
    options: [
      { value: 'yes', text: yes },
      { value: 'no', text: no },
    ],
  });
  return {
    ...MASSAGE,
    ...{ id: `words-${language}`, language, rules: [], retention: note },
    items: [
      group('first', title, [
        { id: 'where', section: 'preferences', type: 'areas', text: where, options: areas([back, front]), why: note },
        choice('pressure'),
        { id: 'note', section: 'preferences', type: 'text', text: note },
        { id: 'line', section: 'preferences', type: 'display', text: note },
        { id: 'agreed', section: 'preferences', type: 'consent', text: tick, required: true },
      ]),
      group(
        'second',
        second,
        Array.from({ length: 12 }, (_, index) => yesOrNo(index + 1)),
      ),
    ],
  };
}

/** German, with words that have to wrap. */
export const GERMAN = inWords('de', [
  'Schulter-Nacken-Verspannungen und Rückenbeschwerden',
  'Wo genau spüren Sie die Verspannungen oder Bewegungseinschränkungen?',
  'Schulter-Nacken-Übergangsbereich',
  'Kiefergelenksmuskulatur',
  'Welche Druckintensität empfinden Sie während der Behandlung als angenehm?',
  'Sehr zurückhaltend und oberflächlich',
  'Tiefgehend, bindegewebsorientiert',
  'Damit sich Ihre Therapeutin auf die Entspannungsmassagebehandlung vorbereiten kann',
  'Berührungseinverständnis für empfindliche Körperbereiche',
  'Einverstanden',
  'Lieber nicht',
  'Ich bin erziehungsberechtigt und bleibe während der gesamten Behandlungsdauer im Raum.',
]);

/** Arabic. */
export const ARABIC = inWords('ar', [
  'ما الذي تشعر به',
  'أين تشعر بالألم؟',
  'الرقبة',
  'الوجه والفك',
  'ما مقدار الضغط الذي تفضله؟',
  'خفيف',
  'قوي',
  'حتى يستعد المعالج لجلستك',
  'هل يمكن للمعالج أن يعمل هنا؟',
  'نعم',
  'لا',
  'أنا ولي الأمر وأوافق على الجلسة وأبقى في الغرفة.',
]);
