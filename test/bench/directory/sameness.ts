import { contestants, OURS } from './contestants.js';
import type { Pages } from './pages.js';
import type { Said } from './pages/stage.js';

/** Cards that are compared: every kind the data has. */
const COMPARED = 80;
/** Pixels. */
const HEIGHT = 2;

/**
 * Throws where somebody's card does not say the same as ours in the same words, is made of other elements or is of another
 * height: then they would not be measured doing the same. Frames show what React shows.
 */
export async function assertSameCards(pages: Pages): Promise<void> {
  const ours = await saidBy(pages, 'knead');
  for (const { name, page } of contestants.filter(({ name, isSlow }) => name !== OURS && !isSlow)) {
    const theirs = await saidBy(pages, page);
    for (const [index, card] of theirs.entries()) {
      const { words, elements, height } = ours[index]!;
      const alike = card.words === words && card.elements === elements && Math.abs(card.height - height) <= HEIGHT;
      if (!alike) {
        throw new Error(`card ${index} of ${name} is not ours:\n${JSON.stringify([ours[index], card], null, 2)}`);
      }
    }
  }
}

function saidBy(pages: Pages, page: string): Promise<Said[]> {
  return pages.fresh({ page, cards: COMPARED, slowDown: 1 }, async (fresh) => {
    await fresh.mount();
    return fresh.said();
  });
}
