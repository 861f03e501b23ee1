/** Frames to wait for anything at most: a busy machine draws few of them in a second. */
const PATIENCE = 300;

/** Everything inside an element, through its shadow roots, in the order of the page. */
export function* inside(root: Element): Generator<Element> {
  for (const element of [...(root.shadowRoot?.children ?? []), ...root.children]) {
    yield element;
    yield* inside(element);
  }
}

type Named = string | RegExp;
/** Spaces of all widths as one: French has narrow ones before question marks. */
const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const fits = (text: string | null | undefined, name: Named): boolean =>
  typeof name === 'string' ? spaced(text ?? '') === spaced(name) : name.test(spaced(text ?? ''));

/** A button or link by what it is called. */
export function button(root: Element, name: Named): HTMLElement | undefined {
  return find(root, 'button, a', (element) => fits(element.getAttribute('aria-label') ?? element.textContent, name));
}

/** A radio, checkbox or text field by its label. */
export function control(root: Element, name: Named): HTMLInputElement | undefined {
  return find(root, 'input, textarea', (element) => {
    const { labels } = element as HTMLInputElement;
    return fits(element.getAttribute('aria-label') ?? labels?.[0]?.innerText, name);
  });
}

/** Every control with a label. */
export function controls(root: Element, name: Named): HTMLInputElement[] {
  return [...inside(root)].filter(
    (element): element is HTMLInputElement =>
      element.matches('input, textarea') &&
      fits(element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.innerText, name),
  );
}

function find<Found extends HTMLElement>(
  root: Element,
  selector: string,
  is: (element: Found) => boolean,
): Found | undefined {
  for (const element of inside(root)) if (element.matches(selector) && is(element as Found)) return element as Found;
  return undefined;
}

/** The heading of the step that shows. */
export function heading(booking: Element): string {
  return booking.shadowRoot?.querySelector('#step-heading')?.textContent.trim() ?? '';
}

/** Waits, frame by frame, until something is there. */
export async function appears<Found>(what: string, ask: () => Found | undefined | false | null | ''): Promise<Found> {
  for (let frame = 0; frame < PATIENCE; frame += 1) {
    const found = ask();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`${what} did not appear`);
}

/** Presses a button, once it is there. */
export async function press(booking: Element, name: Named): Promise<void> {
  (await appears(`the button ${String(name)}`, () => button(booking, name))).click();
}

/** Ticks or chooses a control, once it is there. */
export async function choose(booking: Element, name: Named): Promise<void> {
  (await appears(`the choice ${String(name)}`, () => control(booking, name))).click();
}

/** Types into a field, once it is there. */
export async function type(booking: Element, name: Named, text: string): Promise<void> {
  const field = await appears(`the field ${String(name)}`, () => control(booking, name));
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Waits for the heading of a step. */
export async function reaches(booking: Element, name: Named): Promise<void> {
  await appears(`the heading ${String(name)}`, () => fits(heading(booking), name));
}

/** Presses the last button as somebody who has read the page for a while: below three seconds it takes them for a machine. */
export async function pressAfterReading(booking: Element, name: Named): Promise<void> {
  const last = await appears(`the button ${String(name)}`, () => button(booking, name));
  const now = performance.now.bind(performance);
  performance.now = () => now() + 5_000;
  last.click();
  performance.now = now;
}
