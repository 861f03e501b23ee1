import { render, type TemplateResult } from 'lit';
import { base } from '../../src/theme/base.js';
import { forcedColors } from '../../src/theme/forced-colors.js';
import { tokens } from '../../src/theme/tokens.js';

const SOURCE = tokens.cssText;

/** Public tokens, as a page may set them, in the order of the source. */
export const PUBLIC_TOKENS: readonly string[] = [
  ...new Set([...SOURCE.matchAll(/var\((--knead-[\w-]+)/g)].map(([, name]) => name!)),
];

/** Whether the elements have a private token of that name: pages about it follow the source, and never tell of one that has gone. */
export const isToken = (name: string): boolean => new RegExp(`\\s${name}:`).test(SOURCE);

/** A place of its own that begins as every element does: what is drawn in it reads the same tokens. */
export function stage(
  content: (measure: Measure | undefined) => TemplateResult,
  { styles = [], accent }: { styles?: readonly CSSStyleSheet[]; accent?: string | undefined } = {},
): HTMLElement {
  const host = document.createElement('div');
  if (accent) host.style.setProperty('--knead-accent', accent);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens.styleSheet!, base.styleSheet!, ...styles, forcedColors.styleSheet!];
  render(content(undefined), root);
  // Colours are those of the place it stands in, so they can be measured only there.
  requestAnimationFrame(() => {
    if (host.isConnected) render(content(new Measure(root)), root);
  });
  return host;
}

type Rgb = readonly [number, number, number];

/** Reads what a browser makes of the tokens in one place. */
export class Measure {
  readonly #probe = document.createElement('div');
  readonly #pixel = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  })!;

  constructor(private readonly root: ShadowRoot) {}

  /** A length of a token, in pixels. */
  length(token: string): string {
    return this.#computed('width', token);
  }

  /** A colour of a token as `#rrggbb`. */
  hex(token: string): string {
    return `#${this.#rgb(token)
      .map((part) => part.toString(16).padStart(2, '0'))
      .join('')}`;
  }

  /** The contrast of two colours as WCAG 2.2 defines it, from 1 to 21. */
  contrast(one: string, other: string): number {
    const [light, dark] = [luminance(this.#rgb(one)), luminance(this.#rgb(other))].sort((a, b) => b - a);
    return (light! + 0.05) / (dark! + 0.05);
  }

  /** As it is painted: the pixel, not the formula. */
  #rgb(token: string): Rgb {
    this.#pixel.fillStyle = this.#computed('background-color', token);
    this.#pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue] = this.#pixel.getImageData(0, 0, 1, 1).data;
    return [red!, green!, blue!];
  }

  #computed(property: string, token: string): string {
    this.root.append(this.#probe);
    this.#probe.style.setProperty(property, `var(${token})`);
    const value = getComputedStyle(this.#probe).getPropertyValue(property);
    this.#probe.remove();
    return value;
  }
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
