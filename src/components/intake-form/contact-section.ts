import { html, nothing, type TemplateResult } from 'lit';
import { CONTACT_LIMITS, type ContactField } from '../../domain/client/contact.js';
import type { IntakeDraft } from '../../domain/client/intake-draft.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { field, type FieldOptions } from '../../ui/templates/field.js';
import { live } from '../../ui/templates/live.js';
import { sectionHeading } from './section-heading.js';

/** What the contact details need. */
export interface ContactSectionOptions {
  i18n: Localize;
  /** Null where the section needs no heading. */
  headingLevel: number | null;
  draft: IntakeDraft;
  /** The therapist comes to the client, so an address and a phone number are needed. */
  visits: boolean;
  /** Words by the id of the control they belong to. */
  errors: ReadonlyMap<string, string>;
  onContact: (field: ContactField, value: string) => void;
  onNotes: (notes: string) => void;
  onTrap: (value: string) => void;
}

/** The id of a contact field's control. */
export function contactId(name: ContactField): string {
  return `contact-${name}`;
}

/** Longest notes a booking may carry (see `contract/booking.ts`). */
const NOTES_LIMIT = 1000;

/** Who is coming, how to reach them and, for a visit, where. Each field says which it is to autofill. */
export function contactSection(options: ContactSectionOptions): TemplateResult {
  const { i18n, draft, visits, errors, onContact, onNotes } = options;
  const optional = (label: string): string => i18n.text('optional', { label });
  const one = (
    name: ContactField,
    label: string,
    rest: Omit<FieldOptions, 'id' | 'label' | 'value' | 'error' | 'errorPrefix' | 'onInput'>,
  ): TemplateResult =>
    field({
      ...rest,
      id: contactId(name),
      label: rest.required ? label : optional(label),
      value: draft.contact[name],
      error: errors.get(contactId(name)),
      errorPrefix: i18n.text('errorPrefix'),
      maxLength: CONTACT_LIMITS[name],
      onInput: (value) => onContact(name, value),
    });

  return html`<div class="section">
    ${sectionHeading(options.headingLevel, i18n.text('aboutYou'))}
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
    ${field({
      id: 'notes',
      label: optional(i18n.text('notes')),
      value: draft.notes,
      hint: i18n.text('notesHint'),
      errorPrefix: i18n.text('errorPrefix'),
      autocomplete: 'off',
      rows: 3,
      maxLength: NOTES_LIMIT,
      onInput: onNotes,
    })}
    ${trap(options)}
  </div>`;
}

/** A field for machines only. People never reach it, and nothing in its names invites autofill or a password manager. */
function trap({ i18n, draft, onTrap }: ContactSectionOptions): TemplateResult {
  return html`<div class="visually-hidden" aria-hidden="true">
    <label for="extra" .textContent=${i18n.text('honeypot')}></label>
    <input
      id="extra"
      name="extra"
      type="text"
      tabindex="-1"
      autocomplete="off"
      data-1p-ignore
      data-bwignore
      data-lpignore="true"
      .value=${live(draft.trap)}
      @input=${(event: Event) => onTrap((event.target as HTMLInputElement).value)}
    />
  </div>`;
}
