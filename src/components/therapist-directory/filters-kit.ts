import type { css, CSSResult, html, nothing, TemplateResult } from 'lit';
import type { ListingBackend } from '../../backend/booking-backend.js';
import type { Discovery } from '../../contract/discovery.js';
import type { PractitionerFilters } from '../../contract/practitioner-search.js';
import type { languageName } from '../../locales/format.js';
import type { MessageSection } from '../../locales/registry.js';
import type { Localize, money } from '../../ui/controllers/localize.js';
import type { button } from '../../ui/templates/button.js';
import type { Filters } from './filters.js';

/** What the filters take from the script that loads them (as the details of a form do). */
export interface FiltersKit {
  css: typeof css;
  html: typeof html;
  nothing: typeof nothing;
  button: typeof button;
  languageName: typeof languageName;
  money: typeof money;
}

/** Whom a list asks, and what they say of themselves. */
export interface ListSource {
  backend: ListingBackend;
  discovery: Discovery;
}

/** What can be chosen among. */
export interface FilterOptions extends PractitionerFilters {
  currency: string;
  gender: boolean;
  /** The first day that can be asked for. */
  today: string;
}

/** What the form shows, and what it tells. */
export interface FilterFormOptions {
  /** By what the list is narrowed now. */
  applied: Filters;
  /** What applying came to; empty before that. */
  result: string;
  onApply: (filters: Filters) => void;
  onClear: () => void;
  /** Something to be said of what was typed. */
  redraw: () => void;
  /** Leads from the form to what it found; null where that stands beside it. */
  onResults: (() => void) | null;
}

/** The form by which a list is narrowed. */
export interface FilterForm {
  draw(options: FilterFormOptions): TemplateResult;
  /** Buttons that leave one thing out so that somebody fits; undefined where nothing helps. */
  relaxations(
    relaxations: readonly { filter: string; total: number }[],
    applied: Filters,
    onRelax: (filters: Filters) => void,
  ): TemplateResult | undefined;
}

/** The filters of a list. */
export interface DirectoryFilters {
  messages: MessageSection;
  styles: CSSResult;
  /** A form with what a backend's practitioners can be narrowed by. Rejects as the backend does. */
  form(source: ListSource & { i18n: Localize; now: number }, signal: AbortSignal): Promise<FilterForm>;
}
