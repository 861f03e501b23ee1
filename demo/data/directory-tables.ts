import type { Specialism } from '../../src/contract/practitioner.js';
import type { RuleOverride } from '../../src/domain/intake/overrides.js';
import { weekly } from './hours.js';

/** The small tables the directory's fictional therapists are put together from. */

export const NAMES: readonly string[] = [
  'Amara Okoye',
  'Ben Hallworth',
  'Carys Penhallow',
  'Dario Venturi',
  'Elif Sarac',
  'Freya Holmgren',
  'Gwen Ashdown',
  'Hamza Rafiq',
  'Ines Caldeira',
  'Jonah Whitlock',
  'Kasia Nowicka',
  'Liam Corrigan',
  'Mei-Lin Zhou',
  'Noor Haddad',
  'Oskar Brandt',
  'Priya Raman',
  'Quentin Marlow',
  'Rosa Quintana',
  'Stefan Ionescu',
  'Tamsin Greave',
  'Umar Siddiqi',
  'Vera Kovalik',
  'Will Thackeray',
  'Xenia Doukas',
  'Yusuf Demir',
  'Zofia Wrona',
  'Adaeze Umeh',
  'Bram de Witte',
  'Chiara Bellandi',
  'Declan Moyne',
  'Esther Abiola',
  'Felix Arrowsmith',
  'Greta Lindholm',
  'Hugo Marchetti',
  'Isla Farquhar',
  'Jaya Menon',
  'Kofi Mensah',
  'Lena Hartwig',
  'Marek Dvorsky',
  'Nadia Benali',
];

export interface LondonArea {
  name: string;
  outwardCode: string;
  /** Near enough for a visit at the lower fee, then at the higher. */
  near: readonly string[];
  far: readonly string[];
  station: string;
}

const area = (name: string, outwardCode: string, station: string, near: string, far: string): LondonArea => ({
  name,
  outwardCode,
  station,
  near: [outwardCode, ...near.split(' ')],
  far: far.split(' '),
});

export const AREAS: readonly LondonArea[] = [
  area('Shoreditch', 'E1', 'Shoreditch High Street', 'E2 EC1 EC2', 'E3 E8 N1 SE1'),
  area('Kensington', 'W8', 'High Street Kensington', 'W14 SW7 W11', 'W1 W2 SW5 SW10'),
  area('Islington', 'N1', 'Angel', 'N5 N7 EC1', 'N4 E8 NW1 WC1'),
  area('Brixton', 'SW2', 'Brixton', 'SW9 SW4 SE24', 'SE5 SW8 SW12 SE11'),
  area('Hackney', 'E8', 'Hackney Central', 'E5 E9 N16', 'E2 E3 N1 E10'),
  area('Clapham', 'SW4', 'Clapham Common', 'SW11 SW12 SW8', 'SW2 SW9 SW17 SW18'),
  area('Greenwich', 'SE10', 'Greenwich', 'SE3 SE8 SE7', 'SE13 SE14 SE18 E14'),
  area('Camden', 'NW1', 'Camden Town', 'NW5 NW3 N1C', 'NW8 N7 WC1 NW6'),
  area('Peckham', 'SE15', 'Peckham Rye', 'SE5 SE22 SE14', 'SE1 SE4 SE16 SE24'),
  area('Ealing', 'W5', 'Ealing Broadway', 'W13 W7 W3', 'W4 W12 NW10'),
  area('Walthamstow', 'E17', 'Walthamstow Central', 'E10 E4 E11', 'N15 N17 E5 E18'),
  area('Balham', 'SW12', 'Balham', 'SW17 SW4 SW11', 'SW16 SW18 SW2'),
  area('Bermondsey', 'SE1', 'Bermondsey', 'SE16 SE17 EC4', 'E1 SE15 SE11 EC3'),
  area('Hampstead', 'NW3', 'Hampstead', 'NW6 NW8 NW5', 'NW1 NW2 N6 W9'),
  area('Stratford', 'E15', 'Stratford', 'E20 E7 E3', 'E10 E11 E12 E9'),
  area('Putney', 'SW15', 'East Putney', 'SW18 SW6 SW19', 'SW13 SW14 SW11'),
];

export const SPECIALISMS: readonly Specialism[] = [
  { id: 'desk-work', name: 'Desk work and long hours' },
  { id: 'sport', name: 'Runners, cyclists and gym-goers' },
  { id: 'unwind', name: 'Unwinding after a full week' },
  { id: 'neck-shoulders', name: 'Tight necks and stiff shoulders' },
  { id: 'standing', name: 'Long days on your feet' },
  { id: 'first-time', name: 'A first massage' },
  { id: 'musicians', name: 'Musicians and performers' },
  { id: 'later-life', name: 'Later life, at a gentle pace' },
  { id: 'new-parents', name: 'Parents with their hands full' },
];

export const LANGUAGES: readonly string[] = ['pl', 'es', 'fr', 'pt', 'de', 'it', 'ar', 'ro', 'tr', 'yo', 'hi', 'zh'];

export const WEEKS = [
  weekly({ '1-5': '09:00-17:00' }),
  weekly({ '2-6': '12:00-20:00' }),
  weekly({ '1-4': '08:00-13:00 16:00-20:30', '6': '09:00-14:00' }),
  weekly({ '3-7': '10:00-19:00' }),
  weekly({ '1': '14:00-21:30', '2-4': '10:00-21:30', '7': '11:00-17:00' }),
  weekly({ '6-7': '09:00-18:00' }),
  weekly({ '1-7': '11:00-20:00' }),
  weekly({ '2': '07:00-15:00', '4': '07:00-15:00', '5': '12:00-21:00', '6': '10:00-16:00' }),
];

/** Which services go together for one person. */
export const REPERTOIRES: readonly (readonly string[])[] = [
  ['back', 'swedish', 'relaxing', 'full-body'],
  ['back', 'deep-tissue', 'trigger-point', 'sports'],
  ['back', 'holistic', 'relaxing', 'aromatherapy', 'hot-stone'],
  ['swedish', 'full-body', 'hot-stone', 'aromatherapy'],
  ['deep-tissue', 'sports', 'myofascial', 'back'],
  ['back', 'swedish', 'deep-tissue', 'myofascial', 'trigger-point', 'full-body'],
];

export const HEADLINES: readonly string[] = [
  'Unhurried sessions, and you set the pressure',
  'Firm where you want it, never more',
  'Quiet rooms, warm towels, plain talk',
  'For people who sit too long and know it',
  'Between training days',
  'Gentle work with room to breathe',
  'One thing at a time, done properly',
];

export const QUOTES: readonly string[] = [
  'Listened first, and checked the pressure without my having to ask.',
  'On time, kind, and clear about what the hour would be.',
  'I fell asleep, which I never do.',
  'Found the spot between my shoulder blades straight away.',
  'The room was warm and there was no hurry at the end.',
  'I said I was nervous, and it was fine from then on.',
];

/** What some of them screen differently, by name: one more strictly, two more mildly. */
export const SCREENING: Readonly<Record<string, readonly RuleOverride[]>> = {
  'Zofia Wrona': [
    {
      ruleId: 'clear-pregnancy',
      outcome: 'route',
      skill: 'pregnancy',
      message: 'You are shown therapists trained in massage around pregnancy and birth.',
    },
  ],
  'Vera Kovalik': [
    {
      ruleId: 'flag-heart',
      outcome: 'clear',
      message: 'You can ask for a time now. Your therapist would like a word with you before it is fixed.',
    },
  ],
  'Umar Siddiqi': [{ ruleId: 'clear-clot-now', blocked: false }],
};
