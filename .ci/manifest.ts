/** The shape of custom-elements.json (https://github.com/webcomponents/custom-elements-manifest), as far as it is used here. */

/** Anything with a name and a sentence. */
export interface Named {
  name: string;
  description?: string;
}

/** Anything that also has a type. */
export interface Typed extends Named {
  type?: { text: string };
  default?: string;
}

/** A property or method of a class. */
export interface Member extends Typed {
  kind: 'field' | 'method';
  attribute?: string;
  privacy?: string;
  static?: boolean;
  readonly?: boolean;
}

/** An attribute, with the property it is of. */
export interface Attribute extends Typed {
  fieldName?: string;
}

/** A class of the package. */
export interface Declaration extends Named {
  kind: string;
  tagName?: string;
  customElement?: boolean;
  summary?: string;
  members?: Member[];
  attributes?: Attribute[];
  events?: Typed[];
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: Typed[];
  cssStates?: Named[];
}

/** A file of the package. */
export interface Module {
  kind: 'javascript-module';
  path: string;
  declarations: Declaration[];
  exports: { kind: string; name: string; declaration: { name: string; module: string } }[];
}

/** The whole file. */
export interface Manifest {
  schemaVersion: string;
  readme: string;
  modules: Module[];
}

/** A class that is an element, with the file it is in. */
export type ElementDeclaration = Declaration & { tagName: string; path: string };

/** Every element of a manifest, by its tag in the order of the alphabet. */
export function elementsOf({ modules }: Manifest): ElementDeclaration[] {
  return modules
    .flatMap(({ path, declarations }) =>
      declarations.flatMap((each) => (each.tagName ? [{ ...each, tagName: each.tagName, path }] : [])),
    )
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
}

/** The properties a page can set. */
export function settable({ members = [] }: Pick<Declaration, 'members'>): Member[] {
  return members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
}

/** The property an attribute is of; undefined for one that is read where it stands. */
export function propertyOf(attribute: Attribute, element: Pick<Declaration, 'members'>): string | undefined {
  const name = attribute.fieldName ?? attribute.name;
  return settable(element).some((field) => field.name === name) ? name : undefined;
}

/** The words an attribute or property can be, where its type names them; otherwise none. */
export function choices(type: string | undefined): string[] {
  return [...(type ?? '').matchAll(/'([^']*)'/g)].map(([, word]) => word!);
}
