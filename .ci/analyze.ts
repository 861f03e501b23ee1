/**
 * Writes dist/custom-elements.json, from which the documentation learns every public element, and what is made of it: data
 * for editors (VS Code, JetBrains) and typings for React and Vue.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { vscodeCss, vscodeHtml, webTypes } from './editor-data.js';
import { reactTypes, vueTypes } from './framework-types.js';
import { elementsOf, type Declaration, type Manifest, type Member, type Module } from './manifest.js';
import { publicVariables } from './public-variables.js';
import { speltTypes } from './spelt-types.js';

const file = 'dist/custom-elements.json';
const analyzer = resolve(import.meta.dirname, '../node_modules/@custom-elements-manifest/analyzer/cem.js');

process.chdir(join(import.meta.dirname, '..'));
const flags = ['--litelement', '--globs', 'src/components/**/*.element.ts', '--outdir', 'dist', '--quiet'];
execFileSync(process.execPath, [analyzer, 'analyze', ...flags], { stdio: 'inherit' });

const read = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
const variables = publicVariables();
const types = speltTypes(read.modules.map(({ path }) => path));
const manifest: Manifest = { ...read, modules: read.modules.flatMap(completed) };
const elements = elementsOf(manifest);
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };

mkdirSync('dist/esm', { recursive: true });
write(file, manifest);
write('dist/vscode.html-custom-data.json', vscodeHtml(elements));
write('dist/vscode.css-custom-data.json', vscodeCss(elements));
write('dist/web-types.json', webTypes(elements, { name, version }));
for (const [framework, text] of [
  ['react', reactTypes(elements)],
  ['vue', vueTypes(elements)],
] as const) {
  writeFileSync(`dist/esm/${framework}.d.ts`, text);
  // Types alone; the module is there for whoever imports it without `type`.
  writeFileSync(`dist/esm/${framework}.js`, 'export {};\n');
}
process.stdout.write(`${file}: ${elements.length} elements: ${elements.map(({ tagName }) => tagName).join(', ')}\n`);

function write(path: string, content: object): void {
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
}

/**
 * A module of the sources as readers of the package have it: compiled, its elements with their tags and with types spelt
 * out, and beside it the module that registers them, because a class does not register itself.
 */
function completed(module: Module): Module[] {
  const registration = module.path.replace(/\.element\.ts$/, '.ts');
  const tags = tagsOf(registration);
  const path = compiled(module.path);
  const declarations = module.declarations.flatMap((each) => {
    const tagName = tags.get(each.name);
    return tagName ? [completedElement({ ...each, tagName, customElement: true }, module.path)] : [];
  });
  const exported = declarations.map((each) => ({ name: each.name, declaration: { name: each.name, module: path } }));
  const definitions = declarations.map((each) => ({
    kind: 'custom-element-definition',
    name: each.tagName!,
    declaration: { name: each.name, module: path },
  }));
  const js = exported.map((each) => ({ kind: 'js', ...each }));
  return declarations.length === 0
    ? []
    : [
        { ...module, path, declarations, exports: js },
        { ...module, path: compiled(registration), declarations: [], exports: [...definitions, ...js] },
      ];
}

function completedElement(element: Declaration, path: string): Declaration {
  const spelt = <Each extends { type?: { text: string } }>(each: Each, text: string | undefined): Each =>
    text ? { ...each, type: { text } } : each;
  const { attributes = [], members = [], events = [], cssProperties = [] } = element;
  // What the theme reads, every element that has it reads.
  const folder = dirname(path);
  const hasTheme = readdirSync(folder).some((each) =>
    readFileSync(join(folder, each), 'utf8').includes('/theme/tokens.js'),
  );
  const shared = hasTheme ? variables : [];
  return {
    ...element,
    cssProperties: [...shared, ...cssProperties.filter((own) => !shared.some(({ name }) => name === own.name))],
    attributes: attributes.map((each) => spelt(each, types.property(element.name, each.fieldName ?? each.name))),
    members: members.filter(isPublic).map((each) => spelt(each, types.property(element.name, each.name))),
    events: events.map((each) => spelt(each, types.event(each.name))),
  };
}

/** The tags by class, read from the registration file. */
function tagsOf(registration: string): Map<string, string> {
  if (!existsSync(registration)) return new Map();
  const calls = readFileSync(registration, 'utf8').matchAll(/defineElement\(\s*'([a-z-]+)',\s*(\w+)/g);
  return new Map([...calls].map(([, tag, name]) => [name!, tag!]));
}

function compiled(path: string): string {
  return path.replace(/^src\/(.+)\.ts$/, 'dist/esm/$1.js');
}

/** What a page may touch: not what is private, and not what only the browser calls. */
function isPublic({ name, privacy, static: isStatic }: Member): boolean {
  return !isStatic && !/^#|Callback$/.test(name) && privacy !== 'private' && privacy !== 'protected';
}
