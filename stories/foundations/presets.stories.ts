import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/components/booking/booking.js';
import { samples } from './samples.js';

interface Args {
  element: keyof typeof samples;
  presets: readonly ('paper' | 'plain' | 'compact')[];
}

/** Every element in every preset. */
const meta: Meta<Args> = {
  title: 'Foundations/Presets',
  args: { presets: ['paper', 'plain', 'compact'] },
  parameters: {
    docs: {
      description: {
        component:
          '`preset="paper"` stands on a surface of its own, `plain` on the page’s, and `compact` takes less room: controls of 40 px, days still of 44. Tokens that a page sets itself count more than a preset.',
      },
    },
  },
  render: ({ element, presets }) =>
    html`${presets.map((preset) => {
      const sample = samples[element]();
      sample.setAttribute('preset', preset);
      return html`<section aria-label=${preset} class="preset">
        <p>preset="${preset}"</p>
        ${sample}
      </section>`;
    })}`,
};
export default meta;
type Story = StoryObj<Args>;

/** The whole flow, on paper as without a word. */
export const Booking: Story = { args: { element: 'booking', presets: ['paper'] } };

/** The whole flow on the page’s own surface. */
export const BookingPlain: Story = { args: { element: 'booking', presets: ['plain'] } };

/** The whole flow in less room. */
export const BookingCompact: Story = { args: { element: 'booking', presets: ['compact'] } };

/** Times alone. */
export const SlotCalendar: Story = { args: { element: 'calendar' } };

/** Treatments alone. */
export const ServicePicker: Story = { args: { element: 'services' } };

/** Questions alone. */
export const IntakeForm: Story = { args: { element: 'form' } };

/** One therapist. */
export const TherapistCard: Story = { args: { element: 'card' } };

/** A list of therapists on paper. */
export const TherapistDirectory: Story = { args: { element: 'directory', presets: ['paper'] } };

/** A list on the page’s own surface: its cards follow. */
export const TherapistDirectoryPlain: Story = { args: { element: 'directory', presets: ['plain'] } };

/** A list in less room. */
export const TherapistDirectoryCompact: Story = { args: { element: 'directory', presets: ['compact'] } };

/** A booking that was made. */
export const ManageBooking: Story = { args: { element: 'managed', presets: ['paper'] } };

/** The same on the page’s own surface. */
export const ManageBookingPlain: Story = { args: { element: 'managed', presets: ['plain'] } };

/** The same in less room. */
export const ManageBookingCompact: Story = { args: { element: 'managed', presets: ['compact'] } };
