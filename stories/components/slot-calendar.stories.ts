import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { MEMORY_NOW, memoryBackend } from '../../src/backend/memory/memory-backend.js';
import type { KneadSlotCalendar } from '../../src/components/slot-calendar/slot-calendar.js';
import '../../src/components/slot-calendar/slot-calendar.js';
import '../languages.js';
import {
  AVAILABILITY,
  CLOCKS_BACK,
  CLOCKS_FORWARD,
  KATHMANDU,
  slot,
  slotAt,
  slotsInAll,
  TWO_THERAPISTS,
  VANCOUVER,
} from './given-times.js';

type Args = Partial<
  Pick<
    KneadSlotCalendar,
    | 'backend'
    | 'practitioner'
    | 'service'
    | 'option'
    | 'addOns'
    | 'place'
    | 'postcodeArea'
    | 'availability'
    | 'names'
    | 'value'
    | 'kept'
    | 'notBefore'
    | 'alternatives'
    | 'minutes'
    | 'now'
    | 'lang'
  >
> & { fallback?: string; width?: number; textSize?: string };

const meta: Meta<Args> = {
  title: 'Components/Slot calendar',
  component: 'knead-slot-calendar',
  args: { practitioner: 'mara', service: 'back', option: '60', now: Date.parse(MEMORY_NOW) },
  argTypes: { place: { control: 'inline-radio', options: ['incall', 'outcall'] } },
  parameters: {
    docs: {
      description: {
        component:
          'The soonest times, a month of days and the times of a day: one choice, made of native radios. Nothing is kept for the visitor until the flow goes on.',
      },
    },
  },
  render: ({ fallback, width, textSize, ...properties }) => {
    const calendar = Object.assign(document.createElement('knead-slot-calendar'), properties);
    if (width) calendar.style.inlineSize = `${width}px`;
    if (fallback) {
      const link = Object.assign(document.createElement('a'), { href: 'tel:02079460123', textContent: fallback });
      calendar.append(link);
    }
    if (!textSize) return calendar;
    const page = document.createElement('div');
    page.style.fontSize = textSize;
    page.append(calendar);
    return page;
  },
};
export default meta;
type Story = StoryObj<Args>;

/** Opens on the first day with times; no time is chosen. */
export const Open: Story = { args: { backend: memoryBackend() } };

/** A time is chosen, once as a suggestion and once in its day. */
export const Chosen: Story = { args: { availability: AVAILABILITY, value: slot('2026-10-10', '11:00') } };

/** Times given by the page: no backend, no network. */
export const GivenTimes: Story = { args: { availability: AVAILABILITY } };

/** The first answer has not come yet: everything already has its final size. */
export const Loading: Story = { args: { backend: memoryBackend('loading') } };

/** The first answer takes two seconds: from one second on it is said that times are loading. */
export const Slow: Story = { args: { backend: memoryBackend('slow') } };

/** Full for this month and the next: it opens where there is something. */
export const Full: Story = { args: { backend: memoryBackend('full') } };

/** The visitor turned back to a month without times. */
export const EmptyMonth: Story = {
  args: { backend: memoryBackend('empty-month') },
  play: async ({ canvasElement }) => (await button(canvasElement, 'Previous month')).click(),
};

/** Nothing is offered at all: what the page put inside the tag shows again. */
export const NothingToBook: Story = {
  args: { backend: memoryBackend('empty-horizon'), fallback: 'Call 020 7946 0123' },
};

/** A single time. */
export const OneTime: Story = { args: { backend: memoryBackend('one-slot') } };

/** Sixty times a day: eight of each part of the day, and a button for the others. */
export const ManyTimes: Story = { args: { backend: memoryBackend('sixty-a-day') } };

/** A hundred thousand times on two years of days: the month on show is all that costs. */
export const HundredThousandTimes: Story = {
  args: {
    get availability() {
      return slotsInAll(100_000);
    },
  },
};

/** The therapist would like some of them taken: said in words, and they come first. */
export const Preferred: Story = {
  args: {
    availability: {
      ...AVAILABILITY,
      entries: AVAILABILITY.entries.map((entry) => ({
        ...entry,
        slots: ['11:00', '12:00', '14:15', '17:30'].map((time) => ({
          ...slot('2026-10-10', time),
          preferred: time === '14:15',
        })),
      })),
    },
  },
};

/** Only evenings and weekends are offered first; the month still has every time. */
export const EveningsAndWeekends: Story = {
  args: { availability: AVAILABILITY },
  play: async ({ canvasElement }) => {
    const calendar = canvasElement.querySelector('knead-slot-calendar')!;
    await calendar.updateComplete;
    calendar.renderRoot.querySelector<HTMLInputElement>('.evenings input')!.click();
    await calendar.updateComplete;
  },
};

/** Two therapists: every time says whose it is. */
export const TwoTherapists: Story = {
  args: { practitioner: null, availability: TWO_THERAPISTS, names: { mara: 'Mara Quill', kasia: 'Kasia Thorne' } },
};

/** The venue's clock is another than the visitor's: one notice. */
export const OtherZone: Story = { args: { availability: KATHMANDU } };

/** The backend's zone data and the browser's differ: the backend's wall time is shown, and that it is in doubt. */
export const ZoneInDoubt: Story = { args: { availability: VANCOUVER, now: Date.parse('2026-12-01T12:00:00Z') } };

/** Clocks go back on 25 October 2026: around it each time names its clock, and half past one comes twice. */
export const ClocksGoBack: Story = {
  args: {
    availability: CLOCKS_BACK,
    now: Date.parse('2026-10-23T12:00:00Z'),
    value: slotAt('2026-10-25T01:30:00+01:00'),
  },
};

/** Clocks go forward on 28 March 2027. */
export const ClocksGoForward: Story = {
  args: {
    availability: CLOCKS_FORWARD,
    now: Date.parse('2027-03-26T12:00:00Z'),
    value: slotAt('2027-03-28T11:00:00+01:00'),
  },
};

/** What cannot be offered is left out and the developer is told once: past, double, contradictory, without a price. */
export const BadItems: Story = {
  args: {
    availability: {
      ...AVAILABILITY,
      entries: [
        ...AVAILABILITY.entries.map((entry) => ({
          ...entry,
          slots: [
            slot('2026-10-01', '11:00'),
            slot('2026-10-14', '11:00'),
            slot('2026-10-14', '11:00'),
            { ...slot('2026-10-14', '12:00'), local: '2026-10-14T13:00:00+01:00' },
            { ...slot('2026-10-14', '13:00'), price: { total: { amount: NaN, currency: 'GBP' }, lines: [] } },
          ],
        })),
        {
          practitionerId: '',
          timeZone: 'Europe/London',
          place: 'incall',
          price: slot('2026-10-14', '09:00').price,
          slots: [],
        },
      ],
    },
  },
  parameters: { hints: ['Knead: <knead-slot-calendar> availability: expected'] },
};

/** A frame of 240 px with its own padding: the seven days of a week one below the other. */
export const Narrow: Story = { args: { backend: memoryBackend(), width: 208 } };

/** Text at twice its size in a column of 320 px. */
export const TwiceTheText: Story = { args: { backend: memoryBackend(), width: 320, textSize: '32px' } };

/** In a wide column: the month and a day's times beside each other. */
export const Wide: Story = { args: { backend: memoryBackend(), width: 1200 } };

/** A time is kept for this visitor, who looks back from the details: it is offered as theirs, and nobody else's. */
export const Held: Story = {
  args: { availability: AVAILABILITY, kept: slot('2026-10-10', '12:30'), value: slot('2026-10-10', '12:30') },
};

/** A visitor whose system asks for more contrast: edges and lesser words are as dark as the others. */
export const MoreContrast: Story = {
  args: { availability: AVAILABILITY, value: slot('2026-10-10', '11:00') },
  parameters: { media: { 'prefers-contrast': 'more' } },
};

/** A visitor whose system asks for less motion: no colour fades, nothing glides. */
export const ReducedMotion: Story = {
  args: { availability: AVAILABILITY, value: slot('2026-10-10', '11:00') },
  parameters: { media: { 'prefers-reduced-motion': 'reduce' } },
};

/** German: long words, and the day before the month. */
export const German: Story = { args: { availability: AVAILABILITY, lang: 'de', value: slot('2026-10-10', '11:00') } };

/** Arabic: from right to left, the week beginning on Saturday. */
export const Arabic: Story = { args: { availability: AVAILABILITY, lang: 'ar', value: slot('2026-10-10', '11:00') } };

/** Written from right to left. */
export const RightToLeft: Story = { args: { availability: AVAILABILITY, lang: 'ar-XB' } };

/** Words half as long again, as some languages have them. */
export const LongWords: Story = { args: { availability: AVAILABILITY, lang: 'en-XA' } };

/** The therapist needs a few days: nothing earlier is offered. */
export const FromADate: Story = { args: { backend: memoryBackend(), notBefore: '2026-10-20T00:00:00Z' } };

/** Somebody else was quicker: times close to the one that has gone come first. */
export const Alternatives: Story = {
  args: {
    availability: AVAILABILITY,
    alternatives: [
      ...['11:30', '12:00', '13:30'].map((time) => slot('2026-10-10', time)),
      slot('2026-10-12', '19:00'),
      ...['14:00', '15:00'].map((time) => slot('2026-10-14', time)),
    ],
  },
};

/** Going on without a time: said beside the times, which take focus. */
export const Missing: Story = {
  args: { availability: AVAILABILITY },
  play: async ({ canvasElement }) => {
    const calendar = canvasElement.querySelector('knead-slot-calendar')!;
    calendar.validate();
    await calendar.updateComplete;
  },
};

/** The backend fails: a calm message, Try again, and what the page put inside the tag. */
export const Unreachable: Story = { args: { backend: memoryBackend('error'), fallback: 'Call 020 7946 0123' } };

/** No connection. */
export const Offline: Story = { args: { backend: memoryBackend('offline'), fallback: 'Call 020 7946 0123' } };

/** Something answers, but not a booking backend. */
export const Foreign: Story = { args: { backend: memoryBackend('html'), fallback: 'Call 020 7946 0123' } };

/** No treatment yet, so no times. */
export const WithoutTreatment: Story = { args: { service: null } };

/** The button whose name begins with `name`, once it is there. */
async function button(canvas: Element, name: string): Promise<HTMLElement> {
  const root = canvas.querySelector('knead-slot-calendar')!.renderRoot;
  for (;;) {
    const found = root.querySelector<HTMLElement>(`button[aria-label^="${name}"]:not([aria-disabled])`);
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}
