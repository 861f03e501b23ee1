import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render, type TemplateResult } from 'lit';
import { PRACTITIONERS, SERVICES } from '../../src/backend/memory/catalogue.js';
import { MEMORY_NOW, memoryBackend } from '../../src/backend/memory/memory-backend.js';
import type { KneadTherapistCard } from '../../src/components/therapist-card/therapist-card.js';
import '../../src/components/therapist-card/therapist-card.js';
import type { Practitioner } from '../../src/contract/practitioner.js';
import type { CardTimes } from '../../src/backend/stores/card-times.js';
import '../languages.js';
import { AVAILABILITY, KATHMANDU, slot } from './given-times.js';

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
    | 'listing'
    | 'place'
    | 'postcodeArea'
    | 'dayPart'
    | 'from'
    | 'now'
    | 'lang'
  >
> & {
  /** What the page puts inside the tag. */
  content?: TemplateResult;
  theme?: 'light' | 'dark';
  /** Pixels. */
  width?: number;
};

const [mara, tobi, kasia] = PRACTITIONERS as readonly [Practitioner, Practitioner, Practitioner];

/** A drawing and not a person: nobody in these stories exists. */
const PHOTO = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#c9d8cf" d="M0 0h16v9H0z"/><path fill="#7f9c8e" d="M0 9c4-5 9-5 16-2v2z"/></svg>',
)}`;

/** Price and times as a backend sums them up. */
const LISTING: CardTimes = {
  ...{ serviceId: 'back', optionId: 'back-60', minutes: 60, place: 'incall', timeZone: 'Europe/London' },
  price: { total: { amount: 7500, currency: 'GBP' }, lines: [] },
  next: [slot('2026-10-09', '18:30'), slot('2026-10-10', '11:00'), slot('2026-10-12', '19:00')],
};

/** What a server writes into the tag: all of it can be read and followed without a script. */
const WRITTEN = html`
  <h3 slot="name"><a href="https://mara.example/">Mara L.</a></h3>
  <p slot="area">Marylebone W1 · visits W1, NW1, W2</p>
  <p slot="details">Back and shoulders, deep tissue, Swedish</p>
  <span slot="facts">At the therapist’s or yours</span>
  <strong slot="price">60 min from £70</strong>
  <p slot="times">Next: Friday 9 October, 6:30pm</p>
  <a slot="link" href="https://mara.example/#times">See all times</a>
`;

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
  render: ({ content, width, theme, ...properties }) => {
    const card = Object.assign(document.createElement('knead-therapist-card'), properties);
    if (theme) card.setAttribute('theme', theme);
    if (width !== undefined) card.style.inlineSize = `${width}px`;
    if (content) render(content, card);
    return card;
  },
};
export default meta;
type Story = StoryObj<Args>;

/** Loaded by an id alone. */
export const Loaded: Story = { args: { practitioner: 'mara', services: null, backend: memoryBackend() } };

/** Everything given by the page: no backend, no network. */
export const GivenTimes: Story = { args: { availability: AVAILABILITY } };

/** Price and next times given by a page that asks for many cards itself. */
export const GivenListing: Story = { args: { services: null, listing: LISTING } };

/** With a photo, which keeps its room while it loads. */
export const WithPhoto: Story = {
  args: { practitioner: { ...mara, photo: { url: PHOTO, width: 1600, height: 900 } }, availability: AVAILABILITY },
};

/** The photo is gone: initials again. */
export const PhotoMissing: Story = {
  args: {
    practitioner: { ...mara, photo: { url: 'data:image/png;base64,AAAA', width: 1600, height: 900 } },
    availability: AVAILABILITY,
  },
};

/** In-call only, step-free, one treatment asked for. */
export const OneTreatment: Story = {
  args: { practitioner: tobi, service: 'deep-tissue', href: null, backend: memoryBackend() },
};

/** Visits to one outward code, in the evening, from a day on. */
export const VisitsInTheEvening: Story = {
  args: {
    ...{ services: null, backend: memoryBackend() },
    ...{ place: 'outcall', postcodeArea: 'W1', dayPart: 'evening', from: '2026-10-12' },
  },
};

/** They pay for where they stand in the list, which says so. */
export const PaidPlacement: Story = {
  args: { practitioner: { ...mara, paidPlacement: true }, availability: AVAILABILITY },
};

/** Nothing that speaks for somebody is known: no rating, no testimonial, nobody checked. */
export const SelfDeclared: Story = {
  args: {
    practitioner: {
      ...tobi,
      credentials: [{ body: 'Example School of Massage', number: '2210' }],
      url: 'https://tobi.example/',
    },
    href: null,
    listing: LISTING,
  },
};

/** Times of another clock than the visitor's say whose they are. */
export const Elsewhere: Story = {
  args: { practitioner: { ...mara, timeZone: 'Asia/Kathmandu' }, availability: KATHMANDU },
};

/** The therapist is known, the times are still on their way. */
export const Loading: Story = { args: { backend: memoryBackend('loading') } };

/** Not even the therapist is known yet. */
export const LoadingAll: Story = { args: { practitioner: 'mara', services: null, backend: memoryBackend('loading') } };

/** Busy for weeks: the next time is named. */
export const NothingSoon: Story = { args: { practitioner: kasia, href: null, backend: memoryBackend() } };

/** No times for a month. */
export const NoTimes: Story = { args: { backend: memoryBackend('empty-horizon') } };

/** Nothing that could be booked. */
export const NoServices: Story = {
  args: { practitioner: { ...mara, serviceIds: [] }, services: null, backend: memoryBackend() },
};

/** No times, but this therapist takes requests. */
export const OnRequest: Story = { args: { practitioner: kasia, backend: memoryBackend('empty-horizon') } };

/** The times could not be loaded; the links still work. */
export const TimesFailed: Story = { args: { backend: memoryBackend('error') } };

/** Not even the therapist could be loaded: what the page put inside the tag shows again. */
export const Failed: Story = {
  args: {
    ...{ practitioner: 'mara', services: null, backend: memoryBackend('error') },
    content: html`<a href="https://mara.example/">Mara’s page</a>`,
  },
};

/** No backend that could be asked: what the page put inside the tag is all there is. */
export const NoBackend: Story = {
  args: {
    ...{ practitioner: 'mara', services: null, href: null },
    content: html`<a href="tel:+442079460000">020 7946 0000</a>`,
  },
  parameters: { hints: ['Knead: <knead-therapist-card> practitioner: expected'] },
};

/** The page's own photo, badge and action. */
export const Slots: Story = {
  args: {
    availability: AVAILABILITY,
    content: html`
      <img slot="photo" src=${PHOTO} width="1600" height="900" alt="" />
      <p slot="badges">New here</p>
      <a slot="actions" href="https://mara.example/message">Send a message</a>
    `,
  },
};

/** Written by a server; only the times are loaded. */
export const Written: Story = {
  args: { practitioner: 'mara', services: null, href: null, backend: memoryBackend(), content: WRITTEN },
};

/** As it was written, because nobody can be asked. */
export const WrittenFailed: Story = {
  args: { practitioner: 'mara', services: null, href: null, backend: memoryBackend('error'), content: WRITTEN },
};

/** 320 px wide. */
export const Narrow: Story = { args: { availability: AVAILABILITY, width: 320 } };

/** The narrowest card there should be. */
export const Narrowest: Story = { args: { availability: AVAILABILITY, width: 240 } };

/** A card with a row to itself. */
export const Wide: Story = { args: { ...WithPhoto.args!, width: 760 } };

/** More of everything than anybody should write. */
export const LongText: Story = {
  args: {
    practitioner: {
      ...mara,
      name: 'Maximiliane-Alexandra von und zu '.repeat(150),
      specialisms: ['Donaudampfschifffahrtsgesellschaftskapitänsmassage', 'Deep tissue', 'Swedish', 'Sports'].map(
        (name, index) => ({ id: `${index}`, name }),
      ),
      credentials: [
        { body: 'Example Register of Massage and of much else '.repeat(6), checkedBy: 'Example Directory' },
      ],
      testimonials: [{ ...mara.testimonials[0]!, quote: 'Calm, on time, and she listens. '.repeat(30) }],
    },
    ...{ availability: AVAILABILITY, width: 320 },
  },
};

/** A name that runs the other way. */
export const ArabicName: Story = {
  args: { practitioner: { ...mara, name: 'ليلى ح.' }, availability: AVAILABILITY, width: 320 },
};

/** On a dark page. */
export const Dark: Story = { args: { availability: AVAILABILITY, theme: 'dark', width: 320 } };

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

/** Times take two seconds; their room is kept. */
export const Slow: Story = { args: { backend: memoryBackend('slow') } };

/** The network is away; the links still stand. */
export const Offline: Story = { args: { backend: memoryBackend('offline') } };

/** Long words. */
export const German: Story = { args: { availability: AVAILABILITY, lang: 'de', width: 320 } };

/** From right to left. */
export const Arabic: Story = { args: { availability: AVAILABILITY, lang: 'ar', width: 320 } };
