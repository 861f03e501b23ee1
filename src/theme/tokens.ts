import { css } from 'lit';

/**
 * The look in variables. A host sets the public `--knead-*` ones; the private `--_*` ones are derived here and are what
 * every other style reads. Light and dark follow the inherited `color-scheme`, so a widget matches the page around it
 * and not the visitor's system; the `theme` attribute overrides.
 *
 * Contrast is computed, not hoped for: text on the accent is black or white by the accent's luminance (`y` of CIE XYZ is
 * WCAG's relative luminance; 0.179 is where both give 4.58:1), ink and edges of the accent are bounded in lightness.
 */
export const tokens = css`
  :host {
    --_paper: var(--knead-paper, light-dark(#fffdfa, #171c1b));
    --_sunk: var(--knead-sunk, light-dark(#f7f3ed, #1d2322));
    --_ink: var(--knead-ink, light-dark(#1d2524, #eef1ef));
    --_ink-2: var(--knead-ink-2, light-dark(#54605d, #b0bab6));
    --_line: var(--knead-line, light-dark(#dfdad2, #2b3331));
    --_line-2: var(--knead-line-2, light-dark(#858a84, #6f7976));
    --_accent: var(--knead-accent, light-dark(#2c6a5d, #7cc4b0));
    --_on-accent: color(
      from var(--_accent) xyz-d65 clamp(0, (0.179 - y) * 1e6, 0.9505) clamp(0, (0.179 - y) * 1e6, 1)
        clamp(0, (0.179 - y) * 1e6, 1.0891)
    );
    --_accent-hover: color-mix(in oklab, var(--_accent) 88%, var(--_ink));
    --_accent-soft: color-mix(in oklab, var(--_accent) 13%, var(--_paper));
    --_accent-ink: light-dark(oklch(from var(--_accent) min(l, 0.42) c h), oklch(from var(--_accent) max(l, 0.82) c h));
    --_accent-edge: light-dark(oklch(from var(--_accent) min(l, 0.6) c h), oklch(from var(--_accent) max(l, 0.6) c h));
    --_warn: light-dark(#8a4b12, #efb778);
    --_warn-soft: light-dark(#fbeedd, #34271a);
    --_stop: light-dark(#9c2f24, #f0a79c);
    --_stop-soft: light-dark(#fbe9e6, #3a1f1b);
    --_radius: var(--knead-radius, 10px);
    --_radius-group: calc(var(--_radius) * 1.4);
    --_radius-shell: calc(var(--_radius) * 1.9);
    --_space: var(--knead-space, 8px);
    --_control: 44px;
    --_small: max(14px, 0.875em);
  }
  @media (prefers-contrast: more) {
    :host {
      --_ink-2: var(--_ink);
      --_line-2: var(--_ink);
    }
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;
