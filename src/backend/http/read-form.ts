import { IntakeForm } from '../../contract/intake.js';
import { isChecked } from '../../domain/intake/checked-translation.js';
import { isSound } from '../../domain/intake/sound-form.js';
import { BackendFailure, type LoadedForm } from '../booking-backend.js';
import { decode } from './decode.js';

/** Asks for the form once more, in a language. */
export type AskFor = (language: string) => Promise<unknown>;

/**
 * A form as a backend sends it. Of one that cannot be trusted, or a translation that nobody has reviewed, the safety check is
 * left, where that can; otherwise it is `broken`. Either way the developer reads in the console what is wrong.
 */
export async function readForm(sent: unknown, ask: AskFor): Promise<LoadedForm> {
  const form = wholeForm(sent);
  if (form && isChecked(form)) return form;
  const { reasons, safety } = await examined(sent, ask);
  const use = safety ? 'Of this intake form only the safety check is used' : 'This intake form is not used';
  console.warn(`[knead] ${use}: ${reasons.join('; ')}.`);
  if (!safety) throw new BackendFailure('broken');
  return { ...safety, isPartial: true };
}

function wholeForm(sent: unknown): IntakeForm | undefined {
  try {
    const form = decode(IntakeForm, sent);
    return isSound(form) ? form : undefined;
  } catch (error) {
    if (error instanceof BackendFailure) return undefined;
    throw error;
  }
}

async function examined(sent: unknown, ask: AskFor): Promise<{ reasons: string[]; safety: LoadedForm | null }> {
  const { default: brokenForm } = await import('./broken-form.js').catch((cause: unknown) => {
    throw new BackendFailure('broken', undefined, { cause });
  });
  return brokenForm(sent, ask);
}
