import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html } from 'lit';
import { button, buttonStyles } from '../../src/ui/templates/button.js';
import { notice, noticeStyles } from '../../src/ui/templates/notice.js';
import { stage } from './measured.js';

const meta: Meta = { title: 'Foundations/Motion and forced colours', tags: ['!autodocs'] };
export default meta;

const layout = css`
  :host {
    background: var(--_paper);
    padding: 24px;
  }
  .rows {
    display: grid;
    gap: 16px;
    justify-items: start;
  }
`.styleSheet!;
const styles = [buttonStyles.styleSheet!, noticeStyles.styleSheet!, layout];

/** How a button here changes its looks, as the browser reads it under what this system asks for. */
function gliding(): string {
  const probe = stage(() => button({ label: '', onClick: () => undefined }), { styles });
  document.body.append(probe);
  const { transitionProperty, transitionDuration } = getComputedStyle(probe.shadowRoot!.querySelector('button')!);
  probe.remove();
  const seconds = Number.parseFloat(transitionDuration);
  return seconds > 0 ? `${transitionProperty} in ${seconds * 1000} ms` : 'nothing, at once';
}

const nothing = (): void => undefined;

/** What glides here: colour and opacity, and nothing at all where a system asks for less motion. */
export const Motion: StoryObj = {
  render: () =>
    stage(
      (measure) =>
        html`<div class="rows">
          ${button({ label: 'Continue', kind: 'primary', onClick: nothing })}
          ${button({ label: 'Back', kind: 'quiet', onClick: nothing })}
          <p class="small muted">Changes: ${measure && gliding()}</p>
        </div>`,
      { styles },
    ),
};

/** The same for a visitor whose system asks for less motion. */
export const LessMotion: StoryObj = {
  ...Motion,
  parameters: { media: { 'prefers-reduced-motion': 'reduce' } },
};

/** Actions and messages, which in forced colours are told apart by borders and weight. */
export const ForcedColours: StoryObj = {
  render: () =>
    stage(
      () =>
        html`<div class="rows">
          ${button({ label: 'Book and pay £80 on the day', kind: 'primary', onClick: nothing })}
          ${button({ label: 'Try again', onClick: nothing })}
          ${button({ label: 'See all times', kind: 'link', onClick: nothing })}
          ${notice({ kind: 'info', heading: 'All times are London time', text: 'Your device is in another time zone.' })}
          ${notice({ kind: 'warn', heading: 'That time has just been taken', text: 'Everything else is still here.' })}
          ${notice({ kind: 'stop', heading: 'There is a problem', text: 'Choose a time.' })}
        </div>`,
      { styles },
    ),
};
