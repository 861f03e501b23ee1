import type { ReactiveElement } from 'lit';

const at = '1970-01-02T09:00Z';
/** Says what takes longest to say, of nobody. */
const given = {
  practitioner: { id: '', name: '', languages: ['en', 'de'] },
  listing: {
    minutes: 60,
    price: { total: { amount: 0, currency: 'GBP' } },
    timeZone: '',
    next: [{ start: at, local: at }],
  },
  now: 0,
};

/**
 * Fills a card that nobody will see, while the page still waits for its data: formatters, the style sheet and the code
 * itself take a browser several times as long the first time as ever after.
 */
export function warmCards(): void {
  const card = Object.assign(document.createElement('knead-therapist-card'), given);
  card.lang = document.documentElement.lang;
  // It is in no page, so nobody else says that it may begin. Where a page's policy keeps elements from being drawn, it is none.
  (card as Partial<ReactiveElement>).connectedCallback?.();
}
