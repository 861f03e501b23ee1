import { Catalogue, type Fetch, type Form, type Practitioner, type Service } from './catalogue.js';
import { choicesIn, fragmentOf, type Choices } from './choices.js';
import { ChoiceForm } from './form.js';
import { showPieces } from './pieces.js';
import { piecesFor, rulesFor } from './platforms.js';
import { Preview } from './preview.js';
import { reviewWarnings } from './review.js';
import { policyLines, trustedTypes, type Place } from './snippets.js';

/** What is known of the practitioner chosen. */
interface Known {
  practitioner: Practitioner;
  services: Service[];
  forms: Form[];
  place: Place;
}

/** The embed builder: what is chosen, shown and copied. */
export class Builder {
  readonly #form: ChoiceForm;
  readonly #preview: Preview;
  readonly #catalogue: Catalogue;
  #choices: Choices = choicesIn(location.hash);
  #known: Known | undefined;

  /** `main` is the page's own markup, with the addresses of script and backend in its data attributes. */
  constructor(
    private readonly main: HTMLElement,
    fetch?: Fetch,
  ) {
    this.#form = new ChoiceForm(main);
    this.#preview = new Preview(this.#part('#stage'));
    this.#catalogue = new Catalogue(main.dataset['backend']!, fetch);
    main.addEventListener('change', ({ target }) => this.#onChange(target as Element));
    // While a colour is dragged, the preview follows.
    main.addEventListener('input', ({ target }) => {
      if ((target as Element).matches('[type=color]')) this.#onChange(target as Element);
    });
    this.#part('#failed button').addEventListener('click', () => void this.load());
    addEventListener('hashchange', () => {
      this.#choices = choicesIn(location.hash);
      void this.load();
    });
  }

  /** Asks the backend what there is to choose from, and shows what is chosen of it. */
  async load(): Promise<void> {
    const asked = this.#choices;
    try {
      const practitioners = await this.#catalogue.practitioners();
      const practitioner = practitioners.find(({ id }) => id === asked.practitioner) ?? practitioners[0];
      if (!practitioner) throw new Error('nobody can be booked');
      const known = await this.#about(practitioner);
      // Somebody else was chosen meanwhile.
      if (asked !== this.#choices) return;
      this.#form.offerPractitioners(practitioners);
      this.#known = known;
      this.#choices = fitting(asked, known);
      this.#show();
    } catch {
      this.#part('#failed').hidden = false;
    }
  }

  async #about(practitioner: Practitioner): Promise<Known> {
    const [services, bookingPage] = await Promise.all([
      this.#catalogue.services(practitioner.id),
      this.#catalogue.bookingPage(practitioner),
    ]);
    const forms = await this.#catalogue.forms(practitioner, services);
    const { kneadSrc, kneadIntegrity, cardsSrc, cardsIntegrity, backend } = this.main.dataset;
    const scripts = {
      knead: { src: kneadSrc!, integrity: kneadIntegrity! },
      cards: { src: cardsSrc!, integrity: cardsIntegrity! },
    };
    const place = { scripts, backend: backend!, name: practitioner.name, bookingPage };
    return { practitioner, services, forms, place };
  }

  #onChange(target: Element): void {
    if (target.matches('[name=width]')) {
      this.#part('#stage').dataset['width'] = (target as HTMLInputElement).value;
    } else if (this.#known && target.matches('[name]') && !target.closest('#stage')) {
      const asked = this.#form.read();
      // Whatever changed: the practitioner chosen may be one of whom the backend has not told everything yet.
      const isKnown = asked.practitioner === this.#known.practitioner.id;
      this.#choices = isKnown ? fitting(asked, this.#known) : asked;
      if (isKnown) this.#show();
      else void this.load();
    }
  }

  #show(): void {
    const choices = this.#choices;
    const { practitioner, services, forms, place } = this.#known!;
    // The address keeps the setup, so that it can be shared; the page stays one entry of the history.
    history.replaceState(history.state, '', fragmentOf(choices));
    this.#part('#failed').hidden = true;
    this.#form.offerServices(practitioner, services, choices);
    this.#form.show(choices);
    this.#preview.show(choices, place);

    const warnings = reviewWarnings(forms, choices.lang);
    this.#part('#review').hidden = warnings.length === 0;
    this.#part('#review').replaceChildren(...paragraphs('p', warnings));
    showPieces(this.#part('#pieces'), piecesFor(choices, place));
    this.#part('#rules').replaceChildren(...paragraphs('li', rulesFor(choices)));
    showPieces(this.#part('#policy-lines'), [{ name: 'Directives', code: policyLines(choices, place).join('\n') }]);
    showPieces(this.#part('#trusted-types'), [{ name: 'Trusted Types', code: trustedTypes(choices) }]);
    this.main.dataset['ready'] = '';
  }

  #part(selector: string): HTMLElement {
    return this.main.querySelector<HTMLElement>(selector)!;
  }
}

/** Choices without what the practitioner does not offer. */
function fitting(choices: Choices, { practitioner, services }: Known): Choices {
  const place = practitioner.places.some((each) => each.place === choices.place) ? choices.place : '';
  const service = services.find(({ id }) => id === choices.service);
  const option = service?.options.find(
    ({ id, prices }) => id === choices.option && (!place || prices.some((price) => price.place === place)),
  );
  return { ...choices, practitioner: practitioner.id, place, service: service?.id ?? '', option: option?.id ?? '' };
}

function paragraphs(name: 'p' | 'li', texts: readonly string[]): HTMLElement[] {
  return texts.map((text) => Object.assign(document.createElement(name), { textContent: text }));
}
