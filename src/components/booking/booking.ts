import { defineElement } from '../../ui/element/define-element.js';
import '../intake-form/intake-form.js';
import '../service-picker/service-picker.js';
import '../slot-calendar/slot-calendar.js';
import { KneadBooking } from './booking.element.js';

defineElement('knead-booking', KneadBooking);

declare global {
  interface HTMLElementTagNameMap {
    'knead-booking': KneadBooking;
  }
}

export { KneadBooking };
