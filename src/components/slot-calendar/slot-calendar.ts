import { defineElement } from '../../ui/element/define-element.js';
import { KneadSlotCalendar } from './slot-calendar.element.js';

defineElement('knead-slot-calendar', KneadSlotCalendar);

declare global {
  interface HTMLElementTagNameMap {
    'knead-slot-calendar': KneadSlotCalendar;
  }
}

export { KneadSlotCalendar };
