import type { Frame, Page } from 'puppeteer-core';
import { findWebKit, launchBrowser } from './browser.js';
import type { Engine } from './suites.js';
import type { Hands } from './tab.js';
import { Tab } from './tab.js';
import { startWebKitDriver, webKitCapabilities } from './webkit-driver.js';
import { WebDriverPage, type WebDriverSession } from './wtr-webdriver-page.js';

/** A made-up name for this machine: a page under it is no secure context, as one under `localhost` is. */
export const MADE_UP_HOST = 'massage-practice.test';

/** A browser that opens tabs. */
export interface Tabs {
  /** Opens a tab in which nothing has happened yet; where the engine can, as a visitor of its own. */
  open(): Promise<Tab>;
  close(): Promise<void>;
}

/**
 * Starts an engine. `port` is where the made-up name leads in an engine that can be told so only by way of a proxy: a
 * server there has to answer whole addresses.
 * @throws if it is not installed; `npm run pretest:hosts` installs or names what is missing.
 */
export function openTabs(engine: Engine, port: number): Promise<Tabs> {
  return engine === 'webkit' ? webKitTabs(port) : puppeteerTabs(engine);
}

async function puppeteerTabs(engine: 'chromium' | 'firefox'): Promise<Tabs> {
  const browser = await launchBrowser({
    engine,
    args: engine === 'chromium' ? [`--host-resolver-rules=MAP ${MADE_UP_HOST} 127.0.0.1`] : [],
    ...(engine === 'firefox' ? { preferences: { 'network.dns.localDomains': MADE_UP_HOST } } : {}),
  });
  return {
    async open() {
      const { page } = await browser.newPage();
      return new Tab(new PuppeteerHands(page));
    },
    close: () => browser.close(),
  };
}

class PuppeteerHands implements Hands {
  #frame: Frame;

  constructor(private readonly page: Page) {
    this.#frame = page.mainFrame();
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async ask(expression: string): Promise<string> {
    return this.#frame.evaluate(expression).then(String, nothingWhileLeaving);
  }

  async clickAt(x: number, y: number): Promise<void> {
    const box = await (await this.#frame.frameElement())?.boundingBox();
    await this.page.mouse.click(x + (box?.x ?? 0), y + (box?.y ?? 0));
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async enterFrame(selector: string): Promise<void> {
    const frame = await (await this.page.waitForSelector(selector))?.contentFrame();
    if (!frame) throw new Error(`${selector} is no frame`);
    this.#frame = frame;
  }

  close(): Promise<void> {
    return this.page.browserContext().close();
  }
}

/** A page that is just being left for another one holds nothing to be found. */
function nothingWhileLeaving(error: unknown): string {
  if (error instanceof Error && /context|detached|no such frame/i.test(error.message)) return '';
  throw error;
}

/** The commands of a WebDriver session that a tab needs. */
interface Session extends WebDriverSession {
  navigateTo(url: string): Promise<void>;
  executeScript(script: string, args: readonly unknown[]): Promise<unknown>;
  findElement(using: 'css selector', value: string): Promise<object>;
  switchToFrame(frame: object): Promise<void>;
  createWindow(type: 'tab' | 'window'): Promise<{ handle: string }>;
  switchToWindow(handle: string): Promise<void>;
  closeWindow(): Promise<void>;
  getWindowHandle(): Promise<string>;
  deleteSession(): Promise<void>;
}

async function webKitTabs(port: number): Promise<Tabs> {
  const binary = findWebKit();
  if (!binary) throw new Error('no WebKitGTK found: run "npm run pretest:hosts"');
  const driver = await startWebKitDriver({ ...process.env, TZ: 'America/New_York' });
  // The commands alone: what webdriverio does beyond them watches frames and windows that are gone.
  process.env['WDIO_LOG_LEVEL'] ??= 'error';
  process.env['DISABLE_WEBDRIVERIO_DEPRECATION_WARNINGS'] ??= 'true';
  const { default: WebDriver } = await import('webdriver');
  const session = (await WebDriver.newSession({
    hostname: '127.0.0.1',
    port: driver.port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      ...webKitCapabilities(binary),
      proxy: { proxyType: 'manual', httpProxy: `127.0.0.1:${port}`, noProxy: ['localhost', '127.0.0.1'] },
    },
  })) as unknown as Session;
  // By its own name in the part that gives windows a size.
  session.execute = async (script) => (await session.executeScript(`return (${String(script)})()`, [])) as never;
  const first = await session.getWindowHandle();
  return {
    async open() {
      await session.switchToWindow(first);
      const { handle } = await session.createWindow('window');
      await session.switchToWindow(handle);
      await new WebDriverPage(session).setViewport({ width: 1100, height: 900 });
      return new Tab(new WebDriverHands(session));
    },
    async close() {
      await session.deleteSession();
      driver.end();
    },
  };
}

class WebDriverHands implements Hands {
  readonly #keyboard: WebDriverPage['keyboard'];
  /** Where the frame entered lies on the page: the driver clicks on the page, whatever frame it is in. */
  #frame = { x: 0, y: 0 };

  constructor(private readonly session: Session) {
    this.#keyboard = new WebDriverPage(session).keyboard;
  }

  goto(url: string): Promise<void> {
    return this.session.navigateTo(url);
  }

  async ask(expression: string): Promise<string> {
    return String(await this.session.executeScript(`return (${expression})`, []));
  }

  async clickAt(x: number, y: number): Promise<void> {
    const at = { x: Math.round(x + this.#frame.x), y: Math.round(y + this.#frame.y) };
    const move = { type: 'pointerMove', duration: 0, ...at, origin: 'viewport' };
    const press = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [move, ...press] };
    await this.session.performActions([mouse]);
  }

  type(text: string): Promise<void> {
    return this.#keyboard.type(text);
  }

  async enterFrame(selector: string): Promise<void> {
    const place = await this.ask(
      `(({ left, top }) => left + ' ' + top)(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`,
    );
    const [x, y] = place.split(' ').map(Number);
    this.#frame = { x: x!, y: y! };
    await this.session.switchToFrame(await this.session.findElement('css selector', selector));
  }

  close(): Promise<void> {
    return this.session.closeWindow();
  }
}
