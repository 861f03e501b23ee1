import { css, html, nothing } from 'lit';
import { unreachable } from '../../backend/booking-backend.js';
import { laterPart } from '../../ui/element/later-part.js';
import { whenElement } from '../../ui/element/sibling-script.js';
import { button } from '../../ui/templates/button.js';
import { notice } from '../../ui/templates/notice.js';
import { skeleton } from '../../ui/templates/skeleton.js';

/** The dialog with the booking form, loaded once for the whole page. Rejects with `unreachable` where it cannot be. */
export const loadBookingDialog = laterPart(
  async () =>
    (await import('./booking-dialog.js')).default({ css, html, nothing, button, notice, skeleton, whenElement }),
  unreachable,
);
