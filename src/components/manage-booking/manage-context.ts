import { html, type TemplateResult } from 'lit';
import type { BookingBackend } from '../../backend/booking-backend.js';
import type { ManageController } from '../../flow/manage-controller.js';
import type { ChangeFailure } from '../../flow/manage.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { button } from '../../ui/templates/button.js';
import { notice, type NoticeOptions } from '../../ui/templates/notice.js';
import { skeleton } from '../../ui/templates/skeleton.js';

/** The elements that managing needs and leaves to the booking script. */
export type Part = 'knead-slot-calendar' | 'knead-intake-form';

/** What the screens share with their element. */
export interface ManageContext {
  i18n: Localize;
  manage: ManageController;
  /** Milliseconds since the epoch. */
  now: () => number;
  headingLevel: () => number;
  /** What the parts ask: the page's own words for it, because they may come with another script. */
  backend: () => string | BookingBackend | null;
  find: ParentNode['querySelector'];
  part: (part: Part) => 'loading' | 'ready' | 'failed';
  /** Loads a part again. */
  need: (part: Part) => void;
  calendarFailed: () => boolean;
  saveCalendar: () => void;
  /** Where to book again, if anywhere. */
  bookAddress: () => string | undefined;
  onBookAgain: (event: Event) => void;
}

/** What one state shows. */
export interface Screen {
  heading: string;
  lede?: string | undefined;
  /** Said aloud as well when the screen shows. */
  notice?: NoticeOptions | undefined;
  content?: unknown;
  action?: TemplateResult | undefined;
  back?: TemplateResult | undefined;
  /** The booking stands. */
  tick?: boolean;
  busy?: boolean;
}

/** Leads back to the screen before. */
export function backButton({ i18n, manage }: ManageContext, label = i18n.text('back')): TemplateResult {
  return button({ kind: 'quiet', label, onClick: manage.back });
}

/** Why nothing has changed, and that it has not. */
export function failureNotice({ i18n }: ManageContext, reason: ChangeFailure): NoticeOptions {
  const text = i18n.text(reason === 'refused' ? 'notAccepted' : `failure.${reason}`);
  return { kind: 'warn', heading: i18n.text('nothingChanged'), text };
}

/** A part once it is there; until then room for it, or a plain word and a way on. */
export function partOr(context: ManageContext, part: Part, name: string, show: () => unknown): unknown {
  const { i18n } = context;
  switch (context.part(part)) {
    case 'ready':
      return show();
    case 'loading':
      return html`<p class="visually-hidden" role="status">${i18n.text('loadingPart')}</p>
        ${skeleton(5)}`;
    case 'failed':
      return html`${notice({
          kind: 'warn',
          text: i18n.text('partMissing', { name }),
          actions: button({ label: i18n.text('tryAgain'), onClick: () => context.need(part) }),
        })} <slot></slot>`;
  }
}
