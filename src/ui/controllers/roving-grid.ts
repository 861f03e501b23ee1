import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where a key press wants to go in a grid of cells. `step` is in reading order: 1 onwards, -1 back. */
export type GridMove =
  { by: 'cell' | 'row' | 'page' | 'section'; step: 1 | -1 } | { to: 'row-start' | 'row-end' | 'first' | 'last' };

/**
 * What a key means in a grid, or undefined if it means nothing there. Arrows go where they point, so left is onwards in a
 * right-to-left grid. Page keys turn a page, with Shift a section; Home and End stay in the row, with Ctrl in the page.
 */
export function gridMove(
  {
    key,
    altKey,
    metaKey,
    ctrlKey,
    shiftKey,
  }: Pick<KeyboardEvent, 'key' | 'altKey' | 'metaKey' | 'ctrlKey' | 'shiftKey'>,
  direction: 'ltr' | 'rtl',
): GridMove | undefined {
  if (altKey || metaKey) return undefined;
  if (key === 'Home') return { to: ctrlKey ? 'first' : 'row-start' };
  if (key === 'End') return { to: ctrlKey ? 'last' : 'row-end' };
  if (ctrlKey) return undefined;
  const by = shiftKey ? 'section' : 'page';
  const right = direction === 'rtl' ? -1 : 1;
  const moves: Record<string, GridMove> = {
    ArrowRight: { by: 'cell', step: right },
    ArrowLeft: { by: 'cell', step: -right as 1 | -1 },
    ArrowDown: { by: 'row', step: 1 },
    ArrowUp: { by: 'row', step: -1 },
    PageDown: { by, step: 1 },
    PageUp: { by, step: -1 },
  };
  return Object.hasOwn(moves, key) ? moves[key] : undefined;
}

/**
 * One tab stop for a grid of buttons, which the element renders with `tabindex="-1"`: this listens to the keys, and keeps
 * one cell in the tab order without anything having to be drawn again for it.
 */
export class RovingGrid implements ReactiveController {
  #focusing = false;
  #stop: HTMLElement | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & { renderRoot: ParentNode },
    private readonly options: {
      direction: () => 'ltr' | 'rtl';
      /** Finds the cell that is in the tab order. */
      stop: () => string;
      /** Moves on to another one. */
      onMove: (move: GridMove) => void;
    },
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const stop = this.host.renderRoot.querySelector<HTMLElement>(this.options.stop());
    if (!stop) return;
    this.reach(stop);
    if (this.#focusing) stop.focus();
    this.#focusing = false;
  }

  /** Puts a cell into the tab order, in place of the one that was. */
  reach(stop: HTMLElement): void {
    // Writing it to what has focus lays the page out there and then.
    if (stop === this.#stop) return;
    if (this.#stop) this.#stop.tabIndex = -1;
    this.#stop = stop;
    stop.tabIndex = 0;
  }

  readonly onKeydown = (event: KeyboardEvent): void => {
    const move = gridMove(event, this.options.direction());
    if (!move) return;
    event.preventDefault();
    this.options.onMove(move);
    this.focus();
  };

  /** Focuses the grid's cell after the next update. */
  focus(): void {
    this.#focusing = true;
    this.host.requestUpdate();
  }
}
