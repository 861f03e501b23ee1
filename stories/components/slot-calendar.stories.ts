import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { MEMORY_NOW, memoryBackend } from '../../src/backend/memory/memory-backend.js';
import type { KneadSlotCalendar } from '../../src/components/slot-calendar/slot-calendar.js';
import '../../src/components/slot-calendar/slot-calendar.js';
import { AVAILABILITY, slot } from './given-times.js';

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
    | 'value'
    | 'notBefore'
    | 'alternatives'
    | 'minutes'
    | 'now'
    | 'lang'
  >
> & { fallback?: string };

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
  render: ({ fallback, ...properties }) => {
    const calendar = Object.assign(document.createElement('knead-slot-calendar'), properties);
    if (fallback) {
      const link = Object.assign(document.createElement('a'), { href: 'tel:02079460123', textContent: fallback });
      calendar.append(link);
    }
    return calendar;
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
