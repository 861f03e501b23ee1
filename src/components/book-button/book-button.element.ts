import { bookButtonKit } from './kit.js';
import { dialogButton } from './dialog-button.js';

/**
 * @summary A button that opens the whole way to a booking in a dialog.
 *
 * Its text is what stands in the tag, or "Book a session". Any other element with `data-knead-open` opens such a dialog as well, by its own
 * `data-` attributes, or that of the button whose id it names.
 *
 * @slot - The words on the button; shown as they are before the script runs, without JavaScript, and where the booking form cannot be loaded: a link.
 * @attr {string} practitioner - Id of the therapist. Without it the visitor chooses.
 * @attr {string} service - Id of the treatment to begin with.
 * @attr {string} option - Id of the duration to begin with.
 * @attr {'incall' | 'outcall'} place - Chosen beforehand.
 * @attr {string} postcode-area - First half of the postcode of a visit.
 * @attr {string} start - A time chosen elsewhere, as an RFC 3339 instant.
 * @attr {'inline' | 'later' | 'off'} intake - When health and preference questions are asked.
 * @attr {'consent' | 'care'} health-basis - Why answers about health may be taken.
 * @attr {string} reference - The page's own reference, passed through to the backend and back in events.
 * @attr {boolean} hide-terms - Leaves out the trade's words.
 * @attr {'light' | 'dark'} theme - Instead of the page's colour scheme.
 * @attr {'steps'} history - With the script tag: one history entry per step, at the same address.
 * @attr {string} backend - Address of a compatible backend.
 * @attr {boolean} floating - Stays at the lower corner of the window.
 * @prop {string | BookingBackend | null} backend - Address of a compatible backend, or a backend instance.
 * @prop {Partial<ContactDraft> | null} prefill - Contact details the page knows already. Checked like typed ones.
 * @prop {Record<string, string> | null} metadata - Short strings of the page's own, passed through to the backend.
 * @fires knead-step-changed - Another step shows. A refused safety check looks like the check itself.
 * @fires knead-booking-request - The visitor asks to book. Cancel it to take over.
 * @fires knead-booking-confirmed - The backend has the booking, or the request.
 * @fires knead-booking-failed - The backend refused or could not be reached; carries a code.
 * @csspart button - Any button.
 * @csspart primary - The button that opens the dialog.
 * @csspart dialog - The dialog.
 * @cssprop --knead-accent - The one colour that means chosen, available or primary. Text on it is derived with contrast kept.
 * @cssprop --knead-paper - Surface.
 * @cssprop --knead-ink - Text.
 * @cssprop --knead-radius - Corner radius of controls, 10px; larger shapes follow.
 */
export class KneadBookButton extends dialogButton(bookButtonKit) {}
