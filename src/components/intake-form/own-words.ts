/**
 * Marks what a form says in its own words beside a translation that nobody has checked. The details load it from a file of its
 * own where they meet such a form.
 */
import { OWN_WORDS, UNCHECKED } from '../../domain/intake/both-languages.js';
import type { QuestionOptions } from './question.js';

/** What of a Lit element is needed here. */
interface Drawn extends HTMLElement {
  renderRoot: ParentNode & Node;
  addController(controller: { hostUpdated(): void }): void;
}

/** Elements in which own words are marked, with the language of these. */
const marked = new WeakMap<Drawn, string>();

/**
 * From now on marks the own words of a form, which are in the language that the item names, in the element that shows it, and in
 * the one whose root that stands in, which may show what screening leads to. Each says that nobody has checked the translation.
 */
export default function markOwnWords(
  { i18n, item: { text: language } }: Pick<QuestionOptions, 'i18n' | 'item'>,
  around: Node,
): void {
  for (const element of [i18n.host, (around as Partial<ShadowRoot>).host] as (Partial<Drawn> | undefined)[]) {
    if (!element?.addController) continue;
    const drawn = element as Drawn;
    const isNew = !marked.has(drawn);
    marked.set(drawn, language);
    const hostUpdated = (): void => markIn(drawn.renderRoot, marked.get(drawn)!, i18n.text('unchecked'));
    if (isNew) drawn.addController({ hostUpdated });
    hostUpdated();
  }
}

function markIn(root: ParentNode & Node, language: string, words: string): void {
  const box = root.querySelector(`#${UNCHECKED}`);
  if (box && box.textContent !== words) {
    box.className = 'notice warn';
    const text = document.createElement('p');
    text.textContent = words;
    box.replaceChildren(text);
  }
  const texts: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  // Where the form does not say it above them, what stands in a paragraph of its own does.
  for (const text of texts) markText(text, language, box ? undefined : words);
}

/**
 * Puts own words on a line of their own, in their language. Texts of a backend are bound as properties, so that whatever is
 * inside their element is free to change; Lit writes it anew where the text becomes another one.
 */
function markText(text: Text, language: string, words: string | undefined): void {
  const parts = text.data.split(new RegExp(` ?${OWN_WORDS.source} ?`));
  const { parentElement } = text;
  if (parts.length === 1 || parentElement?.childNodes.length !== 1) return;
  const lines = parts.flatMap((part, index) =>
    part === '' ? [] : [index % 2 === 1 ? aside(part, language) : new Text(part)],
  );
  if (words !== undefined && parts[0] !== '' && parentElement.localName === 'p') lines.push(aside(words));
  text.replaceWith(...lines.flatMap((line, index) => (index > 0 ? [document.createElement('br'), line] : [line])));
}

function aside(words: string, language?: string): HTMLElement {
  const span = document.createElement('span');
  span.className = 'muted small';
  span.textContent = words.replaceAll('\u00a0', ' ');
  if (language) Object.assign(span, { lang: language, dir: 'auto' });
  return span;
}
