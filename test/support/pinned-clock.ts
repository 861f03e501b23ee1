import type { Page } from 'puppeteer-core';

/** Lets a page believe that it is opened at an instant, from which its clock runs on. Call it before the page is opened. */
export async function pinClock(page: Page, instant: string): Promise<void> {
  await page.evaluateOnNewDocument((begin) => {
    const Real = Date;
    const ahead = begin - Real.now();
    window.Date = class extends Real {
      constructor(...given: unknown[]) {
        super(...((given.length > 0 ? given : [Real.now() + ahead]) as [number]));
      }
      static override now(): number {
        return Real.now() + ahead;
      }
    } as DateConstructor;
  }, Date.parse(instant));
}
