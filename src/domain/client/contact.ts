import type { Client } from '../../contract/booking.js';
import type { Place } from '../../contract/place.js';
import { parsePostcode } from './postcode.js';

/** What a visitor has typed about themselves so far. Every field may be empty. */
export interface ContactDraft {
  name: string;
  email: string;
  phone: string;
  line1: string;
  line2: string;
  town: string;
  postcode: string;
  access: string;
}

export type ContactField = keyof ContactDraft;

/** What is wrong with a field. */
export type ContactFault = 'missing' | 'invalid' | 'elsewhere' | 'too-long';

/** Where the session is, as far as the contact details depend on it. */
export interface ContactNeeds {
  place: Place;
  /** For `outcall`: the outward code the price was made for. */
  outwardCode?: string | undefined;
}

/** The fields in the order of the page, with the most characters of each (see `contract/booking.ts` and `contract/place.ts`). */
export const CONTACT_LIMITS: Readonly<Record<ContactField, number>> = {
  name: 300,
  email: 320,
  phone: 40,
  line1: 300,
  line2: 300,
  town: 300,
  postcode: 40,
  access: 500,
};
const OPTIONAL = ['line2', 'town', 'access'] as const satisfies ContactField[];

/** Nothing typed yet. */
export const emptyContact: Readonly<ContactDraft> = {
  ...{ name: '', email: '', phone: '' },
  ...{ line1: '', line2: '', town: '', postcode: '', access: '' },
};
const FIELDS = Object.keys(emptyContact) as ContactField[];

/**
 * Checks a draft and makes a client of it. One validator for what is typed and what the page prefilled. A phone number
 * may be written in any human way; at least seven digits make it reachable. Only a visit needs an address and must have
 * a phone number. Faults come in the order of the fields.
 */
export function readContact(
  draft: ContactDraft,
  needs: ContactNeeds,
): { client: Client } | { faults: Map<ContactField, ContactFault> } {
  const value = (field: ContactField): string => draft[field].trim();
  const visits = needs.place === 'outcall';
  const faults = new Map<ContactField, ContactFault>();
  for (const field of visits ? FIELDS : FIELDS.slice(0, FIELDS.indexOf('line1'))) {
    const fault = faultIn(field, value(field), needs);
    if (fault) faults.set(field, fault);
  }
  if (faults.size > 0) return { faults };

  const client: Client = { name: value('name'), email: value('email') };
  if (value('phone')) client.phone = value('phone');
  const postcode = parsePostcode(draft.postcode);
  if (visits && postcode.kind === 'full') {
    client.address = { line1: value('line1'), postcode: postcode.postcode };
    for (const field of OPTIONAL) if (value(field)) client.address[field] = value(field);
  }
  return { client };
}

function faultIn(field: ContactField, typed: string, { place, outwardCode }: ContactNeeds): ContactFault | undefined {
  const postcode = parsePostcode(typed);
  const isEmpty = field === 'postcode' ? postcode.kind === 'empty' : !typed;
  const isOptional = field === 'phone' ? place === 'incall' : OPTIONAL.some((other) => other === field);
  if (typed.length > CONTACT_LIMITS[field]) return 'too-long';
  if (isEmpty) return isOptional ? undefined : 'missing';
  if (field === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed) ? undefined : 'invalid';
  if (field === 'phone') return isPhone(typed) ? undefined : 'invalid';
  if (field !== 'postcode') return undefined;
  if (postcode.kind !== 'full') return 'invalid';
  return outwardCode && postcode.outwardCode !== outwardCode ? 'elsewhere' : undefined;
}

/** Digits of any script and what people set between them, then perhaps an extension. */
const PHONE = /^[\p{Nd}\s()+\p{Pd}./]+((x|ext\.?|#)\s*\p{Nd}+)?$/iu;

function isPhone(typed: string): boolean {
  // Numbers copied from an address book carry invisible direction marks.
  const plain = typed.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const digits = plain.match(/\p{Nd}/gu)?.length ?? 0;
  return digits >= 7 && digits <= 20 && PHONE.test(plain);
}
