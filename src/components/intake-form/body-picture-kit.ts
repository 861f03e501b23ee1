import type { css, CSSResult, html, nothing } from 'lit';

/** What the picture gets from the script that loads it. */
export interface PictureKit {
  html: typeof html;
  css: typeof css;
  nothing: typeof nothing;
}

/** What a picture shows of a question about areas of the body. The list of checkboxes beside it is the control. */
export interface PictureOptions {
  /** Ids of the areas that can be chosen. */
  offered: readonly string[];
  chosen: readonly string[];
  /** An area was pointed at. */
  onPick: (area: string) => void;
}

/** A body seen from behind or from the front. */
export interface BodyPicture {
  /** Its styles, for the form's shadow root. */
  styles: CSSResult;
  /** The picture of a side, or nothing where none of the areas is known on it. Neither spoken nor a tab stop: it mirrors. */
  draw: (side: 'back' | 'front', options: PictureOptions) => unknown;
}
