/**
 * In every page before its contestant: makes what the cards are made of, has the contestant's script run, and measures from
 * handing it over to the last card painted. Nothing of the stage itself is measured.
 */
import { givenCards, type Given } from '../given-cards.js';

/** How a contestant takes part. Its script calls `stage.enter` when it is evaluated. */
export interface Entrant {
  /** Puts all the cards into the list: at once, or as its users would. */
  append(list: HTMLElement, given: Given, isAtOnce: boolean): void;
  /** What an item's card is in, once there is one. */
  cardIn(item: Element): ParentNode | null | undefined;
  /** Whether the last card's being there does not mean that all are. */
  isUnordered?: true;
}

/** What one card says, and of how many elements it is made. */
export interface Said {
  words: string;
  elements: number;
  height: number;
}

const TIMES = '[part~=time], .time';

/** What the bench asks of a page. */
export class Stage {
  #given!: Given;
  #entrant!: Entrant;

  async prepare(contestant: string, count: number): Promise<void> {
    this.#given = givenCards(count, location.origin);
    const scripts = contestant === 'knead' ? ['knead-cards', 'knead'] : [contestant];
    for (const name of scripts) await evaluated(await (await fetch(`/${name}.js`)).text());
  }

  enter(entrant: Entrant): void {
    this.#entrant = entrant;
  }

  /**
   * From handing the cards over, within a frame, to that frame painted; a contestant that is not there by then is given the
   * next ones. `plant` is a busy loop, as a part of that time.
   */
  mount(plant: number): Promise<number> {
    return new Promise((resolve, reject) => {
      requestAnimationFrame(() => {
        const from = performance.now();
        this.#entrant.append(list(), this.#given, true);
        painted(() => this.#isThere(), { from, plant }).then(resolve, reject);
      });
    });
  }

  /** As {@link mount}, but from a task of its own, as an answer from the network comes, and the way its users do it. */
  async mountLater(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 50));
    this.#entrant.append(list(), this.#given, false);
    await new Promise(requestAnimationFrame);
    await painted(() => this.#isThere(), { from: performance.now(), plant: 0 });
  }

  /** What every card says and is made of, to see that all contestants show the same. */
  said(): Said[] {
    return [...list().children].map((item) => {
      const root = this.#entrant.cardIn(item)!;
      const elements = [...root.querySelectorAll('article, article *')].filter(isThere);
      const article = root.querySelector('article')!;
      return { words: wordsOf(root), elements: elements.length, height: article.getBoundingClientRect().height };
    });
  }

  #isThere(): boolean {
    const items = [...list().children];
    if (items.length !== this.#given.cards.length) return false;
    const shown = this.#entrant.isUnordered ? items : items.slice(-1);
    return shown.every((item) => this.#entrant.cardIn(item)?.querySelectorAll(TIMES).length === 3);
  }
}

/** What a visitor meets; room kept for what this card does not have is nothing. */
function isThere(element: Element): boolean {
  const { localName, textContent } = element;
  return (
    localName !== 'slot' && (localName === 'img' || textContent.trim() !== '' || element.querySelector('img') !== null)
  );
}

function list(): HTMLElement {
  return document.querySelector('ul.cards')!;
}

/** Names, texts and the days that styles write, in the order of the page. */
function wordsOf(root: ParentNode): string {
  const words: string[] = [];
  const walker = document.createTreeWalker(root as Node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && node.parentElement?.localName !== 'style') words.push(node.data.trim());
    if (node instanceof Element) words.push(node.getAttribute('aria-label') ?? '', node.getAttribute('data-day') ?? '');
  }
  return words.filter(Boolean).join(' | ');
}

function evaluated(code: string): Promise<void> {
  const script = document.createElement('script');
  script.textContent = code;
  document.head.append(script);
  // What it puts off to a later moment, such as reading its language, is no part of showing cards.
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}

/** A frame with it has been handed over: its task is over when the message comes. Rejects after a minute. */
function painted(isThere: () => boolean, { from, plant }: { from: number; plant: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      let at = performance.now();
      if (isThere()) {
        if (plant > 0) {
          keepBusy((at - from) * plant);
          at = performance.now();
        }
        return resolve(at - from);
      }
      if (at - from > 60_000) return reject(new Error('not there after a minute'));
      return requestAnimationFrame(() => port2.postMessage(null));
    };
    port2.postMessage(null);
  });
}

function keepBusy(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

declare global {
  // Where the contestants' scripts report.
  var cardStage: Stage;
}

globalThis.cardStage = new Stage();
