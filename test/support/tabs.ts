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

/** Starts an engine. @throws if it is not installed; `npm run pretest:hosts` installs or names what is missing. */
export function openTabs(engine: Engine): Promise<Tabs> {
  return engine === 'webkit' ? webKitTabs() : puppeteerTabs(engine);
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

  async back(): Promise<void> {
    await this.page.goBack();
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
  back(): Promise<void>;
  executeScript(script: string, args: readonly unknown[]): Promise<unknown>;
  findElement(using: 'css selector', value: string): Promise<object>;
  switchToFrame(frame: object): Promise<void>;
  createWindow(type: 'tab' | 'window'): Promise<{ handle: string }>;
  switchToWindow(handle: string): Promise<void>;
  closeWindow(): Promise<void>;
  getWindowHandle(): Promise<string>;
  deleteSession(): Promise<void>;
}

async function webKitTabs(): Promise<Tabs> {
  const binary = findWebKit();
  if (!binary) throw new Error('no WebKitGTK found: run "npm run pretest:hosts"');
  const driver = await startWebKitDriver({ ...process.env, TZ: 'America/New_York' });
  const { remote } = await import('webdriverio');
  const session = (await remote({
    hostname: '127.0.0.1',
    port: driver.port,
    path: '/',
    logLevel: 'silent',
    capabilities: webKitCapabilities(binary),
  })) as unknown as Session;
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

  constructor(private readonly session: Session) {
    this.#keyboard = new WebDriverPage(session).keyboard;
  }

  goto(url: string): Promise<void> {
    return this.session.navigateTo(url);
  }

  back(): Promise<void> {
    return this.session.back();
  }

  async ask(expression: string): Promise<string> {
    return String(await this.session.executeScript(`return (${expression})`, []));
  }

  async clickAt(x: number, y: number): Promise<void> {
    const move = { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' };
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
    await this.session.switchToFrame(await this.session.findElement('css selector', selector));
  }

  close(): Promise<void> {
    return this.session.closeWindow();
  }
}
