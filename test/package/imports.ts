import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** One import of a module: `import`, `export … from`, `import()` or `import('…')` in a type. */
export interface Import {
  /** The importing file, relative to the repository, with forward slashes. */
  file: string;
  /** As written. */
  specifier: string;
  /** The imported file of ours, relative to the repository; `undefined` for a package or a Node module. */
  target: string | undefined;
  /** Erased by the compiler, so nothing is loaded at run time. */
  typeOnly: boolean;
  /** `import()`: loaded later, in a file of its own. */
  dynamic: boolean;
  /** The names taken, `*` for all of them; empty for an import for its side effect. */
  names: readonly string[];
}

/** The files under a folder whose names end so, sorted; empty where the folder does not exist. */
export function filesUnder(folder: string, ending: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => ending.test(file) && !file.includes('/node_modules/'))
    .sort();
}

/** Parses a source file of the repository. */
export function parse(file: string, text = readFileSync(file, 'utf8')): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

/** Every import of a file, in order. */
export function importsOf(file: string, text?: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, rest: Pick<Import, 'typeOnly' | 'dynamic' | 'names'>): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({ file, specifier: specifier.text, target: targetOf(file, specifier.text), ...rest });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, { dynamic: false, ...namesOf(node.importClause) });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      const names = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : undefined;
      add(node.moduleSpecifier, {
        dynamic: false,
        typeOnly:
          node.isTypeOnly || (names !== undefined && names.length > 0 && names.every((name) => name.isTypeOnly)),
        names: names?.map((name) => (name.propertyName ?? name.name).text) ?? ['*'],
      });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], { typeOnly: false, dynamic: true, names: ['*'] });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, { typeOnly: true, dynamic: false, names: ['*'] });
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file, text));
  return found;
}

/** The files of ours that loading `entry` loads with it: the imports that run, followed to the end. */
export function loadedBy(
  entry: string,
  { dynamic = true } = {},
): { files: Set<string>; packages: Map<string, string> } {
  const files = new Set<string>();
  const packages = new Map<string, string>();
  const queue = [entry];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    if (!existsSync(file)) throw new Error(`${file} is imported but does not exist`);
    for (const found of importsOf(file)) {
      if (found.typeOnly || (found.dynamic && !dynamic)) continue;
      if (found.target) queue.push(found.target);
      else packages.set(found.specifier, file);
    }
  }
  return { files, packages };
}

function namesOf(clause: ts.ImportClause | undefined): Pick<Import, 'typeOnly' | 'names'> {
  if (!clause) return { typeOnly: false, names: [] };
  const names = clause.name ? ['default'] : [];
  const bindings = clause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) return { typeOnly: clause.isTypeOnly, names: [...names, '*'] };
  const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
  const allTypes = elements.length > 0 && names.length === 0 && elements.every((element) => element.isTypeOnly);
  return {
    typeOnly: clause.isTypeOnly || allTypes,
    names: [...names, ...elements.map((element) => (element.propertyName ?? element.name).text)],
  };
}

function targetOf(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = normalize(join(dirname(file), specifier)).replaceAll('\\', '/');
  // Sources name the compiled file, as TypeScript wants it; a plain script names itself.
  return existsSync(path) ? path : path.replace(/\.js$/, '.ts');
}
