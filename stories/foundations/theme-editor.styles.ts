import { css } from 'lit';

/** The editor itself: of the page's own font and scheme, and not of the theme that is tried out in it. */
export const editorStyles = css`
  :host {
    display: block;
    color: light-dark(#1c2120, #eef1ef);
    font:
      16px/1.5 system-ui,
      sans-serif;
  }
  .layout {
    display: grid;
    gap: 24px;
    grid-template-columns: minmax(0, 1fr);
  }
  @media (min-width: 960px) {
    .layout {
      grid-template-columns: 300px minmax(0, 1fr);
    }
  }
  .controls {
    display: grid;
    gap: 16px;
    align-content: start;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend,
  .colour label,
  .range label {
    padding: 0;
    font-weight: 600;
  }
  .radio {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    min-block-size: 36px;
    cursor: pointer;
  }
  .colour,
  .range {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 44px;
    gap: 4px 8px;
    align-items: center;
  }
  .colour label,
  .range label,
  .fault {
    grid-column: 1 / -1;
  }
  input {
    min-inline-size: 0;
    font: inherit;
  }
  .colour input {
    box-sizing: border-box;
    block-size: 44px;
    padding: 8px 10px;
    border: 1px solid light-dark(#767c7a, #8a9491);
    border-radius: 6px;
    background: light-dark(#fff, #171c1b);
    color: inherit;
  }
  .colour input[type='color'] {
    inline-size: 44px;
    padding: 4px;
  }
  .range input {
    block-size: 32px;
  }
  .fault:empty {
    display: none;
  }
  .fault,
  .fails strong {
    color: light-dark(#9c2f24, #f0a79c);
  }
  .passes strong {
    color: light-dark(#1f5f4f, #8fd3bf);
  }
  .outcome {
    display: grid;
    gap: 24px;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  h2 {
    margin: 0 0 8px;
    font-size: 1.125em;
  }
  pre {
    margin: 0 0 8px;
    padding: 12px 14px;
    border: 1px solid light-dark(#d5d2cc, #333b39);
    border-radius: 6px;
    background: light-dark(#f6f5f2, #1c2221);
    font:
      14px/1.5 ui-monospace,
      monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  button {
    min-block-size: 44px;
    padding: 6px 18px;
    border: 1px solid light-dark(#767c7a, #8a9491);
    border-radius: 6px;
    background: light-dark(#fff, #171c1b);
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid light-dark(#1c2120, #eef1ef);
    outline-offset: 2px;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  code {
    font:
      0.875em/1.4 ui-monospace,
      monospace;
    overflow-wrap: anywhere;
  }
  .preview {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    padding: 16px;
    border-radius: 10px;
    background: var(--knead-paper, light-dark(#fff, #171412));
  }
  @media (max-width: 480px) {
    .preview {
      padding: 12px 6px;
    }
  }
`;
