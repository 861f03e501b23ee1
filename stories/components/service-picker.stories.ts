import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { PRACTITIONERS, SERVICES } from '../../src/backend/memory/catalogue.js';
import { memoryBackend } from '../../src/backend/memory/memory-backend.js';
import type { KneadServicePicker } from '../../src/components/service-picker/service-picker.js';
import '../../src/components/service-picker/service-picker.js';
import type { Service } from '../../src/contract/service.js';
import '../languages.js';

type Args = Partial<
  Pick<
    KneadServicePicker,
    | 'backend'
    | 'practitioner'
    | 'place'
    | 'postcodeArea'
    | 'service'
    | 'option'
    | 'services'
    | 'offer'
    | 'value'
    | 'unavailable'
    | 'hideTerms'
    | 'required'
    | 'disabled'
    | 'error'
    | 'lang'
  >
> & { fallback?: string; search?: string; width?: number };

const [incall, outcall] = PRACTITIONERS[0]!.places;
const back = SERVICES[0]!;

const sixty: readonly Service[] = ['Back and shoulders', 'Whole body', 'Firm work', 'With warmth', 'For two'].flatMap(
  (group, index) =>
    Array.from({ length: 12 }, (_, number): Service => {
      const service = SERVICES[(index + number) % SERVICES.length]!;
      return { ...service, id: `s${index}-${number}`, name: `${service.name} ${number + 1}`, group };
    }),
);

/** Types into the search field once the picker shows it. */
async function typeInto(picker: KneadServicePicker, words: string): Promise<void> {
  await picker.updateComplete;
  const field = picker.renderRoot.querySelector<HTMLInputElement>('#search');
  if (!field) return;
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const meta: Meta<Args> = {
  title: 'Components/Service picker',
  component: 'knead-service-picker',
  args: { services: SERVICES, offer: incall! },
  argTypes: { place: { control: 'inline-radio', options: ['incall', 'outcall'] } },
  parameters: {
    docs: {
      description: {
        component:
          'Treatments with their durations, pairings and extras. Every price includes the fees of the place. Nothing is decided until the page or the flow goes on.',
      },
    },
  },
  render: ({ fallback, search, width, ...properties }) => {
    const picker = Object.assign(document.createElement('knead-service-picker'), properties);
    if (width) picker.style.inlineSize = `${width}px`;
    if (search !== undefined) void typeInto(picker, search);
    if (fallback) {
      const link = Object.assign(document.createElement('a'), { href: 'tel:02079460123', textContent: fallback });
      picker.append(link);
    }
    return picker;
  },
};
export default meta;
type Story = StoryObj<Args>;

/** Nothing chosen: what there is, and from how much. */
export const Open: Story = {};

/** A treatment is chosen: its durations, pairings and extras unfold. */
export const Chosen: Story = {
  args: { value: { serviceId: back.id, optionId: '60', addOnIds: [back.addOns[0]!.id] } },
};

/** A visit: the travel fee of the postcode is part of every price. */
export const Visit: Story = {
  args: {
    place: 'outcall',
    postcodeArea: 'W1',
    offer: outcall!,
    value: { serviceId: back.id, optionId: '60', addOnIds: [] },
  },
};

/** The page asks for a treatment and a duration. */
export const Preset: Story = { args: { service: back.id, option: '90' } };

/** The page asks for a treatment that is not offered: said plainly, and everything can be chosen. */
export const UnknownPreset: Story = {
  args: { service: 'gone' },
  parameters: { hints: ['Knead: <knead-service-picker> service: expected'] },
};

/** The page asks for a length that is not offered: the treatment is chosen, the length is said to be open. */
export const UnknownOption: Story = {
  args: { service: back.id, option: '75' },
  parameters: { hints: ['Knead: <knead-service-picker> option: expected'] },
};

/** Added to: what it all lasts and costs stands below. */
export const Added: Story = {
  args: { value: { serviceId: back.id, optionId: '60', addOnIds: ['relaxing-30', 'hot-stones'] } },
};

/** Of some things to add one at most can be chosen, and it says so. */
export const OneOfSome: Story = {
  args: {
    services: [{ ...back, addOns: [...back.addOns, ...SERVICES[1]!.addOns.filter(({ kind }) => kind === 'pairing')] }],
    value: { serviceId: back.id, optionId: '60', addOnIds: ['relaxing-30'] },
  },
};

/** The host leaves out the trade's words. */
export const WithoutTerms: Story = { args: { hideTerms: true, service: back.id } };

/** Nothing to choose from: the one treatment is open from the start. */
export const One: Story = { args: { services: [back] } };

/** Sixty treatments in five groups, with a search. */
export const Sixty: Story = { args: { services: sixty } };

/** The trade's word finds what is called otherwise in plain words. */
export const Searched: Story = { args: { services: sixty, search: 'petrissage' } };

/** Nothing is found. */
export const NothingFound: Story = { args: { services: sixty, search: 'reflexology' } };

/** What cannot be chosen says why: elsewhere only, or for a reason of the page. */
export const Unavailable: Story = {
  args: {
    services: SERVICES.map((service, index) =>
      index === 1
        ? {
            ...service,
            options: service.options.map((option) => ({
              ...option,
              prices: option.prices.filter(({ place }) => place === 'outcall'),
            })),
          }
        : service,
    ),
    unavailable: { 'deep-tissue': 'Please talk to Mara first' },
  },
};

/** A visit without a postcode yet: every price begins with the nearest zone's fee. */
export const VisitSomewhere: Story = {
  args: {
    place: 'outcall',
    offer: {
      ...{ place: 'outcall', approval: 'instant' },
      zones: [
        { outwardCodes: ['W1'], fee: { amount: 1000, currency: 'GBP' } },
        { outwardCodes: ['E1'], fee: { amount: 2500, currency: 'GBP' } },
      ],
    },
    service: back.id,
  },
};

/** A visit to where the therapist does not go. */
export const NotReached: Story = {
  args: { place: 'outcall', postcodeArea: 'N22', offer: outcall!, fallback: 'Call 020 7946 0123' },
};

/** Continue without a choice. */
export const Missing: Story = { args: { error: 'Choose a treatment' } };

/** In a form that is disabled. */
export const Disabled: Story = { args: { disabled: true, service: back.id } };

/** What the page gave is partly nonsense: it is left out, and the rest works. */
export const BadData: Story = {
  args: {
    services: [
      {
        ...back,
        name: '<b>Back</b> \u202emassage',
        options: [
          ...back.options,
          { id: 'free', minutes: 30, prices: [{ place: 'incall', price: { amount: NaN, currency: 'GBP' } }] },
          { id: 'odd', minutes: -5, prices: back.options[0]!.prices },
        ],
        addOns: [...back.addOns, { ...back.addOns[0]!, id: 'nan', minutes: NaN }],
      },
      { ...SERVICES[1]!, options: [] },
      { ...SERVICES[2]!, id: back.id },
      null,
      SERVICES[3]!,
    ] as unknown as Service[],
    service: back.id,
  },
  parameters: { hints: ['Knead: <knead-service-picker> services: expected'] },
};

/** Treatments loaded from a backend. */
export const FromBackend: Story = {
  args: { services: null, offer: null, backend: memoryBackend(), practitioner: 'mara' },
};

/** The backend has not answered yet. */
export const Loading: Story = { args: { services: null, offer: null, backend: memoryBackend('loading') } };

/** The backend cannot be reached: what happened, Try again, and the page's own way to book. */
export const Failed: Story = {
  args: { services: null, offer: null, backend: memoryBackend('error'), fallback: 'Call 020 7946 0123' },
};

/** Nothing is offered at this place. */
export const Empty: Story = { args: { services: [], fallback: 'Call 020 7946 0123' } };

const long: Service = {
  ...back,
  id: 'long',
  name: 'Eine besonders ausführliche Rücken-, Nacken- und Schultermassage',
  description: 'Langsame, ruhige Griffe. '.repeat(8),
};

/** Names and descriptions longer than anybody planned for. */
export const LongText: Story = {
  args: { services: [long, ...SERVICES], value: { serviceId: 'long', optionId: '60', addOnIds: [] } },
};

/** A language written from right to left. */
export const RightToLeft: Story = {
  args: { lang: 'ar-XB', value: { serviceId: back.id, optionId: '60', addOnIds: [] } },
};

/** Answers take two seconds. */
export const Slow: Story = { args: { services: null, offer: null, backend: memoryBackend('slow') } };

/** The network is away. */
export const Offline: Story = {
  args: { services: null, offer: null, backend: memoryBackend('offline'), fallback: 'Call 020 7946 0123' },
};

/** A page of 320 px. */
export const Narrow: Story = { args: { ...Added.args!, width: 320 } };

/** The narrowest there should be. */
export const Narrowest: Story = { args: { ...Added.args!, width: 240 } };

/** Long words. */
export const German: Story = { args: { ...Added.args!, lang: 'de' } };

/** Arabic words around names in English. */
export const Arabic: Story = { args: { ...Added.args!, lang: 'ar' } };

/** Every word two fifths longer. */
export const LongWords: Story = { args: { ...Added.args!, lang: 'en-XA', width: 320 } };
