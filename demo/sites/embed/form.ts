import type { Practitioner, Service } from './catalogue.js';
import { LANGUAGES, type Choices } from './choices.js';
import { PLATFORMS } from './platforms.js';

type Options = readonly (readonly [value: string, words: string])[];

/** The controls of the page: what they offer, and what is chosen in them. */
export class ChoiceForm {
  readonly #form: HTMLFormElement;

  constructor(private readonly main: HTMLElement) {
    this.#form = main.querySelector('form')!;
    offer(this.#select('lang'), [['', 'As your page'], ...Object.entries(LANGUAGES)]);
    main.querySelector('#platforms')!.replaceChildren(
      ...Object.entries(PLATFORMS).map(([value, { name }]) => {
        const input = Object.assign(document.createElement('input'), { type: 'radio', name: 'platform', value });
        const words = Object.assign(document.createElement('span'), { textContent: name });
        const label = document.createElement('label');
        label.append(input, words);
        return label;
      }),
    );
    // A colour that was picked is meant.
    this.#input('accent').addEventListener('input', () => (this.#input('own-accent').checked = true));
  }

  /** Who can be chosen. */
  offerPractitioners(practitioners: readonly Practitioner[]): void {
    offer(
      this.#select('practitioner'),
      practitioners.map(({ id, name }) => [id, name]),
    );
  }

  /** What one of them offers, as far as it goes with what is chosen. */
  offerServices({ places }: Practitioner, services: readonly Service[], { service, place }: Choices): void {
    const words = { incall: 'At the therapist’s', outcall: 'At the client’s' };
    offer(
      this.#select('service'),
      services.map(({ id, name }) => [id, name]),
      'The client chooses',
    );
    offer(
      this.#select('place'),
      Object.entries(words).filter(([kind]) => places.some((each) => each.place === kind)),
      'The client chooses',
    );
    const lengths = services.find(({ id }) => id === service)?.options ?? [];
    offer(
      this.#select('option'),
      lengths
        .filter(({ prices }) => !place || prices.some((price) => price.place === place))
        .map(({ id, minutes }) => [id, `${minutes} min`]),
      'The client chooses',
    );
  }

  /** Shows what is chosen; what cannot be chosen with it cannot be reached. */
  show(choices: Choices): void {
    for (const [name, value] of Object.entries(choices)) {
      const control = this.#form.elements.namedItem(name);
      if (control instanceof HTMLSelectElement) control.value = value;
    }
    this.#input('own-accent').checked = choices.accent !== '';
    if (choices.accent) this.#input('accent').value = choices.accent;
    for (const radio of this.main.querySelectorAll<HTMLInputElement>('[name=platform]')) {
      radio.checked = radio.value === choices.platform;
    }
    const { writesTags = false } = PLATFORMS[choices.platform];
    this.#select('option').disabled = !choices.service || choices.kind === 'card';
    // A dialog and a card have one look each.
    this.#select('preset').disabled = choices.kind !== 'booking';
    this.#select('load').disabled = writesTags || choices.kind === 'card';
    this.#select('markup').disabled = writesTags;
    for (const set of this.#form.querySelectorAll('fieldset')) set.disabled = false;
  }

  /** What is chosen now. */
  read(): Choices {
    const value = (name: string): string => this.#select(name).value;
    const names = ['practitioner', 'service', 'option', 'place', 'lang', 'theme', 'preset', 'kind', 'load', 'markup'];
    const platform = this.main.querySelector<HTMLInputElement>('[name=platform]:checked')?.value;
    return {
      ...Object.fromEntries(names.map((name) => [name, value(name)])),
      accent: this.#input('own-accent').checked ? this.#input('accent').value : '',
      platform,
    } as Choices;
  }

  #select(name: string): HTMLSelectElement {
    return this.#form.elements.namedItem(name) as HTMLSelectElement;
  }

  #input(name: string): HTMLInputElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement;
  }
}

/** Fills a list and keeps what is chosen in it. `nothing` are the words for no choice. */
function offer(select: HTMLSelectElement, options: Options, nothing?: string): void {
  const all: Options = nothing === undefined ? options : [['', nothing], ...options];
  const { value } = select;
  select.replaceChildren(...all.map(([each, words]) => new Option(words, each)));
  if (all.some(([each]) => each === value)) select.value = value;
}
