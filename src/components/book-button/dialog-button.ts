import type { LitElement, TemplateResult } from 'lit';
import type { BookingBackend } from '../../backend/booking-backend.js';
import type { StepName } from '../../contract/events.js';
import type { ContactDraft } from '../../domain/client/contact.js';
import { bookButton as words } from '../../locales/en-GB.js';
import { focusWhenThere, Modal, modalStyles } from '../../ui/element/modal.js';
import type { BookButtonKit } from './book-button-kit.js';
import { bookButtonStyles } from './book-button.styles.js';

const TAG = 'knead-booking';

/** Attributes of the button that are those of the booking form in its dialog. */
export const HANDED_ON = [
  'practitioner',
  'place',
  'postcode-area',
  'service',
  'option',
  'start',
  'intake',
  'health-basis',
  'reference',
  'hide-terms',
  'history',
  'theme',
] as const;

/** What {@link dialogButton} makes. */
export interface DialogButton extends LitElement {
  backend: string | BookingBackend | null;
  prefill: Partial<ContactDraft> | null;
  metadata: Record<string, string> | null;
  /** What opens the dialog instead of a button of its own. */
  opener: HTMLElement | null;
  /** Told when the dialog has closed. */
  onClosed: (() => void) | null;
  /** Opens the dialog. `before` gets focus back when it closes; without it the button. */
  open(before?: HTMLElement): Promise<void>;
}

/** A form that was begun, and what the button said of it then. */
interface Begun {
  form: HTMLElement & Pick<DialogButton, 'backend' | 'prefill' | 'metadata'>;
  asked: string;
  step: StepName | null;
}

/**
 * Makes the class of the button from what its host has: a native button, and one dialog with the booking form in it. A form that was begun is
 * kept while the dialog is closed, so that a slip loses nothing; once it has booked, or is asked for something else, the next one is new.
 */
export function dialogButton(kit: BookButtonKit): new () => DialogButton {
  const { css, html, LitElement, Localize } = kit;

  return class extends LitElement implements DialogButton {
    static override styles = [...kit.styles, modalStyles(css), bookButtonStyles(css)];
    backend: string | BookingBackend | null = null;
    prefill: Partial<ContactDraft> | null = null;
    metadata: Record<string, string> | null = null;
    opener: HTMLElement | null = null;
    onClosed: (() => void) | null = null;

    #i18n = new Localize(this, words);
    #begun: Begun | null = null;
    #modal: Modal | null = null;
    #before: HTMLElement | null = null;
    #texts = new MutationObserver(() => this.requestUpdate());

    override connectedCallback(): void {
      super.connectedCallback();
      this.#texts.observe(this, { childList: true, characterData: true, subtree: true });
    }

    override disconnectedCallback(): void {
      super.disconnectedCallback();
      this.#texts.disconnect();
    }

    async open(before?: HTMLElement): Promise<void> {
      const i18n = this.#i18n;
      const whoHasFocus = (): HTMLElement | null => this.#before;
      this.#before = before ?? this.opener;
      this.#modal ??= new Modal(kit, {
        host: this,
        get before() {
          return whoHasFocus();
        },
        otherwise: this,
        direction: () => i18n.direction,
        label: () => i18n.text('book'),
        closeLabel: () => i18n.text('closeDialog'),
        held: () => (this.#begun?.step === 'submitting' ? i18n.text('sendingNow') : ''),
        content: () => this.#begun?.form,
        closed: () => this.#closed(),
      });
      await this.#modal.open();
      await this.#begin();
    }

    /** The button, or what opened its dialog instead. */
    override focus(options?: FocusOptions): void {
      (this.opener ?? this.renderRoot.querySelector<HTMLElement>('.opener'))?.focus(options);
    }

    async #begin(): Promise<void> {
      const asked = HANDED_ON.map((name) => this.#said(name)).join('\n');
      if (this.#begun?.asked !== asked) this.#begun = { form: this.#form(), asked, step: null };
      this.requestUpdate();
      await this.updateComplete;
      const title = this.#modal?.title;
      if (title) focusWhenThere(this.#begun.form, title);
    }

    #said(name: string): string | null {
      return this.getAttribute(name) ?? this.getAttribute(`data-${name}`);
    }

    #form(): Begun['form'] {
      const form = document.createElement(TAG) as Begun['form'];
      for (const name of HANDED_ON) {
        const value = this.#said(name);
        if (value !== null) form.setAttribute(name, value);
      }
      form.setAttribute('preset', 'plain');
      form.setAttribute('heading-level', '3');
      const { backend, prefill, metadata } = this;
      Object.assign(form, { backend, prefill, metadata });
      form.addEventListener('knead-step-changed', ({ detail }) => {
        if (this.#begun?.form === form) this.#begun.step = detail.step;
        this.requestUpdate();
      });
      return form;
    }

    #closed(): void {
      if (/confirmed|requested/.test(this.#begun?.step ?? '')) this.#begun = null;
      this.onClosed?.();
    }

    protected override render(): TemplateResult {
      // The page's own words, but not a link that stands there for visitors without the script.
      const label = this.textContent?.trim() || this.#i18n.text('book');
      return html`${
        this.opener
          ? ''
          : html`<button
              type="button"
              class="button primary opener"
              part="button primary"
              aria-haspopup="dialog"
              dir=${this.#i18n.direction}
              .textContent=${label}
              @click=${() => void this.open()}
            ></button>`
      }
      ${this.#modal?.draw()}`;
    }
  };
}
