import { expect, fixtureCleanup, fixture, html, waitUntil } from '@open-wc/testing';
import type { KneadSlotCalendar } from '../../src/components/slot-calendar/slot-calendar.js';
import '../../src/components/slot-calendar/slot-calendar.js';
import { AVAILABILITY } from '../../stories/components/given-times.js';

/** Parts of the source that the page has asked for, that only a backend needs. */
const fetched = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => /\/(wanted-months|connect|stores|http-backend)\.[jt]s$/.test(path));

// What `npm run size` leaves out of "slot calendar alone" must stay out of such a page.
describe('knead-slot-calendar on a page of its own', () => {
  afterEach(() => fixtureCleanup());

  it('fed by property never loads what speaks to a backend, even where one is named; fed by a backend it does', async () => {
    const calendar = await fixture<KneadSlotCalendar>(
      html`<knead-slot-calendar
        backend="https://booking.example/"
        service="swedish"
        .availability=${AVAILABILITY}
        .now=${Date.parse('2026-10-07T08:00:00Z')}
      ></knead-slot-calendar>`,
    );
    for (const selector of ['.suggestions input', '.day.available:not(.chosen)', '.next', '.previous']) {
      calendar.renderRoot.querySelector<HTMLElement>(selector)!.click();
      await calendar.updateComplete;
    }
    expect(fetched()).to.deep.equal([]);
    calendar.availability = null;
    await waitUntil(() => fetched().some((path) => path.includes('wanted-months')));
  });
});
