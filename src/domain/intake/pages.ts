import type { IntakeForm, IntakeItem } from '../../contract/intake.js';
import { flatItems } from './answers.js';
import type { FormSection, IntakeFault } from './submission.js';

/** A form that asks no more than so much stays on one page with everything else. */
const FEW = 8;
/** A group of so few questions is short: it joins the page before it. */
const SHORT = 4;
/** The questions a page takes, and what short groups may stretch it to. */
const [FULL, FULLEST] = [16, 24];
/** A list of body areas takes the room of so many questions. */
const AREAS = 3;

/** What of a form shows at once. */
export interface IntakePage {
  /** Its place among all pages of the form, whatever the answers: the same page keeps the same number. */
  number: number;
  sections: readonly FormSection[];
  /** Of the section `preferences`: the groups on it, and the questions that stand in none. */
  items: IntakeItem[];
}

/**
 * The pages of a form, in their order: the safety check, who is coming, the form's groups with short ones joined, consent.
 * Few questions make one page of everything.
 */
export function pagesOf(form: Pick<IntakeForm, 'items'> | null, sections: readonly FormSection[]): IntakePage[] {
  const items = (sections.includes('preferences') && form?.items.filter(isOfPages)) || [];
  if (roomOf(items) <= FEW) return [{ number: 0, sections, items }];
  const groups: IntakeItem[][] = [];
  for (const item of items) {
    const room = roomOf([item]);
    const before = groups.at(-1);
    if (before && roomOf(before) + room <= (room > SHORT ? FULL : FULLEST)) before.push(item);
    else groups.push([item]);
  }
  const pages = sections.flatMap((section): Omit<IntakePage, 'number'>[] =>
    section === 'preferences'
      ? groups.map((group) => ({ sections: [section], items: group }))
      : [{ sections: [section], items: [] }],
  );
  return pages.map((page, number) => ({ number, ...page }));
}

/** The pages that ask something where these items of the form are shown. */
export function shownPages(
  form: Pick<IntakeForm, 'items'> | null,
  sections: readonly FormSection[],
  shown: readonly IntakeItem[],
): IntakePage[] {
  const asks = (item: IntakeItem): boolean => item.type !== 'group' && shown.includes(item);
  return pagesOf(form, sections).filter(
    ({ sections, items }) => sections[0] !== 'preferences' || sections.length > 1 || flatItems({ items }).some(asks),
  );
}

/** The page with a number, or the last one before it where that one asks nothing now. */
export function pageAt(pages: readonly IntakePage[], number: number): IntakePage {
  return pages.findLast((page) => page.number <= number) ?? pages[0]!;
}

/** Where Continue leads: a page with what is wrong on it, or no page where nothing is left. */
export interface Turn {
  page: IntakePage | undefined;
  faults: readonly IntakeFault[];
}

/**
 * What stands in the way on a page; the next page; or, after the last one, the first that something is wrong on after all.
 * `isLast` where no other is to follow.
 */
export function turned(
  pages: readonly IntakePage[],
  now: IntakePage,
  faults: readonly IntakeFault[],
  isLast: boolean,
): Turn {
  const next = isLast ? undefined : pages[pages.indexOf(now) + 1];
  const faulty = [now, ...(next ? [] : pages)].find((page) => faults.some((fault) => isOn(page, fault)));
  return { page: faulty ?? next, faults: faulty ? faults.filter((fault) => isOn(faulty, fault)) : [] };
}

/** Whether a question stands on a page. */
export function isOnPage(
  { sections, items }: IntakePage,
  { id, section }: Pick<IntakeItem, 'id' | 'section'>,
): boolean {
  return isOfPages({ section }) ? flatItems({ items }).some((item) => item.id === id) : sections.includes('safety');
}

function isOn(page: IntakePage, fault: IntakeFault): boolean {
  return 'item' in fault
    ? isOnPage(page, fault.item)
    : page.sections.includes(fault.field === 'consent' ? 'consent' : 'contact');
}

/** Whether a question is asked after the safety check. */
function isOfPages({ section, from }: Pick<IntakeItem, 'section' | 'from'>): boolean {
  return !from && (section === 'health' || section === 'preferences');
}

function roomOf(items: IntakeItem[]): number {
  const room = ({ type }: IntakeItem): number => (/group|display/.test(type) ? 0 : type === 'areas' ? AREAS : 1);
  return flatItems({ items }).reduce((sum, item) => sum + room(item), 0);
}
