import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../languages.js';
import * as journey from './journey.js';
import { journeyMeta } from './journey-meta.js';
import { appears, button, press } from './walk.js';

const meta: Meta<journey.JourneyArgs> = { ...journeyMeta, title: 'Flow/Review and booking' };
export default meta;
type Story = StoryObj<journey.JourneyArgs>;

const { booked, books, details, review, sharesPreference, toReview, until } = journey;
const never = (): Promise<never> => new Promise(() => undefined);

/** Every choice with Change, the total, when to pay, free changes in real dates, and a button that says what happens. */
export const Review: Story = { args: { way: review } };

/** A visit: the address and the travel fee. */
export const ReviewOfAVisit: Story = {
  args: {
    way: [journey.atYourPlace('W1 2AB'), journey.backMassage, journey.nothingApplies, journey.toDetails, toReview],
  },
};

/** Pressed within three seconds: no person reads so fast. */
export const TooFast: Story = { args: { way: [...review, (booking) => press(booking, /^Book and pay/)] } };

/** The price changed meanwhile: back here, nothing booked. */
export const PriceChanged: Story = {
  args: {
    scene: 'price-changed',
    way: [...booked, (booking) => appears('the new price', () => button(booking, /85/))],
  },
};

/** The request is under way. */
export const Submitting: Story = {
  args: {
    backend: () => journey.withMethod(journey.presentBackend(), { book: never }),
    way: [...booked, until('Booking…')],
  },
};

/** The answer was lost: said honestly, and nothing to book a second time with. */
export const OutcomeUnknown: Story = { args: { scene: 'requests-lost', way: [...booked, until(/^We are checking/)] } };

/** Asked again, and still no answer. */
export const StillUnknown: Story = {
  args: {
    scene: 'requests-lost',
    way: [
      ...booked,
      until(/^We are checking/),
      (booking) => press(booking, 'Check again'),
      (booking) => appears('the news', () => booking.shadowRoot?.textContent.includes('Still no answer') || undefined),
    ],
  },
};

/** Booked: reference, what, when, where, how to pay and how to change. */
export const Confirmed: Story = { args: { way: [...booked, until('You’re booked')] } };

/** The preferences have reached the therapist. */
export const ConfirmedWithPreferences: Story = {
  args: { way: [...details, sharesPreference, toReview, books, until('You’re booked')] },
};

/** The booking stands, its answers could not be delivered. */
export const PreferencesNotSent: Story = {
  args: { scene: 'intake-fails', way: [...details, sharesPreference, toReview, books, until('You’re booked')] },
};

/** The therapist is asked first. */
export const Requested: Story = { args: { scene: 'request', way: [...booked, until('Request sent')] } };

/** The backend cannot be reached when it is asked to book: nothing has left, and it can be tried again. */
export const NotSent: Story = {
  args: {
    scene: 'offline',
    faultAt: '/bookings',
    way: [...booked, (booking) => appears('the notice', () => says(booking, 'connection'))],
  },
};

/** The answer got lost, and the repeat, which carries the same key, finds the booking. */
export const ConfirmedAfterAll: Story = { args: { scene: 'lost-answer', way: [...booked, until('You’re booked')] } };

/** Everything on a page of 320 px. */
export const ReviewNarrow: Story = { args: { width: 320, way: review } };

/** Booked, on a page of 320 px. */
export const ConfirmedNarrow: Story = { args: { width: 320, way: [...booked, until('You’re booked')] } };

/** Laid out from right to left. */
export const ReviewRightToLeft: Story = { args: { lang: 'ar-XB', way: review } };

/** The same for what was booked. */
export const ConfirmedRightToLeft: Story = { args: { lang: 'ar-XB', way: [...booked, until('You’re booked')] } };

function says(booking: Element, words: string): true | undefined {
  return booking.shadowRoot?.querySelector('.notice')?.textContent.includes(words) || undefined;
}
