import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DirectorySource, filtersIn, type Filters, type Listing } from './source.js';

/** `knead/ssr` as this site uses it: what is built, which is not there yet when types are checked. */
interface Ssr {
  cardListHtml(listed: readonly Listing[], options: object): string;
  listJsonLd(listed: readonly Listing[], options: object): string;
  therapistJsonLd(listed: Listing, options: object): string;
}

/** What stands in for parts of a page until it is served: `<!-- cards -->`. */
type Parts = Record<string, string>;

/** Writes the directory's pages. `source` is where the backend is for this server, which can be elsewhere than for visitors. */
export function directoryPages(source: string): {
  list(template: string, address: URL): Promise<string>;
  profile(template: string, id: string, address: URL): Promise<string>;
} {
  const directory = new DirectorySource(source);
  const built = import(pathToFileURL(join(import.meta.dirname, '../../../dist/esm/ssr.js')).href) as Promise<Ssr>;
  // A visitor may never come, and says then what is missing.
  built.catch(() => undefined);

  return {
    async list(template, address) {
      const filters = filtersIn(address.searchParams);
      const answer = await directory.listings(filters);
      const { cardListHtml, listJsonLd } = await built;
      const listings = answer?.listings ?? [];
      const { service, place, outwardCode, dayPart, date: from } = filters;
      const asked = { service, place, outwardCode, dayPart, from };
      return filled(template, {
        count: answer ? `${listings.length} ${listings.length === 1 ? 'therapist' : 'therapists'}` : 'Therapists',
        cards: listings.length > 0 ? cardListHtml(listings, { asked }) : '',
        'json-ld':
          listings.length > 0
            ? listJsonLd(listings, { page: address.href, name: 'Massage therapists in London', region: answer!.region })
            : '',
        'directory-attributes': attributes(filters),
        area: escaped(outwardCode ?? ''),
      });
    },
    async profile(template, id, address) {
      const answer = await directory.listings({});
      const { therapistJsonLd } = await built;
      const found = answer?.listings.find(({ practitioner }) => practitioner.id === id);
      const { name = 'Book a massage', headline = '', about = '' } = found?.practitioner ?? {};
      return filled(template, {
        practitioner: escaped(id),
        name: escaped(name),
        headline: escaped(headline),
        about: escaped(about),
        'json-ld': found ? therapistJsonLd(found, { page: address.href, region: answer!.region }) : '',
      });
    },
  };
}

/** The filters that the directory's tag has attributes for. */
function attributes({ place, outwardCode, service }: Filters): string {
  const named = { place, 'postcode-area': outwardCode, service };
  return Object.entries(named)
    .map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : ''))
    .join('');
}

/** Text written into its place, `<!-- cards -->` between elements or `{cards}` within one. */
function filled(template: string, parts: Parts): string {
  return template.replace(/<!-- ([\w-]+) -->|\{([\w-]+)\}/g, (whole, between?: string, within?: string) => {
    return parts[between ?? within ?? ''] ?? whole;
  });
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
