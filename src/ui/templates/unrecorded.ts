import { html, nothing, type TemplateResult } from 'lit';

/**
 * What session recorders are told to leave out, in the words of each: what is typed and ticked in it, and what is said back.
 * A mask would not do, because it still shows which box is ticked.
 */
export function unrecorded(content: unknown, direction?: 'ltr' | 'rtl'): TemplateResult {
  return html`<div
    dir=${direction ?? nothing}
    class="rr-block sentry-block fs-exclude ph-no-capture"
    data-dd-privacy="hidden"
    data-hj-suppress
    data-clarity-mask="true"
    data-private
  >
    ${content}
  </div>`;
}
