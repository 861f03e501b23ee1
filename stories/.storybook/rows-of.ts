import { getCustomElements } from '@storybook/web-components-vite';
import type { ArgTypesEnhancer, StrictArgTypes, StrictInputType } from 'storybook/internal/types';

interface Described {
  name: string;
  description?: string;
  type?: { text: string };
  default?: string;
}
interface Declaration {
  tagName?: string;
  attributes?: (Described & { fieldName: string })[];
  members?: (Described & { kind: string; attribute?: string; parameters?: { name: string }[] })[];
  events?: Described[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
}

/**
 * All that the manifest says of an element, as rows of its page. Storybook's own reading has one row for each name: a slot and an
 * attribute of one name would be one, what stands inside the tag has no name and none, and a control of `heading-level` would set
 * a property of that name, which there is not.
 */
export function rowsOf(tag: string): StrictArgTypes {
  const { modules } = (getCustomElements() ?? { modules: [] }) as { modules: { declarations: Declaration[] }[] };
  const element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag);
  const { attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [] } = element ?? {};
  const read = (category: string, rows: readonly Described[]): StrictArgTypes =>
    Object.fromEntries(rows.map((row) => [`${category} ${row.name}`, { ...told(category, row), control: false }]));
  const fields = members.filter(({ kind, attribute }) => kind === 'field' && !attribute);
  // What the browser calls is nothing to call.
  const methods = members.filter(({ kind, name }) => kind === 'method' && !/Callback$|^on[A-Z]/.test(name));
  return {
    ...Object.fromEntries(attributes.map((row) => [row.fieldName, { ...told('attributes', row), ...tried(row) }])),
    ...Object.fromEntries(fields.map((row) => [row.name, { ...told('properties', row), ...tried(row) }])),
    ...read('events', events),
    ...read(
      'slots',
      slots.map((row) => ({ ...row, name: row.name || 'without a name' })),
    ),
    ...read('CSS custom properties', cssProperties),
    ...read('CSS shadow parts', cssParts),
    ...read(
      'methods',
      methods.map((row) => ({ ...row, name: `${row.name}()` })),
    ),
  };
}

/** In the order of {@link rowsOf}: arguments that a story gives would come first. */
export const inOrder: ArgTypesEnhancer = ({ component, argTypes }) => {
  const names = Object.keys(rowsOf(String(component)));
  const place = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return Object.fromEntries(Object.entries(argTypes).sort(([one], [other]) => place(one) - place(other)));
};

function told(category: string, { name, description, type, default: usual }: Described): StrictInputType {
  return {
    name,
    ...(description && { description }),
    table: {
      category,
      ...(type && { type: { summary: type.text } }),
      ...(usual && { defaultValue: { summary: usual } }),
    },
  };
}

/** How a value is tried out: what is text, a number, yes or no, or one of some words. Objects are for the stories to give. */
function tried({ type }: Described): Partial<StrictInputType> {
  const kinds = (type?.text ?? '').split('|').map((kind) => kind.trim());
  const words = kinds.flatMap((kind) => /^'(.*)'$/.exec(kind)?.[1] ?? []);
  if (words.length > 0) return { control: { type: 'select' }, options: words };
  if (kinds.includes('boolean')) return { control: { type: 'boolean' } };
  if (kinds.includes('number')) return { control: { type: 'number' } };
  return { control: kinds.includes('string') && kinds.length < 3 ? { type: 'text' } : false };
}
