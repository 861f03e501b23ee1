/** The page named a backend in a way that cannot work, or none at all. Elements turn its words into one console warning. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(
    message = 'expected an address such as https://booking.example, without a password, here, around it or on the script tag.',
  ) {
    super(message);
  }

  /** What the failure screen goes by: trying again helps nobody, and the developer is told. */
  readonly kind = 'configuration';
}

/** Takes `<adapter>+https://…` apart. Without an adapter in front the address is as it was. */
export function splitAddress(named: string): { adapter: string | undefined; address: string } {
  const [, adapter, address] = /^\s*([a-z][a-z0-9-]*)\+(https?:.*)$/is.exec(named) ?? [];
  return { adapter: adapter?.toLowerCase(), address: address ?? named };
}

/**
 * Reads the address of a backend: absolute, `https:`, or `http:` on this machine. Query and fragment are dropped, and so
 * is a slash at the end. Throws {@link ConfigurationError} for anything else.
 */
export function parseAddress(address: string | URL): URL {
  const { adapter } = splitAddress(String(address));
  if (adapter) throw new ConfigurationError(`There is no adapter named "${adapter}".`);
  let url: URL | undefined;
  try {
    url = new URL(address);
  } catch {
    // Said below, with the expected form.
  }
  if (!url || !isSafe(url) || url.username || url.password) throw new ConfigurationError();
  url.search = url.hash = '';
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

/** Whether a request may go there: encrypted, or not leaving this machine. */
export function isSafe(url: URL): boolean {
  return (
    url.protocol === 'https:' || (url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname))
  );
}
