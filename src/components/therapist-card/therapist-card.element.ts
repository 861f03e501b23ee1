import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BookingBackend } from '../../backend/booking-backend.js';
import { cardsFor, connect, storesFor } from '../../backend/connect.js';
import type { Availability, AvailabilityEntry } from '../../contract/availability.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { Service } from '../../contract/service.js';
import { lowestOffer, type LowestOffer } from '../../domain/pricing/lowest-offer.js';
import type { OfferedSlot } from '../../domain/slots/slot-index.js';
import { dateIn } from '../../domain/time/local-time.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import { card } from '../../locales/en-GB.js';
import { formatNumber } from '../../locales/format.js';
import { base } from '../../theme/base.js';
import { forcedColors } from '../../theme/forced-colors.js';
import { tokens } from '../../theme/tokens.js';
import { Load } from '../../ui/controllers/load.js';
import { Localize } from '../../ui/controllers/localize.js';
import { emit } from '../../ui/element/emit.js';
import { warnBadInput } from '../../ui/element/warn-once.js';
import { buttonStyles } from '../../ui/templates/button.js';
import { failure, failureOf } from '../../ui/templates/failure.js';
import { noticeStyles } from '../../ui/templates/notice.js';
import { areaLine, credentialLines, factsLine, initials, toneOf } from './card-facts.js';
import { cardTimes } from './card-times.js';
import { loadTimes, nextTimes, type NextTimes } from './next-times.js';
import { profileLink } from './profile-link.js';
import { styles } from './therapist-card.styles.js';

/** Tags shown of what a practitioner knows well. */
const TAGS = 3;
/** Most times a card shows, whatever the page asks for. */
const MOST_TIMES = 6;

/**
 * @summary One therapist: who, where, from how much, and the next free times.
 *
 * What the page puts inside the tag with a `slot` takes the place of that part, so that a listing written by a server keeps
 * its own HTML and is only enhanced. A card whose `name` is filled is shown at once and asks for nothing but times.
 *
 * @slot - Shown while the script has not run, and again when the therapist cannot be loaded: a link or a phone number.
 * @slot photo - The photo. One that does not load gives way to initials.
 * @slot label - That the place in the list is paid for.
 * @slot name - The name, as a heading with the link to the profile in it.
 * @slot area - Where sessions are and where visits go.
 * @slot details - Rating, specialisms, credentials: any number of elements.
 * @slot badges - Below the details, beside whatever is there.
 * @slot facts - Kinds of place, step-free, languages.
 * @slot price - "60 min from £75", at the end of the facts' line.
 * @slot times - Times as text, until the free ones are known.
 * @slot link - The link to all times.
 * @slot actions - Below that link, beside whatever is there.
 * @fires knead-therapist-select - The visitor chose the therapist. Cancelable: otherwise `href` is followed.
 * @fires knead-slot-select - The visitor chose a time. Cancelable: otherwise `href` is followed, the time in its fragment.
 * @csspart photo - The photo, or the initials in its place.
 * @csspart time - A time.
 * @cssprop --knead-accent - The one colour that means chosen, available or primary.
 */
export class KneadTherapistCard extends LitElement {
  static override styles = [tokens, base, buttonStyles, noticeStyles, styles, forcedColors];

  /** Address of a compatible backend, or a backend instance. Without it the nearest ancestor's or the script tag's is used. */
  @property() backend: string | BookingBackend | null = null;

  /** Id of the therapist, loaded from a backend; or the therapist. */
  @property() practitioner: string | Practitioner | null = null;

  /** Where the card leads; without it to the therapist's own page. */
  @property() href: string | null = null;

  /** How many times are shown, 0 to 6. */
  @property({ type: Number }) times = 3;

  /** Id of the treatment that price and times are for; without it the cheapest hour. */
  @property() service: string | null = null;

  /** Level of the therapist's name in the page's outline, 1 to 6. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 3;

  /** The treatments, given instead of loaded, for the price. */
  @property({ attribute: false }) services: readonly Service[] | null = null;

  /** The free times, given instead of loaded; those of other therapists are passed over. */
  @property({ attribute: false }) availability: Availability | null = null;

  /** The clock in milliseconds, for tests and stories; without it the device's. */
  @property({ attribute: false }) now: number | null = null;

  @state() private photoFailed = false;

  #i18n = new Localize(this, card);

  #profile = new Load(
    this,
    () => [this.#given && this.services ? null : this.backend, this.practitioner, this.services],
    async (signal) => {
      if (this.#given && this.services) return null;
      const backend = await connect(this.backend, this);
      // One request for all the cards of a page.
      return backend && (await storesFor(backend)).catalogue.catalogue(undefined, signal);
    },
  );

  #entry = new Load(
    this,
    () => [this.backend, this.#found?.id, JSON.stringify(this.#offer), this.availability !== null, this.times],
    async (signal): Promise<AvailabilityEntry | null> => {
      const practitioner = this.#found;
      const offer = this.#offer;
      const backend =
        this.availability || !practitioner || !offer || this.times === 0 ? null : await connect(this.backend, this);
      if (!practitioner || !offer || !backend) return null;
      const query = { practitionerId: practitioner.id, serviceId: this.service ?? undefined, times: this.times };
      return loadTimes(await cardsFor(backend), { ...query, from: this.#today(practitioner) }, signal);
    },
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('times') && !(Number.isInteger(this.times) && this.times >= 0 && this.times <= MOST_TIMES)) {
      warnBadInput(this, 'times', `a whole number from 0 to ${MOST_TIMES}`);
      this.times = 3;
    }
    if (changed.has('headingLevel') && !(this.headingLevel >= 1 && this.headingLevel <= 6)) {
      warnBadInput(this, 'heading-level', 'a whole number from 1 to 6');
      this.headingLevel = 3;
    }
    if (changed.has('href') && this.href && !profileLink(this.href, document.baseURI)) {
      warnBadInput(this, 'href', 'an https: address');
    }
    if (changed.has('practitioner')) this.photoFailed = false;
  }

  /** Focuses the link to the therapist. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('a, button')?.focus();
  }

  get #given(): Practitioner | null {
    return typeof this.practitioner === 'object' ? this.practitioner : null;
  }

  get #found(): Practitioner | undefined {
    return this.#given ?? this.#profile.value?.practitioners.find(({ id }) => id === this.practitioner);
  }

  get #offer(): LowestOffer | undefined {
    const practitioner = this.#found;
    return (
      practitioner &&
      lowestOffer(practitioner, this.services ?? this.#profile.value?.services ?? [], { serviceId: this.service })
    );
  }

  get #clock(): number {
    return this.now ?? Date.now();
  }

  #today({ timeZone }: Practitioner): PlainDate {
    try {
      return dateIn(timeZone, this.#clock);
    } catch {
      // A zone that this browser does not know.
      return dateIn('UTC', this.#clock);
    }
  }

  /** The times to show; `loading` and `failed` where there are none yet, null where nobody was to be asked. */
  #nextTimes(practitioner: Practitioner): NextTimes | 'loading' | 'failed' | null {
    if (this.times === 0) return null;
    const { status, value } = this.#entry;
    const given = this.availability?.entries.find(({ practitionerId }) => practitionerId === practitioner.id);
    if (!this.availability && (status === 'pending' || this.#profile.status === 'pending')) return 'loading';
    if (!this.availability && (status === 'error' || this.#profile.status === 'error')) return 'failed';
    const entry = given ?? (this.availability ? undefined : value);
    if (!entry) return this.availability ? 'failed' : null;
    return 'slots' in entry ? nextTimes(entry, this.times, this.#clock, this.#today(practitioner)) : 'failed';
  }

  #link({ id, url }: Practitioner, start?: string): string | undefined {
    return profileLink(
      this.href ?? url,
      document.baseURI,
      start === undefined ? undefined : { instant: start, practitionerId: id },
    );
  }

  /** A click that opens a new tab or window is the browser's own. */
  #onSelect(event: MouseEvent, practitionerId: string, slot?: OfferedSlot): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const options = { reach: 'asks', cancelable: true } as const;
    const goOn = slot
      ? emit(this, 'knead-slot-select', { practitionerId, start: slot.start, timeZone: slot.timeZone }, options)
      : emit(this, 'knead-therapist-select', { practitionerId }, options);
    if (!goOn) event.preventDefault();
  }

  protected override render(): TemplateResult {
    const practitioner = this.#found;
    if (practitioner) return this.#renderCard(practitioner);
    const { status, error } = this.#profile;
    const missing = status === 'complete' && this.practitioner !== null;
    if (missing) warnBadInput(this, 'practitioner', 'the id of a therapist whom the backend knows');
    return html`<article dir=${this.#i18n.direction}>
      ${
        status === 'error' || missing
          ? html`<div class="body">
              ${failure({ i18n: this.#i18n, kind: missing ? 'notFound' : failureOf(error), onRetry: () => void this.#profile.run() })}
            </div>`
          : html`<div class="photo" aria-hidden="true"></div>
              <div class="body waiting" aria-hidden="true"></div>`
      }
    </article>`;
  }

  #renderCard(practitioner: Practitioner): TemplateResult {
    const i18n = this.#i18n;
    const { id, name, specialisms, rating } = practitioner;
    const next = this.#nextTimes(practitioner);
    const offer = this.#offer;
    const price = offer && { duration: i18n.duration(offer.minutes), price: i18n.money(offer.price) };
    const href = this.#link(practitioner);
    const all = i18n.text('seeAllTimesWith', { name });
    const onClick = (event: MouseEvent): void => this.#onSelect(event, id);
    return html`<article dir=${i18n.direction} aria-labelledby="name">
      ${this.#renderPhoto(practitioner)}
      <div class="body">
        <div role="heading" aria-level=${this.headingLevel} id="name" class="name isolate">
          ${href ? html`<a href=${href} @click=${onClick}><span .textContent=${name}></span></a>` : html`<span .textContent=${name}></span>`}
        </div>
        <p class="area muted isolate" .textContent=${areaLine(i18n, practitioner)}></p>
        ${
          rating?.source && rating.date
            ? html`<p
                class="small muted isolate"
                .textContent=${i18n.text('rating', { ...rating, value: formatNumber(i18n.locale.tag, rating.value), date: i18n.date(rating.date, 'plain') })}
              ></p>`
            : nothing
        }
        ${
          specialisms.length > 0
            ? html`<ul class="tags">
                ${specialisms.slice(0, TAGS).map((tag) => html`<li class="small isolate" .textContent=${tag.name}></li>`)}
              </ul>`
            : nothing
        }
        <slot name="badges"></slot>
        ${credentialLines(i18n, practitioner).map((line) => html`<p class="small muted isolate" .textContent=${line}></p>`)}
        <p class="facts">
          <span class="muted" .textContent=${factsLine(i18n, practitioner)}></span>
          ${price ? html`<span class="price tabular" .textContent=${i18n.text('priceFrom', price)}></span>` : nothing}
        </p>
        ${
          next &&
          cardTimes({
            ...{ i18n, practitioner, next, count: this.times, today: this.#today(practitioner) },
            link: ({ start }) => this.#link(practitioner, start),
            onSelect: (event, slot) => this.#onSelect(event, id, slot),
          })
        }
        ${
          href
            ? html`<a
                class="all"
                href=${href}
                aria-label=${all}
                .textContent=${i18n.text('seeAllTimes')}
                @click=${onClick}
              ></a>`
            : html`<button
                type="button"
                class="all button link"
                aria-label=${all}
                .textContent=${i18n.text('seeAllTimes')}
                @click=${onClick}
              ></button>`
        }
        <slot name="actions"></slot>
      </div>
    </article>`;
  }

  #renderPhoto({ id, name, photo }: Practitioner): TemplateResult {
    const shown = photo && !this.photoFailed ? photo : undefined;
    return html`<div class="photo tone-${toneOf(id)}" part="photo">
      <slot name="photo">
        ${
          shown
            ? html`<img
                src=${shown.url}
                width=${shown.width}
                height=${shown.height}
                alt=""
                loading="lazy"
                decoding="async"
                @error=${() => (this.photoFailed = true)}
              />`
            : html`<span aria-hidden="true" .textContent=${initials(name)}></span>`
        }
      </slot>
    </div>`;
  }
}
