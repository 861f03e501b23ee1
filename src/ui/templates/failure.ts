import { html, type TemplateResult } from 'lit';
import type { Localize } from '../controllers/localize.js';
import { button } from './button.js';
import { notice } from './notice.js';

/** Why something did not load, as far as the words differ. */
export type FailureReason = 'unreachable' | 'offline' | 'broken' | 'notFound';

/** What a failure screen needs. */
export interface FailureOptions {
  i18n: Localize;
  kind: FailureReason;
  onRetry: () => void;
}

/** Reads an error by its `kind`, so that this brick needs to know no backend. */
export function failureOf(error: unknown): FailureReason {
  if (globalThis.navigator?.onLine === false) return 'offline';
  const kind = (error as { kind?: unknown } | null | undefined)?.kind;
  return kind === 'broken' ? 'broken' : kind === 'not-found' || kind === 'configuration' ? 'notFound' : 'unreachable';
}

/** A calm message with Try again, and whatever the page put inside the tag: its own link or phone number. */
export function failure({ i18n, kind, onRetry }: FailureOptions): TemplateResult {
  return html`${notice({
      kind: 'warn',
      heading: i18n.text('failure.heading'),
      text: i18n.text(`failure.${kind}`),
      actions: kind === 'notFound' ? undefined : button({ label: i18n.text('tryAgain'), onClick: onRetry }),
    })} <slot></slot>`;
}
