import { adoptStyles, css, html, nothing, type LitElement } from 'lit';
import { unreachable } from '../../backend/booking-backend.js';
import { newKey } from '../../flow/key.js';
import { visibleSteps } from '../../flow/route.js';
import { screened } from '../../flow/safety.js';
import { isRequest, offerOf } from '../../flow/selectors.js';
import { joined } from '../../locales/format.js';
import { listed, money } from '../../ui/controllers/localize.js';
import { laterPart } from '../../ui/element/later-part.js';
import { button } from '../../ui/templates/button.js';
import { notice } from '../../ui/templates/notice.js';
import { freeWords, row } from '../../ui/templates/record.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import type { Ending, EndingKit } from './ending-kit.js';
import { formWays, questionsAbout } from './form-screens.js';
import { areaOf, whereWords } from './record.js';
import { refusalWords } from './screen-context.js';

const kit: EndingKit = {
  html,
  css,
  nothing,
  areaOf,
  button,
  formWays,
  freeWords,
  isRequest,
  joined,
  listed,
  money,
  newKey,
  notice,
  offerOf,
  questionsAbout,
  refusalWords,
  row,
  screened,
  skeleton,
  visibleSteps,
  whereWords,
};

/** Each is loaded once for the whole page, with its words brought. Rejects with `unreachable` where it cannot be loaded; asking again then tries again. */
const loadEnding = laterPart(async () => (await import('./ending.js')).default(kit), unreachable);
const loadMade = laterPart(async () => (await import('./made.js')).default(kit), unreachable);

/** The ending for an element, whose shadow root then has its styles as well. Of what cannot be loaded the developer is told once. */
export async function bringEnding(element: LitElement): Promise<Ending> {
  const [ending, made] = await Promise.all([loadEnding(), loadMade()]);
  const { elementStyles } = element.constructor as typeof LitElement;
  adoptStyles(element.renderRoot as ShadowRoot, [...elementStyles, made.styles]);
  made.observe(element);
  return { ...ending, ...made };
}
