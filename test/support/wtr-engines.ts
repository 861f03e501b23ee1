import type { BrowserLauncher } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { chromiumArgs, findChromium, findFirefox, findWebKit } from './browser.js';
import { startWebKitDriver, webKitCapabilities } from './webkit-driver.js';
import { WebDriverPage, type WebDriverSession } from './wtr-webdriver-page.js';

/**
 * How web-test-runner starts an engine: `chromium`, `firefox` or `webkit`. The zone belongs to the browser's process, so
 * one is pinned per run, by `BROWSER_TZ`; a foreign one by default.
 * @throws if the engine is not installed.
 */
export async function engineLauncher(engine: string): Promise<BrowserLauncher> {
  const env = { ...process.env, TZ: process.env['BROWSER_TZ'] ?? 'America/New_York' };
  switch (engine) {
    case 'chromium':
      return chromeLauncher({
        launchOptions: { executablePath: found(findChromium(), 'Chromium'), args: [...chromiumArgs], env },
      });
    case 'firefox':
      return named('Firefox', firefox(found(findFirefox(), 'Firefox'), env));
    case 'webkit':
      return webkit(found(findWebKit(), 'WebKitGTK'), env);
    default:
      throw new Error(`no engine is called ${engine}`);
  }
}

function firefox(executablePath: string, env: NodeJS.ProcessEnv): BrowserLauncher {
  return chromeLauncher({
    launchOptions: { browser: 'firefox', executablePath, env },
    async createPage({ context }) {
      const page = await context.newPage();
      // Its protocol knows the space bar by the character only; Chromium's by either.
      const press = page.keyboard.press.bind(page.keyboard);
      page.keyboard.press = (key, options) => press(key === 'Space' ? ' ' : key, options);
      return page;
    },
  });
}

async function webkit(binary: string, env: NodeJS.ProcessEnv): Promise<BrowserLauncher> {
  const driver = await startWebKitDriver(env);
  const webdriver = webdriverLauncher({
    hostname: '127.0.0.1',
    port: driver.port,
    path: '/',
    capabilities: webKitCapabilities(binary),
  }) as unknown as BrowserLauncher & { driver: WebDriverSession };
  const launcher = named(
    'WebKit',
    // The runner's commands press keys and set sizes through the page of a launcher that says it is of this type; those
    // of its own WebDriver type can do neither.
    Object.assign(webdriver, { type: 'puppeteer', getPage: () => new WebDriverPage(webdriver.driver) }),
  );
  const stop = launcher.stop?.bind(launcher);
  launcher.stop = async () => {
    await stop?.();
    driver.end();
  };
  return launcher;
}

function named(name: string, launcher: BrowserLauncher): BrowserLauncher {
  // Launchers name themselves when they are initialized, both of them wrongly for these engines.
  const initialize = launcher.initialize?.bind(launcher);
  launcher.initialize = async (config, testFiles) => {
    await initialize?.(config, testFiles);
    launcher.name = name;
  };
  return launcher;
}

function found(path: string | undefined, name: string): string {
  if (!path) throw new Error(`no ${name} found: run "npm run pretest"`);
  return path;
}
