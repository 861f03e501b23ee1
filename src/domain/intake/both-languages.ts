import type { AnswerOption, GroupedItem, IntakeForm, IntakeItem, ScreeningRule } from '../../contract/intake.js';

/**
 * An item that no backend sends: the first of a form in two languages. It is drawn as the words that nobody has checked the
 * translation; its `text` is the tag of the other language.
 */
export const UNCHECKED = 'own-words';

/** Own words as they stand in a text, by Unicode's first-strong isolate, so that they read well in any direction. */
export const OWN_WORDS = /\u2068([^\u2069]*)\u2069/;

/**
 * A form in two languages: each text of `safety`, a translation of its safety check, with the form's own words behind it, and
 * whatever else `own` asks in its own words alone. All own words stand as {@link OWN_WORDS}.
 */
export function inBothLanguages(safety: IntakeForm, own: IntakeForm): IntakeForm {
  const rules = new Map(safety.rules.map((rule) => [rule.id, rule]));
  return {
    ...own,
    language: safety.language,
    translatedFrom: own.language,
    items: [
      { id: UNCHECKED, section: 'safety', type: 'group', text: own.language },
      ...own.items.map((item) => itemInBoth(item, byId(safety.items, item.id))),
    ],
    rules: own.rules.map((rule) => ruleInBoth(rule, rules.get(rule.id))),
  };
}

function itemInBoth(own: IntakeItem, said: IntakeItem | undefined): IntakeItem {
  const { items } = own;
  return {
    ...questionInBoth(own, said),
    ...(items && { items: items.map((item) => questionInBoth(item, byId(said?.items ?? [], item.id))) }),
  };
}

function questionInBoth(own: GroupedItem, said: GroupedItem | undefined): GroupedItem {
  const { text, why, options } = own;
  return {
    ...own,
    text: both(said?.text, text),
    ...(why && { why: both(said?.why, why) }),
    ...(options && { options: options.map((option) => optionInBoth(option, said?.options)) }),
  };
}

function optionInBoth(own: AnswerOption, said: readonly AnswerOption[] = []): AnswerOption {
  return { ...own, text: both(said.find(({ value }) => value === own.value)?.text, own.text) };
}

function ruleInBoth(own: ScreeningRule, said: ScreeningRule | undefined): ScreeningRule {
  return { ...own, message: both(said?.message, own.message) };
}

function both(said: string | undefined, own: string): string {
  if (said === own) return own;
  // Texts are taken apart at the spaces after sentences (`flow/safety.ts`): own words stay together.
  const words = `\u2068${own.replace(/([.!?]) /g, '$1\u00a0')}\u2069`;
  return said === undefined ? words : `${said} ${words}`;
}

function byId<Item extends { id: string }>(items: readonly Item[], id: string): Item | undefined {
  return items.find((item) => item.id === id);
}
