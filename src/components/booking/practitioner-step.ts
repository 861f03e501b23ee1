import { html, nothing, type TemplateResult } from 'lit';
import type { Practitioner } from '../../contract/practitioner.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { choice } from '../../ui/templates/choice.js';
import { fieldError } from '../../ui/templates/field.js';
import { areaOf } from './session-summary.js';

/** Radios for the therapists. */
export function practitionerStep(
  i18n: Localize,
  practitioners: readonly Practitioner[],
  chosen: string | null,
  missing: boolean,
  onChange: (id: string) => void,
): TemplateResult {
  return html`<fieldset aria-describedby=${missing ? 'practitioner-error' : nothing}>
    <legend class="visually-hidden">${i18n.text('practitionerHeading')}</legend>
    ${missing ? fieldError('practitioner-error', i18n.text('errorPrefix'), i18n.text('practitionerRequired')) : nothing}
    <div class="options">
      ${practitioners.map((practitioner) =>
        choice({
          type: 'radio',
          name: 'practitioner',
          value: practitioner.id,
          checked: practitioner.id === chosen,
          label: label(practitioner),
          onChange: () => onChange(practitioner.id),
        }),
      )}
    </div>
  </fieldset>`;
}

function label({ name, headline, places, specialisms }: Practitioner): TemplateResult {
  const area = places.map(areaOf).find(Boolean);
  const detail = [
    area,
    headline ??
      specialisms
        .slice(0, 3)
        .map((each) => each.name)
        .join(', '),
  ]
    .filter(Boolean)
    .join(' · ');
  return html`<span class="option">
    <strong class="isolate" .textContent=${name}></strong>
    <span class="muted small isolate" .textContent=${detail}></span>
  </span>`;
}
