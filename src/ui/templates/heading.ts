import { html, nothing, type TemplateResult } from 'lit';

/** What a heading may have besides its level and text. */
export interface HeadingOptions {
  /** Also lets scripts move focus to the heading, without a tab stop. */
  id?: string;
  classes?: string;
}

/** A native heading whose level is known only at run time: the host page knows its own outline. Beyond 1 to 6 it is 3. */
export function heading(level: number, text: string, { id, classes = '' }: HeadingOptions = {}): TemplateResult {
  const content = html`<span .textContent=${text}></span>`;
  const name = id ?? nothing;
  const tabIndex = id ? '-1' : nothing;
  switch (level) {
    case 1:
      return html`<h1 class=${classes} part="heading" id=${name} tabindex=${tabIndex}>${content}</h1>`;
    case 2:
      return html`<h2 class=${classes} part="heading" id=${name} tabindex=${tabIndex}>${content}</h2>`;
    case 4:
      return html`<h4 class=${classes} part="heading" id=${name} tabindex=${tabIndex}>${content}</h4>`;
    case 5:
      return html`<h5 class=${classes} part="heading" id=${name} tabindex=${tabIndex}>${content}</h5>`;
    case 6:
      return html`<h6 class=${classes} part="heading" id=${name} tabindex=${tabIndex}>${content}</h6>`;
    default:
      return html`<h3 class=${classes} part="heading" id=${name} tabindex=${tabIndex}>${content}</h3>`;
  }
}
