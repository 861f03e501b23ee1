import type { Client } from '../../contract/booking.js';
import type { HealthBasis } from '../../contract/consent.js';
import type { Answers, IntakeForm, IntakeItem } from '../../contract/intake.js';
import type { ContactFault, ContactField, ContactNeeds } from '../client/contact.js';
import type { IntakeDraft } from '../client/intake-draft.js';
import type { readRest } from './rest-reading.js';
import { answerTo, faultOf, flatItems, screen, visibleItems, type AnswerFault, type Screening } from './answers.js';

/** The parts a form can be shown in, in the order they are shown. */
export const FORM_SECTIONS = ['safety', 'contact', 'preferences', 'consent'] as const;
export type FormSection = (typeof FORM_SECTIONS)[number];

/** One thing that has to be mended: an answer, a contact field, or the box under which answers are shared. */
export type IntakeFault =
  | { item: IntakeItem; fault: AnswerFault }
  | { field: ContactField; fault: ContactFault }
  | { field: 'consent'; fault: 'missing' };

/** What a draft says. */
export interface IntakeReading {
  /** Null where contact details were not asked, or are not right yet. */
  client: Client | null;
  screening: Screening;
}

/** A completed form as its host receives it. It holds everything the visitor typed, so it must not reach an event or a log. */
export interface IntakeSubmission extends IntakeReading {
  value: IntakeDraft;
  /** Instant of the submission, RFC 3339. */
  at: string;
}

/** What is asked, of whom, and where. */
export interface IntakeNeeds extends ContactNeeds {
  /** Null where no questions are asked. */
  form: IntakeForm | null;
  sections: readonly FormSection[];
  /** The client answers in person: nothing is asked here but the safety check and who is coming. */
  inPerson?: boolean;
  /** Without it `consent`, which has to be given. */
  healthBasis?: HealthBasis | undefined;
}

/** Whether a question is answered by choosing among its options, or yes and no. */
export function isChoice({ type }: IntakeItem): boolean {
  return /choice|boolean|ago/.test(type);
}

/** The questions of a section in the order of the page, whatever the answers. What is known without asking is not among them. */
export function itemsOf(form: Pick<IntakeForm, 'items'>, section: 'safety' | 'preferences'): IntakeItem[] {
  return partOf(flatItems(form), section);
}

/**
 * The questions of a section that are shown with these answers. Each choice of the safety check is required, whatever the
 * form says: an unanswered list must never pass for "none of these".
 */
export function questionsOf(form: IntakeForm, section: 'safety' | 'preferences', answers: Answers): IntakeItem[] {
  return partOf(visibleItems(form, answers), section).map((item) =>
    item.section === 'safety' && isChoice(item) ? { ...item, required: true } : item,
  );
}

/** Whether sections hold more than the choices of a safety check, which takes the part of the form that is loaded later. */
export function needsDetails(form: IntakeForm | null, sections: readonly FormSection[]): boolean {
  return sections.some(
    (section) =>
      section !== 'safety' || itemsOf(form!, section).some((item) => item.type !== 'display' && !isChoice(item)),
  );
}

/** What a client is to read before answers are shared: what they agree to, or on the basis of care what they are told. */
export function documentOf(form: Pick<IntakeForm, 'consent' | 'notice'>, basis: HealthBasis): IntakeForm['consent'] {
  return basis === 'care' ? (form.notice ?? form.consent) : form.consent;
}

/** Whether a form asks about areas of the body. */
export function asksWhere(form: Pick<IntakeForm, 'items'> | null): boolean {
  return flatItems(form ?? { items: [] }).some(({ type }) => type === 'areas');
}

function partOf(items: readonly IntakeItem[], section: 'safety' | 'preferences'): IntakeItem[] {
  const parts = section === 'safety' ? 'safety screening' : 'health preferences';
  return items.filter((item) => parts.includes(item.section) && !item.from);
}

/**
 * Checks the sections that are shown, and screens every answer given so far. Faults come in the order of the page. `rest` checks
 * what is beyond the safety check, and comes with what is loaded for it.
 */
export function readIntake(
  draft: IntakeDraft,
  needs: IntakeNeeds,
  rest?: typeof readRest,
): IntakeReading & { faults: readonly IntakeFault[] } {
  const { form, sections } = needs;
  const screening = screen(form ?? { items: [], rules: [] }, draft.answers);
  const check = (section: 'safety' | 'preferences'): IntakeFault[] =>
    (form && sections.includes(section) ? questionsOf(form, section, draft.answers) : []).flatMap((item) => {
      const isToMend = screening.rules.some(({ mend }) => mend === item.id);
      const fault = faultOf(item, answerTo(draft.answers, item.id)) ?? (isToMend ? 'conflict' : undefined);
      return fault ? [{ item, fault }] : [];
    });
  const { client = null, faults = [] } = rest?.(draft, needs, () => check('preferences')) ?? {};
  return { client, screening, faults: [...check('safety'), ...faults] };
}

/** The sections to show of those wanted: only what the form asks, and consent only where there are answers to agree about. */
export function sectionsOf(form: IntakeForm | null, hasConsent: boolean, wanted: readonly string[]): FormSection[] {
  const asks = (section: 'safety' | 'preferences'): boolean => form !== null && itemsOf(form, section).length > 0;
  const applies: Record<FormSection, boolean> = {
    safety: asks('safety'),
    contact: true,
    preferences: asks('preferences'),
    consent: asks('preferences') && hasConsent,
  };
  return FORM_SECTIONS.filter((section) => applies[section] && wanted.includes(section));
}

/** The faults that can still be mended: not those of questions that a later answer has hidden. */
export function stillAsked(faults: readonly IntakeFault[], form: IntakeForm | null, answers: Answers): IntakeFault[] {
  const asked = form ? visibleItems(form, answers) : [];
  return faults.filter((fault) => 'field' in fault || asked.some(({ id }) => id === fault.item.id));
}
