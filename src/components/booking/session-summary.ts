import { html, nothing, type TemplateResult } from 'lit';
import type { PlaceOffer } from '../../contract/place.js';
import { freeUntil } from '../../domain/policy/free-until.js';
import { priceOf } from '../../domain/pricing/price.js';
import { totalMinutes } from '../../domain/services/service-choice.js';
import { chosenService, offerFor, practitionerOf } from '../../flow/selectors.js';
import type { FlowState } from '../../flow/state.js';
import type { Localize } from '../../ui/controllers/localize.js';

/** What a state says about the session so far, in words. Undefined where nothing is known yet. */
export interface SessionWords {
  therapist: string;
  area: string | undefined;
  treatment: string | undefined;
  addOns: string | undefined;
  length: string | undefined;
  where: string | undefined;
  when: string | undefined;
  total: string | undefined;
  policy: string | undefined;
}

/** Puts a state into words. `now` in milliseconds decides whether free cancellation has already ended. */
export function sessionWords(i18n: Localize, state: FlowState, now: number): SessionWords {
  const { facts, draft } = state;
  const practitioner = practitionerOf(facts, draft.practitionerId);
  const chosen = chosenService(state);
  const offer = draft.practitionerId && draft.where ? offerFor(facts, draft.practitionerId, draft.where) : undefined;
  const slot = 'slot' in state ? state.slot : draft.slot;
  const priced =
    'price' in state
      ? state.price
      : chosen && offer
        ? priceOf({ ...chosen, offer, outwardCode: draft.where?.outwardCode, travelLabel: i18n.text('price.travel') })
        : undefined;
  const incall = practitioner?.places.find((each) => each.place === 'incall');
  return {
    therapist: practitioner?.name ?? facts.business.name,
    area: incall && areaOf(incall),
    treatment: chosen?.service.name,
    addOns:
      chosen && chosen.addOns.length > 0
        ? i18n.list(chosen.addOns.map(({ name, minutes }) => i18n.named(name, minutes)))
        : undefined,
    length: chosen && i18n.duration(totalMinutes(chosen)),
    where: draft.where && whereWords(i18n, draft.where.outwardCode, offer),
    when: slot && `${i18n.date(slot.local, 'short')}, ${i18n.time(slot.local)}`,
    total: priced && 'total' in priced ? i18n.money(priced.total, true) : undefined,
    policy: slot && policyWords(i18n, state, slot.start, slot.timeZone, now),
  };
}

/** "Marylebone W1". */
export function areaOf(offer: PlaceOffer): string | undefined {
  return offer.place === 'incall' ? [offer.area.name, offer.area.outwardCode].filter(Boolean).join(' ') : undefined;
}

/** "At the therapist’s" or "At your place, E1". */
export function whereWords(i18n: Localize, outwardCode: string | undefined, offer: PlaceOffer | undefined): string {
  if (offer?.place === 'outcall') return [i18n.text('place.outcall'), outwardCode].filter(Boolean).join(', ');
  return i18n.text('place.incall');
}

function policyWords(i18n: Localize, { facts }: FlowState, start: string, timeZone: string, now: number): string {
  const until = freeUntil(start, timeZone, facts.business.cancellation.freeUntilHours);
  if (Date.parse(until.instant) <= now) return i18n.text('policyPast');
  return i18n.text('cancelFreeUntil', { date: i18n.date(until.local, 'long'), time: i18n.time(until.local) });
}

function rows(i18n: Localize, words: SessionWords): TemplateResult {
  const row = (label: string, value: string | undefined, classes = ''): TemplateResult | typeof nothing =>
    value
      ? html`<div class=${classes}>
          <dt .textContent=${label}></dt>
          <dd class="isolate tabular" .textContent=${value}></dd>
        </div>`
      : nothing;
  return html`<dl class="rows">
    ${row(i18n.text('treatment'), words.treatment)} ${row(i18n.text('pairedWith'), words.addOns)}
    ${row(i18n.text('length'), words.length)} ${row(i18n.text('where'), words.where)}
    ${row(i18n.text('when'), words.when)} ${row(i18n.text('total'), words.total, 'total')}
  </dl>`;
}

/** The quiet column at the right of a wide shell. */
export function summarySide(i18n: Localize, state: FlowState, words: SessionWords): TemplateResult {
  const photo = practitionerOf(state.facts, state.draft.practitionerId)?.photo;
  return html`<aside class="side" aria-label=${i18n.text('yourSession')}>
    <div class="side-inner">
      <div class="who">
        ${
          photo
            ? html`<img class="avatar" src=${photo.url} alt="" width="48" height="48" crossorigin="anonymous" />`
            : html`<span class="avatar" aria-hidden="true" .textContent=${[...words.therapist][0] ?? ''}></span>`
        }
        <div>
          <p class="session-title isolate" .textContent=${words.therapist}></p>
          <p class="muted small isolate" .textContent=${words.area ?? ''}></p>
        </div>
      </div>
      <p class="session-title" .textContent=${i18n.text('yourSession')}></p>
      ${rows(i18n, words)} ${words.policy ? html`<p class="policy" .textContent=${words.policy}></p>` : nothing}
    </div>
  </aside>`;
}

/** The bar above Continue on a narrow shell; it opens the rows. */
export function summaryBar(i18n: Localize, words: SessionWords): TemplateResult | typeof nothing {
  if (!words.treatment || !words.length) return nothing;
  const line = [words.when, i18n.text('details')].filter(Boolean).join(' · ');
  return html`<details class="bar">
    <summary>
      <span
        class="what isolate"
        .textContent=${i18n.text('summaryBar', { treatment: words.treatment, duration: words.length })}
      ></span>
      <span class="more muted small tabular" .textContent=${line}></span>
      <span class="sum tabular" .textContent=${words.total ?? ''}></span>
    </summary>
    ${rows(i18n, words)}
  </details>`;
}
