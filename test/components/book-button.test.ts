import { expect } from '@open-wc/testing';
import { memoryBackend } from '../../src/backend/memory/memory-backend.js';
import { KneadBookButton } from '../../src/components/book-button/book-button.js';
import '../../src/components/booking/booking.js';

describe('knead-book-button', () => {
  let button: KneadBookButton;
  const find = <Found extends HTMLElement>(selector: string): Found | null => button.renderRoot.querySelector(selector);

  beforeEach(async () => {
    button = new KneadBookButton();
    button.backend = memoryBackend();
    document.body.append(button);
    await button.updateComplete;
  });
  afterEach(() => button.remove());

  it('begins anew when it is opened at once after a booking, before the browser tells that its dialog closed', async () => {
    await button.open();
    const booked = find('knead-booking')!;
    booked.dispatchEvent(new CustomEvent('knead-step-changed', { detail: { step: 'confirmed' } }));
    find('.dialog-bar button')!.click();
    await button.open();
    await new Promise(requestAnimationFrame);
    expect(find<HTMLDialogElement>('dialog')!.open).to.equal(true);
    expect(find('knead-booking')).to.exist.and.not.to.equal(booked);
  });

  it('keeps what was begun when it is closed and opened at once', async () => {
    await button.open();
    const begun = find('knead-booking')!;
    find('.dialog-bar button')!.click();
    await button.open();
    await new Promise(requestAnimationFrame);
    expect(find<HTMLDialogElement>('dialog')!.open).to.equal(true);
    expect(find('knead-booking')).to.equal(begun);
  });
});
