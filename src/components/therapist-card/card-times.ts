import type { Slot } from '../../contract/availability.js';
import { dateOf } from '../../domain/time/local-time.js';
import type { Localize } from '../../ui/controllers/localize.js';
import { make, mark, say } from '../../ui/templates/stamp.js';
import { dateWords, dayName } from './card-facts.js';
import type { CardView } from './card-view.js';
import type { DaysThere, NextTimes } from './next-times.js';
import { startLink } from './profile-link.js';

/** What a card says of times: some, that they are on their way, or why there are none. */
export type ShownTimes = NextTimes | 'loading' | 'failed';

const times = (): HTMLElement => make('div', { class: 'times', role: 'group' });
const message = (): HTMLElement => make('p', { class: 'message small isolate' });
const written = (): HTMLElement => make('div', { class: 'message written' }, make('slot', { name: 'times' }));
const none = (): HTMLElement => make('div', { class: 'none' });
const bare = (): HTMLElement => make('span', { class: 'time bare', 'aria-hidden': 'true' });
const timeLink = (): HTMLElement => make('a', { class: 'time tabular', part: 'time' });
const timeButton = (): HTMLElement => make('button', { class: 'time tabular', part: 'time', type: 'button' });

/** The next times as equal links or buttons, or in the same room what is to be said instead. `there` is what says it now. */
export function fillTimes(there: Element, view: CardView): void {
  const { i18n, name, next, count, filled, href } = view;
  if (filled.has('times') && (!next || next === 'loading')) return void kept(there, '.written', written);
  if (!next) return void kept(there, '.none', none);
  if (next === 'loading') {
    const group = kept(there, '[aria-busy]', times);
    mark(group, 'aria-busy', 'true');
    mark(group, 'aria-label', i18n.text('loadingTimesWith', { name }));
    fit(group, count, bare);
    return;
  }
  if (next === 'failed' || next.soon.length === 0) {
    return say(kept(there, '.message:not(.written)', message), insteadOfTimes(view, next));
  }
  const group = kept(there, '.times:not([aria-busy])', times);
  mark(group, 'aria-label', i18n.text('timesWith', { name }));
  mark(group, 'aria-describedby', view.zone ? 'zone' : null);
  if (group.firstElementChild?.localName !== (href ? 'a' : 'button')) group.replaceChildren();
  fit(group, next.soon.length, href ? timeLink : timeButton);
  next.soon.forEach((slot, index) => fillTime(group.children[index]!, view, slot, next.days));
}

/** What is there if it is of the kind, else a fresh one in its place. */
function kept(there: Element, kind: string, stamp: () => HTMLElement): Element {
  if (there.matches(kind)) return there;
  const made = stamp();
  there.replaceWith(made);
  return made;
}

/** Makes so many in a group. */
export function fit(group: Element, count: number, stamp: () => HTMLElement): void {
  while (group.childElementCount > count) group.lastElementChild!.remove();
  while (group.childElementCount < count) group.append(stamp());
}

function insteadOfTimes({ i18n, practitioner }: CardView, next: NextTimes | 'failed'): string {
  if (next === 'failed') return i18n.text('failed');
  const { later } = next;
  if (later) {
    return i18n.text('nextTime', { date: i18n.date(dateOf(later.local), 'long'), time: i18n.time(later.local) });
  }
  const { places = [] } = practitioner ?? {};
  const asks = places.length > 0 && places.every(({ approval }) => approval === 'always-request');
  return i18n.text(asks ? 'request' : 'noTimes');
}

/** A link where the page has an address for it, so that it can also be opened in a new tab; else a button. */
function fillTime(element: Element, { i18n, name, href, id }: CardView, slot: Slot, days: DaysThere): void {
  const date = dateOf(slot.local);
  const time = i18n.time(slot.local);
  say(element, time);
  mark(element, 'data-day', dayOf(i18n, date, days));
  mark(element, 'aria-label', i18n.text('slotWith', { date: dateWords(i18n, date, 'long'), time, name }));
  if (href) mark(element, 'href', startLink(href, slot.start, id));
}

function dayOf(i18n: Localize, date: string, { today, tomorrow }: DaysThere): string {
  if (date === today) return i18n.text('day.today');
  return date === tomorrow ? i18n.text('day.tomorrow') : dayName(i18n, date);
}
