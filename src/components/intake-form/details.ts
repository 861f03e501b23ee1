/**
 * The details: what the intake form has beyond the safety check. Script tags load it from a file of its own, shortly before it
 * is needed; it takes Lit and our templates from whoever loads it.
 */
import type { TemplateResult } from 'lit';
import type { Comparison, IntakeForm, IntakeItem } from '../../contract/intake.js';
import { isOnPage, pageAt, shownPages, turned, type IntakePage } from '../../domain/intake/pages.js';
import { details as messages } from '../../locales/en-GB.js';
import { contactSection } from './contact-section.js';
import type { Details, DetailsKit } from './details-kit.js';
import { asked, detailsQuestion, inOrder, isAsked, rangeWords } from './details-questions.js';
import { readRest } from '../../domain/intake/rest-reading.js';
import type { FormSection } from '../../domain/intake/submission.js';
import { contactId, type SectionOptions } from './section-options.js';

/** Makes the details from what their host has. */
export default function details(kit: DetailsKit): Details {
  const { html, css, nothing, button, choice, fieldError, notice } = kit;
  const { questions, safetySection, sectionHeading, visibleItems } = kit;

  const draw: Details['draw'] = (sections, options) => {
    const { pages, now } = paged(sections, options);
    const level = options.headingLevel ?? (pages.length > 1 ? OWN_LEVEL : null);
    const drawn = now.sections.map((section, index) =>
      of[section](
        {
          ...options,
          headingLevel: level,
          headingId: pages.length > 1 && index === 0 ? 'page-heading' : undefined,
          isShown: (item) => isOnPage(now, item),
        },
        now,
      ),
    );
    if (pages.length === 1) return drawn;
    const part = { number: pages.indexOf(now) + 1, total: pages.length };
    return html`<div class="page" role="group" aria-labelledby="part">
      <p class="small muted" id="part" .textContent=${options.i18n.text('part', part)}></p>
      ${drawn}
    </div>`;
  };

  function contactPage(options: SectionOptions, { sections }: IntakePage): unknown {
    return [contactSection(kit)(options), sections.length === 1 ? inPerson(options, 'questionsFollow') : nothing];
  }

  /** A way on for whoever would rather say these things than write them. */
  function inPerson(
    { i18n, onInPerson }: SectionOptions,
    hint: 'questionsFollow' | 'notShared' | 'alsoInPerson',
  ): unknown {
    return onInPerson
      ? html`<div class="notice in-person">
          <p .textContent=${i18n.text(hint)}></p>
          ${button({ label: i18n.text('inPerson'), onClick: onInPerson })}
        </div>`
      : nothing;
  }

  function preferences(options: SectionOptions, { items }: IntakePage): TemplateResult {
    const { i18n, form, draft } = options;
    const drawn = questions('preferences', options);
    const anyRequired = drawn.some((each, index) => each !== nothing && asked(form!)[index]!.required);
    // The first group of a page of its own is what the page is about, and heads it.
    const first = visibleItems(form!, draft.answers).find((item) => items.includes(item));
    const title = options.headingId && first?.type === 'group' ? first : null;
    return html`<div class="section">
      ${sectionHeading(options, title?.text ?? i18n.text('yourPreferences'))}
      ${anyRequired ? nothing : html`<p class="muted lede" .textContent=${i18n.text('preferencesHint')}></p>`}
      ${grouped(form!, drawn.map(said), title)}
    </div>`;

    /** A line of the form stands in a box; one that an answer brings is read out when it comes. */
    function said(each: unknown, index: number): unknown {
      const item = asked(form!)[index]!;
      if (item.type !== 'display' || !options.isShown(item)) return each;
      const reacts = comparisonsOf(item).some((compared) => asked(form!).some(({ id }) => id === compared.item));
      const box = each === nothing ? nothing : notice({ kind: reacts ? 'warn' : 'info', text: item.text });
      return html`<div class="said" role=${reacts ? 'status' : nothing}>${box}</div>`;
    }
  }

  /** The questions with those of a group inside it. `drawn` has a place for each, shown or not, a group before its own. */
  function grouped({ items }: IntakeForm, drawn: readonly unknown[], title: IntakeItem | null): unknown[] {
    let next = 0;
    return inOrder(items).map((item) => {
      const inside = item.items ?? [];
      const [head, ...own] = drawn.slice(next, (next += 1 + inside.filter(isAsked).length));
      if (own.length === 0 || head === nothing) return head;
      if (item === title) return own;
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
  function consent(options: SectionOptions): TemplateResult {
    const { i18n, form, document, draft, errors, healthBasis, onDraft } = options;
    const isNotice = healthBasis === 'care';
    const { recipient, language, text } = document!;
    const notes = [recipient && i18n.text('consentRecipient', { recipient }), form?.retention];
    const id = contactId('consent');
    const error = errors.get(id);
    return html`<div class="section">
      ${sectionHeading(options, i18n.text('consentHeading'))}
      <fieldset class="question ${error ? 'faulty' : ''}" id=${id}>
        <legend class="visually-hidden" .textContent=${i18n.text('consentHeading')}></legend>
        ${error ? fieldError(`${id}-error`, i18n.text('errorPrefix'), error) : nothing}
        ${
          isNotice
            ? notice({ kind: 'info', text })
            : choice({
                type: 'checkbox',
                name: 'consent',
                value: 'given',
                checked: draft.consentGiven,
                label: html`<span class="choice-label isolate consent" lang=${language} .textContent=${text}></span>`,
                invalid: error !== undefined,
                describedBy: `${error ? `${id}-error ` : ''}consent-hint`,
                onChange: (consentGiven) => onDraft(() => ({ consentGiven })),
              })
        }
        <div class="consent-notes small muted" id="consent-hint">
          ${notes.map((note) => (note ? html`<p class="isolate" .textContent=${note}></p>` : nothing))}
        </div>
      </fieldset>
      ${inPerson(options, isNotice ? 'alsoInPerson' : 'notShared')}
    </div>`;
  }

  const styles = css`
    .section-heading + .lede {
      margin-block-start: calc(var(--_space) * -2.5);
    }
    .lede {
      max-inline-size: 58ch;
    }
    fieldset.address {
      display: block;
    }
    .address > legend ~ * + * {
      margin-block-start: calc(var(--_space) * 2.5);
    }
    .address > legend {
      margin-block-end: calc(var(--_space) * 2);
    }
    .field input[size] {
      justify-self: start;
    }
    .page > * + * {
      margin-block-start: calc(var(--_space) * 5);
    }
    .page > #part + * {
      margin-block-start: 2px;
    }
    .said:empty {
      position: absolute;
    }
    .in-person {
      justify-items: start;
      gap: calc(var(--_space) * 1.5);
    }
    .choices.grid {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 13.5em), 1fr));
    }
    /* One of a few short answers: side by side, each as wide as its words. */
    .choices.grid:has([type='radio']) {
      display: flex;
      flex-wrap: wrap;
    }
    .choices.grid:has([type='radio']) .choice {
      gap: 10px;
      padding-inline-end: 18px;
    }
    /* More than a few stand below each other where there is little room. */
    .choices.grid:has(.choice:nth-child(4) [type='radio']) .choice {
      min-inline-size: min(100%, (400px - 100%) * 999);
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
    /* The summary says it to whoever sees it. */
    .areas > details .legend,
    .areas > details .question > .small {
      position: absolute;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .areas > details > summary {
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

  /** The pages that ask something, and the one that shows. */
  function paged(
    sections: readonly FormSection[],
    { form, draft }: Pick<SectionOptions, 'form' | 'draft'>,
  ): { pages: IntakePage[]; now: IntakePage } {
    const pages = shownPages(form, sections, form ? visibleItems(form, draft.answers) : []);
    return { pages, now: pageAt(pages, draft.page) };
  }

  const turn: Details['turn'] = (sections, shown, faults, isLast) => {
    const { pages, now } = paged(sections, shown);
    // Whoever was through the questions before is not led through them again for another phone number.
    const isComplete = faults.length === 0 && shown.draft.consentGiven && now.sections.includes('contact');
    return turned(pages, now, faults, isLast || isComplete);
  };

  const pageBefore: Details['pageBefore'] = (sections, shown) => {
    const { pages, now } = paged(sections, shown);
    return pages[pages.indexOf(now) - 1];
  };

  const of = { safety: safetySection, contact: contactPage, preferences, consent };
  const question = detailsQuestion(kit);
  return { messages, styles, draw, turn, pageBefore, question, initial, readRest, contactWords, rangeWords };
}

/** The level of a page's heading where whoever shows the form has set none. */
const OWN_LEVEL = 3;

const contactWords: Details['contactWords'] = (i18n, field, fault, outwardCode) =>
  fault === 'too-long'
    ? i18n.text('tooLong')
    : // Each field has words for the faults it can have, and one of them names the area.
      i18n.text(`fault.${field}.${fault}` as 'fault.postcode.elsewhere', { outwardCode });

function comparisonsOf({ showWhen }: IntakeItem): readonly Comparison[] {
  return Object.values<Comparison[]>(showWhen ?? {}).flat();
}

const initial: Details['initial'] = (form) =>
  Object.fromEntries(
    (form ? asked(form) : []).flatMap(({ id, initial: choice }) => (choice === undefined ? [] : [[id, choice]])),
  );
