import { hkdfSync } from 'node:crypto';
import { compactDecrypt, CompactEncrypt } from 'jose';
import type { Answers } from '../../src/contract/intake.js';

/**
 * Keeps answers unreadable at rest: each set is a JWE (A256GCM, a fresh nonce each) that also names the booking it belongs
 * to, so that one cannot be passed off as another's. Whoever has the database without the key has nothing.
 */
export class AnswerSafe {
  readonly #key: Uint8Array;

  /** `secret`: at least 32 characters. The same secret opens what was locked with it before. */
  constructor(secret: string) {
    this.#key = new Uint8Array(hkdfSync('sha256', secret, '', 'knead intake answers', 32));
  }

  /** The answers of a booking as text that only this safe can read. */
  lock(bookingId: string, answers: Answers): Promise<string> {
    const text = new TextEncoder().encode(JSON.stringify(answers));
    return new CompactEncrypt(text)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', booking: bookingId })
      .encrypt(this.#key);
  }

  /** The answers of a booking. Throws an Error where they are another booking's, were changed, or have another key. */
  async open(bookingId: string, locked: string): Promise<Answers> {
    const { plaintext, protectedHeader } = await compactDecrypt(locked, this.#key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    if (protectedHeader['booking'] !== bookingId) throw new Error('These answers belong to another booking.');
    return JSON.parse(new TextDecoder().decode(plaintext)) as Answers;
  }
}
