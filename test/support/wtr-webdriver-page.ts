/** The part of a WebDriver session that keys, sizes and pictures need. */
export interface WebDriverSession {
  performActions(actions: readonly object[]): Promise<void>;
  getWindowRect(): Promise<{ width: number; height: number }>;
  setWindowRect(x: null, y: null, width: number, height: number): Promise<unknown>;
  execute<Result>(script: () => Result): Promise<Result>;
  takeScreenshot(): Promise<string>;
}

/** The code points that WebDriver gives to keys without a character (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const codePoints: Readonly<Record<string, number>> = {
  Backspace: 0xe003,
  Tab: 0xe004,
  Enter: 0xe007,
  Shift: 0xe008,
  Control: 0xe009,
  Alt: 0xe00a,
  Escape: 0xe00c,
  PageUp: 0xe00e,
  PageDown: 0xe00f,
  End: 0xe010,
  Home: 0xe011,
  ArrowLeft: 0xe012,
  ArrowUp: 0xe013,
  ArrowRight: 0xe014,
  ArrowDown: 0xe015,
  Delete: 0xe017,
};

/** A window of MiniBrowser goes below this, and not much below. */
const NARROWEST = 500;

/** How often a window is looked at until it has its new size. */
const LOOKS = 100;

/**
 * What the runner's commands ask of a page, done by a WebDriver session: real key presses, chords included, and a
 * viewport of a given size. The runner's own way over WebDriver knows neither held keys nor viewports.
 */
export class WebDriverPage {
  readonly #session: WebDriverSession;
  readonly keyboard = {
    type: async (text: string): Promise<void> => {
      await this.#act([...text].flatMap((value) => [down(value), up(value)]));
    },
    press: async (key: string): Promise<void> => this.#act([down(keyValue(key)), up(keyValue(key))]),
    down: async (key: string): Promise<void> => this.#act([down(keyValue(key))]),
    up: async (key: string): Promise<void> => this.#act([up(keyValue(key))]),
  };

  constructor(session: WebDriverSession) {
    this.#session = session;
  }

  /**
   * Gives the page a size in CSS pixels, whatever the window needs around it. MiniBrowser's is never narrower than its tool bar, some 450 px: a
   * page that has to be narrower is as narrow as that, and gives its content the width itself.
   * @throws if the window does not come to that size.
   */
  async setViewport({ width, height }: { width: number; height: number }): Promise<void> {
    const inner = (): Promise<[number, number]> => this.#session.execute(() => [innerWidth, innerHeight]);
    let refused = 0;
    for (let look = 0; look < LOOKS; look += 1) {
      const [shownWidth, shownHeight] = await inner();
      if (shownWidth === width && shownHeight === height) return;
      if (shownWidth > width && shownWidth < NARROWEST && shownHeight === height && (refused += 1) > 5) return;
      const window = await this.#session.getWindowRect();
      await this.#session.setWindowRect(
        null,
        null,
        window.width + width - shownWidth,
        window.height + height - shownHeight,
      );
    }
    throw new Error(`the window shows ${(await inner()).join(' × ')} px, not ${width} × ${height}`);
  }

  /** What the page shows, as a PNG in Base64. */
  screenshot(): Promise<string> {
    return this.#session.takeScreenshot();
  }

  async #act(actions: readonly object[]): Promise<void> {
    // The keyboard keeps its name, and so the driver knows what is held from one command to the next.
    await this.#session.performActions([{ type: 'key', id: 'keyboard', actions }]);
  }
}

const down = (value: string): object => ({ type: 'keyDown', value });
const up = (value: string): object => ({ type: 'keyUp', value });

/** @throws for the name of a key that is not in the list above. */
function keyValue(key: string): string {
  if (key === 'Space') return ' ';
  if ([...key].length === 1) return key;
  const codePoint = codePoints[key];
  if (codePoint === undefined) throw new Error(`no key is called ${key}`);
  return String.fromCodePoint(codePoint);
}
