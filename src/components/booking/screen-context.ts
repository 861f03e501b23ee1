import type { TemplateResult } from 'lit';
import type { Place } from '../../contract/place.js';
import type { FlowController } from '../../flow/flow-controller.js';
import { wordsOf } from '../../flow/safety.js';
import type { Draft, Effect } from '../../flow/state.js';
import { joined } from '../../locales/format.js';
import type { Load } from '../../ui/controllers/load.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { button } from '../../ui/templates/button.js';
import { notice } from '../../ui/templates/notice.js';
import { unrecorded } from '../../ui/templates/unrecorded.js';
import type { Ending } from './ending-kit.js';
import type { Returning } from './returning-kit.js';

/** What the place step is filled with. Typed text stays as typed. */
export interface PlaceDraft {
  place: Place | null;
  postcode: string;
  /** What was wrong when Continue was pressed. */
  fault: PlaceFault | null;
}

export type PlaceFault = 'required' | 'empty' | 'partial' | 'invalid' | 'not-visited';

/** What the screens share with their element: words, flow, and the little they keep themselves. */
export interface ScreenContext {
  i18n: Localize;
  flow: FlowController;
  /** What shows the details and what comes after them, once it is there. */
  ending: Load<Ending | null>;
  /** For a client who comes back. */
  returning?: Returning;
  /** Finds a part of the element that shows. */
  find: ParentNode['querySelector'];
  headingLevel: () => number;
  hideTerms: () => boolean;
  place: PlaceDraft;
  practitioner: { chosen: string | null; missing: boolean };
  calendarFailed: boolean;
  update: (change: Partial<ScreenContext>) => void;
}

/** What one state shows. */
export interface Screen {
  heading: string;
  lede?: string | undefined;
  content: unknown;
  action?: TemplateResult | undefined;
  /** What Back does besides leading one step back. */
  back?: () => void;
  busy?: boolean;
}

/** Why something was not done. */
export function refusalWords(i18n: Localize, reason: 'unreachable' | 'broken' | 'refused'): string {
  return i18n.text(reason === 'refused' ? 'refused' : `failure.${reason}`);
}

/** What some of the answers of the safety check change, in the words of the form; nothing where they change nothing. */
export function screeningNotice(
  { safety }: Pick<Draft, 'safety'>,
  isMeant: (rule: Effect) => unknown,
  more = '',
): TemplateResult | typeof nothing {
  const text = safety && wordsOf(safety, isMeant);
  return text ? unrecorded(notice({ kind: 'info', text: joined([text, more], ' ') })) : nothing;
}

/** The button that goes on. */
export function continueButton({ i18n }: ScreenContext, onClick: () => void, busy = false): TemplateResult {
  return button({ kind: 'primary', label: i18n.text('continue'), busy, onClick });
}

/**
 * Hands an object down once, and again only when it is another one. Lit sets objects with every drawing, which would take
 * away what the visitor has typed since.
 */
export function handedDown<Value>(value: Value): Value {
  return guard([value], () => value) as Value;
}
