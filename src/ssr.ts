/**
 * The server's entry: light-DOM HTML of cards and lists, and structured data for search engines. Needs no DOM and no
 * package; `knead/ssr.css` belongs to it.
 */
export { cardHtml, cardListHtml, type CardOptions } from './ssr/card.js';
export { listJsonLd, therapistJsonLd, type JsonLdOptions } from './ssr/json-ld.js';
export type { Listed, ListedTimes, OpenHours } from './ssr/listed.js';
