import { html, nothing, type TemplateResult } from 'lit';
import { freeUntil } from '../../domain/policy/free-until.js';
import { offsetIn } from '../../domain/time/local-time.js';
import { priceOf } from '../../domain/pricing/price.js';
import { totalMinutes } from '../../domain/services/service-choice.js';
import { chosenService, offerOf, practitionerOf } from '../../flow/selectors.js';
import type { FlowState } from '../../flow/state.js';
import { joined } from '../../locales/format.js';
import { type Localize, listed, money, named } from '../../ui/controllers/localize.js';
import { freeWords, row } from '../../ui/templates/record.js';
import { areaAmong, whereWords } from './record.js';

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
  /** As `policy`, to the minute and without a promise. */
  free: string | undefined;
}

/** Puts a state into words. `now` in milliseconds decides whether free cancellation has already ended. */
export function sessionWords(i18n: Localize, state: FlowState, now: number): SessionWords {
  const { facts, draft } = state;
  const { practitionerId, where } = draft;
  const practitioner = practitionerOf(facts, practitionerId);
  const chosen = chosenService(state);
  const offer = offerOf(state);
  const outwardCode = where?.outwardCode;
  const slot = 'slot' in state ? state.slot : draft.slot;
  const priced =
    'price' in state
      ? state.price
      : chosen && offer && priceOf({ ...chosen, offer, outwardCode, travelLabel: i18n.text('price.travel') });
  // A zone that this browser does not know has no wall time here; the therapist's own words on it stay.
  const until =
    slot && offsetIn(slot.timeZone, now)
      ? freeUntil(slot.start, slot.timeZone, facts.business.cancellation.freeUntilHours)
      : undefined;
  return {
    therapist: practitioner?.name ?? facts.business.name,
    area: areaAmong(practitioner?.places),
    treatment: chosen?.service.name,
    addOns:
      chosen &&
      listed(
        i18n,
        chosen.addOns.map(({ name, minutes }) => named(i18n, name, minutes)),
      ),
    length: chosen && i18n.duration(totalMinutes(chosen)),
    where: where && whereWords(i18n, outwardCode, offer),
    when: slot && i18n.when(slot.local, 'short'),
    total: priced && 'total' in priced ? money(i18n, priced.total, true) : undefined,
    policy:
      until &&
      (Date.parse(until.instant) > now
        ? i18n.text('cancelFreeUntil', { when: i18n.when(until.local, 'long') })
        : i18n.text('policyPast')),
    free: until && freeWords(i18n, until, now),
  };
}

function rows(i18n: Localize, words: SessionWords): TemplateResult {
  return html`<dl class="rows">
    ${row(i18n.text('treatment'), words.treatment)} ${row(i18n.text('pairedWith'), words.addOns)}
    ${row(i18n.text('length'), words.length)} ${row(i18n.text('where'), words.where)}
    ${row(i18n.text('when'), words.when)} ${row(i18n.text('total'), words.total, { classes: 'total' })}
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
          <p class="session-title"><bdi .textContent=${words.therapist}></bdi></p>
          <p class="muted small isolate" .textContent=${words.area ?? ''}></p>
        </div>
      </div>
      <p class="session-title" .textContent=${i18n.text('yourSession')}></p>
      ${rows(i18n, words)} ${words.policy && html`<p class="muted small" .textContent=${words.policy}></p>`}
    </div>
  </aside>`;
}

/** The bar above Continue on a narrow shell; it opens the rows. */
export function summaryBar(i18n: Localize, words: SessionWords): TemplateResult | typeof nothing {
  if (!words.treatment) return nothing;
  return html`<details class="bar">
    <summary>
      <span class="what isolate" .textContent=${joined([words.treatment, words.length])}></span>
      <span class="more muted small tabular" .textContent=${joined([words.when, i18n.text('details')], ' · ')}></span>
      <span class="sum tabular" .textContent=${words.total ?? ''}></span>
    </summary>
    ${rows(i18n, words)}
  </details>`;
}
