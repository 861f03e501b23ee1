import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { PRACTITIONERS, SERVICES } from '../../src/backend/memory/catalogue.js';
import { MEMORY_NOW, memoryBackend } from '../../src/backend/memory/memory-backend.js';
import type { KneadTherapistCard } from '../../src/components/therapist-card/therapist-card.js';
import '../../src/components/therapist-card/therapist-card.js';
import type { Practitioner } from '../../src/contract/practitioner.js';
import { AVAILABILITY } from './given-times.js';

type Args = Partial<
  Pick<
    KneadTherapistCard,
    | 'backend'
    | 'practitioner'
    | 'href'
    | 'times'
    | 'service'
    | 'headingLevel'
    | 'services'
    | 'availability'
    | 'now'
    | 'lang'
  >
> & { fallback?: string };

const [mara, tobi, kasia] = PRACTITIONERS as readonly [Practitioner, Practitioner, Practitioner];

/** A drawing and not a person: nobody in these stories exists. */
const PHOTO = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#c9d8cf" d="M0 0h16v9H0z"/><path fill="#7f9c8e" d="M0 9c4-5 9-5 16-2v2z"/></svg>',
)}`;

const meta: Meta<Args> = {
  title: 'Components/Therapist card',
  component: 'knead-therapist-card',
  args: { practitioner: mara, services: SERVICES, href: 'https://mara.example/', now: Date.parse(MEMORY_NOW) },
  parameters: {
    docs: {
      description: {
        component:
          'One therapist with the next free times. The name is the one link to the profile; times are links of their own, and a page may cancel their events to open something else.',
      },
    },
  },
  render: ({ fallback, ...properties }) => {
    const card = Object.assign(document.createElement('knead-therapist-card'), properties);
    if (fallback) {
      card.append(Object.assign(document.createElement('a'), { href: 'https://mara.example/', textContent: fallback }));
    }
    return card;
  },
};
export default meta;
type Story = StoryObj<Args>;

/** Loaded by an id alone. */
export const Loaded: Story = { args: { practitioner: 'mara', services: null, backend: memoryBackend() } };

/** Everything given by the page: no backend, no network. */
export const GivenTimes: Story = { args: { availability: AVAILABILITY } };

/** With a photo, which keeps its room while it loads. */
export const WithPhoto: Story = {
  args: { practitioner: { ...mara, photo: { url: PHOTO, width: 1600, height: 900 } }, availability: AVAILABILITY },
};

/** In-call only, step-free, one treatment asked for. */
export const OneTreatment: Story = {
  args: { practitioner: tobi, service: 'deep-tissue', href: null, backend: memoryBackend() },
};

/** The therapist is known, the times are still on their way. */
export const Loading: Story = { args: { backend: memoryBackend('loading') } };

/** Busy for weeks: the next time is named. */
export const NothingSoon: Story = { args: { practitioner: kasia, href: null, backend: memoryBackend() } };

/** No times for a month. */
export const NoTimes: Story = { args: { backend: memoryBackend('empty-horizon') } };

/** No times, but this therapist takes requests. */
export const OnRequest: Story = { args: { practitioner: kasia, backend: memoryBackend('empty-horizon') } };

/** The times could not be loaded; the links still work. */
export const TimesFailed: Story = { args: { backend: memoryBackend('error') } };

/** Not even the therapist could be loaded: what the page put inside the tag shows again. */
export const Failed: Story = {
  args: { practitioner: 'mara', services: null, backend: memoryBackend('error'), fallback: 'Mara’s page' },
};

/** A list of cards, whose times line up. */
export const Row: Story = {
  render: ({ now }) => {
    const list = document.createElement('div');
    list.setAttribute(
      'style',
      'display: grid; gap: 20px; grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
    );
    const backend = memoryBackend();
    for (const practitioner of PRACTITIONERS) {
      list.append(
        Object.assign(document.createElement('knead-therapist-card'), {
          backend,
          practitioner,
          services: SERVICES,
          now,
        }),
      );
    }
    return list;
  },
};
