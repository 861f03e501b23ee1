import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { PRACTITIONERS, SERVICES } from '../../src/backend/memory/catalogue.js';
import { memoryBackend } from '../../src/backend/memory/memory-backend.js';
import type { KneadServicePicker } from '../../src/components/service-picker/service-picker.js';
import '../../src/components/service-picker/service-picker.js';
import type { Service } from '../../src/contract/service.js';

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
    | 'lang'
  >
> & { fallback?: string };

const [incall, outcall] = PRACTITIONERS[0]!.places;
const back = SERVICES[0]!;

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
  render: ({ fallback, ...properties }) => {
    const picker = Object.assign(document.createElement('knead-service-picker'), properties);
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
export const UnknownPreset: Story = { args: { service: 'gone' } };

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

/** Right to left. */
export const RightToLeft: Story = {
  render: (args, context) => {
    const box = document.createElement('div');
    box.dir = 'rtl';
    box.append(meta.render!(args, context) as Node);
    return box;
  },
  args: { value: { serviceId: back.id, optionId: '60', addOnIds: [] } },
};
