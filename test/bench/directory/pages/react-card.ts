import { createElement as h } from 'react';
import type { Given, GivenCard } from '../given-cards.js';
import { wordsOf, type CardWords } from './card-words.js';

/** The same card as a component. */
export function Card({ card, given }: { card: GivenCard; given: Given }): unknown {
  const words = wordsOf(card, given);
  const { id } = card.practitioner;
  return h(
    'div',
    { className: 'card' },
    h(
      'article',
      { dir: 'ltr', 'aria-labelledby': `name-${id}` },
      h(Photo, words),
      h(
        'div',
        { className: 'body' },
        h(
          'div',
          { id: `name-${id}`, className: 'name isolate', role: 'heading', 'aria-level': 3 },
          h('a', { href: words.href, onClick: choose }, h('span', null, words.name)),
        ),
        h('p', { className: 'area muted isolate' }, words.area),
        words.rating && h('p', { className: 'small muted isolate' }, words.rating),
        h(
          'ul',
          { className: 'tags' },
          words.tags.map((tag) => h('li', { key: tag, className: 'small isolate' }, tag)),
        ),
        h('p', { className: 'small muted isolate' }, words.credential),
        h(
          'p',
          { className: 'facts' },
          h('span', { className: 'muted' }, words.facts),
          h('span', { className: 'price tabular' }, words.price),
        ),
        h(
          'div',
          { className: 'times', role: 'group', 'aria-label': words.group },
          words.times.map(({ day, time, name, href }) =>
            h(
              'a',
              {
                ...{ key: href, className: 'time tabular', href, onClick: choose },
                ...{ 'aria-label': name, 'data-day': day },
              },
              time,
            ),
          ),
        ),
        h('a', { className: 'all', href: words.href, 'aria-label': words.all, onClick: choose }, 'See all times'),
      ),
    ),
  );
}

function Photo({ photo: src, initials, tone }: CardWords): unknown {
  return h(
    'div',
    { className: `photo tone-${tone}` },
    src
      ? h('img', { src, width: 640, height: 360, alt: '', loading: 'lazy', decoding: 'async' })
      : h('span', { 'aria-hidden': true }, initials),
  );
}

/** As a page would be told what was chosen. */
function choose(event: { currentTarget: HTMLAnchorElement; preventDefault(): void }): void {
  const chosen = new CustomEvent('choose', { bubbles: true, cancelable: true, detail: event.currentTarget.href });
  if (!event.currentTarget.dispatchEvent(chosen)) event.preventDefault();
}
