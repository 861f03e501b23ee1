import { html, nothing } from 'lit';
import { unreachable } from '../../backend/booking-backend.js';
import { laterPart } from '../../ui/element/later-part.js';
import { contactLinks } from '../../ui/templates/contact-links.js';
import { heading } from '../../ui/templates/heading.js';
import { notice } from '../../ui/templates/notice.js';

/** The part that asks the questions of a booking that was made, loaded once for the whole page. Rejects with `unreachable`. */
export const loadLater = laterPart(
  async () => (await import('./later.js')).default({ html, nothing, contactLinks, heading, notice }),
  unreachable,
);
