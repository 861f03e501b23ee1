import type { IntakeForm, IntakeItem } from '../../src/contract/intake.js';
import { contains, massageForm, NONE } from './intake-form.js';

/** What warm stones need to know besides. */
const heatItems: IntakeItem[] = [
  {
    id: 'heat-feeling',
    section: 'health',
    type: 'choice',
    text: 'Do you feel heat on your skin as you always have?',
    why: 'The stones are warm, and you are the one who says when they are too warm.',
    options: [
      { value: 'yes', text: 'Yes' },
      { value: 'less', text: 'Less than before, in some places' },
      { value: 'no', text: 'No' },
    ],
  },
  {
    id: 'heat-where',
    section: 'health',
    type: 'text',
    text: 'Where do you feel it less?',
    showWhen: { any: [{ item: 'heat-feeling', op: '=', value: 'less' }] },
  },
  {
    id: 'heat-today',
    section: 'health',
    type: 'multi-choice',
    text: 'Is any of these so today?',
    why: 'Warmth can wait until it has passed.',
    options: [
      { value: 'temperature', text: 'A high temperature, or feeling feverish' },
      { value: 'sunburn', text: 'Sunburn, or broken skin on the back' },
      NONE,
    ],
  },
];

/** The same form with three questions about warmth. */
export const warmStonesForm: IntakeForm = {
  ...massageForm,
  id: 'warm-stones',
  title: 'Before your warm stones massage',
  items: [...massageForm.items, ...heatItems],
  rules: [
    ...massageForm.rules,
    {
      id: 'stop-no-heat-feeling',
      when: contains('heat-feeling', 'no'),
      outcome: 'stop',
      urgency: 'urgent',
      message: 'Warm stones are not safe for you. Please choose another massage, or contact your therapist and ask.',
    },
    {
      id: 'clear-less-heat-feeling',
      when: contains('heat-feeling', 'less'),
      outcome: 'clear',
      message: 'You can ask for a time now. Your therapist reads your request before it is fixed.',
    },
    {
      id: 'defer-temperature',
      when: contains('heat-today', 'temperature'),
      outcome: 'defer',
      deferHours: 48,
      message: 'Warmth waits until a high temperature has been gone for 2 days, so the earliest times start later.',
    },
    {
      id: 'adapt-skin',
      when: contains('heat-today', 'sunburn'),
      outcome: 'adapt',
      message: 'Your therapist leaves those places out.',
    },
  ],
};
