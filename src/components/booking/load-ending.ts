import { html, nothing } from 'lit';
import { BackendFailure } from '../../backend/booking-backend.js';
import { newKey } from '../../flow/key.js';
import { visibleSteps } from '../../flow/route.js';
import { isRequest, offerOf } from '../../flow/selectors.js';
import { joined } from '../../locales/format.js';
import { bringMessages } from '../../locales/registry.js';
import { button } from '../../ui/templates/button.js';
import { notice } from '../../ui/templates/notice.js';
import { addressLine, freeWords, privateRecord, row, valueWithLine } from '../../ui/templates/record.js';
import type { Ending, EndingKit } from './ending-kit.js';
import { formWays, questionsAbout } from './form-screens.js';
import { areaOf, whereWords } from './record.js';
import { refusalWords } from './screen-context.js';

const kit: EndingKit = {
  html,
  nothing,
  addressLine,
  areaOf,
  button,
  formWays,
  freeWords,
  isRequest,
  joined,
  newKey,
  notice,
  offerOf,
  privateRecord,
  questionsAbout,
  refusalWords,
  row,
  valueWithLine,
  visibleSteps,
  whereWords,
};

let loading: Promise<Ending> | null = null;

/**
 * The ending, loaded once for the whole page, with its words brought. Rejects with `unreachable` where it cannot be loaded,
 * of which the developer is told once; asking again then tries again.
 */
export function loadEnding(): Promise<Ending> {
  loading ??= load().catch((cause: unknown) => {
    loading = null;
    throw new BackendFailure('unreachable', undefined, { cause });
  });
  return loading;
}

async function load(): Promise<Ending> {
  const { default: made } = await import('./ending.js');
  const ending = made(kit);
  bringMessages(ending.messages);
  return ending;
}
