import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { memoryBackend } from '../../src/backend/memory/memory-backend.js';
import '../../src/components/book-button/book-button.js';
import type { KneadBookButton } from '../../src/components/book-button/book-button.js';
import '../../src/components/booking/booking.js';
import '../languages.js';

type Args = Partial<Pick<KneadBookButton, 'backend' | 'lang' | 'prefill'>> & {
  practitioner?: string;
  service?: string;
  option?: string;
  place?: 'incall' | 'outcall';
  theme?: 'light' | 'dark';
  floating?: boolean;
  /** The words in the tag. */
  words?: string;
  /** A link stands in the tag, for visitors without the script. */
  link?: boolean;
  /** What the page says before and after it. */
  sentence?: readonly [string, string];
  /** Its dialog is open. */
  open?: boolean;
};

const meta: Meta<Args> = {
  title: 'Components/Book button',
  component: 'knead-book-button',
  args: { practitioner: 'mara', backend: memoryBackend() },
  parameters: {
    docs: {
      description: {
        component:
          'A button that opens the whole way to a booking in one dialog. What was begun is kept while the dialog is closed; it cannot be closed while a booking is being sent.',
      },
    },
  },
  render: ({ words, link, sentence, open, backend, prefill, floating, ...attributes }) => {
    const button = document.createElement('knead-book-button');
    Object.assign(button, { backend, prefill: prefill ?? null });
    for (const [name, value] of Object.entries(attributes)) if (value) button.setAttribute(name, value);
    button.toggleAttribute('floating', floating === true);
    if (link)
      button.append(
        Object.assign(document.createElement('a'), { href: 'tel:+442079460000', textContent: words ?? '' }),
      );
    else if (words) button.append(words);
    // A dialog opens from where it stands, so not before it stands somewhere.
    if (open) void Promise.resolve().then(() => button.open());
    const frame = document.createElement('p');
    frame.append(...(sentence ? [sentence[0], button, sentence[1]] : [button]));
    return frame;
  },
};
export default meta;
type Story = StoryObj<Args>;

/** One dialog at a time: on a page of many stories each has a window of its own. */
const ALONE = { docs: { story: { inline: false, iframeHeight: 760 } } };

/** Without words of the page's own. */
export const Plain: Story = {};

/** The page's own words. */
export const OwnWords: Story = { args: { words: 'Book an hour with Mara' } };

/** In the middle of a sentence. */
export const InASentence: Story = { args: { words: 'Book online', sentence: ['Come and rest. ', ' or call us.'] } };

/** A link for visitors without the script becomes the button. */
export const InsteadOfALink: Story = { args: { words: 'Call to book', link: true } };

/** At the lower corner of the window, wherever the page is scrolled to. */
export const Floating: Story = { args: { floating: true }, parameters: ALONE };

/** On a dark page. */
export const Dark: Story = { args: { theme: 'dark' } };

/** Words that need more than one line. */
export const LongWords: Story = { args: { words: 'Book a relaxing massage with Mara '.repeat(6) } };

/** Long words. */
export const German: Story = { args: { lang: 'de' } };

/** From right to left. */
export const Arabic: Story = { args: { lang: 'ar' } };

/** The dialog, at the first question. */
export const Open: Story = { args: { open: true }, parameters: ALONE };

/** The treatment is chosen by the page. */
export const OpenAtTreatment: Story = {
  args: { open: true, service: 'back', option: '60', place: 'incall' },
  parameters: ALONE,
};

/** A dialog on a dark page. */
export const OpenDark: Story = { args: { open: true, theme: 'dark' }, parameters: ALONE };

/** A dialog from right to left. */
export const OpenArabic: Story = { args: { open: true, lang: 'ar' }, parameters: ALONE };

/** The therapist is still on the way. */
export const OpenLoading: Story = { args: { open: true, backend: memoryBackend('loading') }, parameters: ALONE };

/** What is needed could not be loaded. */
export const OpenFailed: Story = { args: { open: true, backend: memoryBackend('error') }, parameters: ALONE };

/** The network is away. */
export const OpenOffline: Story = { args: { open: true, backend: memoryBackend('offline') }, parameters: ALONE };
