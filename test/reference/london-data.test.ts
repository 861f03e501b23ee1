import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CatalogueData } from '../../demo/backend/catalogue.js';
import { londonSeed } from '../../demo/data/london.js';
import { Business } from '../../src/contract/business.js';
import { ConsentDocument } from '../../src/contract/consent.js';
import { IntakeForm } from '../../src/contract/intake.js';
import { Catalogue } from '../../src/contract/service.js';

const seed = londonSeed('http://localhost:4700');
const profiles = seed.practitioners.map(({ profile }) => profile);

const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

describe('the London data', () => {
  test('are what the contract says', () => {
    Catalogue.parse({ services: seed.services, practitioners: profiles });
    Business.parse(seed.business);
    for (const form of seed.intakeForms) IntakeForm.parse(form);
    for (const document of seed.consentDocuments) ConsentDocument.parse(document);
  });

  test('are the same every time', () => {
    assert.deepEqual(londonSeed('http://localhost:4700'), seed);
  });

  test('name Mara and forty others, all of whom can be booked', () => {
    assert.equal(profiles.length, 41);
    assert.ok(unique(profiles.map(({ id }) => id)));
    for (const { profile, address, travelMinutes, schedule } of seed.practitioners) {
      const places = profile.places.map(({ place }) => place);
      assert.ok(places.length > 0 && unique(places), profile.id);
      assert.equal(address !== undefined, places.includes('incall'), profile.id);
      for (const offer of profile.places) {
        if (offer.place === 'outcall') assert.equal(travelMinutes.length, offer.zones.length);
      }
      const offered = seed.services.filter(({ id }) => profile.serviceIds.includes(id));
      assert.equal(offered.length, profile.serviceIds.length, profile.id);
      for (const service of offered) {
        const given = service.options.flatMap(({ prices }) => prices.map(({ place }) => place));
        assert.ok(
          given.some((place) => places.includes(place)),
          `${profile.id} ${service.id}`,
        );
      }
      assert.ok(Object.values(schedule.hours.weekly).some((ranges) => ranges.length > 0));
    }
  });

  test('are varied: credentials checked and self-declared, every approval, visits only, several languages', () => {
    const credentials = profiles.flatMap((profile) => profile.credentials);
    assert.ok(credentials.some(({ checkedBy }) => checkedBy) && credentials.some(({ checkedBy }) => !checkedBy));
    const approvals = new Set(profiles.flatMap(({ places }) => places.map(({ approval }) => approval)));
    assert.deepEqual([...approvals].sort(), ['always-request', 'first-visit-request', 'instant']);
    const photos = profiles.flatMap(({ photo }) => photo ?? []);
    assert.ok(photos.length > 20 && photos.length < profiles.length - 5);
    assert.equal(new Set(profiles.map(({ gender }) => gender)).size, 4, 'one says nothing');
    const paid = profiles.filter(({ paidPlacement }) => paidPlacement);
    assert.ok(paid.length > 0 && paid.length < 4);
    assert.ok(profiles.some(({ places }) => places.every(({ place }) => place === 'outcall')));
    assert.ok(new Set(profiles.flatMap(({ languages }) => languages)).size >= 8);
    assert.ok(
      new Set(
        profiles.flatMap(({ places }) => places.map((offer) => (offer.place === 'incall' ? offer.area.name : ''))),
      ).size >= 12,
    );
  });

  test('sell the back massage as the price list says', () => {
    const back = seed.services.find(({ id }) => id === 'back');
    const prices = back?.options.map(({ id, minutes, prices }) => [id, minutes, prices[0]?.price.amount]);
    assert.deepEqual(prices, [
      ['back-45', 45, 6500],
      ['back-60', 60, 8000],
      ['back-90', 90, 11_500],
    ]);
    const extras = back?.addOns.map(({ kind, name, minutes, price }) => [kind, name, minutes, price.amount]);
    assert.deepEqual(extras?.[0], ['pairing', 'Relaxing massage', 30, 3000]);
    assert.deepEqual(extras?.at(-1), ['extra', 'Hot stones', 15, 1500]);
  });

  test('have a safety check whose every sign leads somewhere, and a way to have none', () => {
    for (const form of seed.intakeForms) {
      const signs = form.items
        .filter(({ section, type }) => section === 'safety' && type === 'multi-choice')
        .flatMap(({ id, options = [] }) => {
          assert.equal(options.at(-1)?.exclusive, true);
          return options.slice(0, -1).map(({ value }) => `${id}=${value}`);
        });
      const ruled = form.rules
        .filter(({ outcome }) => outcome === 'stop')
        .flatMap(({ when }) => ('any' in when ? when.any : when.all).map(({ item, value }) => `${item}=${value}`));
      assert.ok(signs.length >= 12);
      assert.deepEqual(
        signs.filter((sign) => !ruled.includes(sign)),
        [],
      );
      assert.equal(form.reviewedBy, undefined, 'no clinician has read it, and it must not say so');
    }
  });

  test('name the numbers of their region, and leave none open', () => {
    const messages = new CatalogueData(seed).seed.intakeForms.flatMap(({ rules }) =>
      rules.map(({ message }) => message),
    );
    assert.ok(messages.some((message) => message.includes('call 999')) && messages.some((m) => m.includes('call 111')));
    assert.deepEqual(
      messages.filter((message) => /[{}]/.test(message)),
      [],
    );
  });

  test('can name other numbers than the region has, and cannot leave open how long answers are kept', () => {
    const { business, intakeForms } = seed;
    const own = new CatalogueData({ ...seed, business: { ...business, emergencyNumbers: { urgent: '0800 111' } } });
    const messages = JSON.stringify(own.seed.intakeForms);
    assert.ok(messages.includes('call 0800 111') && messages.includes('call 999') && !messages.includes('call 111'));
    const without = (key: 'retention' | 'consent'): CatalogueData =>
      new CatalogueData({ ...seed, intakeForms: intakeForms.map(({ [key]: _, ...form }) => form) });
    assert.throws(() => without('retention'), /massage has to say how long answers are kept/);
    assert.throws(() => without('consent'), /massage has to name what is agreed to/);
  });

  test('make no claims', () => {
    const words =
      /\b(cur(e|es|ed|ing)|treat(s|ed|ing)?|heal(s|ed|ing)?|detox\w*|toxins?|inflam\w+|guarante\w+|NICE)\b/i;
    const text = JSON.stringify(seed);
    assert.equal(words.exec(text.replaceAll('nice', ''))?.[0], undefined);
  });
});
