import type { ChromeLauncher } from '@web/test-runner-chrome';
import type { TestRunnerPlugin } from '@web/test-runner';

/** The command `picture`: what the page shows in its viewport, as a PNG in Base64, in every engine. */
export function picture(): TestRunnerPlugin {
  return {
    name: 'picture',
    async executeCommand({ command, session }) {
      if (command !== 'picture') return undefined;
      const page = (session.browser as ChromeLauncher).getPage(session.id);
      // Larger and much sooner; other engines know no such choice.
      const optimizeForSpeed = (process.env['ENGINE'] ?? 'chromium') === 'chromium';
      return await page.screenshot({ encoding: 'base64', optimizeForSpeed });
    },
  };
}
