import { defineElement } from '../../ui/element/define-element.js';
import '../booking/booking.js';
import { KneadBookButton } from './book-button.element.js';

defineElement('knead-book-button', KneadBookButton);

declare global {
  interface HTMLElementTagNameMap {
    'knead-book-button': KneadBookButton;
  }
}

export { KneadBookButton };
