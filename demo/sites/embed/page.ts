import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../../..');
const DIST = join(ROOT, 'dist');
/** Files that a script tag names, and the folders of what those load. */
const SCRIPTS = ['knead.js', 'knead-cards.js', 'knead-manage.js'];
const BESIDE = ['parts', 'locales', 'adapters'];

/**
 * The name of the folder that the built files are served in for good: the package's version with a mark of their content,
 * because a version that is still worked on is built more than once.
 */
export async function builtVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const beside = await Promise.all(
    BESIDE.map(async (folder) => (await readdir(join(DIST, folder)).catch(() => [])).map((file) => join(folder, file))),
  );
  const hash = createHash('sha256');
  for (const file of [...SCRIPTS, ...beside.flat().sort()]) hash.update(await readFile(join(DIST, file)));
  return `${version}-${hash.digest('hex').slice(0, 12)}`;
}

/** The page of the embed builder, with the built files' own addresses and hashes in it. */
export async function embedPage(template: string, origin: string): Promise<string> {
  const folder = `${origin}/knead/${await builtVersion()}`;
  let page = template;
  for (const file of ['knead.js', 'knead-cards.js']) {
    const hash = createHash('sha384').update(await readFile(join(DIST, file)));
    page = page
      .replaceAll(`{src of ${file}}`, `${folder}/${file}`)
      .replaceAll(`{integrity of ${file}}`, `sha384-${hash.digest('base64')}`);
  }
  return page;
}

/** A module of a page as browsers read it: the TypeScript file beside it without its types. */
export async function moduleCode(file: string): Promise<Buffer> {
  const source = await readFile(file.replace(/\.js$/, '.ts'), 'utf8');
  const { target, module } = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return Buffer.from(ts.transpileModule(source, { compilerOptions: { target, module } }).outputText);
}
