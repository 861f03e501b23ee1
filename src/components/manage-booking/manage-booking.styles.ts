import { css } from 'lit';

export const styles = css`
  .choices-of-three {
    display: grid;
    gap: var(--_space);
  }
  @container (inline-size >= 35em) {
    .choices-of-three {
      display: flex;
      flex-wrap: wrap;
    }
  }
  .part {
    display: grid;
    gap: var(--_space);
    justify-items: start;
    border-block-start: 1px solid var(--_line);
    padding-block-start: calc(var(--_space) * 2);
  }
  .part :is(h2, h3, h4, h5, h6) {
    font-size: 1em;
    font-weight: 620;
  }
  .part p {
    max-inline-size: 62ch;
  }
  .lines-kept {
    white-space: pre-line;
  }
  a.button {
    color: inherit;
    text-decoration: none;
  }
  knead-slot-calendar:not([hidden]),
  knead-intake-form {
    display: block;
  }
`;
