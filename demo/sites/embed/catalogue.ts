/** What the builder asks the backend: the open contract over HTTP, as any other site would. */

/** As the contract has it; this page knows no more of it than what it uses. */
export interface Practitioner {
  id: string;
  name: string;
  url?: string;
  places: { place: string }[];
  intakeForms?: FormName[];
}

/** A treatment with its lengths. */
export interface Service {
  id: string;
  name: string;
  options: { id: string; minutes: number; prices: { place: string }[] }[];
  intakeForm?: FormName;
}

/** Who answers for the questions of a form. */
export interface Form {
  title: string;
  version: string;
  language: string;
  reviewedBy?: string;
  reviewedOn?: string;
  reviewedLanguages?: string[];
}

interface FormName {
  id: string;
  version: string;
}

interface Discovery {
  baseUrl: string;
  business: { bookingPage?: string; contact: { url?: string } };
}

/** `fetch`, or what stands in for it. */
export type Fetch = (url: string) => Promise<Response>;

/** Nobody scrolls through more names than that. */
const MOST = 500;

/** Reads one backend; everything is asked once. */
export class Catalogue {
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(
    readonly backend: string,
    private readonly fetch: Fetch = (url) => globalThis.fetch(url),
  ) {}

  /** Everybody who can be booked. */
  async practitioners(): Promise<Practitioner[]> {
    const found: Practitioner[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined && found.length < MOST;) {
      const page: { practitioners: Practitioner[]; next?: string } = await this.#get(
        `/practitioners?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      found.push(...page.practitioners);
      cursor = page.next;
    }
    return found;
  }

  /** The treatments somebody gives. */
  async services(practitioner: string): Promise<Service[]> {
    const query = `practitioner=${encodeURIComponent(practitioner)}`;
    return (await this.#get<{ services: Service[] }>(`/services?${query}`)).services;
  }

  /** The forms whose safety checks stand before a booking, as this practitioner asks them. */
  forms({ intakeForms = [] }: Practitioner, services: readonly Service[]): Promise<Form[]> {
    const named = services.flatMap(({ intakeForm }) => intakeForm ?? []);
    const asked = named.map((form) => intakeForms.find(({ id }) => id === form.id) ?? form);
    const paths = asked.map(
      ({ id, version }) => `/intake-forms/${encodeURIComponent(id)}/versions/${encodeURIComponent(version)}`,
    );
    return Promise.all([...new Set(paths)].map((path) => this.#get<Form>(path)));
  }

  /** Where somebody can be booked without the script. */
  async bookingPage({ url }: Practitioner): Promise<string> {
    const { business } = await this.#discovery();
    return url ?? business.bookingPage ?? business.contact.url ?? this.backend;
  }

  #discovery(): Promise<Discovery> {
    return this.#once(new URL('.well-known/knead-booking', this.backend.replace(/\/*$/, '/')).href);
  }

  async #get<Body>(path: string): Promise<Body> {
    const { baseUrl } = await this.#discovery();
    return this.#once(baseUrl.replace(/\/+$/, '') + path);
  }

  #once<Body>(url: string): Promise<Body> {
    const kept = this.#answers.get(url) as Promise<Body> | undefined;
    if (kept) return kept;
    const answer = this.fetch(url).then((response) => {
      if (!response.ok) throw new Error(`${url} answered ${response.status}`);
      return response.json() as Promise<Body>;
    });
    this.#answers.set(url, answer);
    // What failed may be asked again.
    answer.catch(() => this.#answers.delete(url));
    return answer;
  }
}
