import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../**/*.mdx', '../**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  staticDirs: ['./static'],
  // Nothing leaves the machine, and nothing is asked of a network that may not be there.
  core: { disableTelemetry: true, enableCrashReports: false, disableWhatsNewNotifications: true },
  // "Getting started ⋅ Knead" in the tab, whatever page shows.
  previewHead: (head) => `${head}<link rel="icon" href="./favicon.svg" />`,
  managerHead: (head) => `${head}
    <script>
      new MutationObserver(() => {
        const name = document.title.replace(/⋅ Storybook$/, '⋅ Knead');
        if (name !== document.title) document.title = name;
      }).observe(document.querySelector('title'), { childList: true });
    </script>`,
};

export default config;
