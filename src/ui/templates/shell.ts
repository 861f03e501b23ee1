import { css } from 'lit';

/**
 * The surface an element of several screens stands on: step line, heading, lede, content, options, actions, a line of help,
 * and room for a column beside it.
 */
export const shellStyles = css`
  :host {
    min-inline-size: min(240px, 100%);
  }
  /* The query container is inside, with a size of its own, so that a shrink-to-fit parent does not collapse it. */
  .container {
    container-type: inline-size;
    contain-intrinsic-inline-size: 640px;
  }
  .shell {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    background: var(--_surface, var(--_paper));
    border: var(--_frame, 1px) solid var(--_line);
    border-radius: var(--_radius-shell);
  }
  .main {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 2.25);
    display: grid;
    gap: calc(var(--_space) * 3);
    align-content: start;
  }
  .title {
    font-size: 1.375em;
    font-weight: 620;
    line-height: 1.25;
    letter-spacing: -0.015em;
    text-wrap: balance;
    margin-block: 2px 4px;
  }
  .lede {
    color: var(--_ink-2);
    max-inline-size: 58ch;
    margin-block-start: 2px;
    text-wrap: pretty;
  }
  .actions {
    display: grid;
    gap: var(--_space);
  }
  .actions .primary {
    inline-size: 100%;
  }
  .help {
    color: var(--_ink-2);
    font-size: var(--_small);
    border-block-start: 1px solid var(--_line);
    padding-block-start: 14px;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
  }
  .help a {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
    overflow-wrap: anywhere;
  }

  .options {
    display: grid;
    gap: 10px;
  }
  .option {
    display: grid;
    gap: 2px;
  }
  .option strong {
    font-weight: 600;
  }

  /* A page of 320 px: seven days of 39 px each (WCAG 2.5.8 with room to spare) need nearly all of it. */
  @container (inline-size < 340px) {
    .main {
      padding-inline: 12px;
    }
    knead-slot-calendar {
      margin-inline: -6px;
    }
  }
  @container (inline-size >= 35em) {
    .main {
      padding: calc(var(--_space) * 4.5);
    }
    .title {
      font-size: 1.625em;
    }
    .actions {
      display: flex;
      align-items: center;
    }
    .actions .primary {
      inline-size: auto;
    }
  }
  @container (inline-size >= 48.75em) {
    .with-side {
      grid-template-columns: minmax(0, 1fr) minmax(240px, 29%);
    }
  }

  :host([preset='plain']) .shell {
    column-gap: 32px;
  }
  :host([preset='plain']) .main {
    padding: 0;
  }
`;
