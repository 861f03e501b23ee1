import { TAGS } from './twins.js';
import { watchPage, allOf } from './watch.js';

/** How near to what can be seen is near enough, in pixels. */
const NEAR = '400px';

/**
 * When the elements of the page may begin: at once, or by the script tag's `data-load` once one of them is near what can be seen (`view`), or
 * once the visitor agreed (`consent`): the page says `document.dispatchEvent(new Event('knead-consent'))`, or somebody presses an element
 * with `data-knead-consent`. Until then nothing is asked of the backend, and what stands in the tags shows.
 */
export function whenWanted(load: string | undefined): Promise<void> {
  if (load === 'view') return whenSeen();
  if (load === 'consent') return whenAgreed();
  return Promise.resolve();
}

function whenSeen(): Promise<void> {
  return new Promise((resolve) => {
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        seen.disconnect();
        resolve();
      },
      { rootMargin: NEAR },
    );
    watchPage((root) => allOf(root, TAGS.join()).forEach((element) => seen.observe(element)));
  });
}

function whenAgreed(): Promise<void> {
  return new Promise((resolve) => {
    document.addEventListener('knead-consent', () => resolve(), { once: true });
    document.addEventListener('click', (event) => {
      const asked = event
        .composedPath()
        .some((node) => node instanceof Element && node.matches('[data-knead-consent]'));
      if (!asked) return;
      event.preventDefault();
      resolve();
    });
  });
}
