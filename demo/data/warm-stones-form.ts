import type { IntakeForm } from '../../src/contract/intake.js';
import { massageForm } from './intake-form.js';

/** The same form for the massage that is all about warm stones: what they need to know is always asked. */
export const warmStonesForm: IntakeForm = {
  ...massageForm,
  id: 'warm-stones',
  title: 'Before your warm stones massage',
  items: massageForm.items.map((item) => {
    const { showWhen: _, ...always } = item;
    return item.id === 'warm-stones' ? always : item;
  }),
};
