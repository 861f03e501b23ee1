import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { ListingBackend } from '../../src/backend/booking-backend.js';
import { MEMORY_NOW, memoryBackend } from '../../src/backend/memory/memory-backend.js';
import '../../src/components/booking/booking.js';
import type { KneadTherapistDirectory } from '../../src/components/therapist-directory/therapist-directory.js';
import '../../src/components/therapist-directory/therapist-directory.js';
import '../languages.js';
import { manyTherapists, whenThere } from './many-therapists.js';

type Args = Partial<
  Pick<
    KneadTherapistDirectory,
    'backend' | 'place' | 'postcodeArea' | 'service' | 'filters' | 'headingLevel' | 'theme' | 'now' | 'lang'
  >
> & {
  /** Pixels across; otherwise as wide as the page. */
  width?: number;
  /** Ids of therapists whose cards the page wrote. */
  written?: readonly string[];
  fallback?: string;
  /** The filters are open. */
  open?: boolean;
};

const meta: Meta<Args> = {
  title: 'Components/Therapist directory',
  component: 'knead-therapist-directory',
  args: { now: Date.parse(MEMORY_NOW) },
  parameters: {
    docs: {
      description: {
        component:
          'A list of therapist cards with filters, an order and paging. A time that is tapped opens the booking form in a dialog, unless the page takes the event.',
      },
    },
  },
  render: ({ width, written = [], fallback, open, ...properties }) => {
    const directory = Object.assign(document.createElement('knead-therapist-directory'), properties);
    for (const practitioner of written) {
      directory.append(
        Object.assign(document.createElement('knead-therapist-card'), { practitioner, now: properties.now }),
      );
    }
    if (fallback) {
      directory.append(
        Object.assign(document.createElement('a'), { href: 'https://directory.example/', textContent: fallback }),
      );
    }
    if (open) void whenThere(directory, 'summary').then((summary) => summary.click());
    const frame = document.createElement('div');
    if (width) Object.assign(frame.style, { maxInlineSize: `${width}px` });
    frame.append(directory);
    return frame;
  },
};
export default meta;
type Story = StoryObj<Args>;

/** Cards from the backend. */
export const FromBackend: Story = { args: { backend: memoryBackend() } };

/** More than one page of them. */
export const ManyPages: Story = { args: { backend: manyTherapists(60) } };

/** The page wrote the cards; they show until the list is narrowed or sorted. */
export const WrittenCards: Story = { args: { backend: memoryBackend(), written: ['kasia', 'tobi'] } };

/** Narrowed by what the page says, for example by its own address. */
export const Narrowed: Story = {
  args: { backend: memoryBackend(), postcodeArea: 'W1', place: 'outcall', filters: { order: 'price' } },
};

/** Narrow, the filters open. */
export const FiltersOpen: Story = { args: { backend: memoryBackend(), width: 320, open: true } };

/** Nobody fits; what could be left out is offered. */
export const NobodyFits: Story = {
  args: { backend: memoryBackend(), filters: { language: 'pl', outwardCode: 'E8' } },
};

/** Nobody fits, and the backend does not say what could be left out. */
export const NobodyFitsPlainly: Story = {
  args: { backend: manyTherapists(0), filters: { language: 'pl' } },
};

/** Nobody is listed. */
export const Empty: Story = { args: { backend: manyTherapists(0) } };

/** The answer is on its way. */
export const Loading: Story = { args: { backend: memoryBackend('loading'), fallback: 'Our therapists' } };

/** The list could not be loaded: what the page put inside the tag shows again. */
export const Failed: Story = { args: { backend: memoryBackend('error'), fallback: 'Our therapists' } };

/** The visitor is offline. */
export const Offline: Story = { args: { backend: memoryBackend('offline') } };

/** One page failed; those before it stay. */
export const FailedPage: Story = {
  args: { backend: manyTherapists(60, { page: { number: 2 } }) },
  play: async ({ canvasElement }) => {
    const directory = canvasElement.querySelector('knead-therapist-directory')!;
    (await whenThere(directory, '.after button')).click();
    await whenThere(directory, '.after .notice');
  },
};

/** A backend without a search: the list, and nothing to narrow it by. */
export const WithoutSearch: Story = { args: { backend: withoutSearch() } };

/** In a narrow place. */
export const Narrow: Story = { args: { backend: memoryBackend(), width: 320 } };

/** Names longer than anybody has, and words that break. */
export const LongNames: Story = {
  args: {
    backend: manyTherapists(6, {
      answer: (page) => ({
        ...page,
        practitioners: page.practitioners.map((one, index) => ({
          ...one,
          name: index % 2 ? `${'Wolfeschlegelsteinhausen'.repeat(4)} ${index}` : `${'Maria Anna '.repeat(12)}${index}`,
        })),
      }),
    }),
  },
};

/** Arabic, from right to left. */
export const Arabic: Story = { args: { backend: memoryBackend(), lang: 'ar' } };

/** Answers take two seconds. */
export const Slow: Story = { args: { backend: memoryBackend('slow') } };

/** Long words, and little room. */
export const German: Story = { args: { backend: memoryBackend(), lang: 'de', width: 320, open: true } };

/** On a dark page, whatever the visitor's system asks for. */
export const Dark: Story = { args: { backend: memoryBackend(), theme: 'dark' } };

/** A time was tapped: the booking form in the dialog. */
export const Booking: Story = {
  args: { backend: memoryBackend() },
  play: async ({ canvasElement }) => {
    const directory = canvasElement.querySelector('knead-therapist-directory')!;
    const card = await whenThere(directory, 'knead-therapist-card');
    (await whenThere(card, '.time:not(.bare)')).click();
    await whenThere(await whenThere(directory, 'knead-booking'), '#step-heading');
  },
};

function withoutSearch(): ListingBackend {
  const practice = memoryBackend();
  return {
    discovery: async (signal) => {
      const { capabilities, ...rest } = await practice.discovery(signal);
      return { ...rest, capabilities: { ...capabilities, practitionerSearch: false, availabilitySummary: false } };
    },
    catalogue: (query, signal) => practice.catalogue(query, signal),
    availability: (query, signal) => practice.availability(query, signal),
  };
}
