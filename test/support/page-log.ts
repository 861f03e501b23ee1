import type { Page } from 'puppeteer-core';

/** What a page did by itself that no look at one moment shows. */
export interface PageLog {
  /** What was said aloud, in order: `polite: 4 soonest times shown`. */
  said: string[];
  /** Headings that focus was moved to, in order. */
  read: string[];
  /** Both together, in order. */
  heard: string[];
  /** Animations and transitions that began. */
  moved: string[];
  /** Scroll positions that were painted, each once in a row. */
  scrolled: number[];
}

/** Keeps a {@link PageLog} from the page's very start, in shadow roots too. Call it before the page is opened. */
export async function keepLog(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const log: PageLog = { said: [], read: [], heard: [], moved: [], scrolled: [] };
    Object.assign(window, { __log: log });
    const heard = new WeakMap<Element, string>();
    // Methods, because the name that tsx gives to a function is a call of its own, which the page does not know.
    const tools = {
      listen(root: Document | ShadowRoot): void {
        new MutationObserver(() => {
          for (const region of root.querySelectorAll('[aria-live], [role=status], [role=alert]')) {
            const words = region.textContent.replaceAll(/\s+/g, ' ').trim();
            if (words === heard.get(region)) continue;
            heard.set(region, words);
            const polite = region.getAttribute('aria-live') !== 'assertive' && region.getAttribute('role') !== 'alert';
            if (!words) continue;
            log.said.push(`${polite ? 'polite' : 'assertive'}: ${words}`);
            log.heard.push(log.said.at(-1)!);
          }
        }).observe(root, { childList: true, characterData: true, subtree: true });
        // Each root for itself: what moves within one is not told outside of it.
        root.addEventListener('focusin', ({ target }) => {
          const at = target as Element;
          if (at.matches('h1, h2, h3, h4, h5, h6')) {
            log.read.push(at.textContent.trim());
            log.heard.push(`heading: ${log.read.at(-1)!}`);
          }
        });
        for (const type of ['animationstart', 'transitionrun']) {
          root.addEventListener(type, ({ target }) => log.moved.push(`${type} of ${(target as Element).localName}`));
        }
      },
      look(): void {
        if (log.scrolled.at(-1) !== scrollY) log.scrolled.push(scrollY);
        requestAnimationFrame(tools.look);
      },
    };
    tools.listen(document);
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      tools.listen(root);
      return root;
    };
    requestAnimationFrame(tools.look);
  });
}

/** Hands over what the page did since it was last asked. */
export function takeLog(page: Page): Promise<PageLog> {
  return page.evaluate(() => {
    const { said, read, heard, moved, scrolled } = (window as unknown as { __log: PageLog }).__log;
    return {
      said: said.splice(0),
      read: read.splice(0),
      heard: heard.splice(0),
      moved: moved.splice(0),
      scrolled: scrolled.splice(0),
    };
  });
}
