import { expect, fixtureCleanup, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { PRACTITIONERS, SERVICES } from '../../src/backend/memory/catalogue.js';
import { MEMORY_NOW, connectedTo, memoryBackend, memoryServer } from '../../src/backend/memory/memory-backend.js';
import '../../src/components/therapist-card/therapist-card.js';
import type { KneadTherapistCard } from '../../src/components/therapist-card/therapist-card.js';
import type { Practitioner } from '../../src/contract/practitioner.js';
import meta, * as stories from '../../stories/components/therapist-card.stories.js';
import { AVAILABILITY } from '../../stories/components/given-times.js';
import { settled } from '../support/settled.js';

type Name = Exclude<keyof typeof stories, 'default' | 'Row'>;
const [mara, tobi] = PRACTITIONERS as readonly [Practitioner, Practitioner];

async function show(properties: object, content?: Element): Promise<KneadTherapistCard> {
  const card = (meta.render as unknown as (args: object) => KneadTherapistCard)({ ...meta.args, ...properties });
  if (content) card.append(content);
  document.body.append(card);
  await settled(card);
  return card;
}
const story = (name: Name): Promise<KneadTherapistCard> => show((stories[name] as { args: object }).args);

/** Waits for what is on its way: cards ask together, so none asks at once. */
async function answered(card: KneadTherapistCard): Promise<KneadTherapistCard> {
  while (card.renderRoot.querySelector('[aria-busy], .waiting')) await new Promise(requestAnimationFrame);
  return card;
}

const controls = (card: KneadTherapistCard): HTMLElement[] => [
  ...card.renderRoot.querySelectorAll<HTMLElement>('a[href], button'),
];
const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent!.trim();
const control = (card: KneadTherapistCard, name: string): HTMLElement => {
  const found = controls(card).find((one) => nameOf(one).startsWith(name));
  if (!found) throw new Error(`no link or button "${name}"`);
  return found;
};
/** What the developer is told meanwhile. */
async function warned(during: () => Promise<void>): Promise<unknown[]> {
  const said: unknown[] = [];
  const { warn } = console;
  console.warn = (line: unknown) => said.push(line);
  try {
    await during();
  } finally {
    console.warn = warn;
  }
  return said;
}

const text = (card: KneadTherapistCard): string =>
  (card.shadowRoot!.firstElementChild as HTMLElement).innerText.replaceAll(/\s+/g, ' ');

/** Clicks without leaving the page, and tells whether the browser would have followed the link. */
function follow(link: HTMLElement, init: MouseEventInit = {}): boolean {
  let followed = true;
  const stay = (event: Event): void => {
    followed = !event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener('click', stay, { once: true });
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...init }));
  return followed;
}

describe('knead-therapist-card', () => {
  afterEach(() => {
    document.querySelectorAll('knead-therapist-card').forEach((card) => card.remove());
    fixtureCleanup();
  });

  describe('shows', () => {
    it('who, where, what and from how much', async () => {
      const card = await story('Loaded');
      const heading = card.renderRoot.querySelector('[role=heading]')!;
      expect(heading.textContent!.trim()).to.equal('Mara L.');
      expect(heading.getAttribute('aria-level')).to.equal('3');
      expect(text(card)).to.contain('Marylebone W1 · visits W1, NW1, W2');
      expect([...card.renderRoot.querySelectorAll('li')].map(({ textContent }) => textContent)).to.deep.equal([
        'Back and shoulders',
        'Deep tissue',
        'Swedish',
      ]);
      expect(text(card)).to.contain('Example Register of Massage 104233, checked 2 March 2026 by Example Directory');
      expect(text(card)).to.contain('At the therapist’s or yours');
      expect(text(card)).to.contain('60 min from £70');
      expect(text(card)).to.contain('4.9 out of 5, 87 reviews, Client form, 1 October 2026');
    });

    it('what its attributes say in their `data-` spelling, because editors keep only those', async () => {
      const card = document.createElement('knead-therapist-card');
      Object.assign(card.dataset, { practitioner: mara.id, href: 'https://mara.example/', times: '1' });
      card.backend = memoryBackend();
      card.now = Date.parse(MEMORY_NOW);
      document.body.append(card);
      await settled(card);
      await answered(card);
      expect(control(card, mara.name)).to.have.property('href', 'https://mara.example/');
      // Name, one time, all times.
      expect(controls(card)).to.have.length(3);
    });

    it('every fee in the price: a visit costs its travel too', async () => {
      const outcall = { ...mara, places: mara.places.filter(({ place }) => place === 'outcall') };
      expect(text(await show({ practitioner: outcall }))).to.contain('60 min from £80');
    });

    it('the shortest session where there is no hour, and only the treatment asked for', async () => {
      const short = SERVICES.filter(({ id }) => id === 'back').map((service) => ({
        ...service,
        options: service.options.filter(({ minutes }) => minutes !== 60),
      }));
      expect(text(await show({ services: short }))).to.contain('45 min from £65');
      expect(text(await show({ service: 'deep-tissue' }))).to.contain('60 min from £85');
    });

    it('that nobody checked a credential, and no rating without its source', async () => {
      const card = await show({
        practitioner: {
          ...mara,
          credentials: [{ body: 'Example School of Massage' }],
          rating: { value: 5, count: 3, source: '', date: '' },
        },
      });
      expect(text(card)).to.contain('Example School of Massage, self-declared');
      expect(text(card)).not.to.contain('out of 5');
    });

    it('step-free rooms and the languages spoken', async () => {
      const card = await show({ practitioner: { ...tobi, languages: ['en-GB', 'pl'] } });
      expect(text(card)).to.contain('At the therapist’s, step-free · English, Polish');
    });

    it('initials where there is no photo, or it does not load', async () => {
      for (const args of [{}, (stories.PhotoMissing as { args: object }).args]) {
        const card = await show(args);
        card.style.inlineSize = '330px';
        const image = card.renderRoot.querySelector('img');
        expect(image ? image.getBoundingClientRect().height : 0).to.equal(0);
        expect(text(card)).to.match(/^ML /);
        const { width, height } = card.renderRoot.querySelector('.photo')!.getBoundingClientRect();
        expect(width / height).to.be.closeTo(16 / 9, 0.02);
        card.remove();
      }
    });

    it('a photo that keeps its room and says nothing', async () => {
      const card = await story('WithPhoto');
      const image = card.renderRoot.querySelector('img')!;
      expect([image.alt, image.loading, image.getAttribute('width')]).to.deep.equal(['', 'lazy', '1600']);
      expect(image.getBoundingClientRect().height).to.be.above(100);
      expect(text(card)).not.to.contain('ML ');
    });

    it('what the page puts in its places', async () => {
      const badge = Object.assign(document.createElement('p'), { slot: 'badges', textContent: 'New' });
      await show({}, badge);
      expect(badge.getBoundingClientRect().height).to.be.above(0);
    });

    for (const name of ['Loaded', 'Written', 'Slots', 'WithPhoto', 'PaidPlacement', 'Elsewhere'] as const) {
      it(`in at most 40 nodes and 5 tab stops, what the page fills included: ${name}`, async () => {
        const card = await answered(await story(name));
        const filled = card.querySelectorAll('*');
        expect(card.renderRoot.querySelectorAll('*').length + filled.length).to.be.at.most(40);
        const own = [...filled].filter((element) => element.matches('a[href]') && element.slot !== 'actions');
        expect(controls(card).length + own.length).to.be.at.most(5);
      });
    }

    it('Scenario 40: a testimonial or a rating without its source or date is not shown, and the developer is told once', async () => {
      const said = await warned(async () => {
        for (let times = 0; times < 2; times += 1) {
          const card = await show({
            availability: AVAILABILITY,
            practitioner: {
              ...mara,
              rating: { value: 5, count: 3, source: 'Client form', date: '' },
              testimonials: [{ quote: 'Five stars from everybody.', author: 'Ines', source: '', date: '2026-07-18' }],
            },
          });
          expect(text(card)).not.to.contain('Five stars');
          expect(text(card)).not.to.contain('out of 5');
        }
      });
      // Once per page: another test may have been first.
      const line =
        'Knead: <knead-therapist-card> practitioner: expected a source and a date with every rating and testimonial.';
      expect(said.filter((each) => each !== line)).to.deep.equal([]);
      expect(said.length).to.be.at.most(1);
      expect(text(await story('GivenTimes'))).to.contain(
        'Calm, on time, and she listens. Ines, Camden, Client form, 18 July 2026',
      );
    });

    it('that a place in the list is paid for', async () => {
      expect(text(await story('PaidPlacement'))).to.contain('Paid placement');
      expect(text(await story('GivenTimes'))).not.to.contain('Paid placement');
    });

    it('the parts that a server wrote, at once and at the height they keep', async () => {
      const { args } = stories.Written as { args: object };
      const card = (meta.render as unknown as (args: object) => KneadTherapistCard)({ ...meta.args, ...args });
      card.style.inlineSize = '330px';
      document.body.append(card);
      await card.updateComplete;
      const before = card.getBoundingClientRect().height;
      const words = card.querySelector<HTMLElement>('[slot=times]')!;
      expect(words.getBoundingClientRect().height).to.be.above(0);
      await settled(await answered(card));
      expect(controls(card).map(nameOf)).to.have.length(3);
      expect(words.getBoundingClientRect().height).to.equal(0);
      expect(card.getBoundingClientRect().height).to.equal(before);
      const told = oneEvent(card, 'knead-therapist-select');
      follow(card.querySelector('a')!);
      expect((await told).detail).to.deep.equal({ practitionerId: 'mara' });
    });

    it('a name of 5,000 letters, or one that runs the other way, within its card', async () => {
      const long = await story('LongText');
      expect(long.getBoundingClientRect().height).to.be.below(1_000);
      expect(long.renderRoot.querySelector('article')!.scrollWidth).to.be.at.most(320);
      const arabic = await story('ArabicName');
      const link = arabic.renderRoot.querySelector<HTMLElement>('.name a')!;
      expect(getComputedStyle(link).direction).to.equal('rtl');
      const { left } = arabic.renderRoot.querySelector('.area')!.getBoundingClientRect();
      expect(link.getBoundingClientRect().left).to.be.closeTo(left, 1);
    });

    it('whose clock the times are of, where the visitor’s is another', async () => {
      expect(text(await story('Elsewhere'))).to.contain('Kathmandu time');
    });
  });

  describe('times', () => {
    it('the next three, equal, with full names', async () => {
      const card = await story('GivenTimes');
      expect(controls(card).map(nameOf)).to.deep.equal([
        'Mara L.',
        'Friday 9 October, 6:30pm, with Mara L.',
        'Saturday 10 October, 11:00am, with Mara L.',
        'Saturday 10 October, 12:00pm, with Mara L.',
        'See all times with Mara L.',
      ]);
      const boxes = controls(card)
        .slice(1, 4)
        .map((time) => time.getBoundingClientRect());
      for (const { width, height } of boxes) {
        expect(width).to.be.closeTo(boxes[0]!.width, 0.5);
        expect(height).to.be.closeTo(boxes[0]!.height, 0.5);
      }
      expect(boxes[0]!.height).to.be.at.least(44);
    });

    it('as many as the page asks for; otherwise it is told once, and three are shown', async () => {
      expect(controls(await show({ times: 2, availability: AVAILABILITY }))).to.have.length(4);
      const said: unknown[] = [];
      const warn = console.warn;
      console.warn = (line: unknown) => said.push(line);
      try {
        expect(controls(await show({ times: -1, availability: AVAILABILITY }))).to.have.length(5);
        expect(said).to.deep.equal(['Knead: <knead-therapist-card> times: expected 3 or 0 or 1 or 2 or 4 or 5 or 6.']);
      } finally {
        console.warn = warn;
      }
    });

    it('for a district however it is typed; a whole postcode is never asked about', async () => {
      const server = memoryServer();
      const said: unknown[] = [];
      const warn = console.warn;
      console.warn = (line: unknown) => said.push(line);
      try {
        for (const postcodeArea of [' nw1', 'NW1 4NP']) {
          const backend = connectedTo(server);
          const wanted = { backend, practitioner: 'mara', services: null, place: 'outcall', postcodeArea };
          expect(text(await answered(await show(wanted)))).to.match(/60 min from £80.*\d:\d\d[ap]m/);
        }
      } finally {
        console.warn = warn;
      }
      const asked = server.requests.filter((request) => request.includes('/availability'));
      expect(asked).to.have.length(2);
      expect(said).to.deep.equal([
        'Knead: <knead-therapist-card> postcode-area: expected the first half of a postcode, such as E8.',
      ]);
    });

    it('of many cards in one request', async () => {
      const server = memoryServer();
      const backend = connectedTo(server);
      const cards = PRACTITIONERS.slice(0, 2).map(({ id: practitioner }) =>
        show({ backend, practitioner, services: null, service: 'back' }),
      );
      await Promise.all(cards);
      const asked = server.requests;
      expect(asked.filter((request) => request === 'GET /availability/summary')).to.have.length(1);
      expect(asked.filter((request) => request === 'GET /practitioners')).to.have.length(1);
      expect(asked.filter((request) => request === 'GET /services')).to.have.length(0);
    });

    for (const [name, words] of [
      ['NothingSoon', 'Nothing this week. Next: Tuesday 3 November, 12:00pm.'],
      ['NoTimes', 'No times to book online at the moment.'],
      ['OnRequest', 'Times on request.'],
      ['TimesFailed', 'Times could not be loaded.'],
    ] as const) {
      it(`${name}: said in their place, and the links stay`, async () => {
        const card = await answered(await story(name));
        expect(text(card)).to.contain(words);
        expect(control(card, 'See all times')).to.exist;
        expect(controls(card)).to.have.length(name === 'NothingSoon' ? 1 : 2);
      });
    }

    it('keep their room while they load', async () => {
      const waiting = await story('Loading');
      const { height } = waiting.getBoundingClientRect();
      expect(waiting.renderRoot.querySelector('[aria-busy=true]')!.getAttribute('aria-label')).to.equal(
        'Loading times with Mara L.',
      );
      waiting.remove();
      expect((await show({ backend: memoryBackend() })).getBoundingClientRect().height).to.equal(height);
    });
  });

  describe('asks', () => {
    /** A card far below what can be seen. */
    async function farAway(properties: object): Promise<{ card: KneadTherapistCard; room: HTMLElement }> {
      const room = document.createElement('div');
      room.style.paddingBlockStart = '5000px';
      document.body.append(room);
      const card = (meta.render as unknown as (args: object) => KneadTherapistCard)({ ...meta.args, ...properties });
      room.append(card);
      await settled(card);
      return { card, room };
    }

    it('only near the viewport, and lets go of what scrolled past', async () => {
      const server = memoryServer();
      let aborted = 0;
      const backend = connectedTo(server);
      const summary = backend.availabilitySummary.bind(backend);
      let isHeld = true;
      backend.availabilitySummary = async (query, signal) => {
        signal?.addEventListener('abort', () => (aborted += 1));
        if (isHeld)
          return new Promise<never>((_, reject) =>
            signal?.addEventListener('abort', () => reject(signal.reason as Error)),
          );
        return summary(query, signal);
      };
      const { card, room } = await farAway({ backend });
      try {
        expect(server.requests).to.deep.equal([]);
        card.scrollIntoView();
        await settled(card);
        expect(card.renderRoot.querySelector('[aria-busy]')).to.be.instanceOf(Element);
        window.scrollTo(0, 0);
        await settled(card);
        expect(aborted).to.equal(1);
        isHeld = false;
        card.scrollIntoView();
        await answered(card);
        expect(controls(card)).to.have.length(5);
      } finally {
        window.scrollTo(0, 0);
        room.remove();
      }
    });

    it('each its own backend, and only that', async () => {
      const [server, empty] = [memoryServer(), memoryServer('empty-horizon')];
      const one = await show({ backend: connectedTo(server) });
      const other = await show({ backend: connectedTo(empty, 'empty-horizon') });
      expect(controls(await answered(one))).to.have.length(5);
      expect(text(await answered(other))).to.contain('No times to book online');
    });

    it('again for what it is changed to meanwhile, and shows nothing of before', async () => {
      const card = await show({ practitioner: 'mara', services: null, href: null, backend: memoryBackend() });
      card.practitioner = 'tobi';
      await new Promise(requestAnimationFrame);
      card.practitioner = 'kasia';
      await settled(card);
      await answered(card);
      expect(text(card)).to.contain('Kasia R.');
      expect(text(card)).to.contain('Nothing this week');
    });

    it('on, where it was moved or taken out while it asked', async () => {
      const card = document.createElement('knead-therapist-card');
      Object.assign(card, meta.args, { practitioner: 'mara', services: null, backend: memoryBackend() });
      document.body.append(card);
      await card.updateComplete;
      card.remove();
      await new Promise((done) => setTimeout(done, 100));
      expect(card.renderRoot.querySelector('.name')).to.equal(null);
      const room = document.body.appendChild(document.createElement('div'));
      room.append(card);
      await settled(card);
      expect(text(await answered(card))).to.contain('Mara L.');
      room.remove();
    });

    it('and says so where the answer leaves somebody out, without harm to others', async () => {
      const backend = memoryBackend();
      const summary = backend.availabilitySummary.bind(backend);
      backend.availabilitySummary = async (query, signal) => {
        const answer = await summary(query, signal);
        return { ...answer, entries: answer.entries.filter(({ practitionerId }) => practitionerId !== 'tobi') };
      };
      const [one, other] = await Promise.all([show({ backend }), show({ backend, practitioner: tobi })]);
      expect(controls(await answered(one!))).to.have.length(5);
      expect(text(await answered(other!))).to.contain('Times could not be loaded.');
    });
  });

  describe('tells the page', () => {
    const start = '2026-10-09T17:30:00.000Z';

    it('which time, and follows the link with the time in its fragment unless the page cancels', async () => {
      const card = await show({ availability: AVAILABILITY, href: 'https://mara.example/book?x=1#top' });
      const time = control(card, 'Friday 9 October') as HTMLAnchorElement;
      const { hash, href } = new URL(time.href);
      expect(href).to.match(/^https:\/\/mara\.example\/book\?x=1#/);
      expect(Object.fromEntries(new URLSearchParams(hash.slice(1)))).to.deep.equal({
        'knead-start': start,
        practitioner: 'mara',
      });
      const told = oneEvent(card, 'knead-slot-select');
      expect(follow(time)).to.equal(true);
      const event = await told;
      expect(event.detail).to.deep.equal({ practitionerId: 'mara', start, timeZone: 'Europe/London' });
      expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, false, true]);
      card.addEventListener('knead-slot-select', (asked) => asked.preventDefault());
      expect(follow(time)).to.equal(false);
    });

    it('which therapist, by the name and by all times', async () => {
      const card = await story('GivenTimes');
      for (const name of ['Mara L.', 'See all times']) {
        const told = oneEvent(card, 'knead-therapist-select');
        expect(follow(control(card, name))).to.equal(true);
        expect((await told).detail).to.deep.equal({ practitionerId: 'mara' });
      }
      card.addEventListener('knead-therapist-select', (asked) => asked.preventDefault());
      expect(follow(control(card, 'Mara L.'))).to.equal(false);
    });

    it('nothing where the visitor opens a new tab', async () => {
      const card = await story('GivenTimes');
      card.addEventListener('knead-slot-select', (asked) => asked.preventDefault());
      expect(follow(control(card, 'Friday 9 October'), { ctrlKey: true })).to.equal(true);
    });

    it('by keyboard too, and by buttons where there is no address', async () => {
      const card = await show({ practitioner: { ...mara, url: undefined }, href: null, availability: AVAILABILITY });
      expect(control(card, 'Friday 9 October').localName).to.equal('button');
      control(card, 'Friday 9 October').focus();
      setTimeout(() => void sendKeys({ press: 'Enter' }));
      expect((await oneEvent(card, 'knead-slot-select')).detail.start).to.equal(start);
    });

    it('refuses an address that would run a script', async () => {
      const warn = console.warn;
      console.warn = () => undefined;
      try {
        const card = await show({ href: ' java\nscript:alert(1)', availability: AVAILABILITY });
        expect(card.renderRoot.querySelectorAll('a[href]')).to.have.length(0);
        expect(controls(card)).to.have.length(4);
      } finally {
        console.warn = warn;
      }
    });
  });

  describe('fails', () => {
    it('with Try again and what the page put inside the tag', async () => {
      const link = Object.assign(document.createElement('a'), { href: 'https://mara.example/', textContent: 'Mara' });
      const card = await show({ practitioner: 'mara', services: null, backend: memoryBackend('error') }, link);
      expect(text(card)).to.contain('We can’t reach the booking system');
      expect(link.getBoundingClientRect().height).to.be.above(0);
      card.backend = memoryBackend();
      await settled(card);
      expect(text(card)).to.contain('Mara L.');
      expect(link.getBoundingClientRect().height).to.equal(0);
    });
  });

  it('lines the times of a row up', async () => {
    const row = (stories.Row.render as unknown as (args: object) => HTMLElement)({ now: Date.parse(MEMORY_NOW) });
    row.style.inlineSize = '1000px';
    document.body.append(row);
    await settled(row);
    const cards = [...row.querySelectorAll('knead-therapist-card')].slice(0, 3);
    await Promise.all(cards.map(answered));
    const tops = cards.map((card) => card.renderRoot.querySelector('.times, .message')!.getBoundingClientRect().bottom);
    expect(new Set(tops.map(Math.round)).size).to.equal(1);
    row.remove();
  });

  describe('is accessible', () => {
    for (const name of Object.keys(stories).filter((key) => key !== 'default' && key !== 'Row') as Name[]) {
      it(name, async () => {
        const card = await story(name);
        await expect(name.startsWith('Loading') ? card : await answered(card)).to.be.accessible();
      });
    }
  });
});
