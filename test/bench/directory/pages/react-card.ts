import { createElement as h } from 'react';
import type { Given, GivenCard } from '../given-cards.js';
import { wordsOf, type CardWords, type TimeWords } from './card-words.js';

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
      words.label && h('div', { className: 'label small' }, words.label),
      h(
        'div',
        { className: 'body' },
        h(
          'div',
          { id: `name-${id}`, className: 'name', role: 'heading', 'aria-level': 3 },
          h('a', { dir: 'auto', href: words.href, onClick: choose }, words.name),
        ),
        h('p', { className: 'area muted' }, words.area),
        words.rating && h('p', { className: 'line small muted' }, words.rating),
        words.tags.length > 0 &&
          h(
            'ul',
            { className: 'tags' },
            words.tags.map((tag) => h('li', { key: tag, className: 'small isolate' }, tag)),
          ),
        words.credential && h('p', { className: 'line small muted' }, words.credential),
        words.quote &&
          h(
            'div',
            { className: 'small' },
            h('q', { className: 'line' }, words.quote),
            h('p', { className: 'line muted' }, words.author),
          ),
        h(
          'div',
          { className: 'facts' },
          h('span', { className: 'muted' }, words.facts),
          h('span', { className: 'price tabular' }, words.price),
        ),
        h(
          'div',
          { className: 'times', role: 'group', 'aria-label': words.group },
          words.times.map((time) => h(Time, { key: time.href, ...time })),
        ),
        h(
          'div',
          { className: 'foot' },
          h('a', { className: 'all', href: words.href, 'aria-label': words.all, onClick: choose }, 'See all times'),
        ),
      ),
    ),
  );
}

function Time({ day, time, name, href }: TimeWords): unknown {
  return h('a', { className: 'time tabular', href, onClick: choose, 'aria-label': name, 'data-day': day }, time);
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
