import { html, nothing, type TemplateResult } from 'lit';
import type { ConsentDocument } from '../../contract/consent.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { choice } from '../../ui/templates/choice.js';
import { sectionHeading } from './section-heading.js';

/** What the consent needs. */
export interface ConsentSectionOptions {
  i18n: Localize;
  /** Null where the section needs no heading. */
  headingLevel: number | null;
  document: ConsentDocument;
  /** How long answers are kept, in the form's own sentence. */
  retention: string | undefined;
  given: boolean;
  onChange: (given: boolean) => void;
}

/**
 * One box of its own for the answers about health: explicit consent is separate from every other agreement, begins
 * unticked, and may stay so without losing the booking (UK GDPR Art. 9(2)(a) and 7(2)).
 */
export function consentSection(options: ConsentSectionOptions): TemplateResult {
  const { i18n, document, retention, given, onChange } = options;
  const recipient = document.recipient ? i18n.text('consentRecipient', { recipient: document.recipient }) : '';
  return html`<div class="section">
    ${sectionHeading(options.headingLevel, i18n.text('consentHeading'))}
    ${choice({
      type: 'checkbox',
      name: 'consent',
      value: 'given',
      checked: given,
      label: html`<span
        class="choice-label isolate consent"
        lang=${document.language}
        .textContent=${document.text}
      ></span>`,
      describedBy: 'consent-hint',
      onChange,
    })}
    <div class="consent-notes small muted" id="consent-hint">
      <p .textContent=${i18n.text('consentHint')}></p>
      ${recipient ? html`<p class="isolate" .textContent=${recipient}></p>` : nothing}
      ${retention ? html`<p class="isolate" .textContent=${retention}></p>` : nothing}
    </div>
  </div>`;
}
