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

/** The most characters a booking may carry in a field (see `contract/booking.ts` and `contract/place.ts`). */
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

/** The address fields, which only a visit needs. */
const ADDRESS: ReadonlySet<ContactField> = new Set(['line1', 'line2', 'town', 'postcode', 'access']);

/** Nothing typed yet. */
export const emptyContact: ContactDraft = {
  name: '',
  email: '',
  phone: '',
  line1: '',
  line2: '',
  town: '',
  postcode: '',
  access: '',
};

/**
 * Checks a draft and makes a client of it. One validator for what is typed and what the page prefilled. A phone number
 * may be written in any human way; at least seven digits make it reachable. Only a visit needs an address and must have
 * a phone number. Faults come in the order of the fields.
 */
export function readContact(
  draft: ContactDraft,
  needs: ContactNeeds,
): { client: Client } | { faults: Map<ContactField, ContactFault> } {
  const faults = new Map<ContactField, ContactFault>();
  const value = (field: ContactField): string => draft[field].trim();
  const visits = needs.place === 'outcall';

  if (!value('name')) faults.set('name', 'missing');
  if (!value('email')) faults.set('email', 'missing');
  else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value('email'))) faults.set('email', 'invalid');
  if (value('phone') ? !isPhone(value('phone')) : visits) faults.set('phone', value('phone') ? 'invalid' : 'missing');

  const postcode = parsePostcode(draft.postcode);
  if (visits) {
    if (!value('line1')) faults.set('line1', 'missing');
    if (postcode.kind === 'empty') faults.set('postcode', 'missing');
    else if (postcode.kind !== 'full') faults.set('postcode', 'invalid');
    else if (needs.outwardCode && postcode.outwardCode !== needs.outwardCode) faults.set('postcode', 'elsewhere');
  }
  for (const field of Object.keys(CONTACT_LIMITS) as ContactField[]) {
    if ((visits || !ADDRESS.has(field)) && value(field).length > CONTACT_LIMITS[field]) faults.set(field, 'too-long');
  }
  if (faults.size > 0) return { faults: inFieldOrder(faults) };

  const client: Client = { name: value('name'), email: value('email') };
  if (value('phone')) client.phone = value('phone');
  if (visits && postcode.kind === 'full') {
    client.address = { line1: value('line1'), postcode: postcode.postcode };
    for (const field of ['line2', 'town', 'access'] as const) if (value(field)) client.address[field] = value(field);
  }
  return { client };
}

function inFieldOrder(faults: ReadonlyMap<ContactField, ContactFault>): Map<ContactField, ContactFault> {
  const fields = Object.keys(CONTACT_LIMITS) as ContactField[];
  return new Map(fields.flatMap((field) => (faults.has(field) ? [[field, faults.get(field)!] as const] : [])));
}

/** Digits of any script and what people set between them, then perhaps an extension. */
const PHONE = /^[\p{Nd}\s()+\p{Pd}./]+((x|ext\.?|#)\s*\p{Nd}+)?$/iu;

function isPhone(typed: string): boolean {
  // Numbers copied from an address book carry invisible direction marks.
  const plain = typed.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const digits = plain.match(/\p{Nd}/gu)?.length ?? 0;
  return digits >= 7 && digits <= 20 && PHONE.test(plain);
}
