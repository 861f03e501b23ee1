import { css, html, nothing, type TemplateResult } from 'lit';

/** What a notice says. */
export interface NoticeOptions {
  kind: 'info' | 'warn' | 'stop';
  heading?: string | undefined;
  text?: string | undefined;
  /** Buttons or links below the text. */
  actions?: unknown;
}

/** A calm box that says what happened and what can be done about it. */
export function notice({ kind, heading, text, actions }: NoticeOptions): TemplateResult {
  return html`<div class="notice ${kind}" part="notice">
    ${heading && html`<p class="notice-heading" .textContent=${heading}></p>`}
    ${text && html`<p class="isolate" .textContent=${text}></p>`}
    ${actions ? html`<div class="notice-actions">${actions}</div>` : nothing}
  </div>`;
}

/** One line of an error summary: the words and the control they belong to. */
export interface Fault {
  controlId: string;
  text: string;
}

/**
 * "There is a problem", with a link per fault in the order of the page. Links call `focus()`, because `#id` fragments do
 * not reach into shadow roots. The caller moves focus to the summary.
 */
export function errorSummary(
  heading: string,
  faults: readonly Fault[],
  focusControl: (id: string) => void,
): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<div
    class="notice stop summary"
    id="error-summary"
    tabindex="-1"
    role="group"
    aria-labelledby="error-summary-heading"
  >
    <p class="notice-heading" id="error-summary-heading" .textContent=${heading}></p>
    <ul>
      ${faults.map(
        ({ controlId, text }) =>
          html`<li>
            <a
              href="#${controlId}"
              .textContent=${text}
              @click=${(event: Event) => {
                event.preventDefault();
                focusControl(controlId);
              }}
            ></a>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Styles of {@link notice}. */
export const noticeStyles = css`
  .notice {
    display: grid;
    gap: 6px;
    padding: 14px 16px;
    border-radius: var(--_radius);
    border: 1px solid transparent;
    background: var(--_sunk);
  }
  .warn,
  .stop {
    background: color-mix(in oklab, currentcolor 12%, var(--_paper));
    color: var(--_warn);
  }
  .stop {
    color: var(--_stop);
  }
  .notice a {
    color: inherit;
  }
  .notice-heading {
    font-weight: 650;
  }
  .notice-actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 2);
    align-items: center;
    margin-block-start: 4px;
  }
  .notice-actions .button {
    color: var(--_ink);
  }
  .notice-actions .link {
    color: inherit;
  }
`;

/** What {@link errorSummary} takes besides {@link noticeStyles}. */
export const errorSummaryStyles = css`
  .summary {
    border: 2px solid var(--_stop);
  }
  .summary ul {
    display: grid;
    gap: 4px;
  }
  .summary a {
    display: inline-block;
    padding-block: 4px;
    font-weight: 600;
  }
`;
