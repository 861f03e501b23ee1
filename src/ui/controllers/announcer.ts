import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/**
 * Two live regions, present and empty from the first render, because screen readers ignore ones that come late. Text is
 * changed, never the nodes. Owns what is said; which words, the element decides.
 */
export class Announcer implements ReactiveController {
  #said: { polite?: string; assertive?: string } = {};

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#said = {};
  }

  /** Says something when the screen reader is next free, or at once if `assertive`. */
  say(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
    // The same words twice are only spoken again if the text differs.
    this.#said[urgency] = this.#said[urgency] === text ? `${text}\u00a0` : text;
    this.host.requestUpdate();
  }

  /** The regions; render them at the top of the element's root, always. */
  render(): TemplateResult {
    const { polite = '', assertive = '' } = this.#said;
    return html`<div class="visually-hidden" role="status" aria-live="polite" .textContent=${polite}></div>
      <div class="visually-hidden" role="alert" aria-live="assertive" .textContent=${assertive}></div>`;
  }
}
