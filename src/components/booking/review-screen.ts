import { html, nothing } from 'lit';
import { isRequest } from '../../flow/selectors.js';
import type { ReviewState } from '../../flow/state.js';
import { button } from '../../ui/templates/button.js';
import { notice } from '../../ui/templates/notice.js';
import { reviewAction, reviewStep } from './review-step.js';
import { holdLine, type Screen, type ScreenContext } from './screen-context.js';
import type { SessionWords } from './session-summary.js';

/** Everything once more before it is sent, and why it is here again if it was sent already. */
export function reviewScreen(context: ScreenContext, state: ReviewState, words: SessionWords): Screen {
  const { i18n, flow } = context;
  const { notice: said } = state;
  const asks = isRequest(state);
  const noticeText =
    said?.kind === 'price-changed'
      ? i18n.text('booking.priceChanged', { price: i18n.money(state.price.total, true) })
      : said?.kind === 'too-fast'
        ? i18n.text('booking.tooFast')
        : said?.kind === 'automated'
          ? i18n.text('booking.automated')
          : said?.kind === 'failed'
            ? i18n.text(said.reason === 'refused' ? 'booking.refused' : `failure.${said.reason}`)
            : undefined;
  return {
    heading: i18n.text(asks ? 'booking.reviewHeadingRequest' : 'booking.reviewHeading'),
    lede: i18n.text('booking.reviewLede'),
    content: html`${noticeText ? notice({ kind: 'warn', text: noticeText }) : nothing} ${holdLine(context, state)}
    ${reviewStep(i18n, state, words, state.safety ? flow.form : undefined, Date.now(), (step) => flow.dispatch({ type: 'change', step }))}`,
    action: button({ kind: 'primary', label: reviewAction(i18n, state), onClick: () => flow.submit() }),
    back: () => flow.dispatch({ type: 'change', step: 'details' }),
    summary: false,
  };
}
