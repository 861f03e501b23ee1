import { css } from 'lit';

/**
 * What every element starts from. Inherited properties of the host page are reset with `!important`, which in a shadow
 * root beats even the page's own important rules, so a page that letter-spaces or upper-cases its body cannot reach in;
 * font family and colour scheme are deliberately let through. Sizes are in `em` of the inherited size with a floor,
 * never `rem`, because pages shrink their root.
 */
export const base = css`
  :host {
    display: block;
    box-sizing: border-box;
    max-inline-size: 100%;
    font-size: max(16px, 1em) !important;
    font-style: normal !important;
    font-weight: 400 !important;
    font-variant: normal !important;
    line-height: 1.5 !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-transform: none !important;
    text-indent: 0 !important;
    text-align: start !important;
    text-shadow: none !important;
    white-space: normal !important;
    cursor: auto !important;
    color: var(--_ink);
    accent-color: var(--_accent-ink);
    -webkit-text-size-adjust: 100%;
    overflow-wrap: break-word;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  /* Of no smallest width: a long word in large text breaks, rather than make the column it stands in as wide as itself. */
  div,
  label,
  details,
  input,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul {
    list-style: none;
  }
  legend {
    padding: 0;
  }
  button,
  input,
  textarea {
    font: inherit;
    font-size: max(16px, 1em);
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  /* Its language is on its way: the direction is not known, and other words than those that come would only flash by. */
  [dir=''] {
    visibility: hidden;
  }
  a {
    color: var(--_accent-ink);
    text-underline-offset: 0.2em;
  }
  .tabular {
    font-variant-numeric: tabular-nums;
  }
  .muted {
    color: var(--_ink-2);
  }
  .small {
    font-size: var(--_small);
  }
  /* Backend text may be in any script: keep its direction to itself. */
  .isolate {
    unicode-bidi: isolate;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    button,
    .choice,
    input {
      transition: 140ms ease-out;
      transition-property: background-color, border-color, color, opacity;
    }
  }
`;
