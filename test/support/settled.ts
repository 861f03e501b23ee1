// What elements load on demand is there beforehand: how long a development server takes to hand it out is no part of a test.
import '../../src/backend/stores/card-store.js';
import '../../src/backend/stores/stores.js';
import '../../src/components/intake-form/details.js';

/** Frames without a change after which nothing more is expected to happen by itself: longer than cards gather requests. */
const QUIET = 8;
/** Frames after which a page that never rests counts as settled: a skeleton that shimmers, for instance. */
const PATIENCE = 300;

/**
 * Waits until nothing under `root` has changed for a few frames, in shadow roots too: data has arrived, and elements have
 * drawn it, colours and sizes included. What waits for the visitor or for ever is settled.
 */
export async function settled(root: Element): Promise<void> {
  let quiet = 0;
  const observer = new MutationObserver(() => {
    quiet = 0;
  });
  const watched = new Set<Node>();
  const watch = (node: Element | ShadowRoot): void => {
    if (!watched.has(node)) {
      watched.add(node);
      observer.observe(node, { subtree: true, childList: true, attributes: true, characterData: true });
    }
    for (const element of node.querySelectorAll('*')) if (element.shadowRoot) watch(element.shadowRoot);
  };
  for (let frame = 0; frame < PATIENCE && quiet < QUIET; frame += 1) {
    if (root.shadowRoot) watch(root.shadowRoot);
    watch(root);
    quiet = [...watched].some(isChanging) ? 0 : quiet + 1;
    await new Promise(requestAnimationFrame);
  }
  observer.disconnect();
}

/** Whether anything is on its way from one look to another. What moves for ever, as a skeleton does, is no transition. */
function isChanging(node: Node): boolean {
  return node instanceof ShadowRoot && node.getAnimations().some((each) => each instanceof CSSTransition);
}
