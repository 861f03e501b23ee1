import { INSTANT } from './start-fragment.js';

/** What an attribute must look like, and what counts instead of a value that does not. */
export interface AttributeRule {
  name: 'place' | 'start' | 'intake' | 'theme' | 'preset' | 'headingLevel';
  /** Where it is spelt differently. */
  attribute?: string;
  fits: (value: unknown) => boolean;
  /** For the one warning a developer reads. */
  expected: string;
  fallback: unknown;
}

function oneOf(...values: readonly unknown[]): (value: unknown) => boolean {
  return (value) => values.includes(value);
}

/** The attributes of the flow that take more than an id. */
export const attributeRules: readonly AttributeRule[] = [
  { name: 'place', fits: oneOf(null, 'incall', 'outcall'), expected: '"incall" or "outcall"', fallback: null },
  {
    name: 'start',
    fits: (value) => value === null || INSTANT.test(String(value)),
    expected: 'an RFC 3339 instant such as 2026-10-14T10:00:00Z',
    fallback: null,
  },
  { name: 'intake', fits: oneOf('inline', 'later', 'off'), expected: '"inline", "later" or "off"', fallback: 'inline' },
  { name: 'theme', fits: oneOf(null, 'light', 'dark'), expected: '"light" or "dark"', fallback: null },
  {
    name: 'preset',
    fits: oneOf(null, 'paper', 'plain', 'compact'),
    expected: '"paper", "plain" or "compact"',
    fallback: null,
  },
  {
    name: 'headingLevel',
    attribute: 'heading-level',
    fits: oneOf(2, 3, 4, 5),
    expected: 'a whole number from 2 to 5',
    fallback: 2,
  },
];
