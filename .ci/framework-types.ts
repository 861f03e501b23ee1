/**
 * Typings of the elements for templates of React 19 and of Vue 3, made from the manifest. They name what there is and take
 * its types from the classes, so they cannot say anything else.
 */
import { propertyOf, settable, type Attribute, type ElementDeclaration } from './manifest.js';

const ATTRIBUTE_VALUE = `/** What an attribute takes of a property: words, numbers and switches; anything else is an object only a property can be. */
type AttributeValue<Value> = Value extends number
  ? number | \`\${number}\`
  : Value extends string | boolean | null | undefined
    ? Value
    : string;
`;

/**
 * `knead/react`: entries of `React.JSX.IntrinsicElements`. React 19 sets a property where the element has one of that name,
 * an attribute otherwise, and listens where a name begins with `on`, to the rest of the name.
 */
export function reactTypes(elements: readonly ElementDeclaration[]): string {
  const props = elements.map((element) => {
    const { name, attributes = [], events = [] } = element;
    const lines = [
      ...settable(element).map((field) =>
        // onclick would be a listener, too: a property that begins like that is out of React's reach.
        field.name.startsWith('on')
          ? entry(
              field.name,
              'never',
              `React takes this name for an event: set the property by a \`ref\`. ${field.description ?? ''}`,
            )
          : entry(field.name, `${name}[${quoted(field.name)}]`, field.description),
      ),
      ...attributes
        .filter((attribute) => propertyOf(attribute, element) !== attribute.name)
        .map((attribute) => entry(attribute.name, attributeValue(element, attribute), attribute.description)),
      ...events.map((event) => entry(`on${event.name}`, listener(event.name), event.description)),
    ];
    return `/** What \`<${element.tagName}>\` takes in JSX. ${element.summary ?? ''} */
export interface ${name}Props {
${lines.join('\n')}
}
`;
  });
  return `// Generated from custom-elements.json by \`npm run analyze\`.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${imports(elements)}
${ATTRIBUTE_VALUE}
/** What React gives every element, without what the element takes itself. */
type InJsx<Element, Props> = Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Props> & Props;

${props.join('\n')}
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map(({ tagName, name }) => `      '${tagName}': InJsx<${name}, ${name}Props>;`).join('\n')}
    }
  }
}
`;
}

/**
 * `knead/vue`: entries of `GlobalComponents`, by which vue-tsc and editors check templates. An application also tells the
 * template compiler which tags are custom elements (`isCustomElement`).
 */
export function vueTypes(elements: readonly ElementDeclaration[]): string {
  const props = elements.map((element) => {
    const { name, attributes = [], events = [] } = element;
    const lines = [
      ...settable(element).map((field) => {
        // A template's `heading-level="3"` is checked under the name in camel case, whichever of the two Vue will set.
        const attribute = attributes.find((each) => propertyOf(each, element) === field.name);
        const property = `${name}[${quoted(field.name)}]`;
        const type = attribute ? `${property} | ${attributeValue(element, attribute)}` : property;
        return entry(field.name, type, field.description);
      }),
      ...attributes
        .filter((attribute) => propertyOf(attribute, element) === undefined)
        .map((attribute) =>
          entry(inCamelCase(attribute.name), attributeValue(element, attribute), attribute.description),
        ),
      ...events.map((event) => entry(`on${inPascalCase(event.name)}`, listener(event.name), event.description)),
    ];
    return `/** What \`<${element.tagName}>\` takes in a template. ${element.summary ?? ''} */
export interface ${name}Props {
${lines.join('\n')}
}
`;
  });
  return `// Generated from custom-elements.json by \`npm run analyze\`.
import type { HTMLAttributes, PublicProps } from 'vue';
${imports(elements)}
${ATTRIBUTE_VALUE}
/** An element as a template sees it. */
type InTemplate<Element, Props> = new () => Element & {
  /** For templates alone: no element has it. */
  $props: Omit<HTMLAttributes, keyof Props> & PublicProps & Props;
};

${props.join('\n')}
declare module 'vue' {
  interface GlobalComponents {
${elements.map(({ tagName, name }) => `    '${tagName}': InTemplate<${name}, ${name}Props>;`).join('\n')}
  }
}
`;
}

function imports(elements: readonly ElementDeclaration[]): string {
  const classes = elements.map(
    ({ name, path }) => `import type { ${name} } from './${path.replace(/^dist\/esm\//, '')}';`,
  );
  return `${classes.join('\n')}\nimport type { KneadEvents } from './contract/events.js';\n`;
}

/** A line of an interface, with what is said of it above. */
function entry(name: string, type: string, description = ''): string {
  // `undefined` is said, or `exactOptionalPropertyTypes` would refuse it.
  return `  /** ${description.replace(/\s*\n\s*/g, ' ')} */\n  ${/\W/.test(name) ? quoted(name) : name}?: ${type} | undefined;`;
}

function attributeValue(element: ElementDeclaration, attribute: Attribute): string {
  const property = propertyOf(attribute, element);
  const type = property ? `${element.name}[${quoted(property)}]` : (attribute.type?.text ?? 'string');
  return `AttributeValue<${type}>`;
}

function listener(event: string): string {
  return `((event: CustomEvent<KneadEvents[${quoted(event)}]>) => void)`;
}

function inCamelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function inPascalCase(name: string): string {
  return inCamelCase(`-${name}`);
}

function quoted(name: string): string {
  return `'${name}'`;
}
