import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { Times } from '../../stories/flow/times.stories.js';
import { bookingOf, firstTime, walk } from '../../stories/flow/journey.js';
import type { KneadBooking } from '../../src/components/booking/booking.js';
import { settled } from '../support/settled.js';
import { ACCENTS, PAPERS } from './colours.js';
import { Painting, type Region } from './painted.js';

/** WCAG 2.2: 1.4.3 for words, 1.4.11 for what a control is known by and for focus. */
const WORDS = 4.5;
const EDGE = 3;

let page: HTMLElement;
let booking: KneadBooking;
let calendar: ShadowRoot;

describe('contrast, as painted', () => {
  before(async () => {
    await setViewport({ width: 1300, height: 1400 });
    page = document.createElement('main');
    // Large, so that strokes cover whole pixels; colours do not depend on size.
    page.style.cssText = 'position: absolute; inset: 0; padding: 20px; font: 22px sans-serif; background: Canvas';
    booking = bookingOf(Times.args!);
    page.append(booking);
    document.body.append(page);
    await walk(booking, [...Times.args!.way!, firstTime]);
    await settled(booking);
    calendar = booking.renderRoot.querySelector('knead-slot-calendar')!.shadowRoot!;
    await sendKeys({ press: 'Tab' });
    one('.primary').focus({ preventScroll: true });
    scrollTo(0, 0);
  });
  after(async () => {
    page.remove();
    await setViewport({ width: 800, height: 600 });
  });
  afterEach(() => {
    page.removeAttribute('style');
    page.style.cssText = 'position: absolute; inset: 0; padding: 20px; font: 22px sans-serif; background: Canvas';
    booking.removeAttribute('preset');
  });

  for (const scheme of ['light', 'dark']) {
    it(`is enough with each of ${ACCENTS.length} accents, ${scheme}`, async () => {
      page.style.colorScheme = scheme;
      const weak: string[] = [];
      for (const accent of ACCENTS) weak.push(...(await weakWith({ '--knead-accent': accent })));
      expect(weak).to.deep.equal([]);
    }).timeout(120_000);

    for (const preset of ['plain', 'compact']) {
      it(`is enough in ${preset}, ${scheme}`, async () => {
        page.style.colorScheme = scheme;
        booking.setAttribute('preset', preset);
        const weak: string[] = [];
        for (const accent of ['#ff0', 'white', 'black', '#777', '#39ff14']) {
          weak.push(...(await weakWith({ '--knead-accent': accent })));
        }
        expect(weak).to.deep.equal([]);
      }).timeout(60_000);
    }

    it(`is enough on each of ${PAPERS.length} papers, light or dark, on a page that is ${scheme}`, async () => {
      page.style.colorScheme = scheme;
      const weak: string[] = [];
      for (const paper of PAPERS) {
        for (const accent of ['', '#ff0', '#111']) {
          weak.push(...(await weakWith({ '--knead-paper': paper, '--knead-accent': accent })));
        }
      }
      expect(weak).to.deep.equal([]);
    }).timeout(120_000);
  }
});

const one = (selector: string): HTMLElement => booking.renderRoot.querySelector<HTMLElement>(selector)!;
const inCalendar = (selector: string): HTMLElement => calendar.querySelector<HTMLElement>(selector)!;

/** What has too little contrast with some tokens, as lines of tokens, thing and ratio. */
async function weakWith(tokens: Record<string, string>): Promise<string[]> {
  for (const [name, value] of Object.entries(tokens)) page.style.setProperty(name, value);
  for (const root of [booking.shadowRoot!, calendar]) for (const glide of root.getAnimations()) glide.finish();
  const painting = await Painting.taken();
  const within = (element: Element, { left = 0, top = 0, right = 0, bottom = 0 } = {}): Region => {
    const box = element.getBoundingClientRect();
    return { left: box.left + left, top: box.top + top, right: box.right - right, bottom: box.bottom - bottom };
  };
  const day = within(inCalendar('.day.available:not(.chosen)'), { top: 3, bottom: 3, left: 3, right: 3 });
  const chosenDay = within(inCalendar('.day.chosen'), { top: 4, bottom: 4, left: 4, right: 4 });
  const half = (region: Region, lower: boolean): Region => {
    const middle = region.top + (region.bottom - region.top) * 0.55;
    return lower ? { ...region, top: middle } : { ...region, bottom: middle };
  };
  const suggestion = within(inCalendar('.suggestion.chosen'));
  const tick = {
    left: suggestion.right - 24,
    top: suggestion.top + 6,
    right: suggestion.right - 6,
    bottom: suggestion.top + 24,
  };
  const measured: [string, number, number][] = [
    [
      'words of the primary button',
      painting.words(within(one('.primary'), { left: 4, top: 4, right: 4, bottom: 4 })),
      WORDS,
    ],
    ['primary button', painting.edge(within(one('.primary')), { outside: 1 }), EDGE],
    ['focus ring', painting.edge(within(one('.primary')), { outside: 7, inside: -1 }), EDGE],
    ['link', painting.words(within(one('.help a'))), WORDS],
    ['heading', painting.words(within(one('#step-heading'))), WORDS],
    ['lesser words', painting.words(within(one('.lede'))), WORDS],
    ['lesser words of the summary', painting.words(within(one('.side dt'))), WORDS],
    [
      'words of a chosen time',
      painting.words(within(inCalendar('.time-choice.chosen:not(.suggestion) .clock'))),
      WORDS,
    ],
    ['chosen time', painting.edge(within(inCalendar('.time-choice.chosen:not(.suggestion)'))), EDGE],
    ['words of a chosen suggestion', painting.words(within(inCalendar('.suggestion.chosen .clock'))), WORDS],
    ['lesser words of a chosen suggestion', painting.words(within(inCalendar('.suggestion.chosen .small'))), WORDS],
    ['tick of a chosen suggestion', painting.words(tick), EDGE],
    ['chosen suggestion', painting.edge(suggestion), EDGE],
    ['border of a time', painting.edge(within(inCalendar('.time-choice:not(.chosen)'))), EDGE],
    ['number of a day', painting.words(half(day, false)), WORDS],
    ['count of a day', painting.words(half(day, true)), WORDS],
    ['number of the chosen day', painting.words(half(chosenDay, false)), WORDS],
    ['count of the chosen day', painting.words(half(chosenDay, true)), WORDS],
    ['chosen day', painting.edge(within(inCalendar('.day.chosen')), { outside: 1 }), EDGE],
  ];
  const named = Object.values(tokens).filter(Boolean).join(' on ') || 'default';
  return measured.flatMap(([what, ratio, wanted]) => (ratio < wanted ? [`${named}: ${what} ${ratio.toFixed(2)}`] : []));
}
