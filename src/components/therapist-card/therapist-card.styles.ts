import { css } from 'lit';

export const styles = css`
  /* Laid out wherever it stands: a guessed height would move the page as the visitor scrolls. Lists of thousands may guess. */
  :host {
    container-type: inline-size;
    contain-intrinsic-inline-size: 280px;
  }
  article {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    border: var(--_frame, 1px) solid var(--_line);
    border-radius: var(--_radius-shell);
    background: var(--_surface, var(--_paper));
  }
  .photo {
    --_hue: 165;
    position: relative;
    display: grid;
    place-items: center;
    aspect-ratio: 16 / 9;
    overflow: hidden;
    border-start-start-radius: var(--_radius-shell);
    border-start-end-radius: var(--_radius-shell);
    background: linear-gradient(
      135deg,
      light-dark(oklch(0.9 0.024 var(--_hue)), oklch(0.42 0.028 var(--_hue))),
      light-dark(oklch(0.79 0.042 var(--_hue)), oklch(0.3 0.028 var(--_hue)))
    );
    color: light-dark(oklch(0.36 0.06 var(--_hue)), oklch(0.92 0.03 var(--_hue)));
    font-size: 2.1em;
    font-weight: 600;
  }
  .tone-1 {
    --_hue: 70;
  }
  .tone-2 {
    --_hue: 285;
  }
  .tone-3 {
    --_hue: 40;
  }
  .tone-4 {
    --_hue: 115;
  }
  .photo img,
  ::slotted([slot='photo']) {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .failed slot {
    display: none;
  }
  .label {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-start: 12px;
    padding: 3px 9px;
    border-radius: calc(var(--_radius) * 0.7);
    background: var(--_paper);
    line-height: 1.4;
  }
  .body {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: var(--_space);
    padding: 18px var(--_inset, 16px) 10px;
  }
  .waiting {
    min-block-size: 21em;
  }
  /* Somebody may be called anything. Room for the outline of the link. */
  .name {
    margin: -4px;
    padding: 4px;
    font-size: 1.2em;
    font-weight: 620;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  .name,
  .area,
  .line {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .name a,
  .name ::slotted(*) {
    color: inherit;
    font: inherit;
  }
  .name a:not(:hover) {
    text-decoration: none;
  }
  ::slotted(*) {
    margin: 0;
  }
  .area::first-letter {
    text-transform: uppercase;
  }
  .area {
    margin-block-start: -6px;
    font-size: max(14px, 0.94em);
  }
  .small {
    line-height: 1.4;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .tags li {
    max-inline-size: 100%;
    overflow: hidden;
    padding: 3px 9px;
    border-radius: calc(var(--_radius) * 0.7);
    background: var(--_sunk);
    color: var(--_ink-2);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 16px;
    margin-block-end: 4px;
    font-size: max(14px, 0.94em);
    line-height: 1.4;
  }
  .facts > * {
    flex: 1 1 8em;
  }
  .facts > .price {
    flex: 0 1 auto;
    min-inline-size: 7.9em;
    font-weight: 600;
  }
  .times {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(4.6em, 1fr));
    gap: var(--_space);
  }
  /* Whatever is said of times stands at the bottom, so that the cards of a row line up. */
  .times,
  .message {
    margin-block-start: auto;
  }
  .time {
    display: grid;
    align-content: center;
    min-block-size: 54px;
    padding: 4px 2px;
    border: 1px solid var(--_line-2);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: inherit;
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .time:hover {
    border-color: var(--_accent-ink);
    background: var(--_accent-soft);
  }
  /* Not text: the name has the date in full, and voice control hears the time. */
  .time::before {
    content: attr(data-day);
    color: var(--_ink-2);
    font-size: var(--_small);
    font-weight: 400;
  }
  .bare {
    border-color: var(--_line);
    background: var(--_sunk);
    pointer-events: none;
  }
  .message {
    display: grid;
    align-content: center;
    min-block-size: 54px;
    padding: 6px 14px;
    border-radius: var(--_radius);
    background: var(--_sunk);
    color: var(--_ink-2);
  }
  .written {
    padding: 0;
    background: none;
  }
  .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-block-size: var(--_control);
  }
  .all {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_control);
    font-weight: 600;
  }
  .foot .small {
    text-align: end;
  }
  p:empty,
  ul:empty,
  .price:empty,
  .none {
    display: none;
  }
  /* A card that has a row to itself: the photo beside the words, not a picture as wide as the page. */
  @container (inline-size > 559px) {
    article {
      flex-direction: row;
    }
    .photo {
      flex: none;
      inline-size: min(36%, 320px);
      aspect-ratio: auto;
      border-start-end-radius: 0;
      border-end-start-radius: var(--_radius-shell);
    }
    .body {
      padding-inline: 24px var(--_inset, 24px);
    }
  }
`;
