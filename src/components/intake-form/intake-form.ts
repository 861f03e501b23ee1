import { defineElement } from '../../ui/element/define-element.js';
import { KneadIntakeForm } from './intake-form.element.js';

defineElement('knead-intake-form', KneadIntakeForm);

declare global {
  interface HTMLElementTagNameMap {
    'knead-intake-form': KneadIntakeForm;
  }
}

export { KneadIntakeForm };
