import type { TemplateResult } from 'lit';
import type { PublishedDocument } from '../../contract/business.js';
import type { ReviewState, Step } from '../../flow/state.js';
import { addressLine, bookedRecord } from '../../ui/templates/booked-record.js';
import type { Ending, EndingKit } from './ending-kit.js';
import type { ScreenContext } from './screen-context.js';
import type { SessionWords } from './session-summary.js';

/** Everything once more before it is sent, and why it is here again if it was sent already. */
export function reviewScreen(kit: EndingKit): Ending['review'] {
  const { html, nothing, areaOf, button, isRequest, joined, listed, money, notice, offerOf } = kit;
  const { refusalWords, row, visibleSteps, whereWords } = kit;
  const { privateRecord, valueWithLine } = bookedRecord(kit.html);

  return (context, state, words) => {
    const { i18n, flow } = context;
    const asks = isRequest(state);
    const said = noticeWords(context, state, words.therapist);
    const { terms, privacyNotice } = state.facts.business;
    return {
      heading: i18n.text(asks ? 'reviewHeadingRequest' : 'reviewHeading'),
      lede: i18n.text('reviewLede'),
      content: html`${said && notice({ kind: 'warn', text: said })} ${choices(context, state, words)}
      ${
        terms || privacyNotice
          ? html`<p class="muted small">
              ${terms && html`${i18n.text('agree')} ${link(terms, i18n.text('terms', terms))}. `}
              ${privacyNotice && html`${i18n.text('privacyNotice')} ${link(privacyNotice, i18n.text('privacy', privacyNotice))}.`}
            </p>`
          : nothing
      }`,
      action: button({
        kind: 'primary',
        label: asks ? i18n.text('askFor') : i18n.text('bookAndPayOnTheDay', { price: money(i18n, state.price.total) }),
        onClick: () => flow.submit(),
      }),
    };
  };

  /** Every choice with Change, the total with every fee, how to pay, and free changes in real dates. */
  function choices({ i18n, flow, returning }: ScreenContext, state: ReviewState, words: SessionWords): TemplateResult {
    const { facts, draft, slot, client, price, safety } = state;
    const { cancellation, payment } = facts.business;
    const offer = offerOf(state);
    const shown = visibleSteps(facts, draft);
    const name = words.therapist;
    const total = money(i18n, price.total, true);
    const changeable = (label: string, value: string | undefined, step: Step, page = 0): unknown =>
      row(label, value, {
        action: shown.includes(step)
          ? button({
              kind: 'link',
              label: i18n.text('change'),
              name: i18n.text('changeName', { what: label }),
              onClick: () => {
                if (page) returning?.again();
                if (step === 'details') flow.dispatch({ type: 'typed', intake: { ...draft.intake, page } });
                flow.dispatch({ type: 'change', step });
              },
            })
          : undefined,
      });
    const asked = safety ? flow.form : undefined;
    const methods = listed(
      i18n,
      payment.methods.map((method) => i18n.text(`payMethod.${method}`)),
    );
    return privateRecord('review', [
      changeable(i18n.text('therapist'), name, 'practitioner'),
      changeable(
        i18n.text('where'),
        client.address ? addressLine(client.address) : joined([whereWords(i18n, undefined, offer), areaOf(offer)]),
        'place',
      ),
      changeable(i18n.text('treatment'), joined([words.treatment, words.addOns, words.length]), 'service'),
      changeable(i18n.text('when'), i18n.when(slot.local, 'full', slot.timeZone), 'slot'),
      changeable(
        i18n.text('safety'),
        safety ? (safety.asRequest ? i18n.text('safetyRequest', { name }) : i18n.text('safetyPassed')) : undefined,
        'safety',
      ),
      changeable(i18n.text('name'), client.name, 'details'),
      changeable(i18n.text('email'), client.email, 'details'),
      changeable(i18n.text('phone'), client.phone, 'details'),
      changeable(
        i18n.text('preferences'),
        asked && (flow.sendable(draft) ? i18n.text('preferencesShared', { name }) : i18n.text('preferencesInPerson')),
        'details',
        1,
      ),
      row(
        i18n.text('total'),
        valueWithLine(
          total,
          price.lines.length > 1
            ? listed(
                i18n,
                price.lines.map(({ label, amount }) => `${label} ${money(i18n, amount)}`),
              )
            : undefined,
        ),
        { classes: 'total' },
      ),
      row(
        i18n.text('toPay'),
        valueWithLine(i18n.text('payOnTheDay', { price: total }), methods && i18n.text('payMethods', { methods })),
      ),
      row(i18n.text('cancellation'), valueWithLine(words.free ?? '', cancellation.text)),
    ]);
  }

  function noticeWords({ i18n }: ScreenContext, { notice, price }: ReviewState, name: string): string | undefined {
    switch (notice?.kind) {
      case 'price-changed':
        return i18n.text('priceChanged', { price: money(i18n, price.total, true) });
      case 'request':
        return i18n.text('becameRequest', { name });
      case 'too-fast':
        return i18n.text('tooFast');
      case 'automated':
        return i18n.text('automated');
      case 'failed':
        return refusalWords(i18n, notice.reason);
      default:
        return undefined;
    }
  }

  function link({ url }: PublishedDocument, words: string): TemplateResult {
    return html`<a href=${url} target="_blank" rel="noopener noreferrer" .textContent=${words}></a>`;
  }
}
