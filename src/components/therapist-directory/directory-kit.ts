import type { css, html, LitElement, nothing, TemplateResult } from 'lit';
import type { ListingBackend } from '../../backend/booking-backend.js';
import type { connectListing } from '../../backend/connect.js';
import type { ListedFilters } from '../../contract/events.js';
import type { Place } from '../../contract/place.js';
import type { MessageSection } from '../../locales/registry.js';
import type { Localize } from '../../ui/controllers/localize.js';
import type { emit } from '../../ui/element/emit.js';
import type { warnBadInput } from '../../ui/element/warn-once.js';
import type { button } from '../../ui/templates/button.js';
import type { failure, failureOf } from '../../ui/templates/failure.js';
import type { notice } from '../../ui/templates/notice.js';
import type { bringStyles } from './directory-styles.js';
import type { BookingDialog, BookingDialogKit } from './booking-dialog-kit.js';
import type { DirectoryFilters, FiltersKit } from './filters-kit.js';

/** What the list takes from the script that loads it (as the details of a form do). */
export interface DirectoryKit extends BookingDialogKit, FiltersKit {
  css: typeof css;
  html: typeof html;
  nothing: typeof nothing;
  bringStyles: typeof bringStyles;
  button: typeof button;
  connectListing: typeof connectListing;
  emit: typeof emit;
  failure: typeof failure;
  failureOf: typeof failureOf;
  /** The dialog, loaded when a time is tapped. */
  loadBookingDialog: () => Promise<BookingDialog>;
  /** The filters, loaded when they show. */
  loadFilters: () => Promise<DirectoryFilters>;
  notice: typeof notice;
  warnBadInput: typeof warnBadInput;
}

/** The element, as far as the list has to do with it. */
export interface DirectoryHost extends LitElement {
  backend: string | ListingBackend | null;
  place: Place | null;
  postcodeArea: string | null;
  service: string | null;
  filters: ListedFilters | null;
  headingLevel: number;
  now: number | null;
  /** Whether filters stand beside the list. */
  readonly wide: boolean;
  /** Whether the page wrote cards. */
  readonly hasCards: boolean;
}

/** What the element shows. */
export interface DirectoryView {
  render(): TemplateResult;
}

/** The list with all that visitors do to it. */
export interface DirectoryPart {
  messages: MessageSection;
  /** Makes what an element shows; it lives as long as the element. */
  view(host: DirectoryHost, i18n: Localize): DirectoryView;
}
