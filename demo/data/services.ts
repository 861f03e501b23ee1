import type { Service, ServiceOption } from '../../src/contract/service.js';
import type { Place } from '../../src/contract/place.js';
import { addOn, pounds, technique } from './service-parts.js';

/** Options named by service and minutes. */
function options(serviceId: string, places: readonly Place[], prices: Record<number, number>): ServiceOption[] {
  return Object.entries(prices).map(([minutes, price]) => ({
    id: `${serviceId}-${minutes}`,
    minutes: Number(minutes),
    prices: places.map((place) => ({ place, price: pounds(price) })),
  }));
}

const BOTH: readonly Place[] = ['incall', 'outcall'];

const AFTERCARE =
  'Leave yourself a little time afterwards. Have some water, move gently, and call your therapist if anything feels wrong. ' +
  'If pain stays or gets worse, have it looked at by your GP.';
const PLAN = 'Some people come once, some every few weeks. Talk about it with your therapist; there is no set number.';

type Fields = Omit<Service, 'intakeForm' | 'faq' | 'plan' | 'aftercare' | 'addOns'> &
  Partial<Pick<Service, 'faq' | 'addOns' | 'intakeForm'>>;

function service(fields: Fields): Service {
  const { faq = [], addOns = [], intakeForm = { id: 'massage', version: '2' }, ...rest } = fields;
  return { ...rest, addOns, intakeForm, faq, plan: PLAN, aftercare: AFTERCARE };
}

/** The demo's price list, shared by all its therapists; visits add the therapist's own travel fee. */
export const londonServices: readonly Service[] = [
  service({
    id: 'back',
    name: 'Back massage',
    group: 'Back, neck and shoulders',
    description:
      'Upper, middle and lower back, neck and shoulders. Flowing strokes, then slower work on the tight spots.',
    intensity: 3,
    techniques: [technique.gliding, technique.kneading, technique.friction],
    areas: ['upper back', 'middle back', 'lower back', 'neck', 'shoulders', 'between the shoulder blades'],
    options: options('back', BOTH, { 45: 65, 60: 80, 90: 115 }),
    addOns: [addOn.relaxing, addOn.fullBody, addOn.stones],
    faq: [
      {
        question: 'Do I have to undress?',
        answer: 'Only as far as you like. You are covered by towels, and only the part being worked on is uncovered.',
      },
      {
        question: 'Will it hurt?',
        answer: 'It should never be more than you want. Say so at any time and the pressure changes.',
      },
    ],
  }),
  service({
    id: 'swedish',
    name: 'Swedish massage',
    group: 'Whole body',
    description: 'Whole body, light to medium pressure.',
    intensity: 2,
    techniques: [technique.gliding, technique.kneading, technique.tapping],
    areas: ['back', 'neck', 'shoulders', 'arms', 'legs', 'feet'],
    options: options('swedish', BOTH, { 45: 70, 60: 85, 90: 120 }),
    addOns: [addOn.back, addOn.stones, addOn.oil],
  }),
  service({
    id: 'holistic',
    name: 'Holistic massage',
    group: 'Whole body',
    description: 'A slower session for the whole of you, planned together at the start.',
    intensity: 2,
    techniques: [technique.gliding, technique.kneading, technique.compression],
    areas: ['back', 'neck', 'shoulders', 'arms', 'legs', 'feet', 'head'],
    options: options('holistic', BOTH, { 60: 80, 90: 115 }),
    addOns: [addOn.back, addOn.oil],
  }),
  service({
    id: 'relaxing',
    name: 'Relaxing massage',
    group: 'Whole body',
    description: 'Slow and light, with time to drift off.',
    intensity: 1,
    techniques: [technique.gliding, technique.oils],
    areas: ['back', 'neck', 'shoulders', 'head', 'feet'],
    options: options('relaxing', BOTH, { 45: 65, 60: 80, 90: 115 }),
    faq: [
      {
        question: 'May I fall asleep?',
        answer: 'Of course, many people do. You are woken gently a few minutes before the end.',
      },
    ],
    addOns: [addOn.stones, addOn.oil],
  }),
  service({
    id: 'full-body',
    name: 'Full body massage',
    group: 'Whole body',
    description: 'Head to feet at one steady, medium pressure.',
    intensity: 3,
    techniques: [technique.gliding, technique.kneading, technique.compression],
    areas: ['back', 'neck', 'shoulders', 'arms', 'hands', 'legs', 'feet'],
    options: options('full-body', BOTH, { 60: 85, 90: 120, 120: 155 }),
    addOns: [addOn.back, addOn.stones],
  }),
  service({
    id: 'deep-tissue',
    name: 'Deep tissue',
    group: 'Firm work',
    description: 'Slow, firm work on stubborn areas. Stronger than Swedish.',
    intensity: 4,
    techniques: [technique.friction, technique.compression, technique.points],
    areas: ['back', 'neck', 'shoulders', 'legs'],
    options: options('deep-tissue', BOTH, { 60: 85, 90: 125 }),
    faq: [
      {
        question: 'How firm is it?',
        answer: 'As firm as you like it to be, and never more. Your therapist works slowly and asks along the way.',
      },
      {
        question: 'Will I feel it the day after?',
        answer: 'Some people do, as after exercise. Plan a quieter evening if you can.',
      },
    ],
    addOns: [addOn.relaxing],
  }),
  service({
    id: 'trigger-point',
    name: 'Trigger point',
    group: 'Firm work',
    description: 'Steady pressure on single tight spots, with pauses.',
    intensity: 4,
    techniques: [technique.points, technique.compression],
    areas: ['neck', 'shoulders', 'upper back', 'lower back'],
    options: options('trigger-point', BOTH, { 30: 50, 45: 70, 60: 88 }),
    addOns: [addOn.relaxing],
  }),
  service({
    id: 'sports',
    name: 'Sports massage',
    group: 'Firm work',
    description: 'For training and recovery. Firm, with stretching.',
    intensity: 5,
    techniques: [technique.kneading, technique.stretching, technique.friction],
    areas: ['legs', 'lower back', 'shoulders'],
    options: options('sports', BOTH, { 60: 85, 90: 125 }),
    addOns: [addOn.relaxing],
  }),
  service({
    id: 'myofascial',
    name: 'Myofascial release',
    group: 'Firm work',
    description: 'Slow, sustained stretches of skin and fascia, with little or no oil.',
    intensity: 3,
    techniques: [technique.fascia, technique.stretching],
    areas: ['back', 'neck', 'shoulders', 'hips'],
    options: options('myofascial', BOTH, { 60: 90, 90: 130 }),
  }),
  service({
    id: 'aromatherapy',
    name: 'Aromatherapy massage',
    group: 'Whole body',
    description: 'A light massage with scented oils chosen together.',
    intensity: 1,
    techniques: [technique.oils, technique.gliding],
    areas: ['back', 'neck', 'shoulders', 'arms', 'legs'],
    options: options('aromatherapy', BOTH, { 60: 88, 90: 126 }),
    faq: [
      {
        question: 'What if my skin does not like a scent?',
        answer: 'Say so beforehand. There is always a plain oil without scent, and you can smell every blend first.',
      },
    ],
    addOns: [addOn.back],
  }),
  service({
    id: 'hot-stone',
    name: 'Hot stone massage',
    group: 'Whole body',
    description: 'Warm, smooth stones and slow strokes. At the therapist’s only, where the heater is.',
    intensity: 2,
    techniques: [technique.stones, technique.gliding],
    areas: ['back', 'shoulders', 'legs'],
    options: options('hot-stone', ['incall'], { 75: 105, 90: 122 }),
    faq: [
      {
        question: 'How warm are the stones?',
        answer: 'Pleasantly warm, tested in the hand before they touch you. One word, and they are taken away.',
      },
    ],
    intakeForm: { id: 'warm-stones', version: '2' },
    addOns: [addOn.back],
  }),
];
