/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { LANGUAGES } from '../languages.js';
import { mirrored } from '../pseudo-locales.js';
import { inOrder, rowsOf } from './rows-of.js';
import ElementPage from './element-page.mdx';
import { isDark, look } from './look.js';
import './stage.css';

// A glob, because the file is written by `npm run analyze` and must not be needed to type-check.
const manifests = import.meta.glob<object>('../../dist/custom-elements.json', { eager: true, import: 'default' });
for (const manifest of Object.values(manifests)) setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  argTypesEnhancers: [inOrder],
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          'Start',
          ['Getting started', 'Which element'],
          'Flow',
          ['The steps'],
          'Components',
          [
            'Booking',
            'Service picker',
            'Slot calendar',
            'Intake form',
            'Intake form pages',
            'Therapist card',
            'Therapist directory',
          ],
          'Foundations',
          ['Tokens', 'Type and space', 'Motion and forced colours'],
          'Guides',
          ['Accessibility', 'Security and privacy', 'Backend authors'],
          'Decisions',
        ],
      },
    },
    docs: { theme: look, page: ElementPage, extractArgTypes: rowsOf },
    // A violation shows in the panel; the tests of the stories are what fails.
    a11y: { test: 'todo' },
  },
  globalTypes: {
    theme: {
      description: 'The colour scheme of the page',
      toolbar: { title: 'Theme', icon: 'mirror', dynamicTitle: true, items: ['light', 'dark'] },
    },
    language: {
      description: 'The language of the page',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: Object.entries(LANGUAGES).map(([value, title]) => ({ value, title })),
      },
    },
    width: {
      description: 'The room the page gives',
      toolbar: {
        title: 'Width',
        icon: 'browser',
        dynamicTitle: true,
        items: ['full', '240', '320', '480', '760', '1100', '1200'].map((value) => ({
          value,
          title: value === 'full' ? 'full' : `${value} px`,
        })),
      },
    },
  },
  initialGlobals: { theme: isDark ? 'dark' : 'light', width: 'full', language: 'en-GB' },
  decorators: [
    (story, { globals }) => {
      const language = String(globals['language']);
      return html`
        <div
          class="stage"
          lang=${language}
          dir=${['ar', mirrored.tag].includes(language) ? 'rtl' : 'ltr'}
          data-theme=${String(globals['theme'])}
          data-width=${String(globals['width'])}
        >
          ${story()}
        </div>
      `;
    },
  ],
};

export default preview;
