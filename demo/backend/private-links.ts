import type { PracticeLinks } from './practice-links.js';
import type { Tokens } from './tokens.js';

/** A page of this backend that only the reader of a mail may open. */
export type PrivatePage =
  | { page: 'manage' | 'intake'; bookingId: string }
  | { page: 'book'; practitionerId: string; bookingId: string }
  | { page: 'practice'; practitionerId: string; bookingId?: string };

/**
 * Addresses with a secret in them. The secret stands in the fragment, which browsers send to nobody and servers do not
 * log; the page it opens has buttons, because programs that check mails follow links.
 */
export class PrivateLinks {
  readonly #publicUrl: string;
  readonly #tokens: Tokens;
  readonly #practice: PracticeLinks;

  constructor(publicUrl: string, tokens: Tokens, practice: PracticeLinks) {
    this.#publicUrl = publicUrl;
    this.#tokens = tokens;
    this.#practice = practice;
  }

  async to(page: PrivatePage): Promise<string> {
    if (page.page !== 'practice') {
      const path = page.page === 'book' ? `book/${encodeURIComponent(page.practitionerId)}` : page.page;
      return `${this.#publicUrl}/${path}#knead=${page.bookingId}.${this.#tokens.of('booking', page.bookingId)}`;
    }
    const secret = await this.#practice.secretOf(page.practitionerId);
    return practiceAddress(this.#publicUrl, page.practitionerId, secret, page.bookingId);
  }

  /** The code that proves to be sent to the client of a booking. */
  code(bookingId: string): string {
    return this.#tokens.contactCode(bookingId);
  }
}

/** The link that opens a practice page, at a booking if one is named. */
export function practiceAddress(publicUrl: string, practitionerId: string, secret: string, bookingId?: string): string {
  return `${publicUrl}/practice#${practitionerId}.${secret}${bookingId ? `.${bookingId}` : ''}`;
}

/** Takes a practice link apart, whole or only its fragment. What is none has an empty secret. */
export function readPracticeLink(link: string): { practitionerId: string; secret: string; bookingId: string } {
  const fragment = link.trim().slice(link.trim().indexOf('#') + 1);
  const [, practitionerId = '', secret = '', bookingId = ''] =
    /^(.{1,200})\.([\w-]{43})(?:\.(bk_[\w-]{1,60}))?$/.exec(fragment) ?? [];
  return { practitionerId, secret, bookingId };
}
