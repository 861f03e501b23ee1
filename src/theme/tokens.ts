import { css } from 'lit';

/**
 * The look in variables. A host sets the public `--knead-*` ones; the private `--_*` ones are derived here and are what
 * every other style reads. Light and dark follow the inherited `color-scheme`, so a widget matches the page around it
 * and not the visitor's system; the `theme` attribute overrides.
 *
 * Contrast is computed, not hoped for, and for any accent on any paper that is light or dark:
 * - The accent is taken as a screen shows it, opaque and within sRGB. Text on it is black or white by its luminance (`y` of
 *   CIE XYZ is WCAG's relative luminance; 0.179 is where both give 4.58:1), and hovering leads away from that text.
 * - Everything else is a colour whose lightness is bounded by that of the paper. A colour function reads one colour only, so
 *   the paper's lightness travels as transparency: 1 % of the colour mixed into an empty one that is as opaque as the
 *   paper is light. `l * 100 * alpha` is then the colour's own lightness, `alpha` the paper's. Of OKLab's lightness the cube is
 *   nearly the luminance; the bounds keep 6:1 for text and 3.4:1 for edges, which leaves room for sunk and soft surfaces.
 *   Paper is light from 0.56 on: there, black and white are equally far from it.
 */
export const tokens = css`
  :host {
    --_paper: var(--knead-paper, light-dark(#fffdfa, #171c1b));
    --_empty: oklab(from var(--_paper) 0 0 0 / l);
    --_dark: (0.56 - alpha) * 1e6;
    --_as-text: clamp(
        min(var(--_dark), 0.66 + 1.2 * alpha * alpha),
        l * 100 * alpha,
        max(0.75 * alpha - 0.27, var(--_dark))
      )
      calc(c * 100 * alpha) h / 1;
    --_ink: var(--knead-ink, oklch(from var(--_paper) clamp(0.25, (0.56 - l) * 1e6, 0.955) 0.01 190));
    --_ink-2: var(--knead-ink-2, oklch(from color-mix(in oklab, var(--_paper) 1%, var(--_empty)) var(--_as-text)));
    --_line-2: var(--knead-line-2, color-mix(in oklab, var(--_ink-2) 75%, var(--_paper)));
    --_sunk: var(--knead-sunk, color-mix(in oklab, #8d6e40 6%, var(--_paper)));
    --_line: var(--knead-line, color-mix(in oklab, var(--_ink-2) 20%, var(--_paper)));
    --_accent: color(
      from var(--knead-accent, light-dark(#2c6a5d, #7cc4b0)) srgb clamp(0, r, 1) clamp(0, g, 1) clamp(0, b, 1) / 1
    );
    --_on-accent: color(
      from var(--_accent) xyz-d65 clamp(0, (0.179 - y) * 1e6, 0.9505) clamp(0, (0.179 - y) * 1e6, 1)
        clamp(0, (0.179 - y) * 1e6, 1.0891)
    );
    --_accent-soft: color-mix(in oklab, var(--_accent) 11%, var(--_paper));
    --_accent-ink: oklch(from color-mix(in oklab, var(--_accent) 1%, var(--_empty)) var(--_as-text));
    --_warn: oklch(from color-mix(in oklab, #a85a10 1%, var(--_empty)) var(--_as-text));
    --_stop: oklch(from color-mix(in oklab, #b8362a 1%, var(--_empty)) var(--_as-text));
    --_radius: var(--knead-radius, 10px);
    --_radius-group: calc(var(--_radius) * 1.4);
    --_radius-shell: calc(var(--_radius) * 1.9);
    --_space: var(--knead-space, 8px);
    --_control: max(24px, var(--knead-control-size, 44px));
    --_small: max(14px, 0.875em);
  }
  @media (prefers-contrast: more) {
    :host {
      --_ink-2: var(--_ink);
      --_line: var(--_ink);
      --_line-2: var(--_ink);
    }
  }
  :host([preset='plain']) {
    --_surface: none;
    --_frame: 0;
    --_inset: 0px;
  }
  :host([preset='compact']) {
    --_space: var(--knead-space, 6px);
    --_control: max(24px, var(--knead-control-size, 40px));
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;
