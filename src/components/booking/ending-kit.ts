import type { css, CSSResult, html, LitElement, nothing } from 'lit';
import type { newKey } from '../../flow/key.js';
import type { visibleSteps } from '../../flow/route.js';
import type { screened } from '../../flow/safety.js';
import type { isRequest, offerOf } from '../../flow/selectors.js';
import type { Sending } from '../../flow/sending.js';
import type {
  BookedState,
  DetailsState,
  FlowState,
  OutcomeUnknownState,
  ReviewState,
  SubmittingState,
} from '../../flow/state.js';
import type { joined } from '../../locales/format.js';
import type { MessageSection } from '../../locales/registry.js';
import type { Announcer } from '../../ui/controllers/announcer.js';
import type { listed, Localize, money } from '../../ui/controllers/localize.js';
import type { button } from '../../ui/templates/button.js';
import type { notice } from '../../ui/templates/notice.js';
import type { freeWords, row } from '../../ui/templates/record.js';
import type { skeleton } from '../../ui/templates/skeleton.js';
import type { formWays, questionsAbout } from './form-screens.js';
import type { areaOf, whereWords } from './record.js';
import type { refusalWords, Screen, ScreenContext } from './screen-context.js';
import type { SessionWords } from './session-summary.js';

/**
 * What the ending gets from the script that loads it, so that the file it comes in has no second Lit and nothing twice that
 * the first screens have as well.
 */
export interface EndingKit {
  html: typeof html;
  css: typeof css;
  nothing: typeof nothing;
  areaOf: typeof areaOf;
  button: typeof button;
  formWays: typeof formWays;
  freeWords: typeof freeWords;
  isRequest: typeof isRequest;
  joined: typeof joined;
  listed: typeof listed;
  money: typeof money;
  newKey: typeof newKey;
  notice: typeof notice;
  offerOf: typeof offerOf;
  questionsAbout: typeof questionsAbout;
  refusalWords: typeof refusalWords;
  row: typeof row;
  screened: typeof screened;
  skeleton: typeof skeleton;
  visibleSteps: typeof visibleSteps;
  whereWords: typeof whereWords;
}

type ScreenOf<State> = (context: ScreenContext, state: State, words: SessionWords) => Screen;

/** What was booked, in a file of its own, which comes together with the rest. */
export interface Made {
  /** Its words in the built-in language. */
  messages: MessageSection;
  /** Its styles, for the shadow root of the element. */
  styles: CSSResult;
  confirmed: ScreenOf<BookedState>;
  requested: ScreenOf<BookedState>;
  /** From then on tells the developer where the page cuts off what shows. */
  observe: (element: LitElement) => void;
}

/** The flow from its details on. */
export interface Ending extends Sending, Made {
  details: ScreenOf<DetailsState>;
  review: ScreenOf<ReviewState>;
  submitting: ScreenOf<SubmittingState>;
  'outcome-unknown': ScreenOf<OutcomeUnknownState>;
  /** How long the chosen time is still kept, beside the button that goes on. */
  holdLine: (context: ScreenContext, state: FlowState) => unknown;
  /** Says aloud what became of the hold. */
  sayHold: (i18n: Localize, announcer: Announcer, now: FlowState, previous: FlowState) => void;
}
