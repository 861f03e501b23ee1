import type { css, CSSResult, LitElement, nothing, TemplateResult } from 'lit';
import type { ListingBackend } from '../../backend/booking-backend.js';
import type { Place } from '../../contract/place.js';
import type { MessageSection } from '../../locales/registry.js';
import type { Localize } from '../../ui/controllers/localize.js';
import type { ModalKit } from '../../ui/element/modal.js';
import type { whenElement } from '../../ui/element/sibling-script.js';
import type { button } from '../../ui/templates/button.js';
import type { notice } from '../../ui/templates/notice.js';
import type { skeleton } from '../../ui/templates/skeleton.js';

/** What the dialog takes from the script that loads it (as the details of a form do). */
export interface BookingDialogKit extends ModalKit {
  css: typeof css;
  nothing: typeof nothing;
  button: typeof button;
  notice: typeof notice;
  skeleton: typeof skeleton;
  whenElement: typeof whenElement;
}

/** What the booking begins with. */
export interface Opening {
  backend: string | ListingBackend | null;
  practitionerId: string;
  /** Empty where it is not known. */
  name: string;
  start?: string | undefined;
  serviceId?: string | undefined;
  optionId?: string | undefined;
  place?: Place | undefined;
  outwardCode?: string | undefined;
  /** Where else that therapist is booked, the time in its fragment. */
  link?: string | undefined;
  /** The card that was tapped. */
  card: HTMLElement;
}

/** An open dialog, as far as its element has to do with it. */
export interface OpenDialog {
  /** It as it is now, for the element's template. */
  draw(): TemplateResult;
}

/** The dialog with the booking form in it. */
export interface BookingDialog {
  messages: MessageSection;
  styles: CSSResult;
  open(options: {
    host: LitElement;
    i18n: Localize;
    opening: Opening;
    /** There is a booking. */
    confirmed: () => void;
    closed: () => void;
  }): OpenDialog & { open(): Promise<void> };
}
