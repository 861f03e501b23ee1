import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linkFromFragment } from '../../../src/domain/client/booking-link.js';

describe('the link of a booking', () => {
  it('is id and token, the token without dots', () => {
    assert.deepEqual(linkFromFragment('#knead=booking.1.abcdefghijklmnop'), {
      id: 'booking.1',
      token: 'abcdefghijklmnop',
    });
    assert.deepEqual(linkFromFragment('#a=b&knead=x.abcdefghijklmnop%2E1'), { id: 'x', token: 'abcdefghijklmnop.1' });
  });

  it('is none where anything is missing or could not be one', () => {
    const missing = ['', '#', '#knead', '#knead=', '#knead=x', '#knead=.abcdefghijklmnop', '#knead=x.short', '#top'];
    const broken = ['#knead=x.%E0%A4%A', '#knead=x.abcdefghijklmnop%0Aq', '#xknead=x.abcdefghijklmnop'];
    for (const fragment of [...missing, ...broken]) assert.equal(linkFromFragment(fragment), null, fragment);
  });
});
