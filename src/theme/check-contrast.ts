/**
 * For development, and in no script-tag file: says where colours that a page has set give too little contrast. What Knead
 * derives keeps its contrast by itself; what a page sets itself, Knead does not overrule.
 *
 * ```js
 * import { warnAboutContrast } from 'knead/theme/check-contrast';
 * warnAboutContrast();
 * ```
 */

/** Two colours that lie on each other in an element. */
export interface MeasuredContrast {
  element: Element;
  /** The token to change, for example `--knead-ink`. */
  token: string;
  /** What it lies on, in words or as a token. */
  on: string;
  /** By WCAG 2.2, from 1 to 21. */
  ratio: number;
  /** 4.5 for words (1.4.3), 3 for what a control is known by (1.4.11). */
  wanted: number;
}

const COLOURS = ['accent', 'paper', 'sunk', 'ink', 'ink-2', 'line', 'line-2'].map((name) => `--knead-${name}`);

/** What was said already, for each is said once. */
const said = new Set<string>();

/**
 * Measures the colours that one Knead element has right now, host tokens, preset and scheme included. Empty until the
 * element is defined and in a page, and where its paper is see-through, since nobody knows what shines through.
 */
export function measureContrast(element: Element): MeasuredContrast[] {
  const root = element.shadowRoot;
  if (!root || !element.isConnected) return [];
  // Classes of our own style sheets: what they paint is asked of them, and not guessed from their sources.
  const probe = document.createElement('div');
  const styled = (tag: string, classes = ''): CSSStyleDeclaration => {
    const made = Object.assign(document.createElement(tag), { className: classes });
    probe.append(made);
    return getComputedStyle(made);
  };
  const [button, primary] = [styled('button', 'button'), styled('button', 'button primary')];
  const [link, lesser, notice] = [styled('a'), styled('p', 'muted'), styled('p', 'notice')];
  root.append(probe);
  const [paper, sunk] = [button.backgroundColor, notice.backgroundColor];
  const words = (token: string, on: string, one: string, other: string, wanted = 4.5): MeasuredContrast[] => {
    const ratio = contrastRatio(one, other);
    return ratio === undefined ? [] : [{ element, token, on, ratio, wanted }];
  };
  const measured = [
    words('--knead-ink', '--knead-paper', getComputedStyle(element).color, paper),
    words('--knead-ink-2', '--knead-paper', lesser.color, paper),
    words('--knead-ink-2', '--knead-sunk', lesser.color, sunk),
    words('--knead-line-2', '--knead-paper', button.borderTopColor, paper, 3),
    words('--knead-accent', 'words on it', primary.color, primary.backgroundColor),
    words('--knead-accent', 'links on --knead-paper', link.color, paper),
  ].flat();
  probe.remove();
  return measured;
}

/**
 * Warns on the console, once per tag and token, about every Knead element below `root` whose colours have too little
 * contrast or whose tokens are no colours. Returns what it found too weak, said or not.
 */
export function warnAboutContrast(root: ParentNode = document): MeasuredContrast[] {
  const elements = [...root.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('knead-'));
  return elements.flatMap((element) => {
    const style = getComputedStyle(element);
    for (const token of COLOURS) {
      const value = style.getPropertyValue(token).trim();
      if (value && (/currentcolor/i.test(value) || !CSS.supports('color', value))) {
        warn(element, `${token}: expected a colour, which "currentcolor" is not yet`);
      }
    }
    const weak = measureContrast(element).filter(({ ratio, wanted }) => ratio < wanted);
    for (const { token, on, ratio, wanted } of weak) {
      warn(element, `${token}, ${on}: contrast is ${ratio.toFixed(2)}:1, expected at least ${wanted}:1`);
    }
    return weak;
  });
}

function warn({ localName }: Element, words: string): void {
  const line = `Knead: <${localName}> ${words}.`;
  if (said.has(line)) return;
  said.add(line);
  console.warn(line);
}

/**
 * The ratio of two CSS colours as a screen shows them, by WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio);
 * undefined where one is see-through or no colour.
 */
export function contrastRatio(one: string, other: string): number | undefined {
  const luminances = [one, other].map(luminance);
  if (luminances.some((value) => value === undefined)) return undefined;
  const [dark, light] = (luminances as number[]).sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

let canvas: CanvasRenderingContext2D | null | undefined;

/** Painted and read back, because only then is a colour beyond sRGB what is seen of it. */
function luminance(colour: string): number | undefined {
  canvas ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  });
  if (!canvas || !CSS.supports('color', colour)) return undefined;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  if (alpha !== 255) return undefined;
  const part = (value: number): number => (value <= 10.3143 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part(red!) + 0.7152 * part(green!) + 0.0722 * part(blue!);
}
