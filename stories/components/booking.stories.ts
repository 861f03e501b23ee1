import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { atTheTherapist, atYourPlace, type JourneyArgs } from '../flow/journey.js';
import { journeyMeta } from '../flow/journey-meta.js';
import { appears, button } from '../flow/walk.js';

const meta: Meta<JourneyArgs> = {
  ...journeyMeta,
  title: 'Components/Booking',
  parameters: {
    docs: {
      description: {
        component:
          'The whole way from choosing a treatment to a booking. What the page puts inside the tag shows before the script runs and again when the form cannot load.',
      },
    },
  },
};
export default meta;
type Story = StoryObj<JourneyArgs>;

/** Boxes of the final size while the backend is asked. */
export const Loading: Story = { args: { scene: 'loading' } };

/** The backend fails: said calmly, with Try again and the page's own phone number. */
export const Failed: Story = { args: { scene: 'error' } };

/** The network is away. */
export const Offline: Story = { args: { scene: 'offline' } };

/** A hotel's network answers instead of the backend. */
export const HotelNetwork: Story = { args: { scene: 'html' } };

/** Half an answer. */
export const BrokenAnswer: Story = { args: { scene: 'bad-json' } };

/** Something that is no Knead backend. */
export const ForeignBackend: Story = {
  args: { scene: 'foreign' },
  parameters: { hints: ["[knead] the backend's answer does not fit the contract at api."] },
};

/** The page names a therapist whom the backend does not know: nothing a visitor could try again. */
export const UnknownTherapist: Story = {
  args: { practitioner: 'nobody' },
  parameters: { hints: ['Knead: <knead-booking> practitioner: expected'] },
};

/** A directory's backend, no therapist chosen by the page. */
export const Therapists: Story = { args: { practitioner: null } };

/** At the therapist's or at one's own place: the first question, because prices and times depend on it. */
export const Place: Story = {};

/** Continue without a choice. */
export const PlaceMissing: Story = {
  args: { way: [async (booking) => (await appears('Continue', () => button(booking, 'Continue'))).click()] },
};

/** What was typed is no postcode. */
export const PostcodeMalformed: Story = { args: { way: [atYourPlace('HELLO')] } };

/** A place the therapist does not go to, with the way out that there is. */
export const NotVisited: Story = { args: { way: [atYourPlace('N22')] } };

/** The treatments, with prices for the place. */
export const Treatments: Story = { args: { way: [atTheTherapist] } };

/** The same at the visitor's place: the first price shown includes the travel fee. */
export const TreatmentsAtYourPlace: Story = { args: { way: [atYourPlace('W1 2AB')] } };
