import { html, nothing, type TemplateResult } from 'lit';
import type { Practitioner } from '../../contract/practitioner.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { authorLine, credentialLine, ratingLine, TAGS, testimonialOf } from './card-facts.js';

/** What speaks for a practitioner: rating, specialisms, a credential, what somebody said. Lines without words do not show. */
export function cardDetails(i18n: Localize, practitioner: Practitioner): TemplateResult {
  const { specialisms = [] } = practitioner;
  const said = testimonialOf(practitioner);
  return html`<p class="line small muted" .textContent=${ratingLine(i18n, practitioner)}></p>
    ${
      specialisms.length > 0
        ? html`<ul class="tags">
            ${specialisms.slice(0, TAGS).map(({ name }) => html`<li class="small isolate" .textContent=${name}></li>`)}
          </ul>`
        : nothing
    }
    <p class="line small muted" .textContent=${credentialLine(i18n, practitioner)}></p>
    ${
      said
        ? html`<div class="small">
            <q class="line" .textContent=${said.quote}></q>
            <p class="line muted" .textContent=${authorLine(i18n, said)}></p>
          </div>`
        : nothing
    }`;
}
