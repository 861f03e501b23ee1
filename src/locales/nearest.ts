let last: Node | null = null;
let unmarked = 'en-GB';

/** The language of elements in no other one, for the script tag's `data-lang`: it goes before that of the whole page. */
export function setScriptLanguage(language: string): void {
  last = document.documentElement;
  unmarked = language;
}

/**
 * The language an element stands in: its own `lang` or `data-lang`, else the nearest ancestor's, through shadow roots; then
 * the script tag's, the page's, British English. What is no language tag counts as none: it also goes into a header.
 */
export function nearestLanguage(element: Node): string {
  let node: Node | null = element;
  while (node && node !== last) {
    const { lang, dataset, parentNode, host } = node as HTMLElement & ShadowRoot;
    const [language] = /^[a-z\d-]+$/i.exec(lang || dataset?.['lang'] || '') ?? [];
    if (language) return language;
    node = parentNode ?? host;
  }
  return unmarked;
}
