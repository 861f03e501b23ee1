import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { themeEditor } from './theme-editor.js';

/** Try out a look, and take the CSS home. */
const meta: Meta = {
  title: 'Foundations/Theme editor',
  parameters: {
    docs: {
      description: {
        component:
          'Set an accent, and hover, edges, links and the words on it follow with their contrast kept. Set a paper, light or dark, and inks and lines follow. What a page sets itself is measured here and never overruled.',
      },
    },
  },
  render: () => themeEditor(),
};
export default meta;

/** Everything can be changed; what differs from the default is printed. */
export const Editor: StoryObj = {};
