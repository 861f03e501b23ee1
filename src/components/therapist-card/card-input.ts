import type { PropertyValues } from 'lit';
import { isPlainDate } from '../../domain/time/plain-date.js';
import { keepOneOf, warnBadInput } from '../../ui/element/warn-once.js';
import { isSourced } from './card-facts.js';
import { profileLink } from './profile-link.js';
import type { KneadTherapistCard } from './therapist-card.element.js';

const OUTWARD_CODE = /^[A-Z]{1,2}\d[A-Z\d]?$/;

/** Keeps what a page gives to a card to what can be shown, and tells its developer of the rest. */
export function keepInput(card: KneadTherapistCard, changed: PropertyValues<KneadTherapistCard>): void {
  const { href, from, practitioner } = card;
  keepOneOf(card, 'times', [3, 0, 1, 2, 4, 5, 6]);
  keepOneOf(card, 'headingLevel', [3, 1, 2, 4, 5, 6]);
  if (href && changed.has('href') && !profileLink(href, card.baseURI)) {
    warnBadInput(card, 'href', 'an https: address');
  }
  keepOneOf(card, 'place', [null, 'incall', 'outcall']);
  if (card.postcodeArea) {
    const code = card.postcodeArea.trim().toUpperCase();
    const isCode = OUTWARD_CODE.test(code);
    // A whole postcode has no business in an address that is asked for.
    if (!isCode) warnBadInput(card, 'postcode-area', 'the first half of a postcode, such as E8');
    card.postcodeArea = isCode ? code : null;
  }
  keepOneOf(card, 'dayPart', [null, 'morning', 'afternoon', 'evening']);
  if (from && !isPlainDate(from)) {
    warnBadInput(card, 'from', 'a day such as 2026-10-14');
    card.from = null;
  }
  if (practitioner && typeof practitioner === 'object') {
    const { rating, testimonials = [] } = practitioner;
    if ((rating && !isSourced(rating)) || !testimonials.every(isSourced)) {
      warnBadInput(card, 'practitioner', 'a source and a date with every rating and testimonial');
    }
  }
}
