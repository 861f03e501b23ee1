/** Writes dist/custom-elements.json, from which the documentation and editors learn every public element. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Member {
  name: string;
  privacy?: string;
  static?: boolean;
}

interface Declaration {
  kind: string;
  name: string;
  tagName?: string;
  customElement?: boolean;
  members?: Member[];
}

interface Module {
  path: string;
  declarations: Declaration[];
  exports: object[];
}

const file = 'dist/custom-elements.json';
const analyzer = resolve(import.meta.dirname, '../node_modules/@custom-elements-manifest/analyzer/cem.js');

process.chdir(join(import.meta.dirname, '..'));
const flags = ['--litelement', '--globs', 'src/components/**/*.element.ts', '--outdir', 'dist', '--quiet'];
execFileSync(process.execPath, [analyzer, 'analyze', ...flags], { stdio: 'inherit' });

const manifest = JSON.parse(readFileSync(file, 'utf8')) as { modules: Module[] };
for (const module of manifest.modules) {
  const registration = module.path.replace(/\.element\.ts$/, '.ts');
  const tags = tagsOf(registration);
  for (const declaration of module.declarations) {
    const tag = tags.get(declaration.name);
    if (tag) {
      Object.assign(declaration, { tagName: tag, customElement: true });
      module.exports.push({
        kind: 'custom-element-definition',
        name: tag,
        declaration: { name: declaration.name, module: module.path },
      });
    }
    declaration.members = declaration.members?.filter(isPublic) ?? [];
  }
}
// Readers of the package have the compiled modules, not the sources.
const text = JSON.stringify(manifest, null, 2).replaceAll(/"src\/(components\/[^"]+)\.ts"/g, '"dist/esm/$1.js"');
writeFileSync(file, `${text}\n`);
const names = manifest.modules.flatMap(({ declarations }) => declarations.flatMap(({ tagName }) => tagName ?? []));
process.stdout.write(`${file}: ${names.length} elements: ${names.join(', ')}\n`);

/** The tags by class, read from the registration file, because a class does not register itself. */
function tagsOf(registration: string): Map<string, string> {
  if (!existsSync(registration)) return new Map();
  const calls = readFileSync(registration, 'utf8').matchAll(/defineElement\(\s*'([a-z-]+)',\s*(\w+)/g);
  return new Map([...calls].map(([, tag, name]) => [name!, tag!]));
}

function isPublic({ name, privacy, static: isStatic }: Member): boolean {
  return !isStatic && !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected';
}
