/**
 * What editors complete and explain, made from the manifest. Written here, because the packages that do it offer the names
 * of types as words to choose (`BookingBackend`), and bring a formatter to write JSON with.
 */
import { choices, settable, type ElementDeclaration, type Named, type Typed } from './manifest.js';

interface Markdown {
  kind: 'markdown';
  value: string;
}

/**
 * VS Code's data about tags (https://github.com/microsoft/vscode-custom-data): `html.customData` in a workspace's settings
 * names the file.
 */
export function vscodeHtml(elements: readonly ElementDeclaration[]): object {
  return {
    version: 1.1,
    tags: elements.map(({ tagName, attributes = [], ...element }) => ({
      name: tagName,
      description: markdown(about(element)),
      attributes: attributes.map(({ name, description = '', type, default: byDefault }) => ({
        name,
        description: markdown(withDefault(description, byDefault)),
        ...(type?.text === 'boolean' ? { valueSet: 'v' } : {}),
        ...listed('values', choices(type?.text), (word) => ({ name: word })),
      })),
    })),
  };
}

/** VS Code's data about style sheets: `css.customData` names the file. */
export function vscodeCss(elements: readonly ElementDeclaration[]): object {
  const parts = merged(
    elements.flatMap(({ tagName, cssParts = [] }) => cssParts.map((each) => ({ ...each, tagName }))),
  );
  return {
    version: 1.1,
    properties: merged(elements.flatMap(({ cssProperties = [] }) => cssProperties)).map(({ name, description }) => ({
      name,
      description: markdown(description),
    })),
    pseudoElements: parts.map(({ name, description }) => ({
      name: `::part(${name})`,
      description: markdown(description),
    })),
  };
}

/** What JetBrains editors read from a package (https://github.com/JetBrains/web-types). */
export function webTypes(
  elements: readonly ElementDeclaration[],
  { name, version }: { name: string; version: string },
): object {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    'js-types-syntax': 'typescript',
    contributions: {
      html: {
        elements: elements.map(({ tagName, name: symbol, attributes = [], events = [], slots = [], ...element }) => ({
          name: tagName,
          description: element.summary ?? '',
          source: { module: name, symbol },
          attributes: attributes.map((each) => ({ ...described(each), ...attributeValue(each) })),
          slots: slots.map(described),
          css: {
            properties: (element.cssProperties ?? []).map(described),
            parts: (element.cssParts ?? []).map(described),
          },
          js: {
            properties: settable(element).map((each) => ({
              ...described(each),
              ...(each.type ? { type: each.type.text } : {}),
              ...(each.default === undefined ? {} : { default: each.default }),
            })),
            events: events.map((each) => ({ ...described(each), ...(each.type ? { type: each.type.text } : {}) })),
          },
        })),
      },
    },
  };
}

/** An element as one text: what it is, its slots and its events. */
function about({ summary = '', slots = [], events = [] }: Omit<ElementDeclaration, 'tagName'>): string {
  const list = (title: string, all: readonly Named[], shown: (name: string) => string): string =>
    all.length === 0
      ? ''
      : `\n\n**${title}**\n${all.map(({ name, description }) => `- ${shown(name)}: ${inOneLine(description)}`).join('\n')}`;
  const code = (name: string): string => `\`${name}\``;
  return summary + list('Slots', slots, (name) => (name ? code(name) : 'default')) + list('Events', events, code);
}

function withDefault(description: string, byDefault: string | undefined): string {
  const said = asWritten(byDefault);
  return inOneLine(description) + (said === undefined ? '' : `\n\nDefault: \`${said}\``);
}

/** A default as the attribute would be written; none for a property that is not set. */
function asWritten(byDefault: string | undefined): string | undefined {
  return byDefault === undefined || byDefault === 'null' ? undefined : byDefault.replace(/^'(.*)'$/, '$1');
}

function attributeValue({ type, default: byDefault }: Typed): object {
  const text = type?.text ?? 'string';
  const words = choices(text);
  const value =
    text === 'boolean'
      ? { type: 'boolean' }
      : words.length > 0
        ? { type: words.map((word) => `'${word}'`) }
        : { type: /^number\b/.test(text) ? 'number' : 'string' };
  const said = asWritten(byDefault);
  return { value, ...(said === undefined ? {} : { default: said }) };
}

function described({ name, description }: Named): { name: string; description: string } {
  return { name, description: inOneLine(description) };
}

/** Entries of several elements by name, each with all that is said of it. */
function merged(entries: readonly (Named & { tagName?: string })[]): { name: string; description: string }[] {
  const byName = new Map<string, string[]>();
  for (const { name, description, tagName } of entries) {
    const text = `${tagName ? `\`<${tagName}>\`: ` : ''}${inOneLine(description)}`;
    const said = byName.get(name) ?? [];
    if (!said.includes(text)) byName.set(name, [...said, text]);
  }
  return [...byName].map(([name, said]) => ({ name, description: said.join('\n\n') })).sort(byNames);
}

function byNames(a: Named, b: Named): number {
  return a.name < b.name ? -1 : 1;
}

/** An entry that only stands where there is something to list. */
function listed<Item>(key: string, items: readonly Item[], shown: (item: Item) => object): object {
  return items.length > 0 ? { [key]: items.map(shown) } : {};
}

function inOneLine(text = ''): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function markdown(value: string): Markdown {
  return { kind: 'markdown', value };
}
