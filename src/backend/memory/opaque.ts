/** A number drawn from a text, 0 to 2^32 - 1, the same every time (FNV-1a). */
export function numberOf(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/**
 * What stands for a secret or an id, the same every time, so that pictures do not change. It hides nothing from anybody
 * who reads this: the backend lives in the page that asks it.
 */
export function opaque(text: string): string {
  return Array.from({ length: 5 }, (_, round) =>
    numberOf(`${round} ${text} ${round}`).toString(36).padStart(7, '0'),
  ).join('');
}
