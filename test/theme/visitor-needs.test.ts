import { setViewport } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { samples } from '../../stories/foundations/samples.js';
import { settled } from '../support/settled.js';

/**
 * What a visitor's browser may be set to. The whole flow in 320 px with text of 100 and 200 %, and under forced colours, is
 * in `test/e2e/any-screen.test.ts`; what a system asks for in `test/stories/`.
 */
const PRESETS = ['paper', 'plain', 'compact'] as const;

let holder: HTMLElement;

async function shown(
  sample: keyof typeof samples,
  preset: string,
  fontSize: string,
  width: number,
): Promise<HTMLElement> {
  const element = samples[sample]();
  element.setAttribute('preset', preset);
  holder = document.createElement('main');
  // A width of its own, because not every engine has a window so narrow.
  holder.style.cssText = `position: absolute; inset: 0 auto 0 0; inline-size: min(100%, ${width}px); box-sizing: border-box; padding: 8px; font: ${fontSize}/1.5 sans-serif`;
  holder.append(element);
  document.body.append(holder);
  await settled(holder);
  return element;
}

describe('what a visitor needs', () => {
  afterEach(async () => {
    holder.remove();
    await setViewport({ width: 800, height: 600 });
  });

  // 24 px is what a browser's default font size may be set to; 32 px is text of 200 %.
  for (const [fontSize, width] of [
    ['24px', 320],
    ['24px', 1100],
    ['32px', 320],
    ['16px', 320],
  ] as const) {
    for (const sample of Object.keys(samples) as (keyof typeof samples)[]) {
      it(`${sample} fits ${width} px with text of ${fontSize} in every preset: nothing is cut off or overlaps, targets keep their size`, async () => {
        const faults: string[] = [];
        for (const preset of PRESETS) {
          await setViewport({ width, height: 900 });
          const element = await shown(sample, preset, fontSize, width);
          faults.push(...misfits(element, width).map((fault) => `${preset}: ${fault}`));
          holder.remove();
        }
        expect(faults).to.deep.equal([]);
      }).timeout(30_000);
    }
  }
});

/** What in an element does not fit, overlaps or is too small to tap. */
function misfits(element: HTMLElement, wide: number): string[] {
  const faults: string[] = [];
  if (document.scrollingElement!.scrollWidth > Math.max(wide, innerWidth))
    faults.push(`scrolls to ${document.scrollingElement!.scrollWidth} px`);
  const targets: { name: string; box: DOMRect }[] = [];
  for (const each of inside(element)) {
    if (!each.checkVisibility({ visibilityProperty: true, opacityProperty: false })) continue;
    if (each.closest('.visually-hidden, [aria-hidden=true]')) continue;
    const box = each.getBoundingClientRect();
    // Of one pixel is what is there to be heard.
    if (box.width <= 1 || box.height <= 1) continue;
    const name = `${each.localName}.${[...each.classList].join('.')} "${(each.ariaLabel ?? each.textContent).trim().slice(0, 30)}"`;
    if (box.left < -0.5 || box.right > wide + 0.5) faults.push(`${name} reaches from ${box.left} to ${box.right}`);
    const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(each);
    const cut =
      (overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1) ||
      (overflowY !== 'visible' && overflowY !== 'auto' && each.scrollHeight > each.clientHeight + 1);
    // What a therapist may write at any length ends after lines that the card has room for.
    if (cut && webkitLineClamp === 'none' && !each.matches('input, textarea, .tags li, .photo'))
      faults.push(`${name} is cut off`);
    if (!each.matches('button, input, textarea, select, summary')) continue;
    const target = (each.closest('label') ?? each).getBoundingClientRect();
    const [least, high] = each.matches('.day') ? [39, 44] : [39, 39];
    if (!each.matches('.link') && (target.width < least || target.height < high))
      faults.push(`${name} is ${target.width} × ${target.height}`);
    targets.push({ name, box: target });
  }
  for (const [index, one] of targets.entries()) {
    for (const other of targets.slice(index + 1)) {
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 1 && down > 1 && one.box.top !== other.box.top) faults.push(`${one.name} lies over ${other.name}`);
    }
  }
  return faults;
}

function* inside(element: Element): Generator<HTMLElement> {
  for (const each of element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []) {
    yield each;
    yield* inside(each);
  }
}
