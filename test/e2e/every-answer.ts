import type { IntakeItem } from '../../src/contract/intake.js';
import { flatItems } from '../../src/domain/intake/answers.js';
import { massageForm } from '../../demo/data/intake-form.js';
import { until } from '../support/until.js';
import type { Seen, Visit } from '../support/visit.js';

/** What is chosen where not simply the first option: values of options, `true` and `false` for yes and no. */
export type Choices = Readonly<Record<string, readonly string[]>>;

/** What is typed into a question that asks for words. */
export type Words = (item: IntakeItem) => string;

const ITEMS = flatItems(massageForm).filter(({ type, from }) => type !== 'group' && type !== 'display' && !from);

/** What can be asked, and what of it was answered so far. */
export class EveryAnswer {
  /** Ids of the items that have an answer now. */
  readonly answered = new Set<string>();
  /** Values of options, and their words, that were chosen. */
  readonly chosen = new Map<string, string>();
  /** What answers one item already: two may be asked in the same words. */
  readonly #used = new Set<number>();

  constructor(
    private readonly visit: Visit,
    private readonly choices: Choices,
    private readonly words: Words,
  ) {}

  /** Items that were never asked. */
  get unasked(): string[] {
    return ITEMS.flatMap(({ id }) => (this.answered.has(id) ? [] : id));
  }

  /** Answers every question that the page asks now, those that an answer brings up included; or `only` some. */
  async here(only?: readonly string[]): Promise<void> {
    for (;;) {
      const [groups, fields, ticks] = await Promise.all([
        this.#all('group', 'radiogroup'),
        this.#all('textbox', 'spinbutton'),
        this.#all('checkbox'),
      ]);
      let isNew = false;
      for (const item of ITEMS) {
        if (this.answered.has(item.id) || only?.includes(item.id) === false) continue;
        const named = ({ name, node }: Seen): boolean =>
          !this.#used.has(node) && (name === item.text || name === `${item.text} (optional)`);
        const field = fields.find(named);
        const group = groups.find(named);
        const tick = item.type === 'consent' ? ticks.find(named) : undefined;
        if (tick) await this.visit.clickAt(tick);
        else if (group) await this.#choose(item, group);
        else if (field && (item.type === 'text' || item.type === 'number')) await this.#type(item, field);
        else continue;
        this.#used.add((tick ?? group ?? field)!.node);
        this.answered.add(item.id);
        isNew = true;
        // An answer may bring up other questions, so the page is read anew.
        if (massageForm.items.some((each) => asksAbout(each, item.id))) break;
      }
      if (!isNew) return;
    }
  }

  async #all(...roles: string[]): Promise<Seen[]> {
    return (await Promise.all(roles.map((role) => this.visit.all(role)))).flat();
  }

  async #type(item: IntakeItem, field: Seen): Promise<void> {
    await this.visit.clickAt(field);
    await this.visit.page.keyboard.type(this.words(item));
  }

  async #choose(item: IntakeItem, group: Seen): Promise<void> {
    const options = item.options ?? [
      { value: 'true', text: 'Yes' },
      { value: 'false', text: 'No' },
    ];
    const wanted = this.choices[item.id] ?? [item.type === 'number' ? '7' : options[0]!.value];
    for (const value of wanted) {
      const words = options.find((option) => option.value === value)?.text ?? value;
      const shown = await this.visit.within(group, item.type === 'multi-choice' || item.type === 'areas');
      const choice = shown.find(({ name }) => name === words);
      if (!choice)
        throw new Error(`"${item.text}" does not offer "${words}" but ${shown.map(({ name }) => name).join(', ')}`);
      if (!choice.checked) await this.visit.clickAt(choice);
      this.chosen.set(value, words);
    }
  }
}

/** Fills in a page of the details as somebody to whom nothing applies but what is ticked already. */
export async function fillInAsNobody(visit: Visit, { name, email }: { name: string; email: string }): Promise<void> {
  for (const [label, typed] of [
    ['Full name', name],
    ['Email address', email],
  ] as const) {
    const [field] = await visit.all('textbox', label);
    if (field?.value === '') await visit.fill(label, typed);
  }
  for (const group of await visit.all('group')) {
    const boxes = await visit.within(group, true);
    const none = boxes.find((box) => box.name === 'None of these');
    if (none && !boxes.some(({ checked }) => checked)) await visit.clickAt(none);
  }
}

/** Goes from page to page of the details, each filled in by `fill`, until a heading has focus. */
export async function throughDetails(visit: Visit, heading: string, fill: () => Promise<void>): Promise<void> {
  await until(
    async () => (await Promise.all(['textbox', 'radio', 'checkbox'].map((role) => visit.all(role)))).flat().length > 0,
    async () => `nothing is asked:\n${await visit.text()}`,
  );
  for (let page = 0; page < 12; page += 1) {
    await fill();
    const before = await visit.text();
    await visit.click('button', 'Continue');
    const at = await until(
      async () => {
        const { role = '', name = '' } = (await visit.focused()) ?? {};
        if (role === 'group' && name === 'There is a problem') throw new Error(await visit.text());
        return role === 'heading' && (name === heading || (await visit.text()) !== before) && name;
      },
      async () => `nothing comes after:\n${await visit.text()}`,
    );
    if (at === heading) return;
  }
  throw new Error(`the details do not end: ${await visit.text()}`);
}

function asksAbout(item: IntakeItem, id: string): boolean {
  const { showWhen, items = [] } = item;
  const compared = showWhen ? ('all' in showWhen ? showWhen.all : showWhen.any) : [];
  return compared.some((each) => each.item === id) || items.some((each) => asksAbout(each, id));
}
