/**
 * Does something to the page as it is, and to whatever is inserted later: routers, page builders and consent tools put elements in when they
 * please. `see` gets the document, then each element that comes with all that is in it.
 */
export function watchPage(see: (root: ParentNode) => void): void {
  see(document);
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node instanceof Element && node.isConnected) see(node);
  }).observe(document, { childList: true, subtree: true });
}

/** The elements of a root, itself included, that a selector matches. */
export function allOf(root: ParentNode, selector: string): HTMLElement[] {
  const inside = [...root.querySelectorAll<HTMLElement>(selector)];
  return root instanceof HTMLElement && root.matches(selector) ? [root, ...inside] : inside;
}
