import { create } from 'storybook/theming';

const type = {
  fontBase: 'Inter, system-ui, sans-serif',
  fontCode: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  appBorderRadius: 10,
  inputBorderRadius: 8,
  brandTitle: 'Knead',
  brandTarget: '_self',
} as const;

const light = create({
  ...type,
  base: 'light',
  colorPrimary: '#2c6a5d',
  colorSecondary: '#2c6a5d',
  appBg: '#f7f3ed',
  appContentBg: '#fffdfa',
  appPreviewBg: '#ffffff',
  appBorderColor: '#dfdad2',
  textColor: '#1d2524',
  textMutedColor: '#54605d',
  barBg: '#fffdfa',
  barTextColor: '#54605d',
  barHoverColor: '#1f5548',
  barSelectedColor: '#1f5548',
  inputBg: '#fffdfa',
  inputBorder: '#858a84',
  inputTextColor: '#1d2524',
});

const dark = create({
  ...type,
  base: 'dark',
  colorPrimary: '#7cc4b0',
  colorSecondary: '#7cc4b0',
  appBg: '#101413',
  appContentBg: '#171c1b',
  appPreviewBg: '#171412',
  appBorderColor: '#2b3331',
  textColor: '#eef1ef',
  textInverseColor: '#0d2019',
  textMutedColor: '#b0bab6',
  barBg: '#171c1b',
  barTextColor: '#b0bab6',
  barHoverColor: '#a5dccb',
  barSelectedColor: '#a5dccb',
  inputBg: '#171c1b',
  inputBorder: '#6f7976',
  inputTextColor: '#eef1ef',
});

/** What the reader's system asks for, as it was when the page was opened. */
export const isDark = matchMedia('(prefers-color-scheme: dark)').matches;

/** The look of everything around the stories: the paper and the green of the elements themselves. */
export const look = isDark ? dark : light;
