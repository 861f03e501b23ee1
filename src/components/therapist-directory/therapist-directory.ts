import { defineElement } from '../../ui/element/define-element.js';
import '../therapist-card/therapist-card.js';
import { KneadTherapistDirectory } from './therapist-directory.element.js';

defineElement('knead-therapist-directory', KneadTherapistDirectory);

declare global {
  interface HTMLElementTagNameMap {
    'knead-therapist-directory': KneadTherapistDirectory;
  }
}

export { KneadTherapistDirectory };
