import { css } from 'lit';

/** What the list looks like while its code is on its way: the room that it will take. */
export const styles = css`
  :host {
    min-inline-size: min(240px, 100%);
  }
  .wide {
    display: grid;
    grid-template-columns: 272px minmax(0, 1fr);
    gap: 32px;
    align-items: start;
  }
  /* As high as the closed filters beside nothing, and as the open ones beside the list. */
  .panel {
    container-type: inline-size;
    contain-intrinsic-inline-size: 272px;
    min-block-size: 54px;
    margin-block-end: 20px;
  }
  .panel,
  .ghost {
    border: var(--_frame, 1px) solid var(--_line);
    border-radius: var(--_radius-shell);
    background: var(--_surface, var(--_paper));
  }
  .wide .panel {
    min-block-size: calc(44em + 46px);
  }
  .results {
    display: grid;
    gap: 20px;
    min-inline-size: 0;
  }
  /* One row at any width, so that it is as high before its words are there as after. */
  .toolbar {
    display: grid;
    grid-template-columns: fit-content(60%) minmax(0, 1fr);
    gap: 24px;
    align-items: center;
    min-block-size: 52px;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(272px, 100%), 1fr));
    gap: 20px;
  }
  .ghost {
    min-block-size: 32.5em;
  }
`;
