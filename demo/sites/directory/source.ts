/** What a directory's own server asks the backend: the open contract over HTTP, as any other server would. */

/** As the contract has it; a site of somebody else's knows no more of it than what it uses. */
export interface Therapist {
  id: string;
  name: string;
  headline?: string;
  about?: string;
}

/** A therapist with what a card says of them. */
export interface Listing {
  practitioner: Therapist;
  href: string;
  times?: object;
  services: object[];
}

/** What a page of the directory is written from. */
export interface Answer {
  listings: Listing[];
  region: string;
}

/** Filters as a page's address has them, by the names of the contract. */
export type Filters = Readonly<Record<string, string>>;

interface Summary {
  entries: { practitionerId: string; problem?: object }[];
}

/** A list without times is better than none. */
const NO_TIMES: Summary = { entries: [] };
const FILTERS = ['service', 'place', 'outwardCode', 'language', 'stepFree', 'maxPrice', 'date', 'dayPart', 'order'];
/** Filters that a card's times are asked with, too. */
const OF_TIMES = ['service', 'place', 'outwardCode', 'dayPart'];
const DAY = 86_400_000;

/** The filters of an address, without what is none. */
export function filtersIn(address: URLSearchParams): Filters {
  return Object.fromEntries(FILTERS.flatMap((name) => (address.get(name) ? [[name, address.get(name)!]] : [])));
}

/** Asks one backend; what it answered last is kept for when it does not. */
export class DirectorySource {
  readonly #kept = new Map<string, Answer>();

  constructor(private readonly backend: string) {}

  /** Everybody who fits the filters, each with price and next times; null where nobody has ever answered. */
  async listings(filters: Filters): Promise<Answer | null> {
    const key = JSON.stringify(filters);
    try {
      const answer = await this.#ask(filters);
      if (this.#kept.size < 100) this.#kept.set(key, answer);
      return answer;
    } catch {
      return this.#kept.get(key) ?? null;
    }
  }

  async #ask(filters: Filters): Promise<Answer> {
    const [{ business, limits }, { services }, practitioners] = await Promise.all([
      this.#get<{ business: { region?: string; timeZone: string }; limits: { practitioners: number; days: number } }>(
        '/.well-known/knead-booking',
      ),
      this.#get<{ services: object[] }>('/v1/services?practitioners=none'),
      this.#everybody(filters),
    ]);
    const from = filters['date'] ?? dayIn(business.timeZone);
    const to = new Date(Date.parse(from) + (Math.min(31, limits.days) - 1) * DAY).toISOString().slice(0, 10);
    const asked = Object.entries(filters).filter(([name]) => OF_TIMES.includes(name));
    const times = new Map<string, object>();
    for (let first = 0; first < practitioners.length; first += limits.practitioners) {
      const some = practitioners.slice(first, first + limits.practitioners).map(({ id }) => ['practitioner', id]);
      const query = new URLSearchParams([...some, ...asked, ['from', from], ['to', to], ['times', '3']]);
      const { entries } = await this.#get<Summary>(`/v1/availability/summary?${query.toString()}`).catch(
        () => NO_TIMES,
      );
      for (const entry of entries) if (!entry.problem) times.set(entry.practitionerId, entry);
    }
    const listings = practitioners.map((practitioner): Listing => {
      const entry = times.get(practitioner.id);
      const href = `/directory/${encodeURIComponent(practitioner.id)}/`;
      return { practitioner, href, services, ...(entry && { times: entry }) };
    });
    return { listings, region: business.region ?? '' };
  }

  async #everybody(filters: Filters): Promise<Therapist[]> {
    const found: Therapist[] = [];
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({ ...filters, limit: '100', ...(cursor && { cursor }) });
      const page = await this.#get<{ practitioners: Therapist[]; next?: string }>(
        `/v1/practitioners?${query.toString()}`,
      );
      found.push(...page.practitioners);
      cursor = page.next;
    } while (cursor !== undefined && found.length < 2000);
    return found;
  }

  async #get<Body>(path: string): Promise<Body> {
    const response = await fetch(this.backend + path, { signal: AbortSignal.timeout(5000) });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as Body;
  }
}

function dayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(Date.now());
}
