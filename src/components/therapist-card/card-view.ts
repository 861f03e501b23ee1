import type { Practitioner } from '../../contract/practitioner.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { keep, make, mark, say, stampOf } from '../../ui/templates/stamp.js';
import {
  areaLine,
  authorLine,
  credentialLine,
  factsLine,
  initials,
  ratingLine,
  TAGS,
  testimonialOf,
  toneOf,
} from './card-facts.js';
import { fillTimes, fit, type ShownTimes } from './card-times.js';

/** What a card shows. */
export interface CardView {
  i18n: Localize;
  /** Unknown where the page wrote the card and nobody asked. */
  practitioner: Practitioner | undefined;
  id: string;
  name: string;
  headingLevel: number;
  photoFailed: boolean;
  /** Where the card leads; undefined where only the page's own listeners can act. */
  href: string | undefined;
  /** "60 min from £75"; empty where nobody knows. */
  price: string;
  /** Undefined where nobody is asked for times. */
  next: ShownTimes | undefined;
  /** How many times are waited for. */
  count: number;
  /** "London time", for who is elsewhere. */
  zone: string;
  /** The parts that the page fills itself. */
  filled: ReadonlySet<string>;
}

const times = (): HTMLElement => make('a', { class: 'time tabular', part: 'time' });
const tag = (): HTMLElement => make('li', { class: 'small isolate' });
const line = (name: string, lines = 'line '): HTMLElement => make('p', { class: `${name} ${lines}muted` });
const slot = (name: string, ...inside: Element[]): HTMLElement => make('slot', { name }, ...inside);

/** With as many tags and times as most have. */
const card = (): HTMLElement =>
  make(
    'article',
    { 'aria-labelledby': 'name' },
    make('div', { class: 'photo', part: 'photo' }, make('span', { 'aria-hidden': 'true' }), slot('photo')),
    make(
      'div',
      { class: 'body' },
      make('div', { class: 'name', id: 'name', role: 'heading' }, slot('name', make('a', { dir: 'auto' }))),
      line('area', ''),
      line('rating small'),
      make('ul', { class: 'tags' }, tag(), tag(), tag()),
      line('credential small'),
      slot('badges'),
      make('div', { class: 'facts' }, make('span', { class: 'muted' }), make('span', { class: 'price tabular' })),
      make('div', { class: 'times', role: 'group' }, times(), times(), times()),
      make(
        'div',
        { class: 'foot' },
        make('a', { class: 'all' }),
        make('span', { class: 'zone muted small', id: 'zone' }),
      ),
      slot('actions'),
    ),
  );
const quote = stampOf(() => make('div', { class: 'quote small' }, make('q', { class: 'line' }), line('')));
const image = stampOf(() => make('img', { alt: '', loading: 'lazy', decoding: 'async' }));
const label = (): HTMLElement => make('div', { class: 'label small' }, slot('label'));
const button = (): HTMLElement => make('button', { class: 'all button link', type: 'button' });

/** What stands in place of each part that the page fills. */
const PARTS = {
  area: '.area',
  details: '.rating, .tags, .credential',
  offer: '.facts',
  facts: '.facts > .muted',
  price: '.price',
  link: '.all',
} as const;

/** Cards that are alike but for their practitioner, as far as they are: most of what is written into one is in its copy already. */
const alike = new Map<string, HTMLElement>();

/** What a card is made for: another kind is another card. */
export function kindOf({ filled, href }: CardView): string {
  return `${filled.size > 0 ? [...filled].sort().join() : ''} ${Boolean(href)}`;
}

/** A card that says nothing of anybody yet: parts that the page fills are places for them. */
export function newCard(view: CardView): HTMLElement {
  const key = `${kindOf(view)} ${view.i18n.locale.tag} ${view.headingLevel}`;
  let first = alike.get(key);
  if (!first) alike.set(key, (first = firstCard(view)));
  return first.cloneNode(true) as HTMLElement;
}

function firstCard(view: CardView): HTMLElement {
  const { filled, href } = view;
  const made = card();
  if (!href) made.querySelector('.all')!.replaceWith(button());
  if (filled.has('name')) {
    made.querySelector('.name')!.removeAttribute('role');
    made.querySelector('.name a')!.remove();
  }
  for (const [name, selector] of Object.entries(PARTS)) {
    if (!filled.has(name)) continue;
    made.querySelector(selector)?.before(slot(name));
    for (const ours of made.querySelectorAll(selector)) ours.remove();
  }
  fillCommon(made, view);
  return made;
}

/** Writes into a card what it shows. */
export function fillCard(made: HTMLElement, view: CardView): void {
  const { i18n, practitioner, name, href, price, zone, filled } = view;
  const find = (selector: string): Element | null => made.querySelector(selector);
  fillCommon(made, view);
  fillPhoto(made, view);
  if (!filled.has('name')) {
    const link = find('.name a');
    mark(link, 'href', href ?? null);
    say(link, name);
  }
  say(find('.area'), practitioner ? areaLine(i18n, practitioner) : '');
  fillDetails(made, view);
  say(find('.facts > .muted'), practitioner ? factsLine(i18n, practitioner) : '');
  say(find('.price'), price);
  fillTimes(find('.times, .message, .none')!, view);
  const all = find('.all');
  mark(all, 'href', href ?? null);
  mark(all, 'aria-label', i18n.text('seeAllTimesWith', { name }));
  say(find('.zone'), zone);
}

/** What cards have in common, whoever they are of. */
function fillCommon(made: HTMLElement, { i18n, headingLevel, filled }: CardView): void {
  mark(made, 'dir', i18n.direction);
  if (!filled.has('name')) mark(made.querySelector('.name'), 'aria-level', String(headingLevel));
  say(made.querySelector('.all'), i18n.text('seeAllTimes'));
}

/** What speaks for a practitioner: rating, specialisms, a credential, what somebody said. Lines without words do not show. */
function fillDetails(made: HTMLElement, { i18n, practitioner, filled }: CardView): void {
  if (filled.has('details')) return;
  const credential = made.querySelector('.credential')!;
  const tags = made.querySelector('.tags')!;
  const { specialisms = [] } = practitioner ?? {};
  say(made.querySelector('.rating'), practitioner ? ratingLine(i18n, practitioner) : '');
  const shown = specialisms.slice(0, TAGS);
  fit(tags, shown.length, tag);
  shown.forEach(({ name }, index) => say(tags.children[index], name));
  say(credential, practitioner ? credentialLine(i18n, practitioner) : '');
  const said = practitioner && testimonialOf(practitioner);
  const there = keep(made.querySelector('.quote'), Boolean(said), quote, (box) => credential.after(box));
  if (said) {
    say(there!.firstElementChild, said.quote);
    say(there!.lastElementChild, authorLine(i18n, said));
  }
}

function fillPhoto(made: HTMLElement, { i18n, practitioner, id, name, photoFailed, filled }: CardView): void {
  const box = made.firstElementChild!;
  const [letters, place] = [...box.children] as [Element, Element];
  const photo = practitioner?.photo;
  const isShown = Boolean(photo || filled.has('photo')) && !photoFailed;
  mark(box, 'class', `photo tone-${toneOf(id)}${photoFailed ? ' failed' : ''}`);
  say(letters, isShown ? '' : initials(name));
  const shown = keep(place.firstElementChild, Boolean(photo), image, (made) => place.append(made));
  if (photo) {
    mark(shown, 'width', String(photo.width));
    mark(shown, 'height', String(photo.height));
    mark(shown, 'src', photo.url);
  }
  const isPaid = Boolean(practitioner?.paidPlacement) || filled.has('label');
  const note = keep(made.querySelector('.label'), isPaid, label, (made) => box.after(made));
  // What the page says of it stands in place of ours.
  if (note) say(note.firstElementChild, i18n.text('paidPlacement'));
}
