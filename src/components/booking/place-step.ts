import { html, nothing, type TemplateResult } from 'lit';
import type { PlaceOffer } from '../../contract/place.js';
import { parsePostcode } from '../../domain/client/postcode.js';
import { travelZone } from '../../domain/pricing/price.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { button } from '../../ui/templates/button.js';
import { choice } from '../../ui/templates/choice.js';
import { field, fieldError } from '../../ui/templates/field.js';
import { notice } from '../../ui/templates/notice.js';
import type { Where } from '../../flow/state.js';
import { areaOf } from './session-summary.js';

/** What the place step is filled with. Typed text stays as typed. */
export interface PlaceDraft {
  place: PlaceOffer['place'] | null;
  postcode: string;
  /** What was wrong when Continue was pressed. */
  fault: PlaceFault | null;
}

export type PlaceFault = 'required' | 'missing' | 'partial' | 'invalid' | 'not-visited';

/** Reads the draft: where to go on with, or what is wrong with it. */
export function readPlace(offers: readonly PlaceOffer[], { place, postcode }: PlaceDraft): Where | PlaceFault {
  const offer = offers.find((each) => each.place === place);
  if (!offer) return 'required';
  if (offer.place === 'incall') return { place: 'incall' };
  const parsed = parsePostcode(postcode);
  if (parsed.kind === 'empty') return 'missing';
  if (parsed.kind === 'partial' || parsed.kind === 'invalid') return parsed.kind;
  return travelZone(offer, parsed.outwardCode) ? { place: 'outcall', outwardCode: parsed.outwardCode } : 'not-visited';
}

/** Radios for the places, and the postcode where the visitor is to be visited. */
export function placeStep(
  i18n: Localize,
  offers: readonly PlaceOffer[],
  therapist: string,
  draft: PlaceDraft,
  onChange: (draft: PlaceDraft) => void,
  onIncall: () => void,
): TemplateResult {
  const { place, fault } = draft;
  const parsed = parsePostcode(draft.postcode);
  const incall = offers.find((offer) => offer.place === 'incall');
  const outcall = offers.find((offer) => offer.place === 'outcall');
  const zone = outcall && 'outwardCode' in parsed ? travelZone(outcall, parsed.outwardCode) : undefined;
  const postcodeError =
    fault === 'missing' || fault === 'invalid'
      ? i18n.text(fault === 'missing' ? 'outwardMissing' : 'outwardInvalid')
      : fault === 'partial'
        ? i18n.text('outwardTooShort')
        : undefined;
  return html`<fieldset aria-describedby=${fault === 'required' ? 'place-error' : nothing}>
      <legend class="visually-hidden">${i18n.text('placeHeading')}</legend>
      ${fault === 'required' ? fieldError('place-error', i18n.text('errorPrefix'), i18n.text('placeRequired')) : nothing}
      <div class="options">
        ${offers.map((offer) =>
          choice({
            type: 'radio',
            name: 'place',
            value: offer.place,
            checked: offer.place === place,
            label: placeLabel(i18n, offer),
            onChange: () => onChange({ ...draft, place: offer.place, fault: null }),
          }),
        )}
      </div>
    </fieldset>
    ${
      place === 'outcall'
        ? html`<div class="stack">
            ${field({
              id: 'postcode',
              label: i18n.text('outwardLabel'),
              hint: i18n.text('outwardHint'),
              errorPrefix: i18n.text('errorPrefix'),
              error: postcodeError,
              value: draft.postcode,
              autocomplete: 'postal-code',
              maxLength: 20,
              size: 12,
              onInput: (postcode) => onChange({ ...draft, postcode, fault: null }),
            })}
            ${
              zone && 'outwardCode' in parsed
                ? html`<p
                    class="muted"
                    .textContent=${
                      zone.fee.amount > 0
                        ? i18n.text('travelFee', { price: i18n.money(zone.fee) })
                        : i18n.text('noTravelFee', { outwardCode: parsed.outwardCode })
                    }
                  ></p>`
                : nothing
            }
            ${
              fault === 'not-visited' && 'outwardCode' in parsed
                ? notice({
                    kind: 'info',
                    heading: i18n.text('notVisited', { name: therapist, outwardCode: parsed.outwardCode }),
                    text: incall && i18n.text('notVisitedIncall', { area: areaOf(incall)! }),
                    actions:
                      incall &&
                      button({
                        label: i18n.text('chooseIncall', { area: areaOf(incall)! }),
                        onClick: onIncall,
                      }),
                  })
                : nothing
            }
          </div>`
        : nothing
    }`;
}

function placeLabel(i18n: Localize, offer: PlaceOffer): TemplateResult {
  const detail =
    offer.place === 'incall'
      ? [areaOf(offer), offer.stepFree ? i18n.text('stepFreeAccess') : undefined].filter(Boolean).join(' · ')
      : offer.zones
          .flatMap(({ outwardCodes }) => outwardCodes)
          .slice(0, 8)
          .join(', ');
  return html`<span class="option">
    <strong .textContent=${i18n.text(`place.${offer.place}`)}></strong>
    <span class="muted small isolate" .textContent=${detail}></span>
  </span>`;
}
