import { html, nothing } from 'lit';
import { BackendFailure } from '../../backend/booking-backend.js';
import { bringMessages } from '../../locales/registry.js';
import { contactLinks } from '../../ui/templates/contact-links.js';
import { heading } from '../../ui/templates/heading.js';
import { notice } from '../../ui/templates/notice.js';
import type { LaterPart } from './later-kit.js';

let loading: Promise<LaterPart> | null = null;

/** The part that asks the questions of a booking that was made, loaded once for the whole page. Rejects with `unreachable`. */
export function loadLater(): Promise<LaterPart> {
  loading ??= load().catch((cause: unknown) => {
    loading = null;
    throw new BackendFailure('unreachable', undefined, { cause });
  });
  return loading;
}

async function load(): Promise<LaterPart> {
  const { default: made } = await import('./later.js');
  const later = made({ html, nothing, contactLinks, heading, notice });
  bringMessages(later.messages);
  return later;
}
