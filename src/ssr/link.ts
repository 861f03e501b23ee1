/** Stands for the page, whose own address need not be told. */
const SOME_PAGE = 'https://page.invalid/a/b';
/** What the contract's links may be without `https:`. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * An address as a link in a page may carry it, or undefined where it must not be one: `https:`, on the page's own site
 * and then left as it is, or on the machine a demo runs on. `fragment` goes after the `#`, which no server sees.
 */
export function linkFor(
  address: string | null | undefined,
  fragment?: Readonly<Record<string, string>>,
): string | undefined {
  const hash = fragment && `#${new URLSearchParams(fragment).toString()}`;
  if (!address) return undefined;
  // The parser and not a pattern: only it sees through " java\nscript:".
  if (
    !URL.canParse(address) &&
    URL.canParse(address, SOME_PAGE) &&
    new URL(address, SOME_PAGE).origin === new URL(SOME_PAGE).origin
  ) {
    return hash ? address.split('#')[0] + hash : address;
  }
  return fullLinkFor(hash ? address.split('#')[0] + hash : address, SOME_PAGE);
}

/**
 * An address in full, for who reads it elsewhere than in its page: `https:`, on the site of `page`, or on the machine a demo
 * runs on. Undefined where that cannot be told, or must not be a link.
 */
export function fullLinkFor(address: string | null | undefined, page: string | undefined): string | undefined {
  if (!address || !URL.canParse(address, page)) return undefined;
  const url = new URL(address, page);
  const isHere =
    LOOPBACK.test(url.hostname) || (page !== undefined && URL.canParse(page) && url.origin === new URL(page).origin);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere) ? url.href : undefined;
}
