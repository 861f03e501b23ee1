import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../**/*.mdx', '../**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  // Nothing leaves the machine, and nothing is asked of a network that may not be there.
  core: { disableTelemetry: true, enableCrashReports: false, disableWhatsNewNotifications: true },
};

export default config;
