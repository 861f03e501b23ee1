import type { PractitionerRecord } from '../backend/seed.js';
import { londonServices } from './services.js';
import { weekly } from './hours.js';

/** The therapist of the demo's own page: Marylebone, every day from 11:00, sessions over by 22:00. */
export function mara(publicUrl: string): PractitionerRecord {
  return {
    profile: {
      id: 'mara-lindqvist',
      name: 'Mara Lindqvist',
      headline: 'Back, neck and shoulders, at your pace',
      about:
        'I have worked with London’s desk workers, dancers and new runners for eleven years. We talk first, agree where ' +
        'and how firmly I work, and you can change your mind at any moment.',
      url: `${publicUrl}/book/mara-lindqvist`,
      timeZone: 'Europe/London',
      languages: ['en', 'sv'],
      specialisms: [
        { id: 'desk-work', name: 'Desk work and long hours' },
        { id: 'neck-shoulders', name: 'Tight necks and stiff shoulders' },
        { id: 'unwind', name: 'Unwinding after a full week' },
      ],
      credentials: [
        {
          body: 'Thames Register of Bodywork',
          title: 'Registered massage therapist',
          number: 'TRB 20417',
          checkedBy: 'Lantern Lane Massage',
          checkedOn: '2026-03-03',
        },
        { body: 'North Quay College of Bodywork', title: 'Level 5 diploma in massage' },
      ],
      skills: ['pregnancy'],
      pressure: { from: 1, to: 5 },
      places: [
        {
          place: 'incall',
          locationId: 'marylebone',
          area: { name: 'Marylebone', outwardCode: 'W1U' },
          directions: 'Five minutes’ walk from Baker Street station.',
          stepFree: true,
          approval: 'instant',
        },
        {
          place: 'outcall',
          zones: [
            {
              outwardCodes: [
                'W1',
                'W1A',
                'W1B',
                'W1C',
                'W1D',
                'W1F',
                'W1G',
                'W1H',
                'W1J',
                'W1K',
                'W1S',
                'W1T',
                'W1U',
                'W1W',
                'W2',
                'NW1',
              ],
              fee: { amount: 1500, currency: 'GBP' },
            },
            {
              outwardCodes: [
                'W8',
                'W9',
                'W11',
                'NW3',
                'NW6',
                'NW8',
                'N1',
                'N1C',
                'WC1',
                'WC2',
                'SW1',
                'SW1A',
                'SW1X',
                'SW3',
                'SW7',
              ],
              fee: { amount: 2500, currency: 'GBP' },
            },
          ],
          approval: 'instant',
        },
      ],
      serviceIds: londonServices.map(({ id }) => id),
      testimonials: [
        {
          quote: 'She asked more questions than anybody before her, and then did exactly what we had agreed.',
          author: 'Imogen',
          area: 'Marylebone W1',
          source: 'Left after a booking at Lantern Lane Massage',
          date: '2026-05-18',
        },
        {
          quote: 'Calm, punctual, and the table was up in two minutes.',
          author: 'Teo',
          area: 'Maida Vale W9',
          source: 'Left after a booking at Lantern Lane Massage',
          date: '2026-08-02',
        },
      ],
    },
    schedule: {
      timeZone: 'Europe/London',
      hours: { weekly: weekly({ '1-7': '11:00-22:00' }), exceptions: { '2026-12-25': [], '2027-12-25': [] } },
      hoursEnd: 'last-end',
      granularityMinutes: 30,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 15,
      noticeMinutes: 120,
      horizonDays: 90,
      packsDays: true,
    },
    visits: { noticeMinutes: 180, latestStart: '20:30' },
    address: { line1: '14 Lantern Lane', line2: 'Second floor', town: 'London', postcode: 'W1U 0XX' },
    arrival: 'Press bell 2 and take the lift to the second floor.',
    email: 'mara@lanternlane.example',
    phone: '020 7946 0112',
    travelMinutes: [30, 45],
  };
}
