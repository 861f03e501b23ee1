import type { Tab } from '../support/tab.js';
import type { Journey, Read } from './journey.js';

/** What a visitor or a page does beyond an ordinary booking. */
export interface Act {
  /** Before anything else. */
  first?(tab: Tab): Promise<void>;
  during?: Journey['during'];
  /** Instead of booking: as far as the page lets a visitor go. */
  untilThen?(tab: Tab, journey: Journey): Promise<Read | undefined>;
}

/** By the id of the host. */
export const acts: Readonly<Record<string, Act>> = {};
