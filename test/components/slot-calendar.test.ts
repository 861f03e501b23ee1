import { expect, fixtureCleanup, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { connectedTo, memoryBackend, memoryServer } from '../../src/backend/memory/memory-backend.js';
import type { KneadSlotCalendar } from '../../src/components/slot-calendar/slot-calendar.js';
import { registerLocale } from '../../src/locales/registry.js';
import enGB from '../../src/locales/en-GB.js';
import { answerOf, AVAILABILITY, slot, slotAt } from '../../stories/components/given-times.js';
import { settled } from '../support/settled.js';
import {
  all,
  button,
  checked,
  focused,
  month,
  nameOf,
  notices,
  press,
  radio,
  show,
  status,
  stories,
  story,
} from './shown-calendar.js';

describe('knead-slot-calendar', () => {
  afterEach(() => {
    document.querySelectorAll('knead-slot-calendar').forEach((calendar) => calendar.remove());
    fixtureCleanup();
  });

  describe('shows', () => {
    it('the soonest times of two days first, then the month, and opens on the first day with times', async () => {
      const calendar = await story('GivenTimes');
      expect(all(calendar, '.suggestions input').map(nameOf)).to.deep.equal([
        'Friday 9 October, 6:30pm, 60 min',
        'Saturday 10 October, 11:00am, 60 min',
        'Saturday 10 October, 12:00pm, 60 min',
        'Monday 12 October, 7:00pm, 60 min',
      ]);
      const first = all(calendar, '.suggestions label')[0]!;
      expect(first.innerText.replaceAll(/\s+/g, ' ').trim()).to.equal('6:30pm Today, Fri 9 Oct');
      expect(month(calendar)).to.equal('October 2026');
      expect(all(calendar, '[aria-pressed=true]').map(nameOf)).to.deep.equal(['Friday 9 October 2026, 1 time']);
      expect(checked(calendar)).to.deep.equal([]);
    });

    it('a real table: full weekday names, six rows, full names for days, and counts', async () => {
      const calendar = await story('GivenTimes');
      const headers = all(calendar, 'th[scope=col] .visually-hidden').map(({ textContent }) => textContent);
      expect(headers).to.deep.equal(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']);
      expect(all(calendar, 'tbody tr')).to.have.length(6);
      expect(all(calendar, 'tbody button')).to.have.length(31);
      const wednesday = button(calendar, 'Wednesday 14 October');
      expect(wednesday.textContent).to.equal('14');
      // Firefox answers with the rule where others say what it comes to.
      const { content } = getComputedStyle(wednesday, '::after');
      expect(content.replace('attr(data-count)', JSON.stringify(wednesday.dataset['count']))).to.equal('"5"');
      expect(nameOf(wednesday)).to.equal('Wednesday 14 October 2026, 5 times');
      const closed = button(calendar, 'Thursday 15 October');
      expect(nameOf(closed)).to.equal('Thursday 15 October 2026, no times');
      expect(closed.getAttribute('aria-disabled')).to.equal('true');
      expect(all(calendar, '[aria-current=date]').map(nameOf)).to.deep.equal(['Friday 9 October 2026, 1 time']);
    });

    it('the times of a day by part of the day, and none that is empty', async () => {
      const calendar = await story('GivenTimes');
      button(calendar, 'Saturday 10 October').click();
      await settled(calendar);
      const parts = all(calendar, '.day-times fieldset').map((part) => [
        part.querySelector('legend')!.textContent,
        [...part.querySelectorAll('input')].map((input) => nameOf(input).split(', ')[1]),
      ]);
      expect(parts).to.deep.equal([
        ['Morning', ['11:00am', '11:30am']],
        ['Afternoon', ['12:00pm', '1:30pm', '2:15pm']],
        ['Evening', ['5:30pm']],
      ]);
    });

    it('eight times of each part, and the others on request, with focus on the first of them', async () => {
      const calendar = await story('ManyTimes');
      const evening = (): HTMLInputElement[] =>
        all<HTMLInputElement>(calendar, '.day-times fieldset:last-of-type input');
      expect(evening()).to.have.length(8);
      const more = button(calendar, 'Show 16 more evening times');
      more.focus();
      await press(calendar, 'Enter');
      expect(evening()).to.have.length(24);
      expect(focused(calendar)).to.equal(nameOf(evening()[8]!));
      expect(checked(calendar)).to.deep.equal([]);
    });

    it('alternatives in place of the soonest times', async () => {
      const calendar = await story('Alternatives');
      expect(calendar.renderRoot.querySelector('legend')).to.contain.text('Other times close to it');
      expect(all(calendar, '.suggestions input')).to.have.length(6);
    });

    it('nothing before the date it is told', async () => {
      const calendar = await story('FromADate');
      expect(all(calendar, '.suggestions input').map(nameOf)[0]).to.match(/^Tuesday 20 October/);
      expect(nameOf(button(calendar, 'Monday 19 October'))).to.contain('no times');
    });

    it('a month without times with a way to the next that has some', async () => {
      const calendar = await story('EmptyMonth');
      expect(month(calendar)).to.equal('October 2026');
      expect(calendar.renderRoot.querySelector('.times .notice')).to.contain.text('No times in October 2026.');
      button(calendar, 'Go to Sunday 1 November').click();
      await settled(calendar);
      expect(month(calendar)).to.equal('November 2026');
      expect(focused(calendar)).to.match(/^Sunday 1 November 2026, \d+ times/);
    });

    it('opens on a later month where the first ones are empty, and leads back to it over all of them', async () => {
      const calendar = await show({ backend: memoryBackend('full') });
      expect(month(calendar)).to.equal('December 2026');
      for (const back of ['November', 'October']) {
        button(calendar, `Previous month, ${back}`).click();
        await settled(calendar);
        expect(month(calendar)).to.equal(`${back} 2026`);
        expect(button(calendar, 'Go to').textContent).to.equal('Go to Tuesday 1 December');
      }
    });

    it('what the page put inside the tag, where nothing is offered at all', async () => {
      const calendar = await story('NothingToBook');
      expect(calendar.renderRoot).to.contain.text('There are no times to book online at the moment.');
      expect(calendar.renderRoot.querySelector('slot:not([name])')).to.exist;
    });

    it('which clock it follows, where the visitor’s shows another time', async () => {
      const two = (value: number): string => String(value).padStart(2, '0');
      const minutes = -new Date('2026-10-14T11:00:00').getTimezoneOffset();
      const size = Math.abs(minutes);
      const local = `2026-10-14T11:00:00${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
      const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
      expect(notices(await show({ availability: answerOf([slotAt(local, here)]) }))).to.deep.equal([]);
      const other = await story('OtherZone');
      expect(notices(other)).to.deep.equal([
        'All times are Kathmandu time. Your device is set to a different time zone.',
      ]);
    });
  });

  describe('one choice', () => {
    it('by a suggestion: its day is shown, it is checked in both places, and the page is told once', async () => {
      const calendar = await story('GivenTimes');
      const told: unknown[] = [];
      calendar.addEventListener('knead-slot-select', ({ detail }) => told.push([detail, calendar.value?.start]));
      radio(calendar, 'Saturday 10 October, 11:00am', '.suggestions').click();
      await settled(calendar);
      expect(checked(calendar)).to.deep.equal([
        'Saturday 10 October, 11:00am, 60 min',
        'Saturday 10 October, 11:00am, 60 min',
      ]);
      const start = '2026-10-10T10:00:00.000Z';
      expect(told).to.deep.equal([[{ practitionerId: 'mara', start, timeZone: 'Europe/London' }, start]]);
      expect(calendar.value!.token).to.equal('2026-10-10 11:00');
    });

    it('another time replaces it, wherever it stands', async () => {
      const calendar = await story('Chosen');
      radio(calendar, 'Saturday 10 October, 5:30pm').click();
      await settled(calendar);
      expect(checked(calendar)).to.deep.equal(['Saturday 10 October, 5:30pm, 60 min']);
    });

    it('a value the page sets is shown in its day, without an event', async () => {
      let told = 0;
      const calendar = await story('GivenTimes');
      calendar.addEventListener('knead-slot-select', () => told++);
      calendar.value = slot('2026-10-14', '15:00');
      await settled(calendar);
      button(calendar, 'Wednesday 14 October').click();
      await settled(calendar);
      expect(checked(calendar)).to.deep.equal(['Wednesday 14 October, 3:00pm, 60 min']);
      expect(told).to.equal(0);
    });

    it('events bubble to the flow around it, and no further than its shadow root', async () => {
      const calendar = await story('GivenTimes');
      setTimeout(() => radio(calendar, 'Friday 9 October, 6:30pm').click());
      const event = await oneEvent(document.body, 'knead-slot-select');
      expect([event.bubbles, event.composed]).to.deep.equal([true, false]);
    });

    it('is missing: said beside the times, and focus goes there', async () => {
      const calendar = await story('GivenTimes');
      expect(calendar.validate()).to.equal(false);
      await settled(calendar);
      const first = all<HTMLInputElement>(calendar, 'fieldset')[0]!;
      expect(calendar.renderRoot.querySelector(`#${first.getAttribute('aria-describedby')}`)).to.contain.text(
        'Choose a time',
      );
      expect(focused(calendar)).to.equal('Friday 9 October, 6:30pm, 60 min');
      radio(calendar, 'Friday 9 October, 6:30pm').click();
      await settled(calendar);
      expect(calendar.renderRoot).not.to.contain.text('Choose a time');
      expect(calendar.validate()).to.equal(true);
    });

    it('is not valid once it is no longer offered', async () => {
      const calendar = await story('Chosen');
      calendar.availability = { ...AVAILABILITY, entries: [{ ...AVAILABILITY.entries[0]!, slots: [] } as never] };
      await settled(calendar);
      expect(calendar.validate()).to.equal(false);
      expect(calendar.value).to.equal(null);
    });

    it('goes with a form as start and token', async () => {
      const form = document.createElement('form');
      document.body.append(form);
      const calendar = await story('Chosen');
      calendar.setAttribute('name', 'start');
      form.append(calendar);
      calendar.requestUpdate();
      await settled(calendar);
      expect(Object.fromEntries(new FormData(form))).to.deep.equal({
        start: '2026-10-10T10:00:00.000Z',
        'start-token': '2026-10-10 11:00',
      });
      form.remove();
    });
  });

  describe('by keyboard', () => {
    const inMonth = async (calendar: KneadSlotCalendar, date: string): Promise<void> => {
      button(calendar, date).focus();
      await settled(calendar);
    };

    it('tabs from the soonest times to the month, and from the month to its day’s times', async () => {
      const calendar = await story('Open');
      radio(calendar, 'Friday 9 October').focus();
      await press(calendar, 'Tab');
      expect(calendar.shadowRoot!.activeElement!.closest('label')).to.contain.text('Evenings and weekends');
      await press(calendar, 'Tab');
      expect(focused(calendar)).to.equal('Go to a date');
      await press(calendar, 'Tab');
      expect(focused(calendar)).to.equal('Next month, November 2026');
      await press(calendar, 'Tab');
      expect(focused(calendar)).to.match(/^Friday 9 October 2026, \d+ times/);
      await press(calendar, 'Tab');
      expect(focused(calendar)).to.match(/^Friday 9 October, 11:00am/);
    });

    it('arrows by day and week, Home and End in the week, over days without times too', async () => {
      const calendar = await story('Open');
      await inMonth(calendar, 'Friday 9 October');
      const walk: [string, string][] = [
        ['ArrowRight', 'Saturday 10'],
        ['ArrowDown', 'Saturday 17'],
        ['ArrowLeft', 'Friday 16'],
        ['ArrowUp', 'Friday 9'],
        ['Home', 'Monday 5'],
        ['End', 'Sunday 11'],
        ['ArrowRight', 'Monday 12 October 2026, no times'],
      ];
      for (const [key, day] of walk) {
        await press(calendar, key);
        expect(focused(calendar), key).to.match(new RegExp(`^${day}`));
      }
      expect(all(calendar, 'td [tabindex="0"]')).to.have.length(1);
    });

    it('Page by month, and the page hears which days are looked at', async () => {
      const calendar = await story('Open');
      await inMonth(calendar, 'Friday 9 October');
      setTimeout(() => void sendKeys({ press: 'PageDown' }));
      const { detail } = await oneEvent(calendar, 'knead-range-change');
      await settled(calendar);
      expect(detail).to.deep.equal({ from: '2026-11-01', to: '2026-11-30' });
      expect(focused(calendar)).to.match(/^Monday 9 November 2026/);
      expect(status(calendar)).to.match(/^November 2026, \d+ days with times$/);
      await press(calendar, 'PageUp');
      expect(focused(calendar)).to.match(/^Friday 9 October 2026/);
    });

    it('Tab leaves the month from a day that was only pressed, and comes back to it', async () => {
      const calendar = await story('GivenTimes');
      await inMonth(calendar, 'Sunday 11 October');
      await press(calendar, 'Tab');
      expect(calendar.shadowRoot!.activeElement!.closest('table')).to.equal(null);
      await press(calendar, 'Shift+Tab');
      expect(focused(calendar)).to.match(/^Sunday 11 October/);
    });

    it('never leaves the months on offer', async () => {
      const calendar = await story('Open');
      await inMonth(calendar, 'Friday 9 October');
      await press(calendar, 'Shift+PageUp');
      expect(focused(calendar)).to.match(/^Thursday 1 October 2026/);
      await press(calendar, 'Shift+PageDown');
      expect(focused(calendar)).to.match(/^Thursday 31 December 2026/);
      const next = button(calendar, 'Next month');
      expect(next.getAttribute('aria-disabled')).to.equal('true');
      next.focus();
      await press(calendar, 'Enter');
      expect(month(calendar)).to.equal('December 2026');
      expect(focused(calendar)).to.equal('Next month, January 2027');
    });

    it('Control with Home and End: the first and last day with times', async () => {
      const calendar = await story('GivenTimes');
      await inMonth(calendar, 'Saturday 31 October');
      await press(calendar, 'Control+Home');
      expect(focused(calendar)).to.match(/^Friday 9 October/);
      await press(calendar, 'Control+End');
      expect(focused(calendar)).to.match(/^Wednesday 14 October/);
    });

    it('Enter shows a day’s times and says how many; a day without times does nothing', async () => {
      const calendar = await story('GivenTimes');
      await inMonth(calendar, 'Tuesday 13 October');
      await press(calendar, 'Enter');
      expect(all(calendar, '[aria-pressed=true]').map(nameOf)).to.deep.equal(['Friday 9 October 2026, 1 time']);
      await press(calendar, 'ArrowRight', 'Enter');
      expect(all(calendar, '[aria-pressed=true]').map(nameOf)).to.deep.equal(['Wednesday 14 October 2026, 5 times']);
      expect(status(calendar)).to.equal('5 times on Wednesday 14 October');
      expect(focused(calendar)).to.match(/^Wednesday 14 October/);
    });

    it('arrows of native radios choose, and the day follows', async () => {
      const calendar = await story('GivenTimes');
      radio(calendar, 'Friday 9 October', '.suggestions').focus();
      await press(calendar, 'Space', 'ArrowRight');
      expect(focused(calendar)).to.equal('Saturday 10 October, 11:00am, 60 min');
      expect(nameOf(all(calendar, '[aria-pressed=true]')[0]!)).to.match(/^Saturday 10/);
      expect(calendar.value!.start).to.equal('2026-10-10T10:00:00.000Z');
    });

    it('arrows go where they point in a right-to-left language', async () => {
      registerLocale({ ...enGB, tag: 'ar-XA', direction: 'rtl' });
      const calendar = await show({ lang: 'ar-XA', availability: AVAILABILITY });
      const days = all(calendar, 'td button');
      days.find(({ dataset }) => dataset['day'] === '2026-10-14')!.focus();
      await press(calendar, 'ArrowLeft');
      const at = calendar.shadowRoot!.activeElement as HTMLElement;
      expect(at.dataset['day']).to.equal('2026-10-15');
      expect(at.getBoundingClientRect().left).to.be.below(
        days.find(({ dataset }) => dataset['day'] === '2026-10-14')!.getBoundingClientRect().left,
      );
    });
  });

  describe('loads', () => {
    it('by itself, the treatment’s own length where none is named, and says how many times there are', async () => {
      const server = memoryServer();
      const calendar = await show({ option: null, practitioner: null, backend: connectedTo(server) });
      expect(radio(calendar, 'Friday 9 October').getAttribute('aria-label')).to.contain('60 min');
      expect(status(calendar)).to.equal('4 soonest times shown');
      // One month is looked at and the next one is loaded ahead.
      expect(server.requests.filter((request) => request === 'GET /availability')).to.have.length(2);
    });

    it('keeps its size while it waits', async () => {
      const waiting = await story('Loading');
      expect(waiting.renderRoot.querySelector('[aria-busy=true]')).to.exist;
      const { height } = waiting.getBoundingClientRect();
      waiting.remove();
      const loaded = await story('Open');
      expect(loaded.getBoundingClientRect().height).to.equal(height);
    });

    for (const width of [320, 760]) {
      it(`nothing moves when another day is chosen, ${width} px wide`, async () => {
        const frame = document.createElement('div');
        frame.style.inlineSize = `${width}px`;
        document.body.append(frame);
        const calendar = await story('Open');
        frame.append(calendar);
        await settled(calendar);
        const places = (): number[] =>
          all(calendar, '.soonest, table, .times, .day-times:not(.stand-in) .title').map(
            (part) => part.getBoundingClientRect().top,
          );
        const [before, { height }] = [places(), calendar.getBoundingClientRect()];
        for (const day of all<HTMLButtonElement>(calendar, '.day.available')) {
          day.click();
          await calendar.updateComplete;
          expect(places(), nameOf(day)).to.deep.equal(before);
          // Beside the month the place for the longest day is kept free; below it that would be a hole in the page.
          if (width > 560) expect(calendar.getBoundingClientRect().height, nameOf(day)).to.equal(height);
          else {
            const last = all(calendar, '.times > *').at(-1)!.getBoundingClientRect();
            expect(calendar.getBoundingClientRect().bottom - last.bottom, nameOf(day)).to.be.below(1);
          }
        }
        frame.remove();
      });
    }

    it('says so when it takes long', async () => {
      const calendar = await show({ backend: memoryBackend('slow', { delay: 1500 }) });
      await new Promise<void>((done) => {
        const observer = new MutationObserver(() => status(calendar) && (observer.disconnect(), done()));
        observer.observe(calendar.renderRoot, { subtree: true, childList: true, characterData: true });
      });
      expect(status(calendar)).to.equal('Loading times');
    });

    it('an old answer never replaces a newer one', async () => {
      const answers = new Map<string, (times: object) => void>();
      const backend = Object.create(memoryBackend(), {
        availability: {
          value: ({ optionId, from }: { optionId: string; from: string }) =>
            new Promise((answer) => {
              answers.set(optionId, answer as never);
              if (from > '2026-10-31') answer({ ...AVAILABILITY, entries: [] } as never);
            }),
        },
      }) as never;
      const calendar = await show({ backend, option: '60' });
      calendar.option = '90';
      await settled(calendar);
      const only = (time: string): object => ({
        ...AVAILABILITY,
        entries: [{ ...AVAILABILITY.entries[0], slots: [slot('2026-10-14', time)] }],
      });
      answers.get('90')!(only('15:00'));
      await settled(calendar);
      answers.get('60')!(only('09:00'));
      await settled(calendar);
      expect(all(calendar, '.day-times input').map(nameOf)).to.deep.equal(['Wednesday 14 October, 3:00pm, 60 min']);
    });

    for (const [name, text] of [
      ['Unreachable', 'We can’t reach the booking system'],
      ['Offline', 'We can’t reach the booking system'],
      ['Foreign', 'It answered in a way we don’t understand.'],
    ] as const) {
      it(`${name}: a calm message and the page’s own link`, async () => {
        const calendar = await story(name);
        expect(calendar.renderRoot).to.contain.text(text);
        expect(calendar.renderRoot.querySelector('slot:not([name])')).to.exist;
      });
    }

    it('again on Try again, and focus stays in the calendar', async () => {
      const good = memoryBackend();
      let fails = true;
      const failing = memoryBackend('error');
      const backend = Object.create(good, {
        availability: { value: (...given: [never]) => (fails ? failing : good).availability(...given) },
      }) as never;
      const calendar = await show({ backend });
      fails = false;
      const again = button(calendar, 'Try again');
      again.focus();
      await press(calendar, 'Enter');
      expect(month(calendar)).to.equal('October 2026');
      expect(focused(calendar)).to.match(/October 2026/);
      expect(all(calendar, '.suggestions input')).to.have.length(4);
    });

    it('again when the flow says so', async () => {
      const server = memoryServer();
      const calendar = await show({ backend: connectedTo(server) });
      const before = server.requests.length;
      calendar.refresh();
      await settled(calendar);
      expect(server.requests.length).to.be.above(before);
      expect(all(calendar, '.suggestions input')).to.have.length(4);
    });

    it('asks for a treatment where none is named', async () => {
      expect((await story('WithoutTreatment')).renderRoot).to.contain.text('Choose a treatment first');
    });
  });

  describe('fits', () => {
    after(() => setViewport({ width: 800, height: 600 }));

    for (const width of [240, 288, 320, 700]) {
      it(`${width} px, without scrolling sideways`, async () => {
        await setViewport({ width: 800, height: 800 });
        const frame = document.createElement('div');
        frame.style.inlineSize = `${width}px`;
        document.body.append(frame);
        const calendar = await story('Open');
        frame.append(calendar);
        await settled(calendar);
        expect(calendar.scrollWidth).to.be.at.most(width);
        const day = button(calendar, 'Friday 9 October').getBoundingClientRect();
        expect(day.height).to.be.at.least(44);
        // A page of 320 px with 16 px at each side.
        if (width >= 288) expect(day.width).to.be.at.least(39);
        frame.remove();
      });
    }

    it('a page that gets narrower', async () => {
      await setViewport({ width: 800, height: 800 });
      const calendar = await story('GivenTimes');
      for (const width of [700, 400, 240]) {
        calendar.style.inlineSize = `${width}px`;
        await settled(calendar);
        expect(calendar.scrollWidth).to.be.at.most(width);
      }
    });
  });

  describe('is accessible', () => {
    for (const name of Object.keys(stories).filter((key) => key !== 'default') as (keyof typeof stories)[]) {
      it(name, async () => {
        await expect(await story(name)).to.be.accessible();
      });
    }

    it('warns about a place it does not know, once, and goes on', async () => {
      const said: unknown[] = [];
      const warn = console.warn;
      console.warn = (text: unknown) => said.push(text);
      try {
        const calendar = await show({ place: 'home', availability: AVAILABILITY });
        expect(calendar.place).to.equal('incall');
        expect(said).to.deep.equal(['Knead: <knead-slot-calendar> place: expected "incall" or "outcall".']);
      } finally {
        console.warn = warn;
      }
    });
  });
});
