/** An element whose dialog can be asked for. */
interface Opens extends HTMLElement {
  opener: HTMLElement | null;
  onClosed: (() => void) | null;
  open(before: HTMLElement): Promise<void>;
}

/**
 * Lets any element with `data-knead-open` open the dialog: that of the button whose id it names, or one by its own `data-` attributes. A
 * link stays a link for visitors without the script, and for those who want it in another tab.
 */
export function openOnClick(tag: string): void {
  const dialogs = new WeakMap<Element, Opens>();
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    const opener = event
      .composedPath()
      .find((node): node is HTMLElement => node instanceof HTMLElement && node.dataset['kneadOpen'] !== undefined);
    if (!opener) return;
    const named = document.getElementById(opener.dataset['kneadOpen'] ?? '') as Opens | null;
    if (named && named.localName !== tag) return;
    event.preventDefault();
    void (named ?? dialogOf(opener)).open(opener);
  });

  /** It is on the page only while it is open, at the end, where the page's own styles expect nothing. */
  function dialogOf(opener: HTMLElement): Opens {
    let element = dialogs.get(opener);
    if (!element) {
      element = document.createElement(tag) as Opens;
      element.opener = opener;
      const made = element;
      // Focus goes back first.
      made.onClosed = () => setTimeout(() => made.remove());
      dialogs.set(opener, element);
    }
    for (const { name, value } of opener.attributes)
      if (name.startsWith('data-') && name !== 'data-knead-open') element.setAttribute(name, value);
    // The language and the backend are those of where the opener stands.
    element.lang = opener.closest<HTMLElement>('[lang]')?.lang ?? '';
    const around = opener.closest<HTMLElement>('[backend],[data-backend]');
    const backend = around?.getAttribute('backend') ?? around?.dataset['backend'];
    if (backend) element.setAttribute('backend', backend);
    document.body.append(element);
    return element;
  }
}
