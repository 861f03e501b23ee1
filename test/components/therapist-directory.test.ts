import { expect, fixtureCleanup } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { KneadEvents } from '../../src/contract/events.js';
import { connectedTo, memoryBackend, memoryServer } from '../../src/backend/memory/memory-backend.js';
import type { KneadTherapistDirectory } from '../../src/components/therapist-directory/therapist-directory.js';
import meta, * as stories from '../../stories/components/therapist-directory.stories.js';
import { madeUp, manyTherapists, whenThere } from '../../stories/components/many-therapists.js';
import { settled } from '../support/settled.js';
import { until } from '../support/until.js';
import '../../src/components/therapist-directory/booking-dialog.js';
import '../../src/components/therapist-directory/directory.js';
import '../../src/components/therapist-directory/directory-filters.js';

type Name = Exclude<keyof typeof stories, 'default'>;
type Args = Parameters<NonNullable<typeof meta.render>>[0];

async function show(args: Args): Promise<KneadTherapistDirectory> {
  const frame = meta.render!({ ...meta.args, ...args }, {} as never) as HTMLElement;
  document.body.append(frame);
  const directory = frame.querySelector('knead-therapist-directory')!;
  await settled(directory);
  return directory;
}
const story = (name: Name): Promise<KneadTherapistDirectory> => show((stories[name] as { args: Args }).args);

const find = <Found extends HTMLElement = HTMLElement>(directory: KneadTherapistDirectory, selector: string): Found => {
  const found = directory.renderRoot.querySelector<Found>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const cards = (directory: KneadTherapistDirectory): HTMLElementTagNameMap['knead-therapist-card'][] => [
  ...directory.renderRoot.querySelectorAll('knead-therapist-card'),
];
const names = (directory: KneadTherapistDirectory): string[] =>
  cards(directory).map((card) => card.shadowRoot!.querySelector('.name')!.textContent.trim());
const heading = (directory: KneadTherapistDirectory): string => find(directory, '#heading').textContent;
const said = (directory: KneadTherapistDirectory): string => find(directory, '[aria-live=polite]').textContent;
const button = (directory: KneadTherapistDirectory, label: string): HTMLButtonElement => {
  const found = [...directory.renderRoot.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  if (!found) throw new Error(`no button "${label}"`);
  return found;
};
const control = (directory: KneadTherapistDirectory, name: string): HTMLInputElement | HTMLSelectElement =>
  find<HTMLFormElement>(directory, 'form').elements.namedItem(name) as HTMLInputElement;

/** Fills filters in and applies them. */
async function apply(directory: KneadTherapistDirectory, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) control(directory, name).value = value;
  button(directory, 'Show therapists').click();
  await settled(directory);
}

/** The filters that the page is told of. */
function toldOf(): KneadEvents['knead-filter-change'][] {
  const told: KneadEvents['knead-filter-change'][] = [];
  const listen = ({ detail }: HTMLElementEventMap['knead-filter-change']): void => void told.push(detail);
  document.addEventListener('knead-filter-change', listen as EventListener);
  cleanUps.push(() => document.removeEventListener('knead-filter-change', listen as EventListener));
  return told;
}

/** A backend whose requests can be looked at. */
function watched() {
  const server = memoryServer();
  const urls: { url: string; method: string; body: string }[] = [];
  const memory = server.fetch.bind(server);
  server.fetch = (url, init) => {
    urls.push({ url, method: init.method ?? 'GET', body: String(init.body ?? '') });
    return memory(url, init);
  };
  return { backend: connectedTo(server), urls };
}

const cleanUps: (() => void)[] = [];

describe('knead-therapist-directory', () => {
  before(() => setViewport({ width: 1200, height: 900 }));
  after(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => {
    document.querySelectorAll('knead-therapist-directory').forEach((directory) => directory.parentElement!.remove());
    cleanUps.splice(0).forEach((cleanUp) => cleanUp());
    fixtureCleanup();
  });

  describe('lists', () => {
    it('therapists in the order of the business, which it says', async () => {
      const directory = await story('FromBackend');
      expect(names(directory)).to.deep.equal(['Mara L.', 'Tobi O.', 'Kasia R.', 'Deniz A.']);
      expect(heading(directory)).to.equal('4 therapists');
      expect(find(directory, '.toolbar').textContent).to.contain('In the order of Mara Lindqvist Massage');
      expect(find(directory, 'section').getAttribute('aria-labelledby')).to.equal('heading');
      expect(find(directory, 'section').getAttribute('aria-busy')).to.equal('false');
      expect(said(directory)).to.equal('');
    });

    it('their headings one below its own', async () => {
      const directory = await show({ backend: memoryBackend(), headingLevel: 3 });
      expect(find(directory, '#heading').getAttribute('aria-level')).to.equal('3');
      expect(cards(directory)[0]!.shadowRoot!.querySelector('[role=heading]')!.getAttribute('aria-level')).to.equal(
        '4',
      );
    });

    it('24 at a time; Show more keeps its place and moves focus to the first that is new', async () => {
      const directory = await story('ManyPages');
      expect(heading(directory)).to.equal('24 of 60 therapists');
      button(directory, 'Show 24 more').focus();
      await sendKeys({ press: 'Enter' });
      await until(
        () => cards(directory).length === 48,
        () => `${cards(directory).length} cards`,
      );
      await settled(directory);
      expect(heading(directory)).to.equal('48 of 60 therapists');
      expect(said(directory)).to.equal('24 more therapists shown');
      expect((directory.renderRoot as ShadowRoot).activeElement).to.equal(cards(directory)[24]);
      button(directory, 'Show 12 more').click();
      await settled(directory);
      expect(heading(directory)).to.equal('60 therapists');
      expect(directory.renderRoot.querySelector('.after')).not.to.exist;
    });

    it('nobody twice, whatever two pages say, and ends where pages go round', async () => {
      const backend = manyTherapists(60, {
        answer: (page, number) => ({
          practitioners: number === 1 ? page.practitioners : [madeUp(0), madeUp(3), madeUp(30)],
          next: number === 1 ? '24' : '24',
        }),
      });
      const directory = await show({ backend });
      button(directory, 'Show 24 more').click();
      await settled(directory);
      expect(cards(directory)).to.have.length(25);
      expect(heading(directory)).to.equal('25 therapists');
      expect(directory.renderRoot.querySelector('.after')).not.to.exist;
    });

    it('what a page that failed leaves, with Try again', async () => {
      const directory = await show({ backend: manyTherapists(60, { page: { number: 2, times: 1 } }) });
      button(directory, 'Show 24 more').click();
      await settled(directory);
      expect(cards(directory)).to.have.length(24);
      expect(find(directory, '.after').textContent).to.contain('The next therapists could not be loaded.');
      expect(said(directory)).to.equal('The next therapists could not be loaded.');
      button(directory, 'Try again').click();
      await settled(directory);
      expect(cards(directory)).to.have.length(48);
    });

    it('10,000 therapists page by page, each page one request', async () => {
      const backend = manyTherapists(10_000);
      const directory = await show({ backend });
      expect(heading(directory)).to.equal('24 of 10000 therapists');
      for (let page = 2; page <= 5; page += 1) {
        button(directory, 'Show 24 more').click();
        await until(
          () => cards(directory).length === page * 24,
          () => `${cards(directory).length} cards`,
        );
      }
      expect(backend.searches.map(({ cursor, limit }) => [cursor, limit])).to.deep.equal([
        [undefined, 24],
        ['24', 24],
        ['48', 24],
        ['72', 24],
        ['96', 24],
      ]);
    });

    it('a backend without a search as it is, with nothing to narrow it by', async () => {
      const directory = await story('WithoutSearch');
      expect(cards(directory)).to.have.length(4);
      expect(directory.renderRoot.querySelector('details, select')).not.to.exist;
    });

    it('hostile words as words', async () => {
      const evil = '<img src=x onerror="window.hacked=1">‮evil';
      const backend = manyTherapists(2, {
        answer: (page) => ({ ...page, practitioners: page.practitioners.map((one) => ({ ...one, name: evil })) }),
      });
      const directory = await show({ backend });
      expect(names(directory)).to.deep.equal([evil, evil]);
      expect((window as { hacked?: number }).hacked).to.equal(undefined);
    });
  });

  describe('waits and fails', () => {
    it('with room for what comes', async () => {
      const directory = await story('Loading');
      expect(find(directory, 'section').getAttribute('aria-busy')).to.equal('true');
      expect(heading(directory)).to.equal('Loading therapists');
      expect(directory.renderRoot.querySelectorAll('.ghost')).to.have.length(24);
    });

    it('with what the page put inside, and Try again', async () => {
      const directory = await story('Failed');
      expect(directory.querySelector('a')!.checkVisibility()).to.equal(true);
      expect(directory.querySelector('a')!.getBoundingClientRect().height).to.be.above(0);
      directory.backend = memoryBackend();
      await settled(directory);
      expect(cards(directory)).to.have.length(4);
    });

    it('with a word on being offline', async () => {
      const directory = await story('Offline');
      expect(find(directory, '.results').textContent).to.contain('We can’t reach the booking system');
      expect(button(directory, 'Try again').checkVisibility()).to.equal(true);
    });

    it('without a layout shift from the first room to the cards', async () => {
      let shift = 0;
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
      });
      observer.observe({ type: 'layout-shift', buffered: false });
      await story('FromBackend');
      await new Promise(requestAnimationFrame);
      for (const entry of observer.takeRecords()) shift += (entry as PerformanceEntry & { value: number }).value;
      observer.disconnect();
      expect(shift).to.equal(0);
    });

    it('and a stale answer never wins', async () => {
      const backend = memoryBackend();
      const held: (() => void)[] = [];
      const slow = {
        ...manyTherapists(0),
        discovery: backend.discovery.bind(backend),
        practitionerFilters: backend.practitionerFilters.bind(backend),
        availabilitySummary: backend.availabilitySummary.bind(backend),
        practitioners: async (search: object) => {
          // Whoever asks by price waits for the next to be answered.
          if ('order' in search && search.order === 'price') await new Promise<void>((done) => held.push(done));
          return backend.practitioners(search);
        },
      };
      const directory = await show({ backend: slow });
      const sort = find<HTMLSelectElement>(directory, '.sort select');
      for (const order of ['price', 'name']) {
        sort.value = order;
        sort.dispatchEvent(new Event('change'));
        await new Promise(requestAnimationFrame);
      }
      await settled(directory);
      held.forEach((go) => go());
      await settled(directory);
      expect(names(directory)).to.deep.equal(['Deniz A.', 'Kasia R.', 'Mara L.', 'Tobi O.']);
      expect(find(directory, '.toolbar').textContent).to.contain('By name');
    });
  });

  describe('is narrowed', () => {
    it('Scenario 33: pregnancy and a postcode in E8. The page may write E8 alone; the count is said once, and focus stays', async () => {
      const { backend, urls } = watched();
      const told = toldOf();
      const directory = await show({ backend });
      const specialism = [...control(directory, 'specialismId').querySelectorAll('option')].find(
        ({ textContent }) => textContent === 'Pregnancy',
      )!;
      control(directory, 'specialismId').value = specialism.value;
      control(directory, 'area').value = 'e8  1ea';
      const heard: string[] = [];
      const observer = new MutationObserver(() => heard.push(said(directory)));
      observer.observe(find(directory, '[aria-live=polite]'), { childList: true, characterData: true, subtree: true });
      button(directory, 'Show therapists').focus();
      await sendKeys({ press: 'Enter' });
      await settled(directory);
      observer.disconnect();
      expect(heard).to.deep.equal(['No therapists match']);
      expect((directory.renderRoot as ShadowRoot).activeElement).to.equal(button(directory, 'Show therapists'));
      expect(told).to.deep.equal([{ outwardCode: 'E8', total: 0 }]);
      expect(control(directory, 'area').value).to.equal('E8');
      const search = urls.filter(({ url }) => url.includes('practitioner-searches'));
      expect(search.map(({ method }) => method)).to.deep.equal(['POST']);
      expect(JSON.parse(search[0]!.body)).to.deep.equal({
        outwardCode: 'E8',
        specialismIds: [specialism.value],
        limit: 24,
      });
      for (const { url } of urls) expect(url).not.to.match(/pregnan|specialism|1ea/i);
    });

    it('keeps out of every address what may say something about somebody', async () => {
      const { backend, urls } = watched();
      const told = toldOf();
      const directory = await show({ backend });
      await apply(directory, { pressure: '4', serviceId: 'back' });
      expect(told).to.deep.equal([{ serviceId: 'back', total: 1 }]);
      for (const { url } of urls) expect(url).not.to.contain('pressure');
    });

    it('by what a form says, and what the page may know reaches it', async () => {
      const { backend, urls } = watched();
      const told = toldOf();
      const directory = await show({ backend });
      const filters = { place: 'outcall', area: 'w1', serviceId: 'back', dayPart: 'evening', price: '200' };
      await apply(directory, filters);
      expect(told).to.have.length(1);
      const { total, ...listed } = told[0]!;
      expect(listed).to.deep.equal({
        ...{ serviceId: 'back', place: 'outcall', outwardCode: 'W1' },
        ...{ maxPrice: { amount: 20_000, currency: 'GBP' }, dayPart: 'evening' },
      });
      expect(total).to.equal(names(directory).length);
      const { search } = new URL(urls.findLast(({ url }) => url.includes('/practitioners?'))!.url);
      expect(search).to.contain('outwardCode=W1').and.to.contain('maxPrice=200').and.to.contain('dayPart=evening');
      expect(find(directory, '.filter-result').textContent).to.equal(said(directory));
      const card = cards(directory)[0]!;
      expect([card.place, card.postcodeArea, card.service, card.dayPart]).to.deep.equal([
        ...['outcall', 'W1', 'back', 'evening'],
      ]);
    });

    it('by the name of an area, too, and says what it cannot make out', async () => {
      const told = toldOf();
      const directory = await show({ backend: memoryBackend() });
      const area = directory.renderRoot.querySelector<HTMLOptionElement>('datalist option')!.value;
      await apply(directory, { area: area.toLowerCase() });
      expect(told[0]!.outwardCode).to.equal(area.split(' ').at(-1));
      await apply(directory, { area: 'nowhere at all' });
      expect(told).to.have.length(1);
      const field = control(directory, 'area');
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      expect(find(directory, `#${field.getAttribute('aria-describedby')!.split(' ').at(-1)!}`).textContent).to.contain(
        'Enter a postcode such as E8',
      );
      expect((directory.renderRoot as ShadowRoot).activeElement).to.equal(field);
    });

    it('by Enter in a field, without relying on forms being allowed', async () => {
      const told = toldOf();
      const directory = await show({ backend: memoryBackend() });
      control(directory, 'area').focus();
      await sendKeys({ type: 'W1' });
      await sendKeys({ press: 'Enter' });
      await settled(directory);
      expect(told.map(({ outwardCode }) => outwardCode)).to.deep.equal(['W1']);
    });

    it('by attributes and a property, of which a whole postcode is refused', async () => {
      const warned: string[] = [];
      const warn = console.warn;
      console.warn = (line: string) => warned.push(line);
      cleanUps.push(() => (console.warn = warn));
      const { backend, urls } = watched();
      await show({ backend, postcodeArea: 'W1 1AA', filters: { language: 'en', dayPart: 'dawn' as never } });
      const { search } = new URL(urls.find(({ url }) => url.includes('/practitioners?'))!.url);
      expect(search).to.equal('?language=en&limit=24');
      expect(warned.join()).to.contain('outwardCode').and.to.contain('dayPart').and.not.to.contain('1AA');
    });

    it('from outside, which keeps what the visitor chose in private', async () => {
      const { backend, urls } = watched();
      const directory = await show({ backend });
      await apply(directory, { pressure: '3' });
      directory.filters = { outwardCode: 'W1' };
      await settled(directory);
      const { body } = urls.findLast(({ url }) => url.includes('practitioner-searches'))!;
      expect(JSON.parse(body)).to.deep.equal({ outwardCode: 'W1', pressure: 3, limit: 24 });
      expect(control(directory, 'area').value).to.equal('W1');
    });

    it('to nobody, and offers what could be left out', async () => {
      const told = toldOf();
      const directory = await story('NobodyFits');
      expect(heading(directory)).to.equal('No therapists match');
      const offered = [...directory.renderRoot.querySelectorAll<HTMLButtonElement>('.relaxations button')];
      expect(offered.map(({ textContent }) => textContent)).to.not.be.empty;
      const [first] = offered;
      const count = Number(/^\d+/.exec(first!.textContent)![0]);
      first!.click();
      await settled(directory);
      expect(cards(directory)).to.have.length(count);
      expect((directory.renderRoot as ShadowRoot).activeElement!.id).to.equal('heading');
      expect(told).to.have.length(1);
    });

    it('to nobody, where all it can offer is to clear everything', async () => {
      const directory = await story('NobodyFitsPlainly');
      const clear = find(directory, '.nobody').querySelector('button')!;
      expect(clear.textContent).to.equal('Clear all filters');
      clear.click();
      await settled(directory);
      expect(directory.renderRoot.querySelector('.nobody')).not.to.exist;
    });

    it('and sorted, by distance only where there is somewhere to start from', async () => {
      const told = toldOf();
      const directory = await show({ backend: memoryBackend() });
      const orders = (): string[] =>
        [...find<HTMLSelectElement>(directory, '.sort select').options].map(({ value }) => value);
      expect(orders()).not.to.contain('distance');
      await apply(directory, { area: 'W1' });
      expect(orders()).to.contain('distance');
      const sort = find<HTMLSelectElement>(directory, '.sort select');
      sort.value = 'distance';
      sort.dispatchEvent(new Event('change'));
      await settled(directory);
      expect(told.at(-1)!.order).to.equal('distance');
      button(directory, 'Clear all filters').click();
      await settled(directory);
      expect(told.at(-1)).to.deep.equal({ total: 4 });
      expect(find<HTMLSelectElement>(directory, '.sort select').value).to.equal('');
    });

    it('in a form of fieldsets with targets of 44 pixels', async () => {
      const directory = await story('FiltersOpen');
      const form = await whenThere(directory, 'form');
      const legends = [...form.querySelectorAll(':scope > fieldset > legend')].map(({ textContent }) => textContent);
      expect(legends).to.deep.equal(['Place', 'When', 'The massage', 'The therapist']);
      for (const target of form.querySelectorAll(
        'input:not([type=radio], [type=checkbox]), select, button, .pill, .tick',
      ))
        expect(target.getBoundingClientRect().height, target.outerHTML.slice(0, 80)).to.be.at.least(44);
      expect(form.scrollWidth).to.be.at.most(320);
    });

    it('behind one control where it is narrow', async () => {
      const directory = await story('Narrow');
      expect(find<HTMLDetailsElement>(directory, 'details').open).to.equal(false);
      expect(directory.renderRoot.querySelector('form')).not.to.exist;
      find(directory, 'summary').focus();
      await sendKeys({ press: 'Enter' });
      await settled(directory);
      expect(find(directory, 'form').checkVisibility()).to.equal(true);
      await apply(directory, { area: 'W1' });
      expect(find(directory, 'summary').textContent).to.equal('Filters, 1 set');
      button(directory, 'Go to the therapists').click();
      await settled(directory);
      expect(find<HTMLDetailsElement>(directory, 'details').open).to.equal(false);
      expect((directory.renderRoot as ShadowRoot).activeElement!.id).to.equal('heading');
    });
  });

  describe('with cards that the page wrote', () => {
    it('shows those until it is narrowed, and again once filters are cleared; the page is not written to', async () => {
      const { backend, urls } = watched();
      const directory = await show({ backend, written: ['kasia', 'tobi'] });
      const written = [...directory.children];
      const before = directory.innerHTML;
      const isShown = (): boolean => written.every((card) => card.getBoundingClientRect().height > 0);
      expect(isShown()).to.equal(true);
      expect(heading(directory)).to.equal('2 therapists');
      // The cards asked for their own therapists; no list was.
      expect(urls.filter(({ url }) => /limit=24/.test(url))).to.have.length(0);
      await apply(directory, { area: 'W1' });
      expect(isShown()).to.equal(false);
      expect(names(directory)).to.contain('Mara L.');
      button(directory, 'Clear all filters').click();
      await settled(directory);
      expect(isShown()).to.equal(true);
      expect(cards(directory)).to.have.length(0);
      expect(directory.innerHTML).to.equal(before);
    });

    it('makes their wishes its own, seen at the document once', async () => {
      const directory = await show({ backend: memoryBackend(), written: ['mara'] });
      const seen: EventTarget[] = [];
      const listen = (event: Event): void => {
        seen.push(event.target!);
        event.preventDefault();
      };
      document.addEventListener('knead-slot-select', listen);
      cleanUps.push(() => document.removeEventListener('knead-slot-select', listen));
      const card = directory.querySelector('knead-therapist-card')!;
      (await whenThere(card, '.time:not(.bare)')).click();
      await settled(directory);
      expect(seen).to.deep.equal([directory]);
      expect(directory.renderRoot.querySelector('dialog')).not.to.exist;
    });
  });
});
