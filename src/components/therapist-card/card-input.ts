import type { PropertyValues } from 'lit';
import { isPlainDate } from '../../domain/time/plain-date.js';
import { keepOneOf, warnBadInput } from '../../ui/element/warn-once.js';
import { isSourced } from './card-facts.js';
import { profileLink } from './profile-link.js';
import type { KneadTherapistCard } from './therapist-card.element.js';

/** Most times a card shows, whatever the page asks for. */
const MOST_TIMES = 6;
const OUTWARD_CODE = /^[A-Z]{1,2}\d[A-Z\d]?$/;

/** Keeps what a page gives to a card to what can be shown, and tells its developer of the rest. */
export function keepInput(card: KneadTherapistCard, changed: PropertyValues<KneadTherapistCard>): void {
  const { times, headingLevel, href, from, practitioner } = card;
  if (!(Number.isInteger(times) && times >= 0 && times <= MOST_TIMES)) {
    warnBadInput(card, 'times', `a whole number from 0 to ${MOST_TIMES}`);
    card.times = 3;
  }
  if (!(headingLevel >= 1 && headingLevel <= 6)) {
    warnBadInput(card, 'heading-level', 'a whole number from 1 to 6');
    card.headingLevel = 3;
  }
  if (href && changed.has('href') && !profileLink(href, document.baseURI)) {
    warnBadInput(card, 'href', 'an https: address');
  }
  if (card.place) keepOneOf(card, 'place', [null, 'incall', 'outcall']);
  if (card.postcodeArea) {
    const code = card.postcodeArea.trim().toUpperCase();
    const isCode = OUTWARD_CODE.test(code);
    // A whole postcode has no business in an address that is asked for.
    if (!isCode) warnBadInput(card, 'postcode-area', 'the first half of a postcode, such as E8');
    card.postcodeArea = isCode ? code : null;
  }
  if (card.dayPart) keepOneOf(card, 'dayPart', [null, 'morning', 'afternoon', 'evening']);
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
