import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './until.js';

/** How something is called: the whole name, or a pattern. */
export type Name = string | RegExp;

/** The roles that a {@link Tab} can look for. */
export type Role = 'button' | 'radio' | 'checkbox' | 'textbox' | 'heading' | 'link';

/** What every engine's own driver has to be able to do with one page. */
export interface Hands {
  goto(url: string): Promise<void>;
  /** Evaluates an expression in the page, or in the frame entered, to a text. */
  ask(expression: string): Promise<string>;
  /** Clicks with the mouse, in CSS pixels of the viewport of the page or of the frame entered. */
  clickAt(x: number, y: number): Promise<void>;
  /** Types with the keyboard into what has focus. */
  type(text: string): Promise<void>;
  /** From now on everything happens in that frame. */
  enterFrame(selector: string): Promise<void>;
  close(): Promise<void>;
}

const finder = readFileSync(join(import.meta.dirname, 'page-finder.js'), 'utf8').replace(/;\s*$/, '');

/** A visitor in front of one page, with the same few verbs in every engine. */
export class Tab {
  constructor(readonly hands: Hands) {}

  /** How many things of that role and name there are now. */
  async count(role: Role, name: Name): Promise<number> {
    return Number(await this.#look('count', role, name));
  }

  /** Waits for something of that role and name. */
  async finds(role: Role, name: Name): Promise<void> {
    await until(
      async () => (await this.count(role, name)) > 0,
      async () => `no ${role} ${String(name)}; the page says: ${await this.text()}`,
    );
  }

  /** Waits for something and clicks in its middle; of several, the one at `index`. */
  async click(role: Role, name: Name, index = 0): Promise<void> {
    let before = '';
    let seen = '';
    // People click what stands still and lies open: a page may scroll smoothly to what took focus.
    await until(
      async () => {
        before = seen;
        seen = await this.#look('point', role, name, index);
        return seen === before && /^-?[\d.]+ -?[\d.]+$/.test(seen);
      },
      async () =>
        seen === ''
          ? `no ${role} ${String(name)}; the page says: ${await this.text()}`
          : `${role} ${String(name)} cannot be clicked (${seen})`,
    );
    const [x, y] = seen.split(' ').map(Number);
    await this.hands.clickAt(x!, y!);
  }

  /** Clicks into an empty text field and types. */
  async fill(name: Name, text: string): Promise<void> {
    await this.click('textbox', name);
    await this.hands.type(text);
  }

  /** Waits until a text shows somewhere. */
  async says(text: RegExp): Promise<void> {
    await until(
      async () => text.test(await this.text()),
      async () => `the page does not say ${String(text)} but: ${await this.text()}`,
    );
  }

  /** Everything the page shows, in one line. */
  text(): Promise<string> {
    return this.#look('text');
  }

  #look(asked: 'text' | 'count' | 'point', role = '', name: Name = '', index = 0): Promise<string> {
    const source = typeof name === 'string' ? `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$` : name.source;
    const given = [asked, role, source, index].map((each) => JSON.stringify(each)).join();
    return this.hands.ask(`${finder}(${given})`);
  }
}
