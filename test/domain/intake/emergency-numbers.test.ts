import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fillNumbers, numbersFor, withNumbers } from '../../../src/domain/intake/emergency-numbers.js';
import { limitsOf } from '../../../src/domain/intake/limits.js';
import { equals, form, item, rule } from './forms.js';

const MESSAGE = 'Call {emergency} now, or {urgent}. Again: {emergency}.';

describe('the numbers to call', () => {
  it('are those of the region', () => {
    assert.equal(fillNumbers(MESSAGE, numbersFor('GB')), 'Call 999 now, or 111. Again: 999.');
    assert.equal(numbersFor('de').emergency, '112');
    assert.equal(numbersFor('EU').emergency, '112');
    for (const region of [undefined, '', 'US', 'constructor']) {
      assert.equal(numbersFor(region).emergency, 'your local emergency number');
    }
  });

  it('are the host’s where it names them, one by one', () => {
    assert.deepEqual(numbersFor('GB', { urgent: '0800 1111' }), { emergency: '999', urgent: '0800 1111' });
    assert.deepEqual(numbersFor(undefined, { emergency: '911' }, { emergency: 'E', urgent: 'U' }), {
      emergency: '911',
      urgent: 'U',
    });
  });

  it('are filled into every message of a form, and nothing else is', () => {
    const filled = withNumbers(
      form(
        [item('q', { text: 'About {other} things' })],
        [
          rule('a', equals('q', 'x'), 'stop', { message: MESSAGE }),
          rule('b', equals('q', 'y'), 'info', { message: 'Nothing of {constructor}' }),
        ],
      ),
      { emergency: '$1', urgent: '{emergency}' },
    );
    assert.deepEqual(
      filled.rules.map(({ message }) => message),
      ['Call $1 now, or {emergency}. Again: $1.', 'Nothing of {constructor}'],
    );
    assert.equal(filled.items[0]?.text, 'About {other} things');
  });
});

describe('what outcomes leave open', () => {
  it('is what all of them leave open', () => {
    assert.deepEqual(limitsOf([]), { places: undefined, maxIntensity: undefined, avoid: [] });
    assert.deepEqual(
      limitsOf([
        { places: ['incall'], avoid: ['points'], maxIntensity: 3 },
        { places: ['incall', 'outcall'], avoid: ['points', 'chest'], maxIntensity: 2 },
        {},
      ]),
      { places: ['incall'], maxIntensity: 2, avoid: ['points', 'chest'] },
    );
    assert.deepEqual(limitsOf([{ places: ['incall'] }, { places: ['outcall'] }]).places, []);
  });
});
