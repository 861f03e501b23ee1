import { html, nothing, type TemplateResult } from 'lit';
import { freeUntil } from '../../domain/policy/free-until.js';
import { areaOf, whereWords, type SessionWords } from './session-summary.js';
import { isRequest, offerFor, sendableAnswers } from '../../flow/selectors.js';
import type { ReviewState, Step } from '../../flow/state.js';
import { visibleSteps } from '../../flow/route.js';
import type { IntakeForm } from '../../contract/intake.js';
import type { PaymentPolicy, PublishedDocument } from '../../contract/business.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { button } from '../../ui/templates/button.js';

/** Every choice with Change, the total with every fee, how to pay, free changes in real dates, and the texts agreed to. */
export function reviewStep(
  i18n: Localize,
  state: ReviewState,
  words: SessionWords,
  form: IntakeForm | undefined,
  now: number,
  onChange: (step: Step) => void,
): TemplateResult {
  const { facts, draft, slot, client, price, where, practitionerId } = state;
  const { business } = facts;
  const offer = offerFor(facts, practitionerId, where);
  const until = freeUntil(slot.start, slot.timeZone, business.cancellation.freeUntilHours);
  const shown = new Set(visibleSteps(facts, draft));
  const row = (label: string, value: unknown, step?: Step): TemplateResult =>
    html`<div>
      <dt .textContent=${label}></dt>
      <dd class="isolate">${value}</dd>
      ${
        step && shown.has(step)
          ? button({
              kind: 'link',
              label: i18n.text('change'),
              name: i18n.text('booking.changeName', { what: label }),
              onClick: () => onChange(step),
            })
          : nothing
      }
    </div>`;
  const text = (value: string): TemplateResult => html`<span class="isolate tabular" .textContent=${value}></span>`;
  const address =
    client.address &&
    [client.address.line1, client.address.line2, client.address.town, client.address.postcode]
      .filter(Boolean)
      .join(', ');
  return html`<dl
      class="review rr-mask"
      data-sentry-mask
      data-hj-suppress
      data-dd-privacy="mask"
      data-clarity-mask="true"
    >
      ${row(i18n.text('booking.therapist'), text(words.therapist), 'practitioner')}
      ${row(i18n.text('booking.where'), text(where.place === 'outcall' ? (address ?? '') : [whereWords(i18n, undefined, offer), offer && areaOf(offer)].filter(Boolean).join(', ')), 'place')}
      ${row(i18n.text('booking.treatment'), text([words.treatment, words.addOns, words.length].filter(Boolean).join(', ')), 'service')}
      ${row(i18n.text('booking.when'), text(`${i18n.date(slot.local, 'full')}, ${i18n.time(slot.local)}, ${i18n.zone(slot.timeZone)}`), 'slot')}
      ${state.safety ? row(i18n.text('booking.safety'), text(state.safety.asRequest ? i18n.text('booking.safetyRequest', { name: words.therapist }) : i18n.text('booking.safetyPassed')), 'safety') : nothing}
      ${row(i18n.text('booking.name'), text(client.name), 'details')}
      ${row(i18n.text('booking.email'), text(client.email), 'details')}
      ${client.phone ? row(i18n.text('booking.phone'), text(client.phone), 'details') : nothing}
      ${form ? row(i18n.text('booking.preferences'), text(Object.keys(sendableAnswers(form, draft)).length > 0 ? i18n.text('booking.preferencesShared', { name: words.therapist }) : i18n.text('booking.preferencesInPerson')), 'details') : nothing}
      <div class="total">
        <dt .textContent=${i18n.text('booking.total')}></dt>
        <dd>
          ${text(i18n.money(price.total, true))}
          ${
            price.lines.length > 1
              ? html`<span
                  class="lines tabular"
                  .textContent=${i18n.list(price.lines.map(({ label, amount }) => `${label} ${i18n.money(amount)}`))}
                ></span>`
              : nothing
          }
        </dd>
      </div>
      ${row(i18n.text('booking.toPay'), html`${text(i18n.text('booking.payOnTheDay', { price: i18n.money(price.total, true) }))} ${payMethods(i18n, business.payment.methods)}`)}
      ${row(
        i18n.text('booking.cancellation'),
        html`${text(
          Date.parse(until.instant) > now
            ? i18n.text('booking.freeUntil', { date: i18n.date(until.local, 'full'), time: i18n.time(until.local) })
            : i18n.text('booking.policyPast'),
        )}
        ${business.cancellation.text ? html`<span class="lines isolate" .textContent=${business.cancellation.text}></span>` : nothing}`,
      )}
    </dl>
    ${agreements(i18n, business.terms, business.privacyNotice)}`;
}

/** What the button says will happen. */
export function reviewAction(i18n: Localize, state: ReviewState): string {
  return isRequest(state)
    ? i18n.text('booking.askFor')
    : i18n.text('booking.bookAndPayOnTheDay', { price: i18n.money(state.price.total) });
}

function payMethods(i18n: Localize, methods: PaymentPolicy['methods']): TemplateResult | typeof nothing {
  if (methods.length === 0) return nothing;
  const names = i18n.list(methods.map((method) => i18n.text(`booking.payMethod.${method}`)));
  return html`<span class="lines" .textContent=${i18n.text('booking.payMethods', { methods: names })}></span>`;
}

function agreements(
  i18n: Localize,
  terms: PublishedDocument | undefined,
  privacy: PublishedDocument | undefined,
): TemplateResult | typeof nothing {
  const link = ({ url, version }: PublishedDocument, label: 'booking.terms' | 'booking.privacy'): TemplateResult =>
    html`<a href=${url} target="_blank" rel="noopener noreferrer" .textContent=${i18n.text(label, { version })}></a>`;
  if (!terms && !privacy) return nothing;
  return html`<p class="muted small">
    ${terms ? html`${i18n.text('booking.agree')} ${link(terms, 'booking.terms')}. ` : nothing}
    ${privacy ? html`${i18n.text('booking.privacyNotice')} ${link(privacy, 'booking.privacy')}.` : nothing}
  </p>`;
}
