import { defineElement } from '../../ui/element/define-element.js';
import { KneadManageBooking } from './manage-booking.element.js';

defineElement('knead-manage-booking', KneadManageBooking);

declare global {
  interface HTMLElementTagNameMap {
    'knead-manage-booking': KneadManageBooking;
  }
}

export { KneadManageBooking };
