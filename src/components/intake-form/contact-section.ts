import type { TemplateResult } from 'lit';
import { CONTACT_LIMITS, type ContactField } from '../../domain/client/contact.js';
import type { FieldOptions } from '../../ui/templates/field.js';
import type { DetailsKit } from './details-kit.js';
import { contactId, type SectionOptions } from './section-options.js';

/** Longest notes a booking may carry (see `contract/booking.ts`). */
const NOTES_LIMIT = 1000;

/** Who is coming, how to reach them and, for a visit, where. Each field says which it is to autofill. */
export function contactSection({
  html,
  nothing,
  field,
  live,
  sectionHeading,
}: DetailsKit): (options: SectionOptions) => TemplateResult {
  return (options) => {
    const { i18n, draft, visits, errors, onDraft } = options;
    const text = (
      id: string,
      label: string,
      { required = false, ...rest }: Omit<FieldOptions, 'id' | 'label' | 'error' | 'errorPrefix'>,
    ): TemplateResult =>
      field({
        ...rest,
        id,
        required,
        label: required ? label : i18n.text('optional', { label }),
        error: errors.get(id),
        errorPrefix: i18n.text('errorPrefix'),
      });
    const one = (
      name: ContactField,
      label: string,
      rest: Omit<FieldOptions, 'id' | 'label' | 'value' | 'error' | 'errorPrefix' | 'onInput'>,
    ): TemplateResult =>
      text(contactId(name), label, {
        ...rest,
        value: draft.contact[name],
        maxLength: CONTACT_LIMITS[name],
        onInput: (value) => onDraft(({ contact }) => ({ contact: { ...contact, [name]: value } })),
      });

    return html`<div class="section">
      ${sectionHeading(options, i18n.text('aboutYou'))}
      <div class="fields">
        ${one('name', i18n.text('fullName'), { autocomplete: 'name', required: true })}
        ${one('email', i18n.text('emailAddress'), {
          type: 'email',
          inputMode: 'email',
          autocomplete: 'email',
          hint: i18n.text('emailHint'),
          required: true,
        })}
        ${one('phone', i18n.text('phoneNumber'), {
          type: 'tel',
          inputMode: 'tel',
          autocomplete: 'tel',
          hint: i18n.text('phoneHint'),
          required: visits,
          size: 20,
        })}
      </div>
      ${
        visits
          ? html`<fieldset class="fields address">
              <legend class="legend" .textContent=${i18n.text('addressHeading')}></legend>
              ${one('line1', i18n.text('addressLine1'), { autocomplete: 'address-line1', required: true })}
              ${one('line2', i18n.text('addressLine2'), { autocomplete: 'address-line2' })}
              ${one('town', i18n.text('town'), { autocomplete: 'address-level2' })}
              ${one('postcode', i18n.text('postcode'), { autocomplete: 'postal-code', required: true, size: 10 })}
              ${one('access', i18n.text('access'), { autocomplete: 'off', hint: i18n.text('accessHint'), rows: 2 })}
            </fieldset>`
          : nothing
      }
      ${text('notes', i18n.text('notes'), {
        value: draft.notes,
        hint: i18n.text('notesHint'),
        autocomplete: 'off',
        rows: 3,
        maxLength: NOTES_LIMIT,
        onInput: (notes) => onDraft(() => ({ notes })),
      })}
      ${trap(i18n.text('honeypot'), draft.trap, (trap) => onDraft(() => ({ trap })))}
    </div>`;
  };

  /** A field for machines only. People never reach it, and nothing in its names invites autofill or a password manager. */
  function trap(label: string, value: string, onInput: (value: string) => void): TemplateResult {
    return html`<div class="visually-hidden" aria-hidden="true">
      <label for="extra" .textContent=${label}></label>
      <input
        id="extra"
        name="extra"
        type="text"
        tabindex="-1"
        autocomplete="off"
        data-1p-ignore
        data-bwignore
        data-lpignore="true"
        .value=${live(value)}
        @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)}
      />
    </div>`;
  }
}
