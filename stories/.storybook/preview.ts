/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import './stage.css';

// A glob, because the file is written by `npm run analyze` and must not be needed to type-check.
const manifests = import.meta.glob<object>('../../dist/custom-elements.json', { eager: true, import: 'default' });
for (const manifest of Object.values(manifests)) setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'requiredFirst' },
    options: { storySort: { order: ['Start', 'Guides', 'Flow', 'Components', 'Foundations', 'Decisions'] } },
    // A violation shows in the panel; the tests of the stories are what fails.
    a11y: { test: 'todo' },
  },
  globalTypes: {
    theme: {
      description: 'The colour scheme of the page',
      toolbar: { title: 'Theme', icon: 'mirror', dynamicTitle: true, items: ['light', 'dark'] },
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
  initialGlobals: { theme: 'light', width: 'full' },
  decorators: [
    (story, { globals }) => html`
      <div class="stage" data-theme=${String(globals['theme'])} data-width=${String(globals['width'])}>${story()}</div>
    `,
  ],
};

export default preview;
