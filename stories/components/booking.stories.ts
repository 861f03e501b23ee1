import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { BookingBackend } from '../../src/backend/booking-backend.js';
import { atTheTherapist, atYourPlace, presentBackend, withMethod, type JourneyArgs } from '../flow/journey.js';
import { journeyMeta } from '../flow/journey-meta.js';
import { appears, button } from '../flow/walk.js';
import '../languages.js';

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

/** At the therapist's or at one's own place: the first question, because prices and times depend on it. */
export const Place: Story = {};

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

/** A practice in which nobody gives treatments yet. */
export const EmptyPractice: Story = {
  args: { practitioner: null, backend: () => withCatalogue((whole) => ({ ...whole, practitioners: [] })) },
  parameters: { hints: ['Knead: <knead-booking> practitioner: expected'] },
};

/** A directory's backend, no therapist chosen by the page. */
export const Therapists: Story = { args: { practitioner: null } };

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

/** Answers take two seconds: what loads has its final size, and from one second on it is said. */
export const Slow: Story = { args: { scene: 'slow' } };

/** A practice with names and descriptions longer than anybody planned for. */
export const LongText: Story = {
  args: {
    width: 320,
    backend: () =>
      withCatalogue((whole) => ({
        ...whole,
        services: whole.services.map((service) => ({
          ...service,
          name: `${service.name} mit Nackenschulterrückenmuskulaturentspannung`,
          description: 'Langsame, ruhige Griffe, so lange es guttut. '.repeat(6),
        })),
      })),
    way: [atTheTherapist],
  },
};

/** A page of 320 px. */
export const Narrow: Story = { args: { width: 320, way: [atTheTherapist] } };

/** The narrowest there should be. */
export const Narrowest: Story = { args: { width: 240, way: [atTheTherapist] } };

/** On a dark page, whatever the visitor's system asks for. */
export const Dark: Story = { args: { theme: 'dark', way: [atTheTherapist] } };

/** Without a surface of its own. */
export const Plain: Story = { args: { preset: 'plain', way: [atTheTherapist] } };

/** Closer together. */
export const Compact: Story = { args: { preset: 'compact', way: [atTheTherapist] } };

/** Long words. */
export const German: Story = { args: { lang: 'de' } };

/** From right to left. */
export const Arabic: Story = { args: { lang: 'ar' } };

/** Every word two fifths longer and accented: what does not fit, or was not translated, shows. */
export const LongWords: Story = { args: { lang: 'en-XA', width: 320 } };

type Catalogue = Awaited<ReturnType<BookingBackend['catalogue']>>;

function withCatalogue(change: (whole: Catalogue) => Catalogue): BookingBackend {
  const backend = presentBackend();
  return withMethod(backend, { catalogue: async (...asked) => change(await backend.catalogue(...asked)) });
}
