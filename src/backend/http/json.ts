import { BackendFailure } from '../booking-backend.js';

/** No body is read beyond this many bytes. */
export const MAX_BODY = 5 * 1024 * 1024;

const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const MAYBE_BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]|\\u20[26]/i;
/** Names that every `Object.prototype` has. More of them means that a script on the page has added some. */
const NAMES_OF_OBJECT = 12;

/** Reads a body of at most {@link MAX_BODY} bytes. Throws {@link BackendFailure} beyond, and whatever the stream throws. */
export async function readBytes(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Without options WebKit makes some, which inherit whatever a page has put on `Object.prototype`.
  // @ts-expect-error TypeScript has no null-prototype literal.
  const reader = response.body?.getReader({ __proto__: null });
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MAX_BODY) {
      reader.cancel().catch(() => undefined);
      throw new BackendFailure('broken');
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/**
 * JSON as a backend wrote it, made safe to look into: controls that reorder text on the screen are removed from strings,
 * and nothing that a script added to `Object.prototype` shines through where a property is absent. Throws SyntaxError.
 */
export function parseJson(text: string): unknown {
  const polluted = Object.getOwnPropertyNames(Object.prototype).length > NAMES_OF_OBJECT;
  // A reviver costs several times the parsing itself, so it runs only where there is something to do.
  if (!polluted && !MAYBE_BIDI_CONTROLS.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value === 'string') return value.replace(BIDI_CONTROLS, '');
    return polluted && value && typeof value === 'object' && !Array.isArray(value)
      ? Object.setPrototypeOf(value, null)
      : value;
  });
}

/**
 * Like `JSON.stringify` for plain data, but deaf to `toJSON`: old libraries put one on `Array.prototype`, and every array
 * would be sent as a string.
 */
export function toJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .filter((entry) => entry[1] !== undefined)
    .map(([name, member]) => `${JSON.stringify(name)}:${toJson(member)}`)
    .join(',')}}`;
}
