import { css, html, type TemplateResult } from 'lit';

/** Quiet bars of the final size while something loads. Hidden from assistive technology: a status message speaks instead. */
export function skeleton(rows: number, kind: 'block' | 'line' = 'block'): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
    ${Array.from({ length: rows }, () => html`<span class=${kind}></span>`)}
  </div>`;
}

/** Styles of {@link skeleton}. Shown after 150 ms, so a quick answer never flickers; still, so nothing moves. */
export const skeletonStyles = css`
  .skeleton {
    display: grid;
    gap: 10px;
    animation: 1ms linear 150ms both knead-appear;
  }
  .skeleton span {
    border-radius: var(--_radius-group);
    background: var(--_sunk);
    border: 1px solid var(--_line);
  }
  .skeleton .block {
    block-size: 84px;
  }
  .skeleton .line {
    block-size: 24px;
    border-radius: 6px;
  }
  @keyframes knead-appear {
    from {
      visibility: hidden;
    }
  }
`;
