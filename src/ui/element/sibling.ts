/** A script-tag file of ours that lies beside the one on the page. */
export interface SiblingScript {
  /** Absolute address. */
  src: string;
  /** What the file must hash to (Subresource Integrity). */
  integrity: string;
  /** Of the script that is on the page: what the page trusts may load what belongs to it. */
  nonce: string;
}

let sibling: SiblingScript | null = null;

/** Names the file that has the elements this one leaves out. */
export function setSibling(script: SiblingScript | null): void {
  sibling = script;
}

/** The file that was named, if any. */
export function siblingScript(): SiblingScript | null {
  return sibling;
}
