import type { css, CSSResult, html, nothing, TemplateResult } from 'lit';
import type { PractitionerFilters } from '../../contract/practitioner-search.js';
import type { languageName } from '../../locales/format.js';
import type { MessageSection } from '../../locales/registry.js';
import type { Localize } from '../../ui/controllers/localize.js';
import type { button } from '../../ui/templates/button.js';
import type { parsePostcode } from '../../domain/client/postcode.js';
import type { Filters } from './filters.js';

/** What the filters take from the script that loads them (as the details of a form do). */
export interface FiltersKit {
  css: typeof css;
  html: typeof html;
  nothing: typeof nothing;
  button: typeof button;
  languageName: typeof languageName;
  parsePostcode: typeof parsePostcode;
}

/** What can be chosen among. */
export interface FilterOptions extends PractitionerFilters {
  currency: string;
  gender: boolean;
  /** The first day that can be asked for. */
  today: string;
}

/** What the form needs. */
export interface FilterFormOptions {
  i18n: Localize;
  options: FilterOptions;
  /** By what the list is narrowed now. */
  applied: Filters;
  faults: FilterFaults;
  /** How many fit, once filters were applied; null before that. */
  result: string | null;
  onApply: (form: HTMLFormElement) => void;
  onClear: () => void;
  /** Leads from the form to what it found; null where that stands beside it. */
  onResults: (() => void) | null;
}

/** What was typed and cannot be searched for. */
export interface FilterFaults {
  area?: boolean;
  price?: boolean;
}

/** The form by which a list is narrowed, and what is offered where nobody fits. */
export interface DirectoryFilters {
  messages: MessageSection;
  styles: CSSResult;
  form(options: FilterFormOptions): TemplateResult;
  /** What the form says; its order is the list's. */
  read(form: HTMLFormElement, options: FilterOptions): { filters: Filters; faults: FilterFaults };
  /** What can be left out so that somebody fits: a button each; `nothing` where nothing helps. */
  relaxations(
    i18n: Localize,
    relaxations: readonly { filter: string; total: number }[],
    onRelax: (filter: string) => void,
  ): unknown;
}
