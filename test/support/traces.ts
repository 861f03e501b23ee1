import type { Page } from 'puppeteer-core';

/** What a script could leave behind in a page and its browser. */
export interface Traces {
  stored: string[];
  url: string;
  title: string;
  history: number;
}

/** Reads what a page was left with. */
export function tracesOf(page: Page): Promise<Traces> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const stored = [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...databases.map(({ name }) => name ?? ''),
      ...(await caches.keys()),
      ...document.cookie.split('; ').filter(Boolean),
    ];
    return { stored, url: location.href, title: document.title, history: history.length };
  });
}
