let scriptBase = '';
let attempts = 0;

/** Where the script tag's other files are, as an absolute address that ends in a slash. */
export function setScriptBase(base: string | null): void {
  scriptBase = base ?? '';
}

/** Whether there is a place to load other files from. */
export function hasScriptBase(): boolean {
  return scriptBase !== '';
}

/**
 * Loads a module that lies beside the script. Rejects where it is missing or the page's policy blocks it, and tells the
 * developer once: what is in the way of one file is in the way of all.
 */
export async function besideScript<Module>(path: string): Promise<Module> {
  const url = scriptBase + path;
  try {
    // Some engines remember that a module failed: asking again needs another address.
    return (await import(/* @vite-ignore */ /* webpackIgnore: true */ attempts ? `${url}?${attempts}` : url)) as Module;
  } catch (error) {
    attempts += 1;
    if (attempts === 1) {
      console.warn(`[knead] ${url} did not load. Is it there, by data-base, and in script-src?`);
    }
    throw error;
  }
}
