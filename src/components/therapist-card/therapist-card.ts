import { defineElement } from '../../ui/element/define-element.js';
import { KneadTherapistCard } from './therapist-card.element.js';

defineElement('knead-therapist-card', KneadTherapistCard);

declare global {
  interface HTMLElementTagNameMap {
    'knead-therapist-card': KneadTherapistCard;
  }
}

export { KneadTherapistCard };
