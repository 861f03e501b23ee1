import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html } from 'lit';
import { isToken, PUBLIC_TOKENS, stage } from './measured.js';

interface Args {
  /** The one colour that a page chooses. */
  accent: string;
}

const meta: Meta<Args> = {
  title: 'Foundations/Tokens',
  tags: ['!autodocs'],
  args: { accent: '' },
  argTypes: { accent: { control: 'color', description: '`--knead-accent`; empty for the colour of the scheme.' } },
};
export default meta;
type Story = StoryObj<Args>;

const COLOURS = (
  [
    ['--_accent', 'Chosen, available, the one main action. Set by a page'],
    ['--_on-accent', 'Text on the accent: black or white, by its luminance'],
    ['--_accent-hover', 'The accent under the pointer'],
    ['--_accent-soft', 'What a chosen group is filled with'],
    ['--_accent-ink', 'Links, check marks, focus'],
    ['--_accent-edge', 'Borders of what is chosen or available'],
    ['--_paper', 'The surface'],
    ['--_sunk', 'The summary, and fields of less weight'],
    ['--_ink', 'Text'],
    ['--_ink-2', 'Text of less weight'],
    ['--_line', 'Hairlines: they part, and carry no meaning'],
    ['--_line-2', 'Borders of controls'],
    ['--_warn', 'What to look out for'],
    ['--_stop', 'What ends or went wrong'],
  ] as const
).filter(([token]) => isToken(token));

/** What WCAG 2.2 asks of text (1.4.3) and of what is needed to understand a control (1.4.11). */
const TEXT = 4.5;
const EDGE = 3;
const PAIRS = (
  [
    ['--_ink', '--_paper', TEXT],
    ['--_ink', '--_sunk', TEXT],
    ['--_ink', '--_accent-soft', TEXT],
    ['--_ink-2', '--_paper', TEXT],
    ['--_ink-2', '--_sunk', TEXT],
    ['--_on-accent', '--_accent', TEXT],
    ['--_on-accent', '--_accent-hover', TEXT],
    ['--_accent-ink', '--_paper', TEXT],
    ['--_accent-ink', '--_sunk', TEXT],
    ['--_accent-ink', '--_accent-soft', TEXT],
    ['--_accent-edge', '--_paper', EDGE],
    ['--_line-2', '--_paper', EDGE],
    ['--_warn', '--_warn-soft', TEXT],
    ['--_stop', '--_stop-soft', TEXT],
    ['--_warn', '--_paper', TEXT],
    ['--_stop', '--_paper', TEXT],
  ] as const
).filter(([one, other]) => isToken(one) && isToken(other));

const plain = (token: string): string => token.replace('--_', '');

/** A rule each, because tokens are read by rules and by nothing else here. */
const sheet = (rules: readonly string[]): CSSStyleSheet => {
  const made = new CSSStyleSheet();
  made.replaceSync(rules.join('\n'));
  return made;
};
const fills = sheet(COLOURS.map(([token]) => `.${plain(token)} .patch { background: var(${token}); }`));
const pairs = sheet(
  PAIRS.map(
    ([one, other]) =>
      `.${plain(one)}-on-${plain(other)} .patch { color: var(${one}); background: var(${other}); border-color: var(${one}); }`,
  ),
);

const layout = css`
  :host {
    background: var(--_paper);
    padding: 24px;
  }
  ul {
    display: grid;
    gap: 16px;
    grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr));
  }
  .patch {
    display: grid;
    place-items: center;
    block-size: 64px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    forced-color-adjust: none;
    margin-block-end: 6px;
    font-weight: 600;
  }
  p {
    font-size: var(--_small);
  }
  code {
    font-size: var(--_small);
  }
`.styleSheet!;

/** Every colour the elements paint with, read from the page you are looking at. */
export const Colours: Story = {
  render: ({ accent }) =>
    stage(
      (measure) =>
        html`<ul>
          ${COLOURS.map(
            ([token, use]) =>
              html`<li class=${plain(token)}>
                <div class="patch"></div>
                <p><strong>${plain(token)}</strong> <code class="muted">${measure?.hex(token)}</code></p>
                <p class="muted">${use}</p>
              </li>`,
          )}
        </ul>`,
      { styles: [layout, fills], accent },
    ),
};

/** The same colours as they meet, with the contrast of the painted pixels and what WCAG 2.2 AA asks for. */
export const Contrast: Story = {
  render: ({ accent }) =>
    stage(
      (measure) =>
        html`<ul>
          ${PAIRS.map(([one, other, wanted]) => {
            const ratio = measure?.contrast(one, other);
            return html`<li class="${plain(one)}-on-${plain(other)}">
              <div class="patch">${wanted === TEXT ? 'Choose a time' : html`<span aria-hidden="true">▢</span>`}</div>
              <p>
                <strong>${ratio && (Math.floor(ratio * 100) / 100).toFixed(2)} : 1</strong>
                <span class="muted">${ratio && (ratio >= wanted ? 'meets' : 'misses')} ${wanted} : 1</span>
              </p>
              <p class="muted">${plain(one)} on ${plain(other)}</p>
            </li>`;
          })}
        </ul>`,
      { styles: [layout, pairs], accent },
    ),
};

/** A pale yellow, on which white would be unreadable: everything derived follows. */
export const AnotherAccent: Story = { ...Contrast, args: { accent: '#f2c94c' } };

/** What a page can set, and what it is here. */
export const Names: Story = {
  render: ({ accent }) =>
    stage(
      (measure) =>
        html`<ul>
          ${PUBLIC_TOKENS.map((token) => {
            const derived = token.replace('--knead-', '--_');
            const isColour = COLOURS.some(([name]) => name === derived);
            return html`<li>
              <p><code>${token}</code></p>
              <p class="muted">
                ${isToken(derived) && measure && (isColour ? measure.hex(derived) : measure.length(derived))}
              </p>
            </li>`;
          })}
        </ul>`,
      { styles: [layout], accent },
    ),
};
