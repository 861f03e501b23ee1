import type { BookingBackend } from './booking-backend.js';
import type { Transport } from './http/transport.js';
import { BackendFailure } from './booking-backend.js';
import { ConfigurationError } from './address.js';
import { besideScript, hasScriptBase } from './beside-script.js';

/**
 * Makes a backend of a system that does not speak the Knead Booking API. `address` is what stands after `<name>+`, with its
 * query, in which an adapter reads what its system does not publish. Throws {@link ConfigurationError} for an address that
 * cannot work.
 */
export type Adapter = (address: string, transport: Transport) => BookingBackend;

const adapters = new Map<string, Adapter>();

/** Names an adapter, for pages that bundle Knead: `backend="<name>+https://…"` then uses it. */
export function registerAdapter(name: string, adapter: Adapter): void {
  adapters.set(name, adapter);
}

/** Throws {@link ConfigurationError} where an adapter is neither registered nor to be had from beside the script. */
export function checkAdapter(name: string): void {
  if (!adapters.has(name) && !hasScriptBase()) throw new ConfigurationError(`There is no adapter named "${name}".`);
}

/**
 * The adapter of a name: a registered one, else `adapters/<name>.js` beside the script. Rejects with `unreachable` where
 * that file is missing or the page's policy blocks it, and tells the developer.
 */
export async function adapterNamed(name: string): Promise<Adapter> {
  const registered = adapters.get(name);
  if (registered) return registered;
  try {
    return (await besideScript<{ default: Adapter }>(`adapters/${name}.js`)).default;
  } catch (cause) {
    throw new BackendFailure('unreachable', undefined, { cause });
  }
}
