import { readFileSync } from 'node:fs';
import type { TestRunnerPlugin } from '@web/test-runner';
import { filesUnder } from '../package/imports.js';

/** The command `documented-parts`: of each tag, what its class documents with `@csspart`, as the manifest has it. */
export function documentedParts(): TestRunnerPlugin {
  return {
    name: 'documented-parts',
    executeCommand({ command }) {
      if (command !== 'documented-parts') return undefined;
      return Object.fromEntries(
        filesUnder('src/components', /\.element\.ts$/).map((file) => [
          `knead-${/([\w-]+)\.element\.ts$/.exec(file)![1]!}`,
          [...readFileSync(file, 'utf8').matchAll(/ \* @csspart ([\w-]+) /g)].map(([, name]) => name!),
        ]),
      );
    },
  };
}
