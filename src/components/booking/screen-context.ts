import type { TemplateResult } from 'lit';
import type { FlowController } from '../../flow/flow-controller.js';
import type { BookedState, DetailsState, ReviewState } from '../../flow/state.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { html, nothing } from 'lit';
import { localTimeIn } from '../../domain/time/local-time.js';
import { button } from '../../ui/templates/button.js';
import { notice } from '../../ui/templates/notice.js';
import type { PlaceDraft } from './place-step.js';

/** What the screens share with their element: words, flow, and the little they keep themselves. */
export interface ScreenContext {
  i18n: Localize;
  flow: FlowController;
  root: () => ShadowRoot;
  headingLevel: () => number;
  place: PlaceDraft;
  practitioner: { chosen: string | null; missing: boolean };
  calendarFailed: boolean;
  update: (change: Partial<ScreenContext>) => void;
  saveCalendar: (state: BookedState) => void;
}

/** What one state shows. */
export interface Screen {
  heading: string;
  lede?: string | undefined;
  content: unknown;
  action?: TemplateResult | undefined;
  back?: (() => void) | undefined;
  /** Whether "Your session" stands beside it. */
  summary: boolean;
  busy?: boolean;
}

/** The button that goes on. */
export function continueButton({ i18n }: ScreenContext, onClick: () => void, busy = false): TemplateResult {
  return button({ kind: 'primary', label: i18n.text('continue'), busy, onClick });
}

/** Until when the chosen time is kept, said beside Continue in minutes that a person can see. */
export function holdLine(
  { i18n, flow }: ScreenContext,
  { hold, slot }: DetailsState | ReviewState,
): TemplateResult | typeof nothing {
  if (!hold) return nothing;
  if (hold.expired) return notice({ kind: 'info', text: i18n.text('holdExpired') });
  const time = i18n.time(localTimeIn(slot.timeZone, Date.parse(hold.expiresAt)));
  return html`<p class="muted small hold">
    <span class="tabular" .textContent=${i18n.text('held', { time })}></span>
    ${hold.extendable ? button({ kind: 'link', label: i18n.text('extendHold'), onClick: () => flow.extendHold() }) : nothing}
  </p>`;
}
