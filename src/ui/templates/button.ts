import { css, html, nothing, type TemplateResult } from 'lit';

/** What a button needs besides its words. */
export interface ButtonOptions {
  label: string;
  /** `primary` is the one action of a screen, `quiet` goes back, `link` reads as text. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'link' | undefined;
  onClick: (event: Event) => void;
  /** Spoken instead of the label, for example "Change treatment". Must contain the label (WCAG 2.5.3). */
  name?: string;
  /** Shows that work is under way and ignores presses, without losing focus. */
  busy?: boolean;
}

/** A native button. `busy` uses `aria-disabled`, so focus never falls off the page. */
export function button({ label, kind = 'secondary', onClick, name, busy }: ButtonOptions): TemplateResult {
  return html`<button
    type="button"
    class="button ${kind}"
    part=${kind === 'primary' ? 'button primary' : 'button'}
    aria-label=${name ?? nothing}
    aria-disabled=${busy ? 'true' : nothing}
    aria-busy=${busy ? 'true' : nothing}
    .textContent=${label}
    @click=${(event: Event) => {
      if (!busy) onClick(event);
    }}
  ></button>`;
}

/** Styles of {@link button}. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_control);
    padding: 6px 18px;
    border: 1px solid var(--_line-2);
    border-radius: var(--_radius);
    background: var(--_paper);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    cursor: pointer;
  }
  .button:hover {
    border-color: var(--_accent-ink);
  }
  .primary {
    min-block-size: calc(var(--_control) + 6px);
    padding-inline: 24px;
    background: var(--_accent);
    border-color: var(--_accent-ink);
    color: var(--_on-accent);
  }
  /* A ring, because another surface would change what its words stand out from. */
  .primary:hover {
    box-shadow: 0 0 0 1px var(--_accent-ink);
  }
  .quiet {
    min-block-size: calc(var(--_control) + 6px);
    padding-inline: 14px;
    background: transparent;
    border-color: transparent;
  }
  .quiet:hover {
    background: var(--_sunk);
    border-color: transparent;
  }
  .link {
    padding: 4px 0;
    border: 0;
    border-radius: 4px;
    background: transparent;
    color: var(--_accent-ink);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-align: start;
  }
  .button[aria-disabled='true'] {
    cursor: default;
  }
  .button[aria-busy='true'] {
    opacity: 0.75;
    cursor: progress;
  }
`;
