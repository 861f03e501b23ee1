/**
 * The address of a profile as a link may carry it, or undefined where it must not be one: `https:`, or the protocol of the
 * page itself, because a page on `http:` links to itself. `start` names a time in the fragment, which no server sees.
 */
export function profileLink(
  address: string | null | undefined,
  page: string,
  start?: { instant: string; practitionerId: string },
): string | undefined {
  if (!address) return undefined;
  // The parser and not a pattern: only it sees through " java\nscript:".
  let url: URL;
  try {
    url = new URL(address, page);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && /^http:/.test(page))) return undefined;
  if (start)
    url.hash = new URLSearchParams({ 'knead-start': start.instant, practitioner: start.practitionerId }).toString();
  return url.href;
}
