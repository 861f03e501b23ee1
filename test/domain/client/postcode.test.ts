import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { parsePostcode, type Postcode } from '../../../src/domain/client/postcode.js';

const full = (postcode: string): Postcode => ({ kind: 'full', postcode, outwardCode: postcode.split(' ')[0]! });

const TABLE: readonly [typed: string, read: Postcode][] = [
  [' e1-6an ', full('E1 6AN')],
  ['E16AN', full('E1 6AN')],
  ['E1 6AN', full('E1 6AN')],
  ['se1.9sg', full('SE1 9SG')],
  ['SW1A 1AA', full('SW1A 1AA')],
  ['sw1a1aa', full('SW1A 1AA')],
  ['W1A 0AX', full('W1A 0AX')],
  ['EC1A 1BB', full('EC1A 1BB')],
  ['M1 1AE', full('M1 1AE')],
  ['E1', { kind: 'outward', outwardCode: 'E1' }],
  ['SE1', { kind: 'outward', outwardCode: 'SE1' }],
  ['e16', { kind: 'outward', outwardCode: 'E16' }],
  ['sw1a', { kind: 'outward', outwardCode: 'SW1A' }],
  ['SE', { kind: 'partial' }],
  ['e', { kind: 'partial' }],
  ['', { kind: 'empty' }],
  [' - ', { kind: 'empty' }],
  ['HELLO', { kind: 'invalid' }],
  ['12345', { kind: 'invalid' }],
  ['E1 6AO', { kind: 'invalid' }],
  ['E1 6A', { kind: 'invalid' }],
  ['SW1A 1AA 1', { kind: 'invalid' }],
  ['<script>', { kind: 'invalid' }],
];

describe('a postcode', () => {
  for (const [typed, read] of TABLE) {
    it(`${JSON.stringify(typed)} reads as ${JSON.stringify(read)}`, () => assert.deepEqual(parsePostcode(typed), read));
  }

  it('reads the same in any case, spacing and punctuation', () => {
    const noise = fc.constantFrom('', ' ', '-', '.', ' ', '  ');
    fc.assert(
      fc.property(
        fc.constantFrom('E16AN', 'SW1A1AA', 'SE19SG'),
        fc.infiniteStream(fc.tuple(noise, fc.boolean())),
        (code, stream) => {
          const typed = [...code].map((letter) => {
            const [between, lower] = stream.next().value;
            return (lower ? letter.toLowerCase() : letter) + between;
          });
          assert.deepEqual(parsePostcode(typed.join('')), parsePostcode(code));
        },
      ),
    );
  });

  it('reads its own result as itself', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = parsePostcode(typed);
        if (read.kind === 'full') assert.deepEqual(parsePostcode(read.postcode), read);
      }),
    );
  });
});
