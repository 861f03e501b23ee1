import { html, nothing, type TemplateResult } from 'lit';
import type { Practitioner } from '../../contract/practitioner.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { cardDetails } from './card-details.js';
import { areaLine, factsLine, initials, toneOf } from './card-facts.js';
import { cardTimes, type ShownTimes } from './card-times.js';
import { startLink } from './profile-link.js';

/** What a card shows. */
export interface CardView {
  i18n: Localize;
  /** Unknown where the page wrote the card and nobody asked. */
  practitioner: Practitioner | undefined;
  id: string;
  name: string;
  headingLevel: number;
  photoFailed: boolean;
  /** Where the card leads; undefined where only the page's own listeners can act. */
  href: string | undefined;
  /** "60 min from £75"; empty where nobody knows. */
  price: string;
  /** Undefined where nobody is asked for times. */
  next: ShownTimes | undefined;
  /** How many times are waited for. */
  count: number;
  /** "London time", for who is elsewhere. */
  zone: string;
  /** The parts that the page fills itself. */
  filled: ReadonlySet<string>;
}

/** A card. What the page fills is taken as it is; the rest is ours. */
export function cardView(view: CardView): TemplateResult {
  const { i18n, practitioner, id, name, headingLevel, href, price, next, count, zone, filled } = view;
  const isWritten = filled.has('name');
  return html`<article dir=${i18n.direction} aria-labelledby="name">
    ${cardPhoto(view)}
    <div class="body">
      <div
        class="name"
        id="name"
        role=${isWritten ? nothing : 'heading'}
        aria-level=${isWritten ? nothing : headingLevel}
      >
        <slot name="name">
          ${isWritten ? nothing : html`<a dir="auto" href=${href ?? nothing} .textContent=${name}></a>`}
        </slot>
      </div>
      ${part(
        view,
        'area',
        practitioner && html`<p class="area muted" .textContent=${areaLine(i18n, practitioner)}></p>`,
      )}
      ${part(view, 'details', practitioner && cardDetails(i18n, practitioner))}
      <slot name="badges"></slot>
      ${part(
        view,
        'offer',
        html`<div class="facts">
          ${part(
            view,
            'facts',
            practitioner && html`<span class="muted" .textContent=${factsLine(i18n, practitioner)}></span>`,
          )}
          ${part(view, 'price', html`<span class="price tabular" .textContent=${price}></span>`)}
        </div>`,
      )}
      ${
        filled.has('times') && (!next || next === 'loading')
          ? html`<div class="message written"><slot name="times"></slot></div>`
          : next &&
            cardTimes({
              ...{ i18n, name, practitioner, next, count },
              link: ({ start }) => href && startLink(href, start, id),
            })
      }
      <div class="foot">
        ${part(view, 'link', linkToAll(view))}
        <span class="muted small" id="zone" .textContent=${zone}></span>
      </div>
      <slot name="actions"></slot>
    </div>
  </article>`;
}

/** What the page put there, else ours. */
function part({ filled }: CardView, name: string, ours: TemplateResult | undefined): TemplateResult | undefined {
  return filled.has(name) ? html`<slot name=${name}></slot>` : ours;
}

function linkToAll({ i18n, name, href }: CardView): TemplateResult {
  const full = i18n.text('seeAllTimesWith', { name });
  const words = i18n.text('seeAllTimes');
  return href
    ? html`<a class="all" href=${href} aria-label=${full} .textContent=${words}></a>`
    : html`<button type="button" class="all button link" aria-label=${full} .textContent=${words}></button>`;
}

function cardPhoto(view: CardView): TemplateResult {
  const { i18n, practitioner, id, name, photoFailed, filled } = view;
  const photo = practitioner?.photo;
  const isShown = (photo || filled.has('photo')) && !photoFailed;
  return html`<div class="photo tone-${toneOf(id)}${photoFailed ? ' failed' : ''}" part="photo">
      <span aria-hidden="true" .textContent=${isShown ? '' : initials(name)}></span>
      <slot name="photo">
        ${
          photo &&
          html`<img
            src=${photo.url}
            width=${photo.width}
            height=${photo.height}
            alt=""
            loading="lazy"
            decoding="async"
          />`
        }
      </slot>
    </div>
    ${
      practitioner?.paidPlacement || filled.has('label')
        ? html`<div class="label small">
            ${part(view, 'label', html`<span .textContent=${i18n.text('paidPlacement')}></span>`)}
          </div>`
        : nothing
    }`;
}
