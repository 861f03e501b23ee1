import { expect } from '@open-wc/testing';
import '../../src/define.js';

const TAGS = {
  'knead-booking': 'place',
  'knead-service-picker': 'place',
  'knead-slot-calendar': 'place',
  'knead-intake-form': 'place',
  'knead-therapist-card': 'place',
  'knead-therapist-directory': 'place',
  'knead-manage-booking': 'preset',
} as const;
/** A value that is not the one an element begins with. */
const VALUES = { place: ['outcall', 'incall'], preset: ['plain', 'compact'] } as const;

describe('attributes in their data- spelling', () => {
  for (const [tag, name] of Object.entries(TAGS)) {
    const [value, other] = VALUES[name];
    const connected = (attributes: Readonly<Record<string, string>>): unknown => {
      const element = document.createElement(tag);
      for (const [attribute, given] of Object.entries(attributes)) element.setAttribute(attribute, given);
      document.body.append(element);
      const kept = (element as unknown as Record<string, unknown>)[name];
      element.remove();
      return kept;
    };
    it(`are taken by ${tag}, where the plain one is absent`, () => {
      expect(connected({ [`data-${name}`]: value })).to.equal(value);
      expect(connected({ [`data-${name}`]: other, [name]: value })).to.equal(value);
    });
  }
});
