import type { TemplateResult } from 'lit';
import type { PractitionerOrder } from '../../contract/practitioner-search.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { Directory } from './directory.js';
import type { DirectoryKit } from './directory-kit.js';
import { PAGE } from './directory-pages.js';
import { countWords, givenWords, orderWords } from './directory-words.js';
import { filterCount } from './filters.js';

const ORDERS: readonly PractitionerOrder[] = ['soonest', 'price', 'distance', 'name', 'rating'];

/** Makes what draws a directory: filters, the list, what is said instead of it, and the dialog. */
export function directoryScreen(kit: DirectoryKit): (directory: Directory) => TemplateResult {
  const { html, nothing, button, failure, failureOf, notice } = kit;

  return (directory) => {
    const { host, i18n, source, dialog, onSelect } = directory;
    const { status, value } = source;
    const isAlone = status === 'complete' && !value;
    const canSearch = !isAlone && value?.discovery.capabilities.practitionerSearch !== false;
    return html`<div
        class=${host.wide && canSearch ? 'wide' : ''}
        dir=${i18n.direction}
        @knead-slot-select=${onSelect}
        @knead-therapist-select=${onSelect}
      >
        ${canSearch ? panel(directory) : nothing} ${isAlone ? html`<slot></slot>` : results(directory, canSearch)}
      </div>
      ${dialog?.draw() ?? nothing}`;
  };

  function panel(directory: Directory): TemplateResult {
    const { host, i18n, applied, form, result } = directory;
    const count = filterCount(applied);
    const toList = (): void => {
      directory.open(false);
      host.focus();
    };
    return html`<details
      class="panel"
      .open=${host.wide || directory.opened}
      @toggle=${({ target }: Event) => {
        if (!host.wide) directory.open((target as HTMLDetailsElement).open);
      }}
    >
      <summary .textContent=${count > 0 ? i18n.text('filtersSet', { count }) : i18n.text('filters')}></summary>
      <div class="panel-body" role="group" aria-label=${i18n.text('filters')} aria-busy=${String(!form.value)}>
        ${
          form.status === 'error'
            ? failure({ i18n, kind: failureOf(form.error), onRetry: () => void form.run() })
            : form.value?.draw({
                ...{ applied, result },
                onApply: (filters) =>
                  void directory.apply({ ...filters, ...(applied.order && { order: applied.order }) }),
                onClear: () => void directory.apply({}),
                redraw: () => host.requestUpdate(),
                onResults: host.wide ? null : toList,
              })
        }
      </div>
    </details>`;
  }

  function results(directory: Directory, canSearch: boolean): TemplateResult {
    const { host, i18n, pages, source, showsGiven, retry, connected } = directory;
    const faulty = showsGiven ? undefined : [source, pages].find(({ status }) => status === 'error');
    const isThere = !showsGiven && !faulty && pages.status === 'complete';
    const words = showsGiven ? givenWords(i18n, host) : countWords(i18n, pages, faulty !== undefined);
    const order = isThere && pages.people.length > 1 ? orderWords(i18n, pages, connected!.discovery.business.name) : '';
    return html`<section
      class="results"
      aria-labelledby="heading"
      aria-busy=${String(!showsGiven && !faulty && !isThere)}
    >
      <div class="toolbar">
        <div>
          <div
            class="count"
            id="heading"
            role="heading"
            aria-level=${host.headingLevel}
            tabindex="-1"
            .textContent=${words}
          ></div>
          <p class="small muted isolate" .textContent=${order}></p>
        </div>
        ${canSearch ? sortChoice(directory) : nothing}
      </div>
      ${directory.cannotOpen ? notice({ kind: 'warn', text: i18n.text('failure.unreachable') }) : nothing}
      ${
        showsGiven
          ? html`<div class="cards"><slot></slot></div>`
          : faulty
            ? failure({ i18n, kind: failureOf(faulty.error), onRetry: retry })
            : directory.isEmpty
              ? nobody(directory)
              : [cards(directory), after(directory)]
      }
    </section>`;
  }

  /** A native choice of the order, which is asked for at once. */
  function sortChoice(directory: Directory): TemplateResult {
    const { i18n, applied } = directory;
    // Nothing is far from nowhere.
    const orders = ORDERS.filter((one) => one !== 'distance' || applied.outwardCode);
    const onChange = ({ target }: Event): void => {
      const { order: _, ...rest } = applied;
      const order = (target as HTMLSelectElement).value as PractitionerOrder | '';
      void directory.apply(order ? { ...rest, order } : rest);
    };
    return html`<label class="sort">
      <span class="small muted" .textContent=${i18n.text('sortBy')}></span>
      <select @change=${onChange}>
        <option value="" .selected=${!applied.order} .textContent=${i18n.text('order.own')}></option>
        ${orders.map(
          (one) =>
            html`<option
              value=${one}
              .selected=${one === applied.order}
              .textContent=${i18n.text(`order.${one}`)}
            ></option>`,
        )}
      </select>
    </label>`;
  }

  /** The cards, and room for those on their way. */
  function cards(directory: Directory): TemplateResult {
    const { people, status, more, answer } = directory.pages;
    const isStale = status === 'pending' && people.length > 0;
    const rest = Math.min(PAGE, Math.max(1, (answer.total ?? Infinity) - people.length));
    const rooms = status === 'pending' && !isStale ? PAGE : more === 'pending' ? rest : 0;
    return html`<ul class="cards ${isStale ? 'stale' : ''}" aria-label=${directory.i18n.text('therapistsListed')}>
      ${people.map((one) => html`<li>${card(directory, one)}</li>`)}
      ${Array.from({ length: rooms }, () => html`<li class="ghost" aria-hidden="true"></li>`)}
    </ul>`;
  }

  function card({ applied, host }: Directory, practitioner: Practitioner): TemplateResult {
    const { place, outwardCode, serviceId, dayPart, date } = applied;
    return html`<knead-therapist-card
      .practitioner=${practitioner}
      .place=${place ?? null}
      .postcodeArea=${outwardCode ?? null}
      .service=${serviceId ?? null}
      .dayPart=${dayPart ?? null}
      .from=${date ?? null}
      .headingLevel=${host.headingLevel + 1}
      .now=${host.now}
    ></knead-therapist-card>`;
  }

  /** What could be left out so that somebody fits. */
  function nobody(directory: Directory): TemplateResult {
    const { host, i18n, applied, form, pages } = directory;
    const toList = (): void => host.focus();
    const help = form.value?.relaxations(
      pages.answer.relaxations ?? [],
      applied,
      (filters) => void directory.apply(filters, toList),
    );
    const clear = (): TemplateResult =>
      button({ label: i18n.text('clearFilters'), onClick: () => void directory.apply({}, toList) });
    return html`<div class="nobody">${help ?? clear()}</div>`;
  }

  /** Below the list: the way to the next page, or why it did not come. */
  function after({ i18n, pages, showMore }: Directory): unknown {
    const { more, people, answer } = pages;
    if (more === 'none') return nothing;
    const rest = answer.total === undefined ? PAGE : Math.max(1, answer.total - people.length);
    const label = i18n.text('showMore', { count: Math.min(PAGE, rest) });
    const onClick = (): void => void showMore();
    return html`<div class="after">
      ${
        more === 'error'
          ? notice({
              kind: 'warn',
              text: i18n.text('moreFailed'),
              actions: button({ label: i18n.text('tryAgain'), onClick }),
            })
          : button({ label, onClick, busy: more === 'pending' })
      }
    </div>`;
  }
}
