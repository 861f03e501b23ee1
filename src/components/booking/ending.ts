/**
 * The ending: what the flow shows once a time is chosen, and how it sends it. Script tags load it from a file of its own, together with what the
 * intake form has beyond the safety check; it takes Lit and our templates from whoever loads it.
 */
import { book, check, deliver } from '../../flow/sending.js';
import { booked, ending as words } from '../../locales/en-GB.js';
import { bookedStyles } from '../../ui/templates/booked.styles.js';
import { bookedScreen } from './booked-screen.js';
import { detailsScreen } from './details-screen.js';
import type { Ending, EndingKit } from './ending-kit.js';
import { reviewScreen } from './review-screen.js';

/** Makes the ending from what its host has. */
export default function ending(kit: EndingKit): Ending {
  const isBooked = bookedScreen(kit);
  return {
    messages: { ...booked, ...words },
    styles: bookedStyles(kit.css),
    details: detailsScreen(kit),
    review: reviewScreen(kit),
    confirmed: isBooked,
    requested: isBooked,
    book,
    check,
    deliver,
  };
}
