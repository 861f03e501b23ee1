import type { Business } from '../../src/contract/business.js';
import { londonTexts } from './texts.js';

/** The fictional London practice that runs the demo backend. `publicUrl` has no slash at its end. */
export function londonBusiness(publicUrl: string): Business {
  return {
    id: 'lantern-lane',
    name: 'Lantern Lane Massage',
    timeZone: 'Europe/London',
    currency: 'GBP',
    region: 'GB',
    locales: ['en-GB', ...Object.keys(londonTexts)],
    contact: { phone: '020 7946 0112', email: 'hello@lanternlane.example', url: `${publicUrl}/book/mara-lindqvist` },
    cancellation: {
      freeUntilHours: 24,
      text: 'After that, half of the price is due. If you are unwell, call us and we will find another time.',
    },
    payment: { when: 'on-the-day', methods: ['card', 'cash'] },
    terms: { id: 'terms', version: '1', url: `${publicUrl}/terms`, title: 'Booking terms' },
    genderFilter: true,
    privacyNotice: { id: 'privacy', version: '1', url: `${publicUrl}/privacy`, title: 'Privacy notice' },
    bookingPage: `${publicUrl}/book/mara-lindqvist`,
  };
}
