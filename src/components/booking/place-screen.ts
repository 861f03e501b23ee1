import { html, nothing } from 'lit';
import type { Place, PlaceOffer } from '../../contract/place.js';
import { parsePostcode, type Postcode } from '../../domain/client/postcode.js';
import { travelZone } from '../../domain/pricing/price.js';
import { suited } from '../../flow/safety.js';
import { placesOf } from '../../flow/selectors.js';
import type { PlaceState, Where } from '../../flow/state.js';
import { joined } from '../../locales/format.js';
import { listed, money, type Localize } from '../../ui/controllers/localize.js';
import { button } from '../../ui/templates/button.js';
import { field } from '../../ui/templates/field.js';
import { notice } from '../../ui/templates/notice.js';
import { unrecorded } from '../../ui/templates/unrecorded.js';
import { optionList, type Option } from './options.js';
import { areaAmong, areaOf } from './record.js';
import {
  continueButton,
  screeningNotice,
  type PlaceDraft,
  type PlaceFault,
  type Screen,
  type ScreenContext,
} from './screen-context.js';
import type { SessionWords } from './session-summary.js';

const POSTCODE_FAULTS: Partial<Record<PlaceFault, 'outwardMissing' | 'outwardInvalid' | 'outwardTooShort'>> = {
  empty: 'outwardMissing',
  invalid: 'outwardInvalid',
  partial: 'outwardTooShort',
};

/** Outward codes named before "+12". */
const CODES = 8;

/** Where, and the first half of the postcode for a visit. */
export function placeScreen(context: ScreenContext, state: PlaceState, { therapist }: SessionWords): Screen {
  const { i18n, flow } = context;
  const { facts, practitionerId, draft } = state;
  const offers = placesOf(facts, practitionerId, draft.safety);
  // What is the only answer, or the page's own, need not be given again.
  const place = context.place.place ?? (offers.length === 1 ? offers[0]!.place : (facts.preset.place ?? null));
  const { postcode, fault } = context.place;
  const parsed = parsePostcode(postcode);
  const go = (place: Place | null): void => {
    const read = readPlace(offers, place, parsed);
    if (typeof read === 'string') {
      context.update({ place: { postcode, place, fault: read } });
      context.find<HTMLElement>(read === 'required' ? 'input[name="place"]' : '#postcode')?.focus();
      return;
    }
    const { intake } = draft;
    // Typed once is enough: the details begin with it.
    if (read.place === 'outcall' && parsed.kind === 'full')
      flow.dispatch({
        type: 'typed',
        intake: { ...intake, contact: { ...intake.contact, postcode: parsed.postcode } },
      });
    flow.dispatch({ type: 'place-chosen', where: read });
  };
  const change = (change: Partial<PlaceDraft>): void =>
    context.update({ place: { postcode, place, ...change, fault: null } });
  const heading = i18n.text('placeHeading');
  return {
    heading,
    lede: i18n.text('placeLede'),
    content: html`${screeningNotice(draft, ({ places }) => places)}
    ${optionList({
      i18n,
      name: 'place',
      legend: heading,
      options: offers.map((offer) => optionOf(i18n, offer)),
      chosen: place,
      error: fault === 'required' ? i18n.text('placeRequired') : undefined,
      onChange: (place) => change({ place: place as Place }),
    })}
    ${place === 'outcall' ? visit() : nothing}`,
    action: continueButton(context, () => go(place)),
  };

  function visit(): unknown {
    const words = fault ? POSTCODE_FAULTS[fault] : undefined;
    const outwardCode = 'outwardCode' in parsed ? parsed.outwardCode : '';
    const fee = offers.map((offer) => travelZone(offer, outwardCode)?.fee).find(Boolean);
    const area = areaAmong(offers);
    const others = suited(facts, draft.safety).flatMap(({ name, places }) =>
      places.some((offer) => travelZone(offer, outwardCode)) ? name : [],
    );
    return html`<div class="stack">
      ${unrecorded(
        field({
          id: 'postcode',
          label: i18n.text('outwardLabel'),
          hint: i18n.text('outwardHint'),
          errorPrefix: i18n.text('errorPrefix'),
          error: words && i18n.text(words),
          value: postcode,
          autocomplete: 'postal-code',
          maxLength: 20,
          size: 12,
          onInput: (postcode) => change({ postcode }),
        }),
      )}
      <p
        class="muted"
        role="status"
        .textContent=${
          fee ? i18n.text(fee.amount > 0 ? 'travelFee' : 'noTravelFee', { outwardCode, price: money(i18n, fee) }) : ''
        }
      ></p>
      ${
        fault === 'not-visited'
          ? notice({
              kind: 'info',
              heading: i18n.text('notVisited', { name: therapist, outwardCode }),
              text:
                joined(
                  [
                    area && i18n.text('notVisitedIncall', { area }),
                    others.length > 0 && i18n.text('othersVisit', { names: listed(i18n, others), outwardCode }),
                  ],
                  ' ',
                ) || i18n.text('notVisitedContact'),
              actions: [
                area &&
                  button({
                    label: i18n.text('chooseIncall', { area }),
                    onClick: () => go('incall'),
                  }),
                others.length > 0
                  ? button({ label: i18n.text('chooseOther'), onClick: () => flow.dispatch({ type: 'back' }) })
                  : nothing,
              ],
            })
          : nothing
      }
    </div>`;
  }
}

/** Where to go on with, or what is wrong with what was given. */
function readPlace(offers: readonly PlaceOffer[], place: Place | null, parsed: Postcode): Where | PlaceFault {
  const offer = offers.find((each) => each.place === place);
  if (!offer) return 'required';
  if (offer.place === 'incall') return { place: 'incall' };
  if (!('outwardCode' in parsed)) return parsed.kind;
  const { outwardCode } = parsed;
  return travelZone(offer, outwardCode) ? { place: 'outcall', outwardCode } : 'not-visited';
}

function optionOf(i18n: Localize, offer: PlaceOffer): Option {
  const codes = offer.place === 'outcall' ? offer.zones.flatMap(({ outwardCodes }) => outwardCodes) : [];
  const more = codes.length > CODES && `+${codes.length - CODES}`;
  const detail =
    offer.place === 'incall'
      ? joined([areaOf(offer), offer.stepFree && i18n.text('stepFreeAccess')], ' · ')
      : joined([joined(codes.slice(0, CODES)), more], ' ');
  return { value: offer.place, name: i18n.text(`place.${offer.place}`), detail };
}
