import { css, html, type TemplateResult } from 'lit';

/** The words of one fault, shown above its control and referenced from it. */
export function fieldError(id: string, prefix: string, error: string): TemplateResult {
  return html`<p class="field-error" id=${id}>
    <span class="visually-hidden">${prefix} </span><span .textContent=${error}></span>
  </p>`;
}

/** Styles of {@link fieldError}; part of those of a field. */
export const fieldErrorStyles = css`
  .field-error {
    color: var(--_stop);
    font-weight: 600;
  }
`;
