import type { AddOn, Technique } from '../../src/contract/service.js';
import type { Money } from '../../src/contract/money.js';

/** Whole pounds. */
export const pounds = (amount: number): Money => ({ amount: amount * 100, currency: 'GBP' });

/** The ways of working, with the other words people look for. */
export const technique = {
  gliding: { id: 'gliding', name: 'Long gliding strokes', term: 'effleurage', synonyms: ['gliding', 'stroking'] },
  kneading: { id: 'kneading', name: 'Kneading', term: 'petrissage', synonyms: ['squeezing', 'rolling'] },
  friction: {
    id: 'friction',
    name: 'Small circles with the thumbs',
    term: 'friction',
    synonyms: ['circling', 'cross-fibre'],
  },
  compression: { id: 'compression', name: 'Steady pressing', term: 'compression', synonyms: ['pressing', 'leaning'] },
  tapping: { id: 'tapping', name: 'Light drumming', term: 'tapotement', synonyms: ['percussion', 'drumming'] },
  stretching: { id: 'stretching', name: 'Assisted stretching', synonyms: ['stretches', 'mobilising'] },
  points: {
    id: 'points',
    name: 'Holding one tight spot',
    term: 'trigger point therapy',
    synonyms: ['acupressure', 'knots'],
  },
  fascia: {
    id: 'fascia',
    name: 'Slow stretching of skin and fascia',
    term: 'myofascial release',
    synonyms: ['skin rolling', 'MFR'],
  },
  stones: { id: 'stones', name: 'Warm stones', synonyms: ['hot stones', 'basalt stones'] },
  oils: { id: 'oils', name: 'Scented oils', term: 'aromatherapy', synonyms: ['essential oils'] },
} satisfies Record<string, Technique>;

/** What can be added to a session. */
export const addOn = {
  relaxing: {
    id: 'relaxing-30',
    kind: 'pairing',
    name: 'Relaxing massage',
    description: 'Half an hour of slow, light work from head to feet, straight after.',
    minutes: 30,
    price: pounds(30),
    exclusiveGroup: 'pairing',
  },
  fullBody: {
    id: 'full-body-30',
    kind: 'pairing',
    name: 'Full body massage',
    description: 'Arms, legs and feet as well, at the same pressure.',
    minutes: 30,
    price: pounds(35),
    exclusiveGroup: 'pairing',
  },
  back: {
    id: 'back-30',
    kind: 'pairing',
    name: 'Back massage',
    description: 'Extra time for back, neck and shoulders.',
    minutes: 30,
    price: pounds(32),
    exclusiveGroup: 'pairing',
  },
  stones: {
    id: 'hot-stones-15',
    kind: 'extra',
    name: 'Hot stones',
    description: 'Smooth warm stones on the back before the session.',
    minutes: 15,
    price: pounds(15),
  },
  oil: {
    id: 'essential-oils',
    kind: 'extra',
    name: 'Essential oils',
    description: 'A blend you choose together. Tell your therapist about anything your skin does not like.',
    minutes: 0,
    price: pounds(8),
  },
} satisfies Record<string, AddOn>;
