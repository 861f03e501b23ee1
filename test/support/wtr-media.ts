import type { ChromeLauncher } from '@web/test-runner-chrome';
import type { TestRunnerPlugin } from '@web/test-runner';

type Page = ReturnType<ChromeLauncher['getPage']>;
type DevTools = Awaited<ReturnType<Page['createCDPSession']>>;

/**
 * The command `media-features`: lets a page believe what the visitor's system asks for, forced colours included, which
 * the runner's own command cannot. Chromium only.
 */
export function mediaFeatures(): TestRunnerPlugin<Record<string, string>> {
  // One for each page: what a session asks for lasts as long as the session, and a second one may ask for something else.
  const sessions = new WeakMap<Page, Promise<DevTools>>();
  return {
    name: 'media-features',
    async executeCommand({ command, payload, session }) {
      if (command !== 'media-features') return undefined;
      const page = (session.browser as ChromeLauncher).getPage(session.id);
      const devtools = sessions.get(page) ?? page.createCDPSession();
      sessions.set(page, devtools);
      const features = Object.entries(payload ?? {}).map(([name, value]) => ({ name, value }));
      await (await devtools).send('Emulation.setEmulatedMedia', { features });
      return true;
    },
  };
}
