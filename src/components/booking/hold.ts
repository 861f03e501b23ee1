import type { Ending, EndingKit } from './ending-kit.js';

/** Minutes left of a hold that are said aloud. */
const TOLD = [1, 2, 5];

/** How long the chosen time is still kept: in minutes that a person can see beside Continue, and now and then aloud. */
export function holdWords({ button, html, nothing, notice }: EndingKit): Pick<Ending, 'holdLine' | 'sayHold'> {
  return {
    holdLine: ({ i18n, flow }, state) => {
      const { hold } = state.draft;
      if (!hold || !('service' in state)) return nothing;
      const { minutesLeft } = hold;
      if (!minutesLeft) return notice({ kind: 'info', text: i18n.text('holdExpired') });
      return html`<p class="muted small hold">
        <span class="tabular" .textContent=${i18n.text('held', { duration: i18n.duration(minutesLeft) })}></span>
        ${hold.extendable ? button({ kind: 'link', label: i18n.text('extendHold'), onClick: () => flow.extendHold(state, hold) }) : nothing}
      </p>`;
    },
    sayHold: (i18n, announcer, now, previous) => {
      const left = now.draft.hold?.minutesLeft;
      const before = previous.draft.hold?.minutesLeft;
      if (left === undefined || before === undefined || left === before) return;
      if (!left) announcer.say(i18n.text('holdExpired'), 'assertive');
      // Never by the minute: text that counts down would be read without end (ux-domain §6).
      else if (left > before || TOLD.includes(left))
        announcer.say(i18n.text('held', { duration: i18n.duration(left) }));
    },
  };
}
