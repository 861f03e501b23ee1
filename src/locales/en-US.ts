import enGB from './en-GB.js';
import type { Locale } from './messages.js';

/**
 * American English: British English but for what an American would stumble over. Addresses are those of the place, so the
 * examples stay British, and a postcode is a postal code rather than a ZIP code, which it is not.
 */
export default {
  tag: 'en-US',
  direction: 'ltr',
  messages: {
    ...enGB.messages,
    outwardLabel: 'Your postal code',
    outwardMissing: 'Enter your postal code, or its first half, like E1',
    outwardInvalid: 'That does not look like a postal code here. Try something like E1 or E1 6AN.',
    outwardTooShort: 'Enter the whole first half of your postal code, for example SE1 or SW1A',
    notVisitedContact: 'Please try another postal code, or get in touch below.',
    town: 'City or town',
    postcode: 'Postal code',
    accessHint: 'Bell, floor, elevator or parking.',
    'fault.postcode.missing': 'Enter your full postal code, like E1 6AN',
    'fault.postcode.invalid': 'Enter a postal code like E1 6AN',
    'fault.postcode.elsewhere':
      'This postal code is not in {outwardCode}. Go back to change where you would like your massage.',
    'fault.consent.missing': 'Check the box to share your answers',
    'stands.cancelled': 'This booking is canceled',
    'means.cancelled': 'Nothing is booked anymore. You don’t need to do anything.',
    noCancelling: 'It can’t be canceled online. Please get in touch with {name} to cancel it.',
    cancelFree: 'Canceling is free until {when}.',
    cancelLate: 'Free canceling ended {when}.',
    cancelling: 'Canceling…',
    cancelled: 'Your booking has been canceled.',
    unknownCancel: 'We are checking whether your booking was canceled',
    laterClosed: 'This booking does not stand anymore, so there is nothing to answer.',
    seeGp: 'If it doesn’t ease, see your doctor.',
    area: 'Area or postal code',
    areaHint: 'Such as E8. Only the first half of a postal code is used.',
    areaInvalid: 'Enter a postal code such as E8 or E8 1EA, or one of the areas listed',
  },
} satisfies Locale;
