/**
 * What was booked, or asked for, and a hint that can wait until here. Script tags load it from a file of its own, together with the ending, so that nothing is fetched while a
 * booking is being sent; it takes Lit and our templates from whoever loads it.
 */
import { booked, made as words } from '../../locales/en-GB.js';
import { bookedStyles } from '../../ui/templates/booked.styles.js';
import { bookedScreen } from './booked-screen.js';
import { hintOfClipping } from './clipping.js';
import type { EndingKit, Made } from './ending-kit.js';

/** Makes the last screen from what its host has. */
export default function made(kit: EndingKit): Made {
  const isBooked = bookedScreen(kit);
  return {
    messages: { ...booked, ...words },
    styles: bookedStyles(kit.css),
    confirmed: isBooked,
    requested: isBooked,
    observe: hintOfClipping,
  };
}
