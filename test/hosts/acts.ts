import type { Tab } from '../support/tab.js';
import { until } from '../support/until.js';
import { blockedBy, findLists, gatherNames, type Named } from './lists.js';
import { book, chooseTime, goOn, toTimes, type Journey, type Read } from './journey.js';

/** What a visitor or a page does beyond an ordinary booking. */
export interface Act {
  /** Before anything else. */
  first?(tab: Tab): Promise<void>;
  during?: Journey['during'];
  onEach?: Journey['onEach'];
  /** Instead of booking: as far as the page lets a visitor go. */
  untilThen?(tab: Tab, journey: Journey): Promise<Read | undefined>;
  /** When all is done: more to complain of. */
  after?(tab: Tab, origins: { site: string; backend: string }): string[];
}

const named = new WeakMap<Tab, Named>();

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
  'content-blocker': {
    async onEach(tab) {
      const all = named.get(tab) ?? { urls: [], ids: [], classes: [] };
      named.set(tab, all);
      await gatherNames(tab, all);
    },
    after(tab, { site, backend }) {
      const lists = findLists();
      // Elsewhere than on a Debian system nothing brings them; the page itself still hides what is named like an advert.
      return lists === undefined ? [] : blockedBy(lists, named.get(tab)!, site, backend);
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
      await tab.hands.ask('history.back()');
      await tab.finds('heading', /^(When would you like to come|Where would you like your massage)\?$/);
      return book(tab, journey);
    },
  },
  'clipped-button': {
    async first(tab) {
      // A link that opens one, and then the button that opens another.
      await tab.click('link', 'Come to Marylebone');
      await tab.finds('heading', 'What would you like?');
      await tab.click('button', 'Close');
      await tab.click('button', 'Book with Mara');
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
