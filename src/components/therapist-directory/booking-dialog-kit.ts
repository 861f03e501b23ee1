import type { css, CSSResult, LitElement, nothing, TemplateResult } from 'lit';
import type { ListingBackend } from '../../backend/booking-backend.js';
import type { backendNamed, cardsFor, connectListing } from '../../backend/connect.js';
import type { CardTimes } from '../../backend/stores/card-times.js';
import type { MessageSection } from '../../locales/registry.js';
import type { Localize } from '../../ui/controllers/localize.js';
import type { ModalKit } from '../../ui/element/modal.js';
import type { siblingScript } from '../../ui/element/sibling.js';
import type { button } from '../../ui/templates/button.js';
import type { notice } from '../../ui/templates/notice.js';

/** What the dialog takes from the script that loads it (as the details of a form do). */
export interface BookingDialogKit extends ModalKit {
  css: typeof css;
  nothing: typeof nothing;
  backendNamed: typeof backendNamed;
  button: typeof button;
  cardsFor: typeof cardsFor;
  connectListing: typeof connectListing;
  notice: typeof notice;
  siblingScript: typeof siblingScript;
}

/** A therapist card, as far as the directory has to do with it. */
export interface Card extends HTMLElement {
  backend: string | ListingBackend | null;
  /** What a booking begins with that begins at this card. */
  begin(start?: string): { name: string; link: string | undefined; session: CardTimes | undefined };
  /** Asks for its times again. */
  refresh(): void;
}

/** Whose dialog it is, and what it begins with. */
export interface Opening {
  /** Its template draws the dialog. */
  host: LitElement;
  i18n: Localize;
  /** The card that was tapped. */
  card: Card;
  practitionerId: string;
  start: string | undefined;
  /** What had focus. */
  before: HTMLElement | null;
  closed: () => void;
}

/** An open dialog: it as it is now, for the template of its element. */
export interface OpenDialog {
  draw(): TemplateResult;
}

/** The dialog with the booking form in it. */
export interface BookingDialog {
  messages: MessageSection;
  styles: CSSResult;
  open(opening: Opening): OpenDialog;
}
