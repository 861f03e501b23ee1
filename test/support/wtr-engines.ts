import type { BrowserLauncher } from '@web/test-runner';
import type { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumArgs, findChromium, findFirefox } from './browser.js';

/**
 * How web-test-runner starts an engine. The launcher comes from the configuration, which alone may import the runner's
 * own modules. Only one zone is pinned per run: it belongs to the browser's process.
 * @throws if the engine is not installed.
 */
export async function engineLauncher(engine: string, chrome: typeof chromeLauncher): Promise<BrowserLauncher> {
  const env = { ...process.env, TZ: process.env['BROWSER_TZ'] ?? 'America/New_York' };
  switch (engine) {
    case 'chromium':
      return chrome({
        launchOptions: { executablePath: found(findChromium(), 'Chromium'), args: [...chromiumArgs], env },
      });
    case 'firefox':
      return chrome({ launchOptions: { browser: 'firefox', executablePath: found(findFirefox(), 'Firefox'), env } });
    default:
      throw new Error(`no engine is called ${engine}`);
  }
}

function found(path: string | undefined, name: string): string {
  if (!path) throw new Error(`no ${name} found: run "npm run pretest"`);
  return path;
}
