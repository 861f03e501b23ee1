import { css, html, nothing } from 'lit';
import { unreachable } from '../../backend/booking-backend.js';
import { connectListing } from '../../backend/connect.js';
import { Load } from '../../ui/controllers/load.js';
import { emit } from '../../ui/element/emit.js';
import { laterPart } from '../../ui/element/later-part.js';
import { warnBadInput } from '../../ui/element/warn-once.js';
import { button } from '../../ui/templates/button.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { notice } from '../../ui/templates/notice.js';
import type { DirectoryKit } from './directory-kit.js';
import { bringStyles } from './directory-styles.js';
import { loadBookingDialog } from './load-booking-dialog.js';
import { loadFilters } from './load-filters.js';

const kit: DirectoryKit = {
  css,
  html,
  nothing,
  Load,
  bringStyles,
  button,
  connectListing,
  emit,
  failure,
  failureOf,
  loadBookingDialog,
  loadFilters,
  notice,
  warnBadInput,
};

/** The list with all that visitors do to it, loaded once for the whole page. Rejects with `unreachable` where it cannot be. */
export const loadDirectory = laterPart(async () => (await import('./directory.js')).default(kit), unreachable);
