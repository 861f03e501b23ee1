const said = new Set<string>();

/** Tells the developer something once per page, in the console. Never pass on what a visitor typed. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`Knead: ${message}`);
}

/**
 * Says that a value given by the host page cannot be used: tag, property or attribute, and what was expected. An element
 * inside another one of ours was given its value by that one, and the page wrote it there.
 */
export function warnBadInput(element: Element, name: string, expected: string): void {
  const root = element.getRootNode();
  const outer = root instanceof ShadowRoot && root.host.localName.startsWith('knead-') ? root.host : element;
  warnOnce(`<${outer.localName}> ${name}: expected ${expected}.`);
}
