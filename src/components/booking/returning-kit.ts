import type { html, nothing } from 'lit';
import type { askedAbout } from '../../flow/selectors.js';
import type { DetailsState } from '../../flow/state.js';
import type { MessageSection } from '../../locales/registry.js';
import type { choice } from '../../ui/templates/choice.js';
import type { fieldError } from '../../ui/templates/field-error.js';
import type { continueButton, Screen, ScreenContext } from './screen-context.js';

/** What the way of a returning client gets from the script that loads it. */
export interface ReturningKit {
  html: typeof html;
  nothing: typeof nothing;
  askedAbout: typeof askedAbout;
  choice: typeof choice;
  continueButton: typeof continueButton;
  fieldError: typeof fieldError;
}

/** The way of a client who comes back by the link in their last mail. */
export interface Returning {
  /** Its words in the built-in language. */
  messages: MessageSection;
  /** Asks for the answers of their last visit, so that they need not be given again. Never rejects. */
  recall: (context: ScreenContext, fragment: string) => Promise<void>;
  /** "Has anything changed?", or undefined where that is answered or nothing was kept. */
  question: (context: ScreenContext) => Screen | undefined;
  /** Nothing has changed, and nothing else has to be asked for this session. */
  isSame: (context: ScreenContext, state: DetailsState) => boolean;
  /** They want to look at their answers after all. */
  again: () => void;
}
