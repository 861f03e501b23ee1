import type { CSSResultGroup } from 'lit';
import { KneadTherapistCard } from '../../../../src/components/therapist-card/therapist-card.element.js';

/** Our card's own rules of style as one sheet of a page, for cards in `.card`, so that everybody paints the same. */
export function addCardStyles(): void {
  const sheet = document.createElement('style');
  sheet.textContent = textOf(KneadTherapistCard.styles)
    .replaceAll(/::slotted\(([^)]*)\)/g, '.card > $1')
    .replaceAll(/:host\(([^)]*)\)/g, '.card$1')
    .replaceAll(':host', '.card');
  document.head.append(sheet);
}

function textOf(styles: CSSResultGroup): string {
  if (Array.isArray(styles)) return styles.map(textOf).join('\n');
  return 'cssText' in styles ? styles.cssText : '';
}
