import type { TestRunnerPlugin } from '@web/test-runner';
import { filesUnder } from '../package/imports.js';

/** Serves `/__stories.js`: every file of stories by its path, so that a new one is tested without being listed. */
export function storyIndex(): TestRunnerPlugin {
  return {
    name: 'story-index',
    serve(context) {
      if (context.path !== '/__stories.js') return undefined;
      const lines = filesUnder('stories', /\.stories\.ts$/).map(
        (file) => `  ${JSON.stringify(file)}: () => import('/${file}'),`,
      );
      return { body: `export default {\n${lines.join('\n')}\n};\n`, type: 'js' };
    },
  };
}
