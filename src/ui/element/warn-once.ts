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

/**
 * Keeps a property to the values it may have: another one is warned of, and the first counts instead. Null may be among
 * them, for a property that is not set or undefined.
 */
export function keepOneOf<Host extends Element, Name extends keyof Host & string>(
  host: Host,
  name: Name,
  values: readonly Host[Name][],
): void {
  if (values.includes(host[name] ?? (null as Host[Name]))) return;
  // As attributes are spelt.
  const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const words = values.flatMap((value) => (value === null ? [] : JSON.stringify(value)));
  warnBadInput(host, attribute, words.join(' or '));
  host[name] = values[0]!;
}
