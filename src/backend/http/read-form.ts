import { IntakeForm } from '../../contract/intake.js';
import { isSound } from '../../domain/intake/sound-form.js';
import { BackendFailure, type LoadedForm } from '../booking-backend.js';
import { decode } from './decode.js';

/**
 * A form as a backend sends it. Of one that cannot be trusted the safety check is left, where that can; otherwise it is
 * `broken`. Either way the developer reads in the console what is wrong.
 */
export async function readForm(sent: unknown): Promise<LoadedForm> {
  const form = wholeForm(sent);
  if (form) return form;
  const { reasons, safety } = await examined(sent);
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

async function examined(sent: unknown): Promise<{ reasons: string[]; safety: IntakeForm | null }> {
  const { default: brokenForm } = await import('./broken-form.js').catch((cause: unknown) => {
    throw new BackendFailure('broken', undefined, { cause });
  });
  return brokenForm(sent);
}
