import type { Tab } from '../support/tab.js';
import { until } from '../support/until.js';
import { book, chooseTime, goOn, toTimes, type Journey, type Read } from './journey.js';

/** What a visitor or a page does beyond an ordinary booking. */
export interface Act {
  /** Before anything else. */
  first?(tab: Tab): Promise<void>;
  during?: Journey['during'];
  /** Instead of booking: as far as the page lets a visitor go. */
  untilThen?(tab: Tab, journey: Journey): Promise<Read | undefined>;
}

const SAFETY = 'A quick safety check';

/** By the id of the host. */
export const acts: Readonly<Record<string, Act>> = {
  'delayed-script': {
    async first(tab) {
      await tab.finds('link', 'Book with Mara on her booking page');
      await tab.click('heading', 'Very fast');
    },
  },
  'patched-date': {
    async untilThen(tab, journey) {
      await toTimes(tab, journey);
      return undefined;
    },
  },
  'policy-without-parts': {
    async untilThen(tab, journey) {
      await toTimes(tab, journey);
      await chooseTime(tab, journey.day);
      await goOn(tab);
      return undefined;
    },
  },
  'service-worker': {
    async first(tab) {
      await until(
        async () => (await tab.hands.ask('String(!!navigator.serviceWorker.controller)')) === 'true',
        () => 'no service worker took over',
      );
      // Once more, and everything comes from what was kept.
      await tab.hands.goto(await tab.hands.ask('location.href'));
    },
  },
  'moved-about': {
    during: {
      [SAFETY]: (tab) => tab.click('button', 'Move the form'),
      'Your details': (tab) => tab.click('button', 'Move the form'),
    },
  },
  'back-and-forth': {
    async untilThen(tab, journey) {
      await toTimes(tab, journey);
      await tab.click('link', 'Prices');
      await tab.finds('heading', 'Prices');
      await tab.hands.back();
      await tab.finds('heading', /^(When would you like to come|Where would you like your massage)\?$/);
      return book(tab, journey);
    },
  },
  'single-page': {
    async first(tab) {
      await tab.finds('heading', 'About');
      await tab.click('link', 'Book');
    },
    during: {
      async [SAFETY](tab) {
        await tab.click('link', 'About');
        await tab.finds('heading', 'About');
        await tab.click('link', 'Book');
      },
    },
  },
};
