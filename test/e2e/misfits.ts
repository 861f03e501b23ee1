/** Runs in the page: what does not fit, and how many targets were measured. */
export function misfits(): { faults: string[]; count: number } {
  const faults: string[] = [];
  let count = 0;
  const wide = document.documentElement.clientWidth;
  if (document.scrollingElement!.scrollWidth > wide)
    faults.push(`scrolls to ${document.scrollingElement!.scrollWidth} px`);
  const roots: (Element | ShadowRoot)[] = [...document.querySelectorAll('knead-booking')];
  const targets = 'button, input, textarea, select, summary';
  for (let root = roots.shift(); root; root = roots.shift()) {
    if (root instanceof Element && root.shadowRoot) roots.push(root.shadowRoot);
    for (const each of root.querySelectorAll<HTMLElement>('*')) {
      if (each.shadowRoot) roots.push(each.shadowRoot);
      if (!each.checkVisibility({ visibilityProperty: true }) || each.closest('.visually-hidden, [aria-hidden=true]'))
        continue;
      const { left, right, width, height } = each.getBoundingClientRect();
      if (width === 0 || height === 0 || right < 0) continue;
      const name = `${each.localName}.${each.className} "${(each.ariaLabel ?? each.textContent).trim().slice(0, 40)}"`;
      if (left < -0.5 || right > wide + 0.5) faults.push(`${name} reaches from ${left} to ${right}`);
      const { overflowX, overflowY } = getComputedStyle(each);
      const cut =
        (overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1) ||
        (overflowY !== 'visible' && overflowY !== 'auto' && each.scrollHeight > each.clientHeight + 1);
      if (cut && !each.matches('input, textarea')) faults.push(`${name} is cut off`);
      if (!each.matches(targets)) continue;
      const target = (each.closest('label') ?? each).getBoundingClientRect();
      count += 1;
      if (target.width < 39 || target.height < 39) faults.push(`${name} is ${target.width} × ${target.height}`);
    }
  }
  return { faults, count };
}
