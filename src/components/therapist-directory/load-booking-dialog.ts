import { css, html, nothing } from 'lit';
import { unreachable } from '../../backend/booking-backend.js';
import { backendNamed, cardsFor, connectListing } from '../../backend/connect.js';
import { laterPart } from '../../ui/element/later-part.js';
import { siblingScript } from '../../ui/element/sibling.js';
import { button } from '../../ui/templates/button.js';
import { notice } from '../../ui/templates/notice.js';
import type { BookingDialogKit } from './booking-dialog-kit.js';

const kit: BookingDialogKit = {
  css,
  html,
  nothing,
  backendNamed,
  button,
  cardsFor,
  connectListing,
  notice,
  siblingScript,
};

/** The dialog with the booking form, loaded once for the whole page. Rejects with `unreachable` where it cannot be. */
export const loadBookingDialog = laterPart(async () => (await import('./booking-dialog.js')).default(kit), unreachable);
