import { html, nothing } from 'lit';
import { askedAbout } from '../../flow/selectors.js';
import { bringMessages } from '../../locales/registry.js';
import { choice } from '../../ui/templates/choice.js';
import { fieldError } from '../../ui/templates/field-error.js';
import { continueButton, type ScreenContext } from './screen-context.js';

/** Looks who comes back, by the link in a mail. Where that cannot be found out, everything is asked as of anybody. */
export async function welcomeBack(context: ScreenContext, fragment: string): Promise<void> {
  const made = await import('./returning.js').catch(() => null);
  if (!made) return;
  const returning = made.default({ html, nothing, askedAbout, choice, continueButton, fieldError });
  bringMessages(returning.messages);
  context.update({ returning });
  await returning.recall(context, fragment);
}
