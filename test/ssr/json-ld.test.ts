import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { londonSeed } from '../../demo/data/london.js';
import { listJsonLd, therapistJsonLd, type Listed } from '../../src/ssr.js';
import { faultsIn } from './vocabulary.js';

const PAGE = 'https://directory.example/london/';
const { practitioners, services } = londonSeed('https://backend.example');
const listed: Listed[] = practitioners.map(({ profile }) => ({
  practitioner: profile,
  href: `/london/${profile.id}/`,
  services,
  hours: [{ days: [1, 2, 3], opens: '11:00', closes: '20:00' }],
}));

/** What a search engine parses out of the script. */
function dataIn(script: string): Record<string, unknown> {
  const [, json] = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(script) ?? [];
  assert.ok(json, `not one script with data: ${script.slice(0, 200)}`);
  return JSON.parse(json) as Record<string, unknown>;
}

/** The nodes of a type, however deep. */
function all(type: string, value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap((each) => all(type, each));
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  return [...(node['@type'] === type ? [node] : []), ...Object.values(node).flatMap((each) => all(type, each))];
}

describe('structured data', () => {
  it('of the demo’s therapists keeps to schema.org and to what search engines ask for', async (t) => {
    const data = dataIn(listJsonLd(listed, { page: PAGE, name: 'Massage therapists in London', region: 'GB' }));
    const faults = await faultsIn(data);
    const counts = ['ItemList', 'ListItem', 'HealthAndBeautyBusiness', 'Person', 'Service', 'Offer', 'ReserveAction'];
    t.diagnostic(`${counts.map((type) => `${all(type, data).length} ${type}`).join(', ')}: ${faults.length} faults`);
    assert.deepEqual(faults, []);
    assert.equal(all('ListItem', data).length, practitioners.length);
    assert.ok(all('Person', data).length > 0 && all('HealthAndBeautyBusiness', data).length > 0);
    assert.equal(all('ReserveAction', data).length, practitioners.length);
  });

  it('of one therapist keeps to it too', async () => {
    for (const one of [listed[0]!, listed.find(({ practitioner: { places } }) => places.length === 1)!]) {
      assert.deepEqual(await faultsIn(dataIn(therapistJsonLd(one, { page: PAGE }))), []);
    }
  });

  it('and the check sees an unknown type, a property of another type, a value that is none, and what is missing', async () => {
    const planted: [string, object][] = [
      ['a type', { '@type': 'MassageParlourThing', name: 'A' }],
      [
        'a property',
        { '@type': 'Person', name: 'A', openingHoursSpecification: { '@type': 'OpeningHoursSpecification' } },
      ],
      ['a value', { '@type': 'Offer', name: 'A', itemOffered: { '@type': 'PostalAddress' } }],
      ['a misspelt property', { '@type': 'HealthAndBeautyBusiness', name: 'A', makeOffer: [] }],
      [
        'a position',
        { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: { '@type': 'Person', name: 'A' } }] },
      ],
    ];
    for (const [what, node] of planted) {
      const faults = await faultsIn({ '@context': 'https://schema.org', ...node });
      assert.ok(faults.length > 0, `${what} goes unseen`);
    }
  });

  it('says the price that the card says, with every fee, and where it holds', () => {
    const visiting = listed.find(({ practitioner }) => practitioner.places.every(({ place }) => place === 'outcall'))!;
    const offers = all('Offer', dataIn(therapistJsonLd(visiting, { page: PAGE, region: 'GB' })));
    const [place] = visiting.practitioner.places;
    assert.ok(place?.place === 'outcall');
    const back = services.find(({ id }) => id === visiting.practitioner.serviceIds[0])!;
    const price = back.options.find(({ minutes }) => minutes === 60)!.prices.find((each) => each.place === 'outcall')!;
    const offer = offers.find(({ name }) => name === `${back.name}, 60 min`);
    assert.equal(offer?.['price'], ((price.price.amount + place.zones[0]!.fee.amount) / 100).toFixed(2));
    assert.deepEqual(all('GeoShape', offer?.['areaServed'])[0]?.['postalCode'], place.zones[0]!.outwardCodes);
  });

  it('has nothing medical, no stars and no private address', () => {
    const script = listJsonLd(listed, { page: PAGE });
    assert.doesNotMatch(script, /medical|therapy"|rating|review|streetAddress|telephone|email/i);
    for (const { address } of practitioners) if (address) assert.ok(!script.includes(address.line1));
    for (const { '@type': _, ...address } of all('PostalAddress', dataIn(script))) {
      assert.deepEqual(
        Object.keys(address).filter((key) => !/^(addressLocality|postalCode|addressCountry)$/.test(key)),
        [],
      );
    }
  });

  it('leaves out addresses that must not be links', () => {
    for (const href of [
      'javascript:alert(1)',
      'data:text/html,x',
      ' java\nscript:alert(1)',
      'http://elsewhere.example/',
      'ftp://a/',
    ]) {
      const data = dataIn(therapistJsonLd({ ...listed[0]!, href }, { page: PAGE }));
      assert.deepEqual([data['url'], data['potentialAction']], [undefined, undefined], href);
    }
  });

  it('is not ended by any text', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('</script>', '<!--<script>', ']]>', '\u2028', '"\\'),
    );
    fc.assert(
      fc.property(nasty, nasty, (name, area) => {
        const { practitioner } = listed[0]!;
        const places = [{ place: 'incall', locationId: 'a', area: { name: area }, approval: 'instant' }] as const;
        const data = dataIn(
          therapistJsonLd({ practitioner: { ...practitioner, name, places: [...places] } }, { page: PAGE }),
        );
        assert.equal(data['name'], name);
        assert.equal((data['address'] as { addressLocality: string }).addressLocality, area);
      }),
    );
  });
});
