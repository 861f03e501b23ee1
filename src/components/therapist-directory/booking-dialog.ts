/**
 * The directory's dialog: the booking form at the time that was tapped. Script tags load it from a file of its own when that
 * happens; it takes Lit and our templates from whoever loads it.
 */
import type { ListingBackend } from '../../backend/booking-backend.js';
import { bookButton, bookingDialog as own } from '../../locales/en-GB.js';
import { focusWhenThere, Modal, modalStyles } from '../../ui/element/modal.js';
import { whenElement } from '../../ui/element/sibling-script.js';
import type { BookingDialog, BookingDialogKit, Opening } from './booking-dialog-kit.js';

const TAG = 'knead-booking';
const messages = { ...bookButton, ...own };

/** Makes the dialog from what its host has. */
export default function bookingDialog(kit: BookingDialogKit): BookingDialog {
  const { html, nothing, button, notice } = kit;
  return { messages, styles: modalStyles(kit.css), open };

  function open({ host, i18n, card, practitionerId, start, before, closed }: Opening): Modal {
    const { name, link, session } = card.begin(start);
    const backend = kit.backendNamed<ListingBackend>(card.backend, card);
    let state: 'loading' | 'ready' | 'failed' = 'loading';
    let step = '';
    const modal: Modal = new Modal(kit, {
      ...{ host, before, otherwise: card, closed },
      direction: () => i18n.direction,
      label: () => (name ? i18n.text('bookWith', { name }) : i18n.text('book')),
      closeLabel: () => i18n.text('closeDialog'),
      held: () => (step === 'submitting' ? i18n.text('sendingNow') : ''),
      content: () => (state === 'ready' ? booking() : state === 'failed' ? failed() : loading()),
    });
    void modal.open().then(load);
    return modal;

    async function load(): Promise<void> {
      await become('loading');
      await whenElement(TAG, kit.siblingScript()).then(
        () => become('ready'),
        () => become('failed'),
      );
    }

    async function become(now: typeof state): Promise<void> {
      state = now;
      host.requestUpdate();
      await host.updateComplete;
      const booking = host.renderRoot.querySelector(TAG);
      if (booking && modal.title) focusWhenThere(booking, modal.title);
    }

    function loading(): unknown {
      return html`<p role="status" class="muted" .textContent=${i18n.text('loadingBookingForm')}></p>
        <div class="dialog-waiting" aria-hidden="true"></div>`;
    }

    function failed(): unknown {
      return html`<div role="alert">
        ${notice({
          kind: 'warn',
          heading: i18n.text('bookingFormFailed'),
          text: i18n.text(link ? 'bookingFormFailedText' : 'bookingFormFailedAlone'),
          actions: [
            button({ label: i18n.text('tryAgain'), onClick: () => void load() }),
            link
              ? html`<a class="button" href=${link} .textContent=${i18n.text('therapistPage', { name })}></a>`
              : nothing,
          ],
        })}
      </div>`;
    }

    function booking(): unknown {
      const { serviceId, optionId, place, outwardCode } = session ?? {};
      return html`<knead-booking
        preset="plain"
        heading-level="3"
        .backend=${backend}
        practitioner=${practitionerId}
        service=${serviceId ?? nothing}
        option=${optionId ?? nothing}
        place=${place ?? nothing}
        postcode-area=${outwardCode ?? nothing}
        start=${start ?? nothing}
        @knead-step-changed=${({ detail }: HTMLElementEventMap['knead-step-changed']) => {
          step = detail.step;
          host.requestUpdate();
        }}
        @knead-booking-confirmed=${forget}
      ></knead-booking>`;
    }

    /** The time is gone: cards may not offer it again. */
    async function forget(): Promise<void> {
      const connected = await kit.connectListing(backend, card);
      if (connected) (await kit.cardsFor(connected)).forget();
      card.refresh();
    }
  }
}
