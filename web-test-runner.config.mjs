import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { tsImport } from 'tsx/esm/api';

// `npm run test:components` and friends set ENGINE; run alone, `npx web-test-runner --group components` is enough.
const { countsReporter } = await tsImport('./test/support/wtr-counts.ts', import.meta.url);
const { backendEndpoint } = await tsImport('./test/support/wtr-backend.ts', import.meta.url);
const { picture } = await tsImport('./test/support/wtr-picture.ts', import.meta.url);
const { documentedParts } = await tsImport('./test/support/wtr-documented.ts', import.meta.url);
const { mediaFeatures } = await tsImport('./test/support/wtr-media.ts', import.meta.url);
const { storyIndex } = await tsImport('./test/support/wtr-stories.ts', import.meta.url);
const { engineLauncher } = await tsImport('./test/support/wtr-engines.ts', import.meta.url);

const dom = ['test/{ui,theme,components}/**/*.test.ts'];
const booking = ['test/booking/**/*.test.ts'];
const stories = ['test/stories/**/*.test.ts'];

export default {
  groups: [
    { name: 'components', files: dom },
    { name: 'booking', files: booking },
    { name: 'stories', files: stories },
    { name: 'all', files: [...dom, ...booking] },
  ],
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  hostname: '127.0.0.1',
  nodeResolve: { exportConditions: ['production', 'default'] },
  browsers: [await engineLauncher(process.env.ENGINE ?? 'chromium')],
  staticLogging: !process.argv.includes('--watch'),
  // One page at a time: focus, key presses and animation frames belong to the page in front.
  concurrency: 1,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 900_000,
  testFramework: { config: { ui: 'bdd', timeout: 15_000 } },
  plugins: [
    // The same tsconfig as everywhere else: decorators compiled with define-style fields silently lose reactivity.
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
    backendEndpoint({ early: process.argv.some((argument) => argument === 'booking' || argument === 'all') }),
    mediaFeatures(),
    picture(),
    documentedParts(),
    storyIndex(),
  ],
  reporters: [countsReporter()],
};
