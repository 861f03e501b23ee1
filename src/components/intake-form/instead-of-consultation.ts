import { html, nothing } from 'lit';
import type { Load } from '../../ui/controllers/load.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { failure } from '../../ui/templates/failure.js';
import { notice } from '../../ui/templates/notice.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import type { Consultation } from './consultation-kit.js';

/**
 * What stands in place of the consultation: room for it while it is loaded, and where that failed that the therapist asks in
 * person. Where the form shows nothing else, there is a way to try again.
 */
export function insteadOfConsultation(
  i18n: Localize,
  consultation: Load<Consultation | null>,
  isRestShown: boolean,
): unknown {
  if (consultation.status === 'complete') return nothing;
  if (consultation.status === 'pending') {
    const words = html`<p class="muted" id="loading" tabindex="-1" .textContent=${i18n.text('loadingQuestions')}></p>`;
    return [words, skeleton(4)];
  }
  return isRestShown
    ? notice({ kind: 'info', text: i18n.text('othersInPerson') })
    : failure({ i18n, kind: 'unreachable', onRetry: () => void consultation.run() });
}
