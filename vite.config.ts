import { readdirSync } from 'node:fs';
import { build, defineConfig, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { laterParts, laterPartsOfParts, type LaterPart } from './.ci/later-parts.js';
import { litCss } from './.ci/lit-css.js';
import { litGlobals } from './.ci/lit-globals.js';
import { litPolicy } from './.ci/lit-policy.js';
import { litUnused } from './.ci/lit-unused.js';
import { messageNumbers } from './.ci/message-numbers.js';
import { localeMark } from './.ci/locales.js';
import { minifyAgain } from './.ci/minify-again.js';
import { siblingHash } from './.ci/sibling-hash.js';
import { staticImports } from './.ci/static-imports.js';
import { staticProperties } from './.ci/static-properties.js';
import { likeFunctions } from './.ci/like-functions.js';
import { likeTogether } from './.ci/like-together.js';
import { templateSpace } from './.ci/template-space.js';
import { unreadMembers } from './.ci/unread-members.js';

/** A file a page loads with one script tag. */
export interface ScriptTag {
  /** The entry in `src/`. */
  entry: string;
  /** The file in `dist/`, without its ending; also the name of its Trusted Types policy. */
  name: string;
}

/** Every script-tag file whose entry may exist. */
export const scriptTags: readonly ScriptTag[] = [
  { entry: 'src/knead.ts', name: 'knead' },
  { entry: 'src/cards.ts', name: 'knead-cards' },
  { entry: 'src/manage.ts', name: 'knead-manage' },
];

/** Every part that a script tag loads when it needs it. */
export const parts: readonly LaterPart[] = [
  { entry: 'src/locales/languages.ts', name: 'languages' },
  { entry: 'src/components/intake-form/details.ts', name: 'details' },
  { entry: 'src/components/intake-form/own-words.ts', name: 'own-words' },
  { entry: 'src/components/intake-form/body-picture.ts', name: 'body-picture' },
  { entry: 'src/components/intake-form/later.ts', name: 'later' },
  { entry: 'src/components/booking/ending.ts', name: 'ending' },
  { entry: 'src/components/booking/made.ts', name: 'made' },
  { entry: 'src/components/book-button/page.ts', name: 'page' },
  { entry: 'src/components/booking/returning.ts', name: 'returning' },
  { entry: 'src/backend/http/broken-form.ts', name: 'broken-form' },
  { entry: 'src/backend/stores/grouped-times.ts', name: 'grouped-times' },
  { entry: 'src/components/therapist-directory/directory.ts', name: 'directory' },
  { entry: 'src/components/therapist-directory/directory-filters.ts', name: 'directory-filters' },
  { entry: 'src/components/therapist-directory/booking-dialog.ts', name: 'booking-dialog' },
].map((part) => ({ ...part, code: once(() => codeOf(part)) }));

/**
 * How a part is built: one ES module without imports, which the script tag loads by `import()`. Messages have the numbers and
 * styles the variables that they have there.
 */
export function partBuild({ entry, name }: Pick<LaterPart, 'entry' | 'name'>): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      laterPartsOfParts(parts),
      localeMark(),
      litUnused({ bringsLit: false }),
      templateSpace(),
      messageNumbers(),
      minifyAgain(),
    ],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir: 'dist/parts',
      emptyOutDir: false,
      reportCompressedSize: false,
      lib: { entry: `${import.meta.dirname}/${entry}`, formats: ['es'], fileName: () => `${name}.js` },
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  };
}

async function codeOf(part: Pick<LaterPart, 'entry' | 'name'>): Promise<string> {
  const config = partBuild(part);
  const built = await build({ ...config, build: { ...config.build, write: false } });
  return ([built].flat() as Rolldown.RolldownOutput[])[0]!.output[0].code;
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/**
 * How a script-tag file is built: classic, nameless, in one piece, with Lit, the schemas and one language inside, so that
 * one integrity hash covers all of it.
 */
export function scriptTagBuild({ entry, name }: ScriptTag): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      siblingHash(),
      laterParts(parts),
      staticImports(),
      litPolicy(name),
      litUnused(),
      litGlobals(),
      litCss(),
      staticProperties(),
      templateSpace(),
      messageNumbers(),
      // Cards tell the page of no failure.
      unreadMembers(parts, name !== 'knead-cards'),
      likeTogether(),
      minifyAgain(),
      likeFunctions(),
    ],
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { 'zod/mini': `${import.meta.dirname}/src/backend/http/small-zod.ts` } },
    build: {
      target: 'es2022',
      outDir: 'dist',
      emptyOutDir: false,
      reportCompressedSize: false,
      // As a library, or Vite wraps every import() in a loader for pages. The name is asked for, but an entry without
      // exports gives nothing a name; a test of the built file sees to it.
      lib: { entry, name: 'unused', formats: ['iife'], fileName: () => `${name}.js` },
      rolldownOptions: {
        output: { codeSplitting: false },
        // Making a schema does nothing but make it, so those of answers no bundle reads can go.
        treeshake: { manualPureFunctions: ['z', 'list', 'openEnum'] },
        onLog(level, log, print) {
          // A name that small-zod lacks would be undefined in the page.
          if (log.code === 'IMPORT_IS_UNDEFINED') throw new Error(log.message);
          print(level, log);
        },
      },
    },
  };
}

/** The adapters, by name: one file each in `src/backend/adapters`, its parts in a folder beside it. */
export function adapterNames(): string[] {
  const folder = `${import.meta.dirname}/src/backend/adapters`;
  return readdirSync(folder).flatMap((file) => (file.endsWith('.ts') ? file.slice(0, -'.ts'.length) : []));
}

/** How an adapter is built: one ES module without imports, which the script tag loads by `import()`. */
export function adapterBuild(name: string): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir: 'dist/adapters',
      emptyOutDir: false,
      reportCompressedSize: false,
      lib: { entry: `src/backend/adapters/${name}.ts`, formats: ['es'], fileName: () => `${name}.js` },
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  };
}

/** How the command `knead-conformance` is built: one file for Node that needs nothing installed beside it. */
export const conformanceBuild: InlineConfig = {
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/conformance/cli.ts',
    target: 'node20',
    outDir: 'dist/conformance',
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: { output: { entryFileNames: 'knead-conformance.js', codeSplitting: false } },
  },
};

/** In `npm run dev` a site's script tag loads the source instead of the built file. */
function sourceForBuilt(): Plugin {
  return {
    name: 'knead:source-for-built',
    apply: 'serve',
    transformIndexHtml: {
      order: 'pre',
      handler: (markup) =>
        scriptTags.reduce(
          (page, { entry, name }) =>
            page.replace(
              new RegExp(`(<script\\b[^>]*\\bsrc=)(["'])[^"']*/${name}\\.js\\2`, 'g'),
              `$1"/@fs${import.meta.dirname}/${entry}" type="module"`,
            ),
          markup,
        ),
    },
  };
}

// Storybook reads this too, so it holds nothing but what helps a development server.
export default defineConfig({
  server: { host: 'localhost', port: 4600, strictPort: true, fs: { allow: ['.'] } },
  plugins: [sourceForBuilt()],
});
