/**
 * The address of a profile as a link may carry it, or undefined where it must not be one: `https:`, or the protocol of the
 * page itself, because a page on `http:` links to itself.
 */
export function profileLink(address: string | null | undefined, page: string): string | undefined {
  if (!address) return undefined;
  // What is plainly an address of the web is what it says.
  if (/^https:\/\/[^\s\\]+$/.test(address)) return address;
  try {
    // The parser and not a pattern: only it sees through " java\nscript:".
    const { protocol, href } = new URL(address, page);
    if (protocol === 'https:' || (protocol === 'http:' && page.startsWith('http:'))) return href;
  } catch {
    // No address at all.
  }
  return undefined;
}

/** The address with a time of a practitioner in its fragment, which no server sees. */
export function startLink(href: string, start: string, practitionerId: string): string {
  const [page] = href.split('#');
  return `${page}#knead-start=${encodeURIComponent(start)}&practitioner=${encodeURIComponent(practitionerId)}`;
}
