import { css, html, nothing, type TemplateResult } from 'lit';
import type { Localize } from '../controllers/localize.js';
import { button } from './button.js';
import { contactLinks, type ContactLinksOptions } from './contact-links.js';
import { heading } from './heading.js';
import { unrecorded } from './unrecorded.js';

/** What the screen needs that ends online booking. */
export interface StopScreenOptions {
  i18n: Localize;
  headingLevel: number;
  /** How soon to seek help, or just to talk. The heading says it, so that colour never says it alone. */
  urgency: 'emergency' | 'urgent' | 'talk';
  /** What to do and whom to call, from the form. */
  messages: readonly string[];
  onChange: () => void;
  /** The answers have left the device. */
  isSent?: boolean;
  /** Ways to reach a human; null where none is known. */
  contact: Omit<ContactLinksOptions, 'urlLabel'> | null;
}

/** The id of the screen's heading, which takes focus when the screen appears. */
export const STOP_HEADING_ID = 'stop-heading';

/** Ends online booking calmly: what to do now, a way back, and a human. What the page put inside the tag shows as well. */
export function stopScreen(options: StopScreenOptions): TemplateResult {
  const { i18n, headingLevel, urgency, messages, onChange, isSent, contact } = options;
  return unrecorded(
    html`<div class="stop-screen">
      <div class="notice ${urgency === 'talk' ? 'info' : 'stop'}" part="notice">
        ${heading(headingLevel, i18n.text(`stopHeading.${urgency}`), { id: STOP_HEADING_ID, classes: 'stop-heading' })}
        ${messages.map((message) => html`<p class="stop-message isolate" .textContent=${message}></p>`)}
      </div>
      ${isSent ? nothing : html`<p class="muted" .textContent=${i18n.text('stopNothingSent')}></p>`}
      <div class="stop-contact">
        ${
          contact
            ? html`<p class="legend" .textContent=${i18n.text('stopContact')}></p>
                ${contactLinks({ ...contact, urlLabel: i18n.text('contactPage') })}`
            : nothing
        }
        <slot></slot>
      </div>
      <div>${button({ label: i18n.text('changeAnswer'), onClick: onChange })}</div>
    </div>`,
  );
}

/** Styles of {@link stopScreen}; needs those of the notice, the button and the contact links. */
export const stopScreenStyles = css`
  .stop-screen {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .stop-screen .notice {
    gap: 8px;
    padding: 20px;
  }
  .stop-screen .stop {
    border: 2px solid var(--_stop);
  }
  .stop-heading {
    font-size: 1.25em;
    font-weight: 620;
    line-height: 1.25;
    text-wrap: balance;
  }
  .stop-message {
    color: var(--_ink);
    white-space: pre-line;
  }
`;
