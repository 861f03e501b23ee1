import type { ChromeLauncher } from '@web/test-runner-chrome';
import type { TestRunnerPlugin } from '@web/test-runner';

/**
 * The command `media-features`: lets a page believe what the visitor's system asks for, forced colours included, which
 * the runner's own command cannot. Chromium only.
 */
export function mediaFeatures(): TestRunnerPlugin<Record<string, string>> {
  return {
    name: 'media-features',
    async executeCommand({ command, payload, session }) {
      if (command !== 'media-features') return undefined;
      const page = (session.browser as ChromeLauncher).getPage(session.id);
      const devtools = await page.createCDPSession();
      const features = Object.entries(payload ?? {}).map(([name, value]) => ({ name, value }));
      await devtools.send('Emulation.setEmulatedMedia', { features });
      return true;
    },
  };
}
