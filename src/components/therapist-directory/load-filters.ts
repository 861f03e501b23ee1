import { css, html, nothing } from 'lit';
import { unreachable } from '../../backend/booking-backend.js';
import { languageName } from '../../locales/format.js';
import { laterPart } from '../../ui/element/later-part.js';
import { button } from '../../ui/templates/button.js';

/** The filters, loaded once for the whole page. Rejects with `unreachable` where they cannot be. */
export const loadFilters = laterPart(
  async () => (await import('./directory-filters.js')).default({ css, html, nothing, button, languageName }),
  unreachable,
);
