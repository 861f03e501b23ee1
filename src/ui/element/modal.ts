import type { css as cssOfLit, CSSResult, html, LitElement, TemplateResult } from 'lit';

/** What a dialog takes from the script that loads it, so that it can lie in a file without a Lit of its own. */
export interface ModalKit {
  html: typeof html;
}

/** What one dialog shows, and what keeps it open. */
export interface ModalOptions {
  /** Whose template draws it, in a root that has its styles. */
  host: LitElement;
  direction: () => 'ltr' | 'rtl';
  label: () => string;
  closeLabel: () => string;
  /** Why it cannot be closed at the moment; empty where it can. */
  held: () => string;
  content: () => unknown;
  /** It is closed: from now on the host draws it no more. */
  closed: () => void;
  /** What had focus when it was asked for. */
  before: HTMLElement | null;
  /** Gets focus instead, where that is gone. */
  otherwise: HTMLElement;
}

/**
 * One native modal dialog: it takes focus to its title, keeps it inside (the browser does), closes by its button and by Escape
 * unless something holds it open, and brings focus back without scrolling. Nothing of the page is written to. What stands in
 * it is there only while it is open.
 */
export class Modal {
  #refused = false;
  #shown = false;

  constructor(
    private readonly kit: ModalKit,
    private readonly options: ModalOptions,
  ) {}

  /** Opens it, once its host draws it. */
  async open(): Promise<void> {
    const { host } = this.options;
    host.requestUpdate();
    await host.updateComplete;
    const dialog = this.#dialog;
    if (!dialog?.isConnected || dialog.open) return;
    dialog.showModal();
    this.#shown = true;
    this.title?.focus({ preventScroll: true });
  }

  /** Its title, which has focus at first. */
  get title(): HTMLElement | null {
    return this.#dialog?.querySelector<HTMLElement>('.dialog-title') ?? null;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.options.host.renderRoot.querySelector('dialog');
  }

  /** Closes it, or says why it stays. */
  readonly close = (): void => {
    this.#refused = this.options.held() !== '';
    if (this.#refused) return this.options.host.requestUpdate();
    this.#dialog?.close();
    // The browser's own event comes later, by when the dialog can be open again.
    void this.#leave();
  };

  /** The dialog as it is now. */
  draw(): TemplateResult {
    const { html } = this.kit;
    const { direction, label, closeLabel, held, content } = this.options;
    const reason = this.#refused ? held() : '';
    return html`<dialog
      class="dialog"
      part="dialog"
      dir=${direction()}
      aria-labelledby="dialog-title"
      @cancel=${(event: Event) => {
        // A file chooser's cancel comes by here, too.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        this.close();
      }}
      @keydown=${(event: KeyboardEvent) => {
        // Pressed twice, Escape would close a dialog that refused.
        if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
        event.preventDefault();
        this.close();
      }}
      @close=${(event: Event) => {
        if (event.target === event.currentTarget && !this.#dialog?.open) void this.#leave();
      }}
    >
      <div class="dialog-bar">
        <h2 class="dialog-title isolate" id="dialog-title" tabindex="-1" .textContent=${label()}></h2>
        <button
          type="button"
          class="button quiet"
          part="button"
          .textContent=${closeLabel()}
          @click=${this.close}
        ></button>
        <p class="dialog-status small" role="status" .textContent=${reason}></p>
      </div>
      <div class="dialog-body">${content()}</div>
    </dialog>`;
  }

  async #leave(): Promise<void> {
    if (!this.#shown) return;
    this.#shown = false;
    const { before, closed, otherwise, host } = this.options;
    closed();
    host.requestUpdate();
    await host.updateComplete;
    // A press does not give focus to a link in every browser.
    const back = before?.isConnected && before !== document.body ? before : otherwise;
    back.focus({ preventScroll: true });
  }
}

/** Moves focus on from the title of a dialog to what stands in it once that has something to focus, unless the visitor has moved it before. */
export function focusWhenThere(inside: HTMLElement, title: HTMLElement): void {
  const root = title.getRootNode() as ShadowRoot;
  const look = (): void => {
    if (root.activeElement === title) inside.focus();
    if (root.activeElement !== title) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(inside.shadowRoot!, { childList: true, subtree: true });
  look();
}

/** Styles of a {@link Modal}, by a tag called `css`, by which the build knows styles. */
export function modalStyles(css: typeof cssOfLit): CSSResult {
  return css`
    .dialog {
      inline-size: min(1060px, 100vw - 48px);
      max-inline-size: none;
      max-block-size: min(100vh - 48px, 60em);
      max-block-size: min(100dvh - 48px, 60em);
      margin: auto;
      padding: 0;
      overflow: auto;
      overscroll-behavior: contain;
      border: 1px solid var(--_line);
      border-radius: var(--_radius-shell);
      background: var(--_paper);
      color: var(--_ink);
    }
    .dialog::backdrop {
      background: rgb(16 22 20 / 0.55);
    }
    .dialog-bar {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      gap: 0 16px;
      padding-block: 8px;
      padding-inline: 36px 16px;
      border-block-end: 1px solid var(--_line);
      background: var(--_paper);
    }
    .dialog-title {
      font-size: 1em;
      font-weight: 600;
      line-height: 1.3;
    }
    .dialog-status {
      grid-column: 1 / -1;
      color: var(--_warn);
    }
    .dialog-body {
      padding: 32px 36px 36px;
    }
    .dialog-waiting {
      min-block-size: 26em;
      margin-block-start: 16px;
      border-radius: var(--_radius-group);
      background: var(--_sunk);
    }
    @media (max-width: 700px) {
      .dialog {
        inline-size: 100vw;
        block-size: 100vh;
        block-size: 100dvh;
        max-block-size: none;
        border: 0;
        border-radius: 0;
      }
      .dialog-bar {
        padding-inline: 18px 6px;
      }
      .dialog-body {
        padding: 20px 18px 28px;
      }
    }
  `;
}
