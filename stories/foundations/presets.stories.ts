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

/** The whole flow. */
export const Booking: Story = { args: { element: 'booking' } };

/** Times alone. */
export const SlotCalendar: Story = { args: { element: 'calendar' } };

/** Treatments alone. */
export const ServicePicker: Story = { args: { element: 'services' } };

/** Questions alone. */
export const IntakeForm: Story = { args: { element: 'form' } };

/** One therapist. */
export const TherapistCard: Story = { args: { element: 'card' } };

/** A list of therapists: its cards follow. */
export const TherapistDirectory: Story = { args: { element: 'directory' } };

/** A booking that was made. */
export const ManageBooking: Story = { args: { element: 'managed' } };
