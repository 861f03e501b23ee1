import { css, html, nothing } from 'lit';
import { unreachable } from '../../backend/booking-backend.js';
import { backendNamed, cardsFor, connectListing } from '../../backend/connect.js';
import { languageName } from '../../locales/format.js';
import { money } from '../../ui/controllers/localize.js';
import { emit } from '../../ui/element/emit.js';
import { laterPart } from '../../ui/element/later-part.js';
import { siblingScript } from '../../ui/element/sibling.js';
import { warnBadInput } from '../../ui/element/warn-once.js';
import { button } from '../../ui/templates/button.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { notice } from '../../ui/templates/notice.js';
import type { DirectoryKit } from './directory-kit.js';
import { bringStyles } from './directory-styles.js';

const kit: DirectoryKit = {
  css,
  html,
  nothing,
  backendNamed,
  bringStyles,
  button,
  cardsFor,
  connectListing,
  emit,
  failure,
  failureOf,
  languageName,
  money,
  loadBookingDialog: laterPart(async () => (await import('./booking-dialog.js')).default(kit), unreachable),
  loadFilters: laterPart(async () => (await import('./directory-filters.js')).default(kit), unreachable),
  notice,
  siblingScript,
  warnBadInput,
};

/**
 * The list with all that visitors do to it, loaded once for the whole page, as are its filters and its dialog by what it is
 * given. Each rejects with `unreachable` where it cannot be loaded; asking again then tries again.
 */
export const loadDirectory = laterPart(async () => (await import('./directory.js')).default(kit), unreachable);
