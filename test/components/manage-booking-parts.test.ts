import { expect } from '@open-wc/testing';
import { connectedTo, MEMORY_NOW, memoryServer } from '../../src/backend/memory/memory-backend.js';
import type { KneadManageBooking } from '../../src/components/manage-booking/manage-booking.js';
import '../../src/components/manage-booking/manage-booking.js';
import { setSibling } from '../../src/ui/element/sibling.js';
import { appears, button, heading, press } from '../../stories/flow/walk.js';
import { settled } from '../support/settled.js';

/** On this page nobody registers the calendar, until a script that is loaded does. */
function show(): KneadManageBooking {
  const server = memoryServer();
  const { id, manageToken } = server.made();
  const element = document.createElement('knead-manage-booking');
  Object.assign(element, { backend: connectedTo(server), bookingId: id, token: manageToken });
  element.now = Date.parse(MEMORY_NOW);
  element.innerHTML = '<a href="tel:02079460123">Call 020 7946 0123</a>';
  document.body.append(element);
  return element;
}

describe('what managing leaves to the booking script', () => {
  afterEach(() => {
    setSibling(null);
    document.querySelectorAll('knead-manage-booking').forEach((element) => element.remove());
  });

  it('is said to be missing where it does not load, with a way back and a human, and comes by Try again', async () => {
    const element = show();
    setSibling({ src: new URL('/no/such/file.js', location.href).href, integrity: 'sha384-AAAA', nonce: 'r4nd0m' });
    await press(element, 'Move to another time');
    await appears('Try again', () => button(element, 'Try again'));
    expect(element.shadowRoot!.textContent).to.include('Your booking stands as it was.');
    expect(element.querySelector('a')!.offsetHeight).to.be.above(0);
    expect(button(element, 'Continue') === undefined).to.equal(true);
    expect(document.querySelector('script[src$="/no/such/file.js"]') === null).to.equal(true);
    await expect(element).to.be.accessible();
    await press(element, 'Back');
    expect(heading(element)).to.equal('You’re booked');

    const code = `customElements.define('knead-slot-calendar', class extends HTMLElement {});`;
    const src = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    const digest = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(code));
    const integrity = `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
    await press(element, 'Move to another time');
    await appears('Try again', () => button(element, 'Try again'));
    setSibling({ src, integrity, nonce: 'r4nd0m' });
    await press(element, 'Try again');
    await appears('the calendar', () => element.shadowRoot!.querySelector('knead-slot-calendar'));
    await settled(element);
    const script = [...document.scripts].find((each) => each.src === src)!;
    expect(script.nonce).to.equal('r4nd0m');
    expect(script.integrity).to.equal(integrity);
    expect(button(element, 'Continue') !== undefined).to.equal(true);
  });
});
