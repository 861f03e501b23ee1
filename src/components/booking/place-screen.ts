import { html, nothing } from 'lit';
import type { PlaceOffer } from '../../contract/place.js';
import { parsePostcode } from '../../domain/client/postcode.js';
import { travelZone } from '../../domain/pricing/price.js';
import { placesOf } from '../../flow/selectors.js';
import type { PlaceState, Where } from '../../flow/state.js';
import { joined } from '../../locales/format.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { button } from '../../ui/templates/button.js';
import { field } from '../../ui/templates/field.js';
import { notice } from '../../ui/templates/notice.js';
import { optionList, type Option } from './options.js';
import { areaOf } from './record.js';
import { continueButton, type PlaceDraft, type PlaceFault, type Screen, type ScreenContext } from './screen-context.js';
import type { SessionWords } from './session-summary.js';

const POSTCODE_FAULTS = {
  missing: 'outwardMissing',
  invalid: 'outwardInvalid',
  partial: 'outwardTooShort',
} as const;

/** Where, and the first half of the postcode for a visit. */
export function placeScreen(context: ScreenContext, state: PlaceState, { therapist }: SessionWords): Screen {
  const { i18n, flow, place: draft } = context;
  const offers = placesOf(state.facts, state.practitionerId);
  const go = (draft: PlaceDraft): void => {
    const read = readPlace(offers, draft);
    if (typeof read !== 'string') return flow.dispatch({ type: 'place-chosen', where: read });
    context.update({ place: { ...draft, fault: read } });
    context.find<HTMLElement>(read === 'required' ? 'input[name="place"]' : '#postcode')?.focus();
  };
  const change = (change: Partial<PlaceDraft>): void => context.update({ place: { ...draft, ...change, fault: null } });
  return {
    heading: i18n.text('placeHeading'),
    lede: i18n.text('placeLede'),
    content: html`${optionList({
      i18n,
      name: 'place',
      legend: i18n.text('placeHeading'),
      options: offers.map((offer) => optionOf(i18n, offer)),
      chosen: draft.place,
      error: draft.fault === 'required' ? i18n.text('placeRequired') : undefined,
      onChange: (place) => change({ place: place as PlaceOffer['place'] }),
    })}
    ${draft.place === 'outcall' ? visit() : nothing}`,
    action: continueButton(context, () => go(context.place)),
  };

  function visit(): unknown {
    const { fault, postcode } = draft;
    const parsed = parsePostcode(postcode);
    const outwardCode = 'outwardCode' in parsed ? parsed.outwardCode : '';
    const fee = offers.map((offer) => travelZone(offer, outwardCode)?.fee).find(Boolean);
    const area = offers.map(areaOf).find(Boolean);
    return html`<div class="stack">
      ${field({
        id: 'postcode',
        label: i18n.text('outwardLabel'),
        hint: i18n.text('outwardHint'),
        errorPrefix: i18n.text('errorPrefix'),
        error: fault && fault in POSTCODE_FAULTS ? i18n.text(POSTCODE_FAULTS[fault as 'missing']) : undefined,
        value: postcode,
        autocomplete: 'postal-code',
        maxLength: 20,
        size: 12,
        onInput: (postcode) => change({ postcode }),
      })}
      ${
        fee
          ? html`<p
              class="muted"
              .textContent=${fee.amount > 0 ? i18n.text('travelFee', { price: i18n.money(fee) }) : i18n.text('noTravelFee', { outwardCode })}
            ></p>`
          : nothing
      }
      ${
        fault === 'not-visited'
          ? notice({
              kind: 'info',
              heading: i18n.text('notVisited', { name: therapist, outwardCode }),
              text: area && i18n.text('notVisitedIncall', { area }),
              actions:
                area &&
                button({
                  label: i18n.text('chooseIncall', { area }),
                  onClick: () => go({ ...draft, place: 'incall' }),
                }),
            })
          : nothing
      }
    </div>`;
  }
}

/** Reads the draft: where to go on with, or what is wrong with it. */
function readPlace(offers: readonly PlaceOffer[], { place, postcode }: PlaceDraft): Where | PlaceFault {
  const offer = offers.find((each) => each.place === place);
  if (!offer) return 'required';
  if (offer.place === 'incall') return { place: 'incall' };
  const parsed = parsePostcode(postcode);
  if (parsed.kind === 'empty') return 'missing';
  if (parsed.kind === 'partial' || parsed.kind === 'invalid') return parsed.kind;
  const { outwardCode } = parsed;
  return travelZone(offer, outwardCode) ? { place: 'outcall', outwardCode } : 'not-visited';
}

function optionOf(i18n: Localize, offer: PlaceOffer): Option {
  const detail =
    offer.place === 'incall'
      ? joined([areaOf(offer), offer.stepFree && i18n.text('stepFreeAccess')], ' · ')
      : joined(offer.zones.flatMap(({ outwardCodes }) => outwardCodes).slice(0, 8));
  return { value: offer.place, name: i18n.text(`place.${offer.place}`), detail };
}
