/** Builds everything that is published, and prints the files. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { build } from 'vite';
import {
  adapterBuild,
  adapterNames,
  conformanceBuild,
  partBuild,
  parts,
  scriptTagBuild,
  scriptTags,
} from '../vite.config.js';
import { localeCode, localeFiles, localeTags, namesCode } from './locales.js';
import { ssrCss } from './ssr-css.js';
import { withStaticProperties } from './static-properties.js';
import { privateVariables, templateSqueezer } from './template-space.js';

const root = join(import.meta.dirname, '..');
process.chdir(root);
rmSync('dist/esm', { recursive: true, force: true });
rmSync('dist/adapters', { recursive: true, force: true });
rmSync('dist/parts', { recursive: true, force: true });
rmSync('dist/locales', { recursive: true, force: true });
for (const { name } of scriptTags) rmSync(`dist/${name}.js`, { force: true });

const built = scriptTags.filter(({ entry }) => existsSync(entry));
for (const scriptTag of built) await build(scriptTagBuild(scriptTag));
for (const part of parts) await build(partBuild(part));
for (const name of adapterNames()) await build(adapterBuild(name));
mkdirSync('dist/locales', { recursive: true });
for (const tag of localeTags())
  for (const file of localeFiles(tag)) writeFileSync(`dist/locales/${file}.js`, await localeCode(tag, file));
writeFileSync('dist/locales/names.js', await namesCode());
await build(conformanceBuild);
const modules = emitModules();
writeFileSync('dist/ssr.css', ssrCss());

const beside = [
  ...parts.map(({ name }) => `parts/${name}`),
  ...[...localeTags().flatMap(localeFiles), 'names'].map((name) => `locales/${name}`),
  ...adapterNames().map((name) => `adapters/${name}`),
];
for (const name of [...[...built.map((tag) => tag.name), ...beside].map((each) => `${each}.js`), 'ssr.css']) {
  process.stdout.write(`dist/${name}`.padEnd(32) + `${statSync(`dist/${name}`).size} bytes\n`);
}
process.stdout.write('dist/esm/'.padEnd(32) + `${modules.length} files\n`);
await import('./analyze.js');

/**
 * Writes the modules npm users import, one for one, with their types. No bundler stands between a reader and the source:
 * the compiler does this alone, but for properties as data and squeezed templates, which no application's own build would
 * do. What no public entry reaches stays out.
 */
function emitModules(): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(publicEntries(), {
    ...options,
    noEmit: false,
    noEmitOnError: true,
    declaration: true,
    rootDir: 'src',
    outDir: 'dist/esm',
  });
  const written: string[] = [];
  const squeeze = templateSqueezer(privateVariables());
  const { diagnostics, emitSkipped } = program.emit(undefined, (path, text) => {
    written.push(relative(root, path));
    ts.sys.writeFile(path, path.endsWith('.js') ? squeeze(withStaticProperties(text)) : text);
  });
  if (emitSkipped || diagnostics.length > 0) {
    const host = {
      getCurrentDirectory: () => root,
      getCanonicalFileName: (path: string) => path,
      getNewLine: () => '\n',
    };
    process.stderr.write(ts.formatDiagnosticsWithColorAndContext(diagnostics, host));
    process.exit(1);
  }
  return written;
}

/** The modules the exports map of package.json points to. */
function publicEntries(): string[] {
  const folders = ['components', 'contract', 'backend', 'locales', 'theme'].flatMap((folder) =>
    existsSync(`src/${folder}`)
      ? readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' }).map((file) => `src/${folder}/${file}`)
      : [],
  );
  return ['src/index.ts', 'src/define.ts', 'src/ssr.ts', ...folders].filter(
    (file) => file.endsWith('.ts') && existsSync(file),
  );
}
