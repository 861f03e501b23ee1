let scriptBase: string | null = null;
/** How often each file could not be loaded. */
const failures: Record<string, number> = {};

/** Where the script tag's other files are, as an absolute address that ends in a slash. */
export function setScriptBase(base: string | null): void {
  scriptBase = base;
}

/** Whether there is a place to load other files from. */
export function hasScriptBase(): boolean {
  return scriptBase !== null;
}

/**
 * Loads a module that lies beside the script. Rejects where it is missing or the page's policy blocks it, and tells the
 * developer once.
 */
export async function besideScript<Module>(path: string): Promise<Module> {
  const url = (scriptBase ?? '') + path;
  const failed = failures[path] ?? 0;
  try {
    // Some engines remember that a module failed: asking again needs another address.
    return (await import(/* @vite-ignore */ /* webpackIgnore: true */ failed ? `${url}?${failed}` : url)) as Module;
  } catch (error) {
    if (!failed) {
      console.warn(
        `[knead] ${url} could not be loaded. It has to lie beside the script (or where its data-base says), and the page's script-src has to allow it.`,
      );
    }
    failures[path] = failed + 1;
    throw error;
  }
}
