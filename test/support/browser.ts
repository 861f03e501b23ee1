import { existsSync, readdirSync } from 'node:fs';
import { launch, type Browser, type ConsoleMessage, type HTTPRequest, type Page } from 'puppeteer-core';

/** Flags every Chromium of the tests is started with: no sandbox (containers), no phoning home. */
export const chromiumArgs: readonly string[] = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Each new visitor is a new window, and Chromium 156 draws that window's address bar as a web page of several hundred
  // requests: it takes longer than what is tested, and a benchmark would measure it, too.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
];

const chromiumPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const firefoxPaths = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** The Chromium or Chrome to test with: `CHROME_PATH`, else where systems install it, else `undefined`. */
export function findChromium(): string | undefined {
  return firstExisting(process.env['CHROME_PATH'], chromiumPaths);
}

/** The Firefox to test with: `FIREFOX_PATH`, else where systems install it, else `undefined`. */
export function findFirefox(): string | undefined {
  return firstExisting(process.env['FIREFOX_PATH'], firefoxPaths);
}

/** The small browser of WebKitGTK that its driver steers, where that driver is installed too, else `undefined`. */
export function findWebKit(): string | undefined {
  if (!existsSync('/usr/bin/WebKitWebDriver')) return undefined;
  const libraries = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter((folder) => folder.endsWith('-linux-gnu'))
    : [];
  return firstExisting(
    process.env['WEBKIT_PATH'],
    libraries.map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`),
  );
}

function firstExisting(wanted: string | undefined, usual: readonly string[]): string | undefined {
  return [wanted, ...usual].find((path) => path !== undefined && path !== '' && existsSync(path));
}

/** How a browser is started. */
export interface LaunchOptions {
  /** Which engine; Chromium unless told otherwise. */
  engine?: 'chromium' | 'firefox';
  /** IANA zone of the visitor's clock; a foreign one by default, so that "works on my clock" is impossible. */
  timeZone?: string;
  /** The visitor's language, for example `de`. */
  language?: string;
  /** Further command line flags. */
  args?: readonly string[];
  /** Firefox's own settings. */
  preferences?: Readonly<Record<string, string>>;
}

/** A page with everything it complained about since it was opened. */
export interface WatchedPage {
  page: Page;
  /** Console lines as `type: text`. */
  console: string[];
  /** Uncaught errors and requests that failed on the wire. */
  errors: string[];
  /** Every request as `METHOD url`, in the order sent. */
  requests: string[];
}

/** A running browser with a fresh profile. */
export interface TestBrowser {
  /** The driver's own browser, for what this small surface does not offer. */
  browser: Browser;
  /** Opens a page in a visitor context of its own: no cookies, cache or storage are shared with other pages. */
  newPage(viewport?: { width: number; height: number }): Promise<WatchedPage>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

/**
 * Starts a real browser.
 * @throws if none is installed; `npm run pretest` installs or names what is missing.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<TestBrowser> {
  const { engine = 'chromium', timeZone = 'America/New_York', language, args = [], preferences } = options;
  const executablePath = engine === 'chromium' ? findChromium() : findFirefox();
  if (!executablePath) throw new Error(`no ${engine} found: run "npm run pretest"`);
  const browser = await launch({
    browser: engine === 'chromium' ? 'chrome' : 'firefox',
    executablePath,
    args: [...(engine === 'chromium' ? chromiumArgs : ['--headless']), ...languageArgs(engine, language), ...args],
    env: { ...process.env, TZ: timeZone },
    ...(preferences ? { extraPrefsFirefox: preferences } : {}),
  });
  return {
    browser,
    async newPage(viewport = { width: 1100, height: 900 }) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport(viewport);
      return watch(page);
    },
    close: () => browser.close(),
  };
}

function languageArgs(engine: 'chromium' | 'firefox', language: string | undefined): string[] {
  return language && engine === 'chromium' ? [`--lang=${language}`, `--accept-lang=${language}`] : [];
}

function watch(page: Page): WatchedPage {
  const watched: WatchedPage = { page, console: [], errors: [], requests: [] };
  page.on('console', (message: ConsoleMessage) => watched.console.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) =>
    watched.errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  const asked = new WeakMap<HTTPRequest, number>();
  page.on('requestfailed', (request) => {
    // A busy Chromium calls a POST cancelled whose answer was read to its end, without anybody having cancelled it.
    if (request.method() === 'POST' && request.response()?.ok() && request.failure()?.errorText === 'net::ERR_ABORTED')
      return;
    const seconds = ((performance.now() - (asked.get(request) ?? NaN)) / 1000).toFixed(1);
    const reason = request.failure()?.errorText ?? 'failed';
    watched.errors.push(`${request.method()} ${request.url()}: after ${seconds} s ${reason}`);
  });
  page.on('request', (request) => {
    asked.set(request, performance.now());
    watched.requests.push(`${request.method()} ${request.url()}`);
  });
  return watched;
}
