import type { Given, GivenCard } from '../given-cards.js';
import { addCardStyles } from './card-styles.js';
import { wordsOf, type TimeWords } from './card-words.js';

addCardStyles();
cardStage.enter({
  append(list, given) {
    const items = document.createDocumentFragment();
    for (const card of given.cards) items.append(itemOf(card, given));
    list.addEventListener('click', choose);
    list.append(items);
  },
  cardIn: (item) => item,
});

function itemOf(card: GivenCard, given: Given): HTMLElement {
  const words = wordsOf(card, given);
  const name = make('div', 'name');
  name.id = `name-${card.practitioner.id}`;
  name.setAttribute('role', 'heading');
  name.setAttribute('aria-level', '3');
  const profile = link('', words.href, words.name);
  profile.dir = 'auto';
  name.append(profile);
  const body = make('div', 'body');
  body.append(name, make('p', 'area muted', words.area));
  if (words.rating) body.append(make('p', 'line small muted', words.rating));
  if (words.tags.length > 0) {
    const tags = make('ul', 'tags');
    for (const tag of words.tags) tags.append(make('li', 'small isolate', tag));
    body.append(tags);
  }
  if (words.credential) body.append(make('p', 'line small muted', words.credential));
  if (words.quote) {
    const said = make('div', 'small');
    said.append(make('q', 'line', words.quote), make('p', 'line muted', words.author));
    body.append(said);
  }
  const facts = make('div', 'facts');
  facts.append(make('span', 'muted', words.facts), make('span', 'price tabular', words.price));
  const times = make('div', 'times');
  times.setAttribute('role', 'group');
  times.setAttribute('aria-label', words.group);
  for (const time of words.times) times.append(timeLink(time));
  const all = link('all', words.href, 'See all times');
  all.setAttribute('aria-label', words.all);
  const foot = make('div', 'foot');
  foot.append(all);
  body.append(facts, times, foot);
  const article = make('article', '');
  article.dir = 'ltr';
  article.setAttribute('aria-labelledby', name.id);
  article.append(photo(words));
  if (words.label) {
    article.append(make('div', 'label small', words.label));
  }
  article.append(body);
  const shell = make('div', 'card');
  shell.append(article);
  const item = make('li', '');
  item.append(shell);
  return item;
}

function photo({ photo: address, initials, tone }: ReturnType<typeof wordsOf>): HTMLElement {
  const box = make('div', `photo tone-${tone}`);
  if (address) {
    const image = document.createElement('img');
    image.loading = 'lazy';
    image.decoding = 'async';
    image.width = 640;
    image.height = 360;
    image.alt = '';
    image.src = address;
    box.append(image);
  } else {
    const letters = make('span', '', initials);
    letters.setAttribute('aria-hidden', 'true');
    box.append(letters);
  }
  return box;
}

function timeLink({ day, time, name, href }: TimeWords): HTMLElement {
  const anchor = link('time tabular', href, time);
  anchor.setAttribute('aria-label', name);
  anchor.setAttribute('data-day', day);
  return anchor;
}

function link(className: string, href: string, text = ''): HTMLAnchorElement {
  const anchor = make('a', className, text) as HTMLAnchorElement;
  anchor.href = href;
  return anchor;
}

function make(name: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/** One listener for the list: what is chosen is told to the page. */
function choose(event: Event): void {
  const anchor = (event.target as Element).closest('a');
  if (!anchor) return;
  const chosen = new CustomEvent('choose', { bubbles: true, cancelable: true, detail: anchor.href });
  if (!anchor.dispatchEvent(chosen)) event.preventDefault();
}
