/**
 * The ending: what the flow shows once a time is chosen, and how it sends it. Script tags load it from a file of its own, together with what the
 * intake form has beyond the safety check; it takes Lit and our templates from whoever loads it.
 */
import { concluding } from '../../flow/concluding.js';
import { book, check, deliver } from '../../flow/sending.js';
import { ending as messages } from '../../locales/en-GB.js';
import { detailsScreen } from './details-screen.js';
import type { Ending, EndingKit, Made } from './ending-kit.js';
import { holdWords } from './hold.js';
import { outcomeScreens } from './outcome-screens.js';
import { reviewScreen } from './review-screen.js';

/** Makes the ending from what its host has. */
export default function ending(kit: EndingKit): Omit<Ending, Exclude<keyof Made, 'messages'>> {
  const { submitting, unknown } = outcomeScreens(kit);
  return {
    messages,
    details: detailsScreen(kit),
    review: reviewScreen(kit),
    submitting,
    'outcome-unknown': unknown,
    ...holdWords(kit),
    book,
    check,
    deliver,
    conclude: (state, action) => concluding(state, action, kit),
  };
}
