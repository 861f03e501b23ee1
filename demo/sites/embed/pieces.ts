import type { Piece } from './platforms.js';

/** What is no longer than that, in characters, stands in one line with its name. */
const LINE = 90;

/** Texts to copy, each with a button that says in words whether it worked. */
export function showPieces(into: Element, pieces: readonly Piece[]): void {
  into.replaceChildren(...pieces.map(pieceElement));
}

function pieceElement({ name, code }: Piece): HTMLElement {
  const heading = element('h3', name);
  const button = element('button', 'Copy');
  button.type = 'button';
  const which = element('span', ` ${name}`);
  which.className = 'visually-hidden';
  button.append(which);
  // There before it says anything, or it would not be read out.
  const status = element('span', '');
  status.setAttribute('role', 'status');
  const text = element('code', code);
  text.translate = false;
  text.dir = 'ltr';
  const box = element('pre', '');
  box.append(text);
  button.addEventListener('click', () => void copied(text).then((words) => (status.textContent = words)));
  const piece = element('div', '');
  piece.className = code.length > LINE ? 'piece' : 'piece line';
  piece.append(heading, status, button, box);
  return piece;
}

/** What happened, in words. */
async function copied(text: HTMLElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(text.textContent);
    return 'Copied';
  } catch {
    // No right to the clipboard, as in a frame or on a page without TLS.
    getSelection()?.selectAllChildren(text);
    return 'Selected. Press Ctrl+C or ⌘C.';
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
