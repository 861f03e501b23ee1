import { html, nothing, type TemplateResult } from 'lit';
import { choice } from '../../ui/templates/choice.js';
import { sectionHeading } from './section-heading.js';
import type { SectionOptions } from './section-options.js';

/**
 * One box of its own for the answers about health: explicit consent is separate from every other agreement, begins
 * unticked, and may stay so without losing the booking (UK GDPR Art. 9(2)(a) and 7(2)).
 */
export function consentSection({ i18n, headingLevel, form, document, draft, onDraft }: SectionOptions): TemplateResult {
  const { recipient, language, text } = document!;
  const notes = [recipient && i18n.text('consentRecipient', { recipient }), form?.retention];
  return html`<div class="section">
    ${sectionHeading(headingLevel, i18n.text('consentHeading'))}
    ${choice({
      type: 'checkbox',
      name: 'consent',
      value: 'given',
      checked: draft.consentGiven,
      label: html`<span class="choice-label isolate consent" lang=${language} .textContent=${text}></span>`,
      describedBy: 'consent-hint',
      onChange: (consentGiven) => onDraft(() => ({ consentGiven })),
    })}
    <div class="consent-notes small muted" id="consent-hint">
      <p .textContent=${i18n.text('consentHint')}></p>
      ${notes.map((note) => (note ? html`<p class="isolate" .textContent=${note}></p>` : nothing))}
    </div>
  </div>`;
}
