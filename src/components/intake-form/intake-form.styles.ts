import { css } from 'lit';

export const styles = css`
  form {
    position: relative;
    display: grid;
    gap: calc(var(--_space) * 5);
    overflow-wrap: anywhere;
  }
  .section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3.5);
  }
  .section-heading {
    font-size: 1.25em;
    font-weight: 620;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .question {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    row-gap: calc(var(--_space) * 1.25);
  }
  /* No grid: in one, WebKit leaves a legend as wide as it was when the page gets narrower. */
  fieldset.question {
    display: block;
  }
  .question > legend ~ * + * {
    margin-block-start: calc(var(--_space) * 1.25);
  }
  .question > legend {
    margin-block-end: calc(var(--_space) * 1.25);
  }
  .question > legend + .small {
    margin-block-start: calc(var(--_space) * -1);
  }
  /* Side by side while the reason is folded. */
  .question > .small:not(.or),
  .question > .why:not([open]) {
    display: inline-block;
    margin-block-start: 0;
    margin-inline-end: calc(var(--_space) * 2);
  }
  .choice-label {
    min-inline-size: 0;
  }
  .why summary {
    inline-size: fit-content;
    /* As large as a finger, without more room between the lines. */
    padding-block: 9px;
    margin-block: -6px;
    border-radius: 4px;
    color: var(--_accent-ink);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .why p {
    padding-block: 4px 2px;
    max-inline-size: 58ch;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
  }
  /* Full width in less than 480 px, without a container query: containment would let a flex parent squeeze the form to nothing. */
  .actions .button {
    min-inline-size: min(100%, (480px - 100%) * 999);
  }
`;
