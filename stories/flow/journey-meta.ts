import type { Meta } from '@storybook/web-components-vite';
import type { KneadBooking } from '../../src/components/booking/booking.js';
import { bookingOf, walk, type JourneyArgs } from './journey.js';

const walked = new WeakMap<KneadBooking, Promise<void>>();

/**
 * What the stories of the flow share. A story walks by itself as soon as it shows, in the docs too, as a visitor would:
 * there is no way to set a state from outside. Its play only waits for the end of the way.
 */
export const journeyMeta = {
  component: 'knead-booking',
  render: (args) => {
    const booking = bookingOf(args);
    const way = walk(booking, args.way);
    // A story that is left half way is no failure.
    way.catch(() => undefined);
    walked.set(booking, way);
    return booking;
  },
  play: async ({ canvasElement }) => {
    const booking = canvasElement.querySelector('knead-booking');
    if (booking) await walked.get(booking);
  },
} satisfies Meta<JourneyArgs>;
