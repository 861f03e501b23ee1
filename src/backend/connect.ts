import { BackendFailure, type BookingBackend, type ListingBackend, type ManagingBackend } from './booking-backend.js';
import type { CardStore } from './stores/card-store.js';
import type { Stores } from './stores/stores.js';
import { adapterNamed, checkAdapter } from './adapter.js';
import { parseAddress, splitAddress } from './address.js';
import { nearestLanguage } from '../locales/nearest.js';
import { page } from './environment.js';
import { once } from './once.js';

export { registerAdapter, type Adapter } from './adapter.js';
export { setScriptBase } from './beside-script.js';
export { ConfigurationError } from './address.js';
export type { Stores } from './stores/stores.js';

/** One backend per address and language for the whole page, so that its elements share what was loaded. */
const backends = new Map<string, Promise<BookingBackend>>();
const managing = new Map<string, Promise<ManagingBackend>>();
const listing = new Map<string, Promise<ListingBackend>>();
let scriptDefault: string | null = null;

/** Names the backend of elements that name none, for the script tag's `data-backend`. */
export function setDefaultBackend(address: string | null): void {
  scriptDefault = address;
}

/**
 * The backend an element uses: `source` (its own property) if it has one, else the `backend` attribute or property of the
 * element or its nearest ancestor across shadow roots, else the script tag's. Null where nothing names one: the element
 * is fed by properties. `<adapter>+https://…` names an adapter. Throws {@link ConfigurationError} for an address that cannot
 * work; the promise rejects with {@link BackendFailure} where the part that speaks HTTP, or the adapter, cannot be loaded.
 */
export function connect(
  source: string | BookingBackend | null | undefined,
  element: Element,
): Promise<BookingBackend> | BookingBackend | null {
  const named = backendNamed(source, element);
  if (typeof named !== 'string') return named;
  const adapted = adaptedBackend(named);
  if (adapted) return adapted;
  const address = parseAddress(named).href;
  const language = nearestLanguage(element);
  return once(backends, language + address, async () => {
    // Loaded on demand: an element fed by properties never pays for HTTP and schemas.
    const { HttpBackend } = await import('./http/http-backend.js').catch(notLoaded);
    return new HttpBackend(address, { ...page, language });
  });
}

/** What {@link connect} goes by: a backend, the address of one, or null. */
export function backendNamed<Backend extends ListingBackend = BookingBackend>(
  source: string | Backend | null | undefined,
  element: Element,
): string | Backend | null {
  return source || nearest<Backend>(element) || scriptDefault || null;
}

/** As {@link connect}, for who manages a booking: an adapter or the page may offer no more than booking takes. */
export function connectManaging(
  source: string | BookingBackend | null | undefined,
  element: Element,
): Promise<ManagingBackend> | ManagingBackend | null {
  const named = backendNamed(source, element);
  if (typeof named !== 'string') return named;
  const adapted = adaptedBackend(named);
  if (adapted) return adapted;
  const address = parseAddress(named).href;
  const language = nearestLanguage(element);
  return once(managing, language + address, async () => {
    const { ManagingHttpBackend } = await import('./http/managing.js').catch(notLoaded);
    return new ManagingHttpBackend(address, { ...page, language });
  });
}

/** As {@link connect}, for cards and lists of them: an adapter or the page may offer no more than booking takes. */
export function connectListing(
  source: string | ListingBackend | null | undefined,
  element: Element,
): Promise<ListingBackend> | ListingBackend | null {
  const named = backendNamed(source, element);
  if (typeof named !== 'string') return named;
  const adapted = adaptedBackend(named);
  if (adapted) return adapted;
  const address = parseAddress(named).href;
  const language = nearestLanguage(element);
  return once(listing, language + address, async () => {
    const { ListingHttpBackend } = await import('./http/listing.js').catch(notLoaded);
    return new ListingHttpBackend(address, { ...page, language });
  });
}

/** What the elements of one backend share. Loaded on demand, as HTTP is. */
export async function storesFor(backend: BookingBackend): Promise<Stores> {
  const { storesOf } = await import('./stores/stores.js');
  return storesOf(backend);
}

/** What the therapist cards of one backend share: they are asked for together. */
export async function cardsFor(backend: ListingBackend): Promise<CardStore> {
  const { cardsOf } = await import('./stores/card-store.js');
  return cardsOf(backend);
}

/** The backend that an adapter makes, or undefined where the address names none. */
function adaptedBackend(named: string): Promise<BookingBackend> | undefined {
  const { adapter, address } = splitAddress(named);
  if (!adapter) return undefined;
  parseAddress(address);
  checkAdapter(adapter);
  // With its query: that is where an adapter reads what its system does not publish.
  return once(backends, named, async () => {
    const make = await adapterNamed(adapter);
    const { transport } = await import('./http/transport.js').catch(notLoaded);
    return make(address, transport);
  });
}

function notLoaded(cause: unknown): never {
  throw new BackendFailure('unreachable', undefined, { cause });
}

function nearest<Backend extends ListingBackend>(element: Element): string | Backend | null {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backend } = at as { backend?: unknown };
    if (isBackend(backend)) return backend as Backend;
    const address = at.getAttribute('backend') ?? at.getAttribute('data-backend');
    if (address) return address;
  }
  return null;
}

function parentOf(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

function isBackend(value: unknown): value is ListingBackend {
  return typeof (value as Partial<ListingBackend> | null | undefined)?.availability === 'function';
}
