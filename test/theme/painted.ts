import { executeServerCommand } from '@web/test-runner-commands';

/** Red, green and blue, 0 to 255, as painted. */
export type Pixel = readonly [number, number, number];

/** A region of the page in CSS pixels. */
export interface Region {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What the page shows right now, to be read pixel by pixel: a computed colour is not yet what is painted. */
export class Painting {
  readonly #pixels: ImageData;
  readonly #scale: number;

  private constructor(pixels: ImageData) {
    this.#pixels = pixels;
    this.#scale = pixels.width / innerWidth;
  }

  /** Takes a picture of the viewport. */
  static async taken(): Promise<Painting> {
    const data = await executeServerCommand<string, undefined>('picture');
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    return new Painting(context.getImageData(0, 0, image.width, image.height));
  }

  /** Contrast between what a region is filled with and the words or the mark in it. */
  words(region: Region): number {
    const pixels = this.#all(region);
    const surface = mostFrequent(pixels);
    return contrast(surface, farthest(surface, pixels));
  }

  /** What most of a region is painted with. */
  surface(region: Region): Pixel {
    return mostFrequent(this.#all(region));
  }

  /** Contrast between what surrounds a box and whatever shows best across the middle of its left edge: its border, its fill or its ring. */
  edge({ left, top, bottom }: Region, { outside = 6, inside = 4 } = {}): number {
    const middle = (top + bottom) / 2;
    const pixels = this.#all({ left: left - outside, right: left + inside, top: middle, bottom: middle + 1 });
    return contrast(pixels[0]!, farthest(pixels[0]!, pixels));
  }

  #all({ left, top, right, bottom }: Region): Pixel[] {
    const { width, data } = this.#pixels;
    const found: Pixel[] = [];
    for (let y = Math.round(top * this.#scale); y < Math.round(bottom * this.#scale); y += 1) {
      for (let x = Math.round(left * this.#scale); x < Math.round(right * this.#scale); x += 1) {
        const at = 4 * (y * width + x);
        found.push([data[at]!, data[at + 1]!, data[at + 2]!]);
      }
    }
    if (found.length === 0) throw new Error('nothing is painted there');
    return found;
  }
}

/** The ratio of two colours by WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: Pixel, other: Pixel): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(pixel: Pixel): number {
  const [red, green, blue] = pixel.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mostFrequent(pixels: readonly Pixel[]): Pixel {
  const counts = new Map<string, { pixel: Pixel; count: number }>();
  for (const pixel of pixels) {
    const entry = counts.get(pixel.join()) ?? { pixel, count: 0 };
    entry.count += 1;
    counts.set(pixel.join(), entry);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]!.pixel;
}

/** Letters are painted smoothly: the pixel that differs most is the one that a stroke covers wholly. */
function farthest(from: Pixel, pixels: readonly Pixel[]): Pixel {
  const distance = (pixel: Pixel): number => pixel.reduce((sum, each, index) => sum + Math.abs(each - from[index]!), 0);
  return pixels.reduce((far, pixel) => (distance(pixel) > distance(far) ? pixel : far));
}
