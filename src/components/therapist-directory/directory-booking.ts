import { nothing, type LitElement, type ReactiveController } from 'lit';
import type { ListingBackend } from '../../backend/booking-backend.js';
import { backendNamed, cardsFor, connectListing } from '../../backend/connect.js';
import type { CardTimes } from '../../backend/stores/card-times.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { bringStyles } from './directory-styles.js';
import type { OpenDialog } from './booking-dialog-kit.js';
import { loadBookingDialog } from './load-booking-dialog.js';

/** A therapist card, as far as the directory has to do with it. */
export interface Card extends HTMLElement {
  backend: string | ListingBackend | null;
  /** What a booking begins with that begins at this card. */
  begin(start?: string): { name: string; link: string | undefined; session: CardTimes | undefined };
  /** Asks for its times again. */
  refresh(): void;
}

/**
 * Opens the booking form in the one dialog of a directory. Owns which is open; what a page may do instead, the element decides.
 */
export class DirectoryBooking implements ReactiveController {
  #open: OpenDialog | null = null;
  #isLoading = false;

  constructor(
    private readonly host: LitElement,
    private readonly i18n: Localize,
    /** The dialog itself cannot be had, and there is no other way to book. */
    private readonly failed: () => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#open = null;
  }

  /** The dialog, where there is one, for the element's template. */
  draw(): unknown {
    return this.#open?.draw() ?? nothing;
  }

  /** Opens it for a card's therapist, at a time where there is one. Where it cannot be opened, the card's link is followed. */
  async open(card: Card, practitionerId: string, start?: string): Promise<void> {
    if (this.#open || this.#isLoading) return;
    this.#isLoading = true;
    const { name, link, session } = card.begin(start);
    const { serviceId, optionId, place, outwardCode } = session ?? {};
    const backend = backendNamed<ListingBackend>(card.backend, card);
    const dialog = await loadBookingDialog().catch(() => null);
    this.#isLoading = false;
    if (!this.host.isConnected) return;
    if (!dialog) {
      if (link) location.assign(link);
      else this.failed();
      return;
    }
    bringStyles(this.host, dialog.styles);
    this.#open = dialog.open({
      ...{ host: this.host, i18n: this.i18n },
      opening: { backend, practitionerId, name, start, serviceId, optionId, place, outwardCode, link, card },
      confirmed: () => void this.#forget(card, backend),
      closed: () => (this.#open = null),
    });
  }

  /** The time is gone: cards may not offer it again. */
  async #forget(card: Card, backend: string | ListingBackend | null): Promise<void> {
    const connected = await connectListing(backend, card);
    if (connected) (await cardsFor(connected)).forget();
    card.refresh();
  }
}
