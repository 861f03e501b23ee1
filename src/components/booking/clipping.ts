import type { LitElement } from 'lit';
import { warnOnce } from '../../ui/element/warn-once.js';

/**
 * Tells the developer, whenever the height of what shows has changed, which element of the page cuts it off: one that hides what
 * does not fit takes the lower part with its button away. Names it by tag, id and class only.
 */
export function hintOfClipping({ renderRoot }: LitElement): void {
  const shown = renderRoot.querySelector('.container')!;
  new ResizeObserver(() => {
    const { top, bottom, height } = shown.getBoundingClientRect();
    // What is beyond a scroller can be reached, and a body is mostly kept from scrolling for a while.
    for (let at = around(shown); height && at && at !== document.body; at = around(at)) {
      const { overflowY, position } = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      if (/hidden|clip/.test(overflowY) && (bottom - box.bottom > 1 || box.top - top > 1)) {
        const [id, classes] = ['id', 'class'].map((name) => at!.getAttribute(name));
        const named = `${at.localName}${id ? ` id="${id}"` : ''}${classes ? ` class="${classes}"` : ''}`;
        return warnOnce(`<knead-booking> is clipped by <${named}>: let its height grow.`);
      }
      if (position === 'fixed' || /auto|scroll/.test(overflowY)) return;
    }
  }).observe(shown);
}

/** What an element is drawn in, out of shadow roots too; nothing around the page. */
function around(element: Element): Element | null | undefined {
  return element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
}
