import { css, html, LitElement } from 'lit';

/** Another script's element, made with a Lit of its own. */
class OpeningHours extends LitElement {
  static styles = css`
    p {
      font-weight: bold;
    }
  `;

  render() {
    return html`<p>Open from ${11} to ${22}</p>`;
  }
}

customElements.define('opening-hours', OpeningHours);
