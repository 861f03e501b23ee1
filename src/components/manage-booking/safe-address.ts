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
