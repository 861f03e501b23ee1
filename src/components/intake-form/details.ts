/**
 * The details: what the intake form has beyond the safety check. Script tags load it from a file of its own, shortly before it
 * is needed; it takes Lit and our templates from whoever loads it.
 */
import type { TemplateResult } from 'lit';
import type { IntakeForm } from '../../contract/intake.js';
import { readContact } from '../../domain/client/contact.js';
import { details as messages } from '../../locales/en-GB.js';
import { contactSection } from './contact-section.js';
import type { Details, DetailsKit } from './details-kit.js';
import { asked, detailsQuestion, inOrder, isAsked, rangeWords } from './details-questions.js';
import type { SectionOptions } from './section-options.js';

/** Makes the details from what their host has. */
export default function details(kit: DetailsKit): Details {
  const { html, css, nothing, choice, questions, sectionHeading } = kit;

  function preferences(options: SectionOptions): TemplateResult {
    const { i18n, headingLevel, form } = options;
    const drawn = questions('preferences', options);
    const anyRequired = drawn.some((each, index) => each !== nothing && asked(form!)[index]!.required);
    return html`<div class="section">
      ${sectionHeading(headingLevel, i18n.text('yourPreferences'))}
      ${anyRequired ? nothing : html`<p class="muted lede" .textContent=${i18n.text('preferencesHint')}></p>`}
      ${grouped(form!, drawn)}
    </div>`;
  }

  /** The questions with those of a group inside it. `drawn` has a place for each, shown or not, a group before its own. */
  function grouped({ items }: IntakeForm, drawn: readonly unknown[]): unknown[] {
    let next = 0;
    return inOrder(items).map(({ items: inside = [] }) => {
      const [head, ...own] = drawn.slice(next, (next += 1 + inside.filter(isAsked).length));
      if (own.length === 0 || head === nothing) return head;
      return html`<fieldset class="group">
        <legend class="legend">${head}</legend>
        ${own}
      </fieldset>`;
    });
  }

  /**
   * One box of its own for the answers about health: explicit consent is separate from every other agreement, begins
   * unticked, and may stay so without losing the booking (UK GDPR Art. 9(2)(a) and 7(2)).
   */
  function consent({ i18n, headingLevel, form, document, draft, onDraft }: SectionOptions): TemplateResult {
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

  const styles = css`
    .section-heading + .lede {
      margin-block-start: calc(var(--_space) * -2.5);
    }
    .lede {
      max-inline-size: 58ch;
    }
    .choices.grid {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 13.5em), 1fr));
    }
    .group,
    .areas {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 3);
    }
    .areas {
      gap: var(--_space);
    }
    .areas summary {
      inline-size: fit-content;
      padding-block: 10px;
      cursor: pointer;
    }
    .group > .legend {
      margin-block-end: calc(var(--_space) * 2);
      font-size: 1.1em;
    }
    .group .question > .legend {
      font-weight: 500;
    }
    .choices.scale {
      display: flex;
      flex-wrap: wrap;
    }
    .scale .choice {
      justify-content: center;
      min-inline-size: var(--_control);
      padding-inline: 10px;
    }
    .consent {
      white-space: pre-line;
    }
    .consent-notes {
      display: grid;
      gap: 4px;
      max-inline-size: 68ch;
      margin-block-start: calc(var(--_space) * -2);
    }
  `;

  const [contact, question] = [contactSection(kit), detailsQuestion(kit)];
  return { messages, styles, contact, preferences, consent, question, initial, readContact, contactWords, rangeWords };
}

const contactWords: Details['contactWords'] = (i18n, field, fault, outwardCode) =>
  fault === 'too-long'
    ? i18n.text('tooLong')
    : // Each field has words for the faults it can have, and one of them names the area.
      i18n.text(`fault.${field}.${fault}` as 'fault.postcode.elsewhere', { outwardCode });

const initial: Details['initial'] = (form) =>
  Object.fromEntries(
    (form ? asked(form) : []).flatMap(({ id, initial: choice }) => (choice === undefined ? [] : [[id, choice]])),
  );
