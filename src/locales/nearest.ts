let scriptLanguage: string | undefined;

/** The language of elements in no other one, for the script tag's `data-lang`: it goes before that of the whole page. */
export function setScriptLanguage(language: string | undefined): void {
  scriptLanguage = language;
}

/**
 * The language an element stands in: its own `lang` or `data-lang`, else the nearest ancestor's, through shadow roots; then
 * the script tag's, the page's, British English.
 */
export function nearestLanguage(element: Node): string {
  let node: Node | null = element;
  // Up to the element that is the whole page.
  while (node && !(scriptLanguage && node.parentNode?.nodeType === 9)) {
    const { lang, dataset, parentNode, host } = node as HTMLElement & ShadowRoot;
    const language = lang || dataset?.['lang'];
    if (language) return language;
    node = parentNode ?? host;
  }
  return scriptLanguage ?? 'en-GB';
}
