import type { css, html, LitElement, nothing, TemplateResult } from 'lit';
import type { ListingBackend } from '../../backend/booking-backend.js';
import type { connectListing } from '../../backend/connect.js';
import type { ListedFilters } from '../../contract/events.js';
import type { Place } from '../../contract/place.js';
import type { MessageSection } from '../../locales/registry.js';
import type { Announcer } from '../../ui/controllers/announcer.js';
import type { Load } from '../../ui/controllers/load.js';
import type { Localize } from '../../ui/controllers/localize.js';
import type { emit } from '../../ui/element/emit.js';
import type { warnBadInput } from '../../ui/element/warn-once.js';
import type { button } from '../../ui/templates/button.js';
import type { failure, failureOf } from '../../ui/templates/failure.js';
import type { notice } from '../../ui/templates/notice.js';
import type { bringStyles } from './directory-styles.js';
import type { loadBookingDialog } from './load-booking-dialog.js';
import type { loadFilters } from './load-filters.js';

/** What the list takes from the script that loads it (as the details of a form do). */
export interface DirectoryKit {
  css: typeof css;
  html: typeof html;
  nothing: typeof nothing;
  Load: typeof Load;
  bringStyles: typeof bringStyles;
  button: typeof button;
  connectListing: typeof connectListing;
  emit: typeof emit;
  failure: typeof failure;
  failureOf: typeof failureOf;
  loadBookingDialog: typeof loadBookingDialog;
  loadFilters: typeof loadFilters;
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
  view(host: DirectoryHost, i18n: Localize, announcer: Announcer): DirectoryView;
}
