import type { html as tag, TemplateResult } from 'lit';
import { joined } from '../../locales/format.js';

/** How a booking is written down. */
export interface BookedRecord {
  /** Rows with what a visitor typed: session recorders are told to leave them out. */
  privateRecord: (classes: string, rows: unknown) => TemplateResult;
  /** A value that may have a line below it. */
  valueWithLine: (value: string, line: string | undefined) => TemplateResult;
}

/** Writes a booking down. Made from `html`, for a part has none of its own. */
export const bookedRecord = (html: typeof tag): BookedRecord => ({
  privateRecord: (classes, rows) =>
    html`<dl
      class="${classes} rr-mask"
      data-sentry-mask
      data-hj-suppress
      data-dd-privacy="mask"
      data-clarity-mask="true"
    >
      ${rows}
    </dl>`,
  valueWithLine: (value, line) =>
    html`<span .textContent=${value}></span> ${line && html`<span class="lines isolate" .textContent=${line}></span>`}`,
});

/** An address as people write it, in its parts. */
interface AddressParts {
  line1: string;
  line2?: string | undefined;
  town?: string | undefined;
  postcode: string;
}

/** An address in one line. */
export function addressLine({ line1, line2, town, postcode }: AddressParts): string {
  return joined([line1, line2, town, postcode]);
}
