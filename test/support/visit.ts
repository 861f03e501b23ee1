import type { CDPSession, KeyInput, Page } from 'puppeteer-core';
import type { TestBrowser, WatchedPage } from './browser.js';
import { until } from './until.js';

/** What assistive technology is told of one element. */
export interface Seen {
  role: string;
  name: string;
  description: string;
  value: string;
  checked: boolean;
  busy: boolean;
  node: number;
}

/** How something is looked for: the whole name, or a pattern. */
export type Name = string | RegExp;

/** Boxes without a meaning, and pieces of a text that its parent is named by. */
const SILENT: ReadonlySet<string> = new Set(['generic', 'none', 'InlineTextBox', 'LabelText', 'ListMarker']);

/** Kept by the page itself from its very start, before any script of it runs. */
interface Watch {
  violations: string[];
}

/**
 * A visitor in front of one page: finds things by role and name as assistive technology is told them, in shadow roots
 * too, clicks where a person sees them and presses real keys.
 */
export class Visit {
  readonly page: Page;
  /** Called after every key and every wait for focus, for whoever writes down what a visitor meets. */
  noticed: (() => Promise<void>) | undefined;
  readonly #devtools: CDPSession;

  private constructor(
    readonly watched: WatchedPage,
    devtools: CDPSession,
  ) {
    this.page = watched.page;
    this.#devtools = devtools;
  }

  /** Opens a page in a visitor context of its own. `before` prepares it, for example by blocking a script. */
  static async open(
    browser: TestBrowser,
    url: string,
    options: { before?: (page: Page) => Promise<unknown>; viewport?: { width: number; height: number } } = {},
  ): Promise<Visit> {
    const watched = await browser.newPage(options.viewport);
    await watched.page.evaluateOnNewDocument(() => {
      const watch: Watch = { violations: [] };
      Object.assign(window, { __watch: watch });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
        watch.violations.push(`${violatedDirective} ${blockedURI} ${sample}`);
      });
    });
    await options.before?.(watched.page);
    const devtools = await watched.page.createCDPSession();
    await devtools.send('Accessibility.enable');
    await watched.page.goto(url);
    return new Visit(watched, devtools);
  }

  /** Ends the visit as closing the tab does. */
  close(): Promise<void> {
    return this.page.browserContext().close();
  }

  /** Everything of a role, with a name where one is asked for, in the order of the page. */
  async all(role: string, name?: Name): Promise<Seen[]> {
    const { result } = await this.#devtools.send('Runtime.evaluate', { expression: 'document' });
    const { nodes } = await this.#devtools
      .send('Accessibility.queryAXTree', { objectId: result.objectId!, role })
      .catch(nothingWhileLeaving);
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(seen)
      .filter((each) => matches(each.name, name));
  }

  /** Everything of a role within one group of that name. */
  async group(name: string, role: string): Promise<Seen[]> {
    const { node } = await this.find('group', name);
    const { nodes } = await this.#devtools.send('Accessibility.queryAXTree', { backendNodeId: node, role });
    return nodes.filter(({ ignored }) => !ignored).map(seen);
  }

  /** The choices within a group already found: checkboxes where several can be chosen, else radios. */
  async within({ node }: Seen, several: boolean): Promise<Seen[]> {
    const role = several ? 'checkbox' : 'radio';
    const { nodes } = await this.#devtools.send('Accessibility.queryAXTree', { backendNodeId: node, role });
    return nodes.filter(({ ignored }) => !ignored).map(seen);
  }

  /** Waits for something and returns it. Of several, the first. */
  find(role: string, name?: Name): Promise<Seen> {
    return until(
      async () => (await this.all(role, name))[0],
      async () => `no ${role} ${String(name)}; the page says:\n${await this.text()}`,
    );
  }

  /** Waits until something is not there. */
  async gone(role: string, name: Name): Promise<void> {
    await until(
      async () => (await this.all(role, name)).length === 0,
      () => `${role} ${String(name)} is still there`,
    );
  }

  /** Waits until a text shows somewhere on the page. */
  async says(text: Name): Promise<void> {
    await until(
      async () => matches(await this.text(), typeof text === 'string' ? new RegExp(escaped(text)) : text),
      async () => `the page does not say ${String(text)} but:\n${await this.text()}`,
    );
  }

  /** Clicks with the mouse in the middle of what belongs to the thing, its label included. */
  async click(role: string, name?: Name): Promise<void> {
    await this.clickAt(await this.find(role, name));
  }

  /** Clicks something already found. */
  async clickAt({ node, name }: Seen): Promise<void> {
    const { x, y, hit } = await this.#on<{ x: number; y: number; hit: boolean }>(node, async function (this: Element) {
      const target = this.closest('label') ?? this;
      target.scrollIntoView({ block: 'center', behavior: 'instant' });
      // People click what stands still: a page may scroll smoothly to what took focus.
      for (let still = 0, before = NaN, frame = 0; still < 3 && frame < 120; frame += 1) {
        await new Promise(requestAnimationFrame);
        const { top } = target.getBoundingClientRect();
        still = top === before ? still + 1 : 0;
        before = top;
      }
      const { left, top, width, height } = target.getClientRects()[0] ?? target.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const at = (target.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
      return { x, y, hit: at !== null && (target.contains(at) || at.contains(target)) };
    });
    if (!hit) throw new Error(`"${name}" cannot be clicked: something lies over it, or it is out of sight`);
    await this.page.mouse.click(x, y);
  }

  /** Clicks into a text field and types over what it holds. */
  async fill(name: Name, value: string): Promise<void> {
    await this.click('textbox', name);
    await this.chord('Control', 'a');
    await this.page.keyboard.press('Backspace');
    await this.page.keyboard.type(value);
  }

  /** Presses a key so often. */
  async press(key: KeyInput, times = 1): Promise<void> {
    for (let count = 0; count < times; count += 1) {
      await this.page.keyboard.press(key);
      await this.noticed?.();
    }
  }

  /** Presses a key while another one is down. */
  async chord(held: KeyInput, key: KeyInput): Promise<void> {
    await this.page.keyboard.down(held);
    await this.page.keyboard.press(key);
    await this.page.keyboard.up(held);
  }

  /** Presses Tab until something has focus; gives up after `most` presses. Returns how many it took. */
  async tabTo(role: string, name?: Name, most = 120): Promise<number> {
    const passed: string[] = [];
    for (let count = 0; count <= most; count += 1) {
      const at = await this.focused();
      if (at && at.role === role && matches(at.name, name)) return count;
      passed.push(at ? `${at.role} "${at.name}"` : 'nothing');
      await this.press('Tab');
    }
    throw new Error(`Tab did not reach ${role} ${String(name)} but: ${passed.join(', ')}`);
  }

  /** What has focus, or null where nothing but the page has. */
  async focused(): Promise<Seen | null> {
    const { result } = await this.#devtools.send('Runtime.evaluate', {
      expression: `(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at === document.body ? null : at;
      })()`,
    });
    if (!result.objectId) return null;
    const { nodes } = await this.#devtools.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: false,
    });
    return nodes[0] ? seen(nodes[0]) : null;
  }

  /** Names of the groups that something stands in, from the outermost: read out as they are entered. */
  async groupsAround({ node }: Seen): Promise<string[]> {
    const { nodes } = await this.#devtools.send('Accessibility.getAXNodeAndAncestors', { backendNodeId: node });
    const groups = nodes.slice(1).filter(({ role }) => /^(group|radiogroup)$/.test(String(role?.value)));
    return groups
      .map((each) => seen(each).name)
      .filter(Boolean)
      .reverse();
  }

  /** Waits until something has focus. */
  async focuses(role: string, name: Name): Promise<void> {
    await until(
      async () => {
        const at = await this.focused();
        return at?.role === role && matches(at.name, name);
      },
      async () =>
        `focus is not on ${role} ${String(name)} but on ${JSON.stringify(await this.focused())}; the page says:\n${await this.text()}`,
    );
    await this.noticed?.();
  }

  /** The page as assistive technology is told it, below one element inside others' shadow roots: a line per role and name, indented. */
  async tree(...path: readonly string[]): Promise<string[]> {
    const { result } = await this.#devtools.send('Runtime.evaluate', {
      expression: `document${path.map((selector) => `.querySelector(${JSON.stringify(selector)})`).join('.shadowRoot')}`,
    });
    const { node } = await this.#devtools.send('DOM.describeNode', { objectId: result.objectId! });
    const { nodes } = await this.#devtools.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((each) => [each.nodeId, each]));
    const lines: string[] = [];
    const walk = (each: (typeof nodes)[number], depth: number): void => {
      const { role, name, checked } = seen(each);
      const told = !each.ignored && !SILENT.has(role);
      if (told)
        lines.push(
          `${'  '.repeat(depth)}${[role, name && `"${name}"`, checked && 'checked'].filter(Boolean).join(' ')}`,
        );
      for (const id of each.childIds ?? []) walk(byId.get(id)!, told ? depth + 1 : depth);
    };
    const top = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
    if (top) walk(top, 0);
    return lines;
  }

  /** Whether a person sees it: it has a size and is not hidden. */
  async isVisible({ node }: Seen): Promise<boolean> {
    return this.#on<boolean>(node, function (this: Element) {
      return (
        this.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        this.getBoundingClientRect().height > 0
      );
    });
  }

  /** Where it is painted, scrolled into sight, its label included. In pixels of the page. */
  async box({ node }: Seen): Promise<{ x: number; y: number; width: number; height: number }> {
    return this.#on(node, function (this: Element) {
      const target = this.closest('label') ?? this;
      target.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = target.getBoundingClientRect();
      return { x: x + scrollX, y: y + scrollY, width, height };
    });
  }

  /** Everything the page says, as assistive technology reads it, one piece per line. */
  async text(): Promise<string> {
    const { nodes } = await this.#devtools.send('Accessibility.getFullAXTree');
    return nodes
      .filter(({ ignored, role }) => !ignored && role?.value === 'StaticText')
      .map(({ name }) => String(name?.value ?? ''))
      .join('\n');
  }

  /** The page's policy violations so far. */
  violations(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as { __watch: Watch }).__watch.violations);
  }

  async #on<Result>(backendNodeId: number, read: (this: Element) => Result | Promise<Result>): Promise<Result> {
    const { object } = await this.#devtools.send('DOM.resolveNode', { backendNodeId });
    const { result } = await this.#devtools.send('Runtime.callFunctionOn', {
      objectId: object.objectId!,
      functionDeclaration: read.toString(),
      returnByValue: true,
      awaitPromise: true,
    });
    return result.value as Result;
  }
}

/** A page that is just being left for another one holds nothing to be found. */
function nothingWhileLeaving(error: unknown): { nodes: [] } {
  if (error instanceof Error && /Cannot find context/.test(error.message)) return { nodes: [] };
  throw error;
}

interface AccessibilityNode {
  role?: { value?: unknown };
  name?: { value?: unknown };
  description?: { value?: unknown };
  value?: { value?: unknown };
  properties?: { name: string; value: { value?: unknown } }[];
  backendDOMNodeId?: number;
}

function seen({ role, name, description, value, properties = [], backendDOMNodeId }: AccessibilityNode): Seen {
  const is = (wanted: string): boolean =>
    properties.some((property) => property.name === wanted && String(property.value.value) === 'true');
  return {
    role: String(role?.value ?? ''),
    name: String(name?.value ?? ''),
    description: String(description?.value ?? ''),
    value: String(value?.value ?? ''),
    checked: is('checked'),
    busy: is('busy') || is('disabled'),
    node: backendDOMNodeId ?? 0,
  };
}

function matches(text: string, name: Name | undefined): boolean {
  return name === undefined || (typeof name === 'string' ? text === name : name.test(text));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
