import type { Action } from './actions.js';
import { choosing } from './choosing.js';
import { concluding } from './concluding.js';
import { screened } from './safety.js';
import { isRequest } from './selectors.js';
import type { FlowState } from './state.js';

export { start } from './choosing.js';

/**
 * The next state. Pure; an action that makes no sense in a state returns the same object, so a second click on a button
 * is a no-op by construction. The flow itself takes the two halves one by one, as they come ({@link FlowController}).
 */
export function reduce(state: FlowState, action: Action): FlowState {
  const next = choosing(state, action);
  return next === state ? concluding(state, action, { isRequest, screened }) : next;
}
