import type { Page } from 'puppeteer-core';

/** Turns the wheel, as a visitor does, so evenly that the end of the page is reached after about so many milliseconds. */
export async function wheelToEnd(page: Page, milliseconds: number): Promise<void> {
  await page.mouse.move(500, 400);
  const from = performance.now();
  for (;;) {
    const rest = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          requestAnimationFrame(() => done(document.documentElement.scrollHeight - innerHeight - Math.ceil(scrollY)));
        }),
    );
    if (rest <= 0) return;
    const passed = performance.now() - from;
    if (passed > 5 * milliseconds) throw new Error('the wheel does not reach the end');
    await page.mouse.wheel({ deltaY: Math.ceil((rest * 16) / Math.max(16, milliseconds - passed)) });
  }
}
