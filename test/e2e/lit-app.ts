/** Another app's element on a page that has Knead: made with a Lit of its own, bundled by `test/support/lit-app.ts` and served beside it. */
import { css, html, LitElement, type TemplateResult } from 'lit';

/** Counts how often it was asked. */
class OpeningHours extends LitElement {
  static override properties = { asked: { type: Number } };
  static override styles = css`
    button {
      font-weight: 700;
    }
  `;
  declare asked: number;

  constructor() {
    super();
    this.asked = 0;
  }

  protected override render(): TemplateResult {
    return html`<button @click=${() => (this.asked += 1)}>Open from ${11} to ${22}, asked ${this.asked} times</button>`;
  }
}

customElements.define('opening-hours', OpeningHours);
