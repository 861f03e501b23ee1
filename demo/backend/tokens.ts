import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Bearer secrets, made from the server's key and the id they open (256 bits). They are never stored: a replayed answer
 * derives its token again, and the database keeps only the hash that a presented token is compared with.
 */
export class Tokens {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  /** The token that opens one hold or one booking. */
  of(kind: 'hold' | 'booking', id: string): string {
    return this.#mac(`${kind}:${id}`);
  }

  /** Marks a text as this backend's own, for one purpose. Nobody else can make the mark, or guess the text from it. */
  mark(purpose: MarkPurpose, text: string): string {
    return this.#mac(`${purpose}:${text}`);
  }

  /** The six digits that prove to be sent to the right client of a booking. */
  contactCode(bookingId: string): string {
    const mark = Buffer.from(this.#mac(`contact:${bookingId}`), 'base64url').readUInt32BE(0);
    return String(mark % 1_000_000).padStart(6, '0');
  }

  #mac(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}

/** What a mark is for: one made for another purpose is none. */
export type MarkPurpose =
  'intake-proof' | 'answers' | 'visitor' | 'practice-link' | 'practice-session' | 'practice-form';

/** What is stored of a secret. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether a presented secret is the one whose hash was stored, in a time that does not depend on where they differ. */
export function matches(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash));
}

/** A new identifier nobody can guess, with a prefix that says of what. */
export function newId(prefix: 'hold' | 'bk' | 'block'): string {
  return `${prefix}_${randomBytes(16).toString('base64url')}`;
}

// Without 0 O 1 I L U V, which are mistaken for each other or make words.
const SAYABLE = '23456789ABCDEFGHJKMNPQRSTWXYZ';

/** A reference people can say on the phone, such as `K7QM-4XTP`. */
export function newReference(): string {
  const characters = [...randomBytes(8)].map((byte) => SAYABLE[byte % SAYABLE.length]);
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}
