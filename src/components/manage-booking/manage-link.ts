/** What opens a booking. */
export interface ManageLink {
  id: string;
  token: string;
}

/** Printable characters only: a token travels in a header. */
const TOKEN = /^[!-~]{16,500}$/;

/**
 * The booking that a mail's link opens, `#knead=<id>.<token>`, or null where the fragment names none. Ids may hold dots,
 * tokens do not; what must not stand in a fragment is percent-encoded. Only read: the address is left as it is.
 */
export function linkFromFragment(fragment: string): ManageLink | null {
  const [, named = ''] = /(?:^#|&)knead=([^&]*)/.exec(fragment) ?? [];
  const dot = named.lastIndexOf('.');
  try {
    return linkOf(decodeURIComponent(named.slice(0, Math.max(dot, 0))), decodeURIComponent(named.slice(dot + 1)));
  } catch {
    return null;
  }
}

/** Id and token, or null where either cannot be one. */
export function linkOf(id: string | null, token: string | null): ManageLink | null {
  return id && id.length <= 200 && token && TOKEN.test(token) ? { id, token } : null;
}

/** An address that a link may have: `https:`, or the protocol of the page itself, which links to itself. */
export function safeAddress(address: string | null | undefined, page: string): string | undefined {
  if (!address) return undefined;
  // The parser and not a pattern: only it sees through " java\nscript:".
  try {
    const { protocol, href } = new URL(address, page);
    return protocol === 'https:' || (protocol === 'http:' && page.startsWith('http:')) ? href : undefined;
  } catch {
    return undefined;
  }
}
