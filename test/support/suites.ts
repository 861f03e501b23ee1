import { readdirSync } from 'node:fs';

/**
 * How a suite runs: a tool that only succeeds or fails, a program whose last line is its counts, test files in Node, or test
 * files in a browser.
 */
export type Suite =
  | { name: string; kind: 'tool'; command: readonly [string, ...string[]] }
  | { name: string; kind: 'program'; command: readonly [string, ...string[]] }
  | { name: string; kind: 'node'; folders: readonly string[]; parallel: boolean }
  | { name: string; kind: 'browser'; folders: readonly string[]; engines: readonly Engine[]; group: string };

/** A browser engine that the browser suites run in. */
export type Engine = 'chromium' | 'firefox' | 'webkit';

const domFolders = ['ui', 'theme', 'components'] as const;

/** Every suite by its name, in the order of a full run: what fails fastest comes first. */
export const suites: readonly Suite[] = [
  { name: 'types', kind: 'tool', command: ['tsc', '-p', '.'] },
  { name: 'lint', kind: 'tool', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'package', kind: 'node', folders: ['package/source'], parallel: true },
  {
    name: 'unit',
    kind: 'node',
    folders: ['contract', 'domain', 'backend', 'flow', 'locales', 'ssr', 'sites'],
    parallel: true,
  },
  { name: 'reference', kind: 'node', folders: ['reference'], parallel: false },
  { name: 'conformance', kind: 'node', folders: ['conformance'], parallel: false },
  { name: 'build', kind: 'tool', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'size', kind: 'tool', command: ['npm', 'run', '--silent', 'size'] },
  { name: 'built', kind: 'node', folders: ['package/built'], parallel: true },
  { name: 'components', kind: 'browser', folders: domFolders, engines: ['chromium'], group: 'components' },
  { name: 'booking', kind: 'browser', folders: ['booking'], engines: ['chromium'], group: 'booking' },
  { name: 'e2e', kind: 'node', folders: ['e2e'], parallel: true },
  { name: 'backends', kind: 'node', folders: ['backends'], parallel: false },
  { name: 'stories', kind: 'browser', folders: ['stories'], engines: ['chromium'], group: 'stories' },
  { name: 'storybook', kind: 'tool', command: ['npm', 'run', '--silent', 'build:storybook', '--', '--quiet'] },
  { name: 'pages', kind: 'node', folders: ['storybook'], parallel: false },
  {
    name: 'engines',
    kind: 'browser',
    folders: [...domFolders, 'booking'],
    engines: ['chromium', 'firefox', 'webkit'],
    group: 'all',
  },
  // What installs the packed tarball, and so wants the packages of other applications, which `npm test` does not install.
  { name: 'packages', kind: 'node', folders: ['packages'], parallel: false },
  // What drives another browser than Chromium itself, and so wants one that `npm test` does not install.
  { name: 'firefox', kind: 'node', folders: ['engines'], parallel: false },
  // A whole WordPress with its database, which only this wants.
  { name: 'wordpress', kind: 'node', folders: ['wordpress'], parallel: false },
  { name: 'hosts', kind: 'program', command: ['tsx', 'test/hosts/run.ts'] },
];

/**
 * What `npm test` runs: two lanes side by side, each in order, because a visitor's way waits for times, timers and answers far more than it
 * computes. One reads the sources, the other the built files.
 */
export const everyday = {
  sources: ['types', 'lint', 'package', 'unit', 'reference', 'conformance', 'components', 'booking'],
  built: ['build', 'size', 'built', 'e2e', 'backends'],
} as const;

/** The test files of some folders of `test/`, sorted, as paths relative to the repository. */
export function testFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    const path = `test/${folder}`;
    try {
      return readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules/'))
        .map((file) => `${path}/${file}`)
        .sort();
    } catch {
      return [];
    }
  });
}
