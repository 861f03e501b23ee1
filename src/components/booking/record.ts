import { html, nothing, type TemplateResult } from 'lit';
import type { Address, PlaceOffer } from '../../contract/place.js';
import { joined } from '../../locales/format.js';
import type { Localize } from '../../ui/controllers/localize.js';

/** What a row may have besides its label and value. */
export interface RowOptions {
  /** A button that changes the value. */
  action?: unknown;
  classes?: string;
}

/** One row of what was chosen or booked; nothing where there is no value. */
export function row(
  label: string,
  value: string | TemplateResult | undefined,
  { action, classes = '' }: RowOptions = {},
): TemplateResult | typeof nothing {
  if (!value) return nothing;
  return html`<div class=${classes}>
    <dt .textContent=${label}></dt>
    <dd class="isolate tabular">${typeof value === 'string' ? words(value) : value}</dd>
    ${action ? html`<dd class="action">${action}</dd>` : nothing}
  </div>`;
}

/** A value that may have a line below it. */
export function valueWithLine(value: string, line: string | undefined): TemplateResult {
  return html`${words(value)} ${line ? html`<span class="lines isolate" .textContent=${line}></span>` : nothing}`;
}

/** Rows with what a visitor typed: session recorders are told to leave them out. */
export function privateRecord(classes: string, rows: unknown): TemplateResult {
  return html`<dl
    class="${classes} rr-mask"
    data-sentry-mask
    data-hj-suppress
    data-dd-privacy="mask"
    data-clarity-mask="true"
  >
    ${rows}
  </dl>`;
}

function words(text: string): TemplateResult {
  return html`<span .textContent=${text}></span>`;
}

/** "Marylebone W1". */
export function areaOf(offer: PlaceOffer | undefined): string | undefined {
  return offer?.place === 'incall' ? joined([offer.area.name, offer.area.outwardCode], ' ') : undefined;
}

/** "At the therapist’s" or "At your place, E1". */
export function whereWords(i18n: Localize, outwardCode: string | undefined, offer: PlaceOffer | undefined): string {
  return offer?.place === 'outcall' ? joined([i18n.text('place.outcall'), outwardCode]) : i18n.text('place.incall');
}

/** An address in one line. */
export function addressLine({ line1, line2, town, postcode }: Address): string {
  return joined([line1, line2, town, postcode]);
}

/** Until when changes are free, or that they no longer are. `now` in milliseconds. */
export function freeWords(i18n: Localize, { instant, local }: { instant: string; local: string }, now: number): string {
  return Date.parse(instant) > now
    ? i18n.text('freeUntil', { when: i18n.when(local, 'full') })
    : i18n.text('policyPast');
}
