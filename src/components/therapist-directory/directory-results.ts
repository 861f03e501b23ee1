import { html, nothing, type TemplateResult } from 'lit';
import type { Practitioner } from '../../contract/practitioner.js';
import type { PractitionerOrder } from '../../contract/practitioner-search.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { button } from '../../ui/templates/button.js';
import { notice } from '../../ui/templates/notice.js';
import { PAGE, type DirectoryPages } from './directory-pages.js';
import type { Filters } from './filters.js';

const ORDERS: readonly PractitionerOrder[] = ['soonest', 'price', 'distance', 'name', 'rating'];

/** The head of the list: how many there are. */
export function countWords(i18n: Localize, pages: DirectoryPages, isNarrowed: boolean): string {
  const { status, people, more, answer } = pages;
  if (status !== 'complete') return i18n.text(status === 'pending' ? 'loadingTherapists' : 'therapistsListed');
  if (people.length === 0) return i18n.text(isNarrowed ? 'nobodyMatches' : 'noTherapists');
  // Nobody counts what is there already, however many pages said.
  const total = more === 'none' ? people.length : Math.max(answer.total ?? 0, people.length);
  if (total > people.length) return i18n.text('therapistsShown', { shown: people.length, total });
  return i18n.text('therapists', { count: people.length });
}

/** Said once filters were applied. */
export function matchWords(i18n: Localize, { people, answer }: DirectoryPages): string {
  const count = Math.max(answer.total ?? 0, people.length);
  return count > 0 ? i18n.text('matches', { count }) : i18n.text('nobodyMatches');
}

/** The order they are in, in words. */
export function orderWords(i18n: Localize, { answer: { order } }: DirectoryPages, business: string): string {
  return order && order !== 'other' ? i18n.text(`order.${order}`) : i18n.text('ownOrder', { business });
}

/** A native choice of the order, which is asked for at once. */
export function sortChoice(
  i18n: Localize,
  { order, outwardCode }: Filters,
  onSort: (order: string) => void,
): TemplateResult {
  // Nothing is far from nowhere.
  const orders = ORDERS.filter((one) => one !== 'distance' || outwardCode);
  return html`<label class="sort">
    <span class="small muted" .textContent=${i18n.text('sortBy')}></span>
    <select name="order" @change=${(event: Event) => onSort((event.target as HTMLSelectElement).value)}>
      <option value="" ?selected=${!order} .textContent=${i18n.text('order.own')}></option>
      ${orders.map(
        (one) =>
          html`<option value=${one} ?selected=${one === order} .textContent=${i18n.text(`order.${one}`)}></option>`,
      )}
    </select>
  </label>`;
}

/** What the cards of a list share. */
export interface CardOptions {
  filters: Filters;
  headingLevel: number;
  now: number | null;
}

/** The cards, and room for those on their way. */
export function cardList(pages: DirectoryPages, options: CardOptions, name: string): TemplateResult {
  const { people, status, more, answer } = pages;
  const isFirst = status === 'pending' && people.length === 0;
  const rest = Math.min(PAGE, Math.max(1, (answer.total ?? Infinity) - people.length));
  const ghosts = isFirst ? PAGE : more === 'pending' ? rest : 0;
  return html`<ul class="cards ${status === 'pending' && !isFirst ? 'stale' : ''}" role="list" aria-label=${name}>
    ${people.map((one) => html`<li>${card(one, options)}</li>`)}
    ${Array.from({ length: ghosts }, () => html`<li class="ghost" aria-hidden="true"></li>`)}
  </ul>`;
}

function card(practitioner: Practitioner, { filters, headingLevel, now }: CardOptions): TemplateResult {
  const { place, outwardCode, serviceId, dayPart, date } = filters;
  return html`<knead-therapist-card
    .practitioner=${practitioner}
    .place=${place ?? null}
    .postcodeArea=${outwardCode ?? null}
    .service=${serviceId ?? null}
    .dayPart=${dayPart ?? null}
    .from=${date ?? null}
    .headingLevel=${headingLevel + 1}
    .now=${now}
  ></knead-therapist-card>`;
}

/** Below the list: the way to the next page, or why it did not come. */
export function afterList(i18n: Localize, { more, people, answer }: DirectoryPages, onMore: () => void): unknown {
  if (more === 'none') return nothing;
  const rest = answer.total === undefined ? PAGE : Math.max(1, answer.total - people.length);
  const label = i18n.text('showMore', { count: Math.min(PAGE, rest) });
  return html`<div class="after">
    ${
      more === 'error'
        ? notice({
            kind: 'warn',
            text: i18n.text('moreFailed'),
            actions: button({ label: i18n.text('tryAgain'), onClick: onMore }),
          })
        : button({ label, onClick: onMore, busy: more === 'pending' })
    }
  </div>`;
}
