import { expect } from '@open-wc/testing';
import type { KneadBooking } from '../../src/components/booking/booking.js';
import { bookingOf, details, walk } from '../../stories/flow/journey.js';
import { settled } from '../support/settled.js';

const { warn } = console;
let said: string[];

beforeEach(() => {
  said = [];
  console.warn = (line: string) => void said.push(line);
});
afterEach(() => {
  console.warn = warn;
  document.body.replaceChildren();
});

/** The details of a booking inside an element of the page, which is low enough to be a matter of its overflow. */
async function shownIn(tag: string, className: string, style: Partial<CSSStyleDeclaration>): Promise<string[]> {
  const around = document.createElement(tag);
  around.className = className;
  around.dataset['client'] = 'Ada Example';
  Object.assign(around.style, { height: '320px', ...style });
  const booking: KneadBooking = bookingOf({});
  around.append(booking);
  document.body.append(around);
  await walk(booking, details);
  await settled(booking);
  return said.filter((line) => line.includes('clipped'));
}

describe('an ancestor that clips the booking form', () => {
  it('is named to the developer once, by tag and class alone', async () => {
    expect(await shownIn('section', 'tight box', { overflow: 'hidden' })).to.deep.equal([
      'Knead: <knead-booking> is clipped by <section class="tight box">: let its height grow.',
    ]);
  });

  it('is named where only its greatest height is given', async () => {
    const style = { height: '', maxHeight: '320px', overflow: 'clip' };
    expect(await shownIn('div', '', style)).to.deep.equal([
      'Knead: <knead-booking> is clipped by <div>: let its height grow.',
    ]);
  });

  for (const [name, style] of Object.entries({
    'that scrolls': { overflow: 'auto' },
    'that hides nothing': { overflow: 'visible' },
    'that is high enough': { height: 'auto', overflow: 'hidden' },
  }))
    it(`is none ${name}`, async () => {
      expect(await shownIn('div', name.replaceAll(' ', '-'), style)).to.deep.equal([]);
    });
});
