import type { SiblingScript } from './sibling.js';
import { warnOnce } from './warn-once.js';

/** How long elements may take to be there, in milliseconds: longer than a slow connection needs for the file. */
const PATIENCE = 30_000;

let loading: Promise<void> | null = null;

/**
 * Waits until an element is defined, and where a file beside the script on the page has it loads that first. Rejects where it does not come: the page's
 * policy blocks the file, it is missing or another one, or nobody on this page registers the element.
 */
export async function whenElement(tag: string, sibling: SiblingScript | null): Promise<void> {
  if (customElements.get(tag)) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`<${tag}> is not defined`)), PATIENCE);
  });
  const failed = new Promise<never>((_, reject) => {
    load(sibling)?.then(() => customElements.get(tag) ?? reject(new Error(`<${tag}> is not in it`)), reject);
  });
  try {
    await Promise.race([customElements.whenDefined(tag), late, failed]);
  } catch (error) {
    warnOnce(
      sibling
        ? `${sibling.src} could not be loaded: it has to lie beside the script, and script-src (and trusted-types, "knead-inject") to allow it.`
        : `<${tag}> is not registered: import "knead/define".`,
    );
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** One attempt for all elements of the page; a failed one is forgotten. */
function load(sibling: SiblingScript | null): Promise<void> | null {
  if (!sibling) return null;
  loading ??= inject(sibling).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function inject({ src, integrity, nonce }: SiblingScript): Promise<void> {
  const script = document.createElement('script');
  script.crossOrigin = 'anonymous';
  script.integrity = integrity;
  script.nonce = nonce;
  script.src = trusted(src);
  await new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('not loaded'));
    document.head.append(script);
  }).catch((error: unknown) => {
    script.remove();
    throw error;
  });
}

interface TrustedTypes {
  createPolicy(name: string, rules: Pick<ScriptPolicy, 'createScriptURL'>): ScriptPolicy;
}
interface ScriptPolicy {
  createScriptURL(url: string): string;
}
let policy: ScriptPolicy | undefined;

/** Where a page takes scripts by policy only, ours says that this address is one of ours. Its name can be taken once. */
function trusted(src: string): string {
  try {
    policy ??= (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('knead-inject', {
      createScriptURL: (url) => url,
    });
  } catch {
    // The page does not name it; whether that matters shows when the address is set.
  }
  return policy?.createScriptURL(src) ?? src;
}
