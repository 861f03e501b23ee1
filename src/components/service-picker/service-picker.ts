import { defineElement } from '../../ui/element/define-element.js';
import { KneadServicePicker } from './service-picker.element.js';

defineElement('knead-service-picker', KneadServicePicker);

declare global {
  interface HTMLElementTagNameMap {
    'knead-service-picker': KneadServicePicker;
  }
}

export { KneadServicePicker };
