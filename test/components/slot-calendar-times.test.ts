import { expect, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { connectedTo, memoryBackend, memoryServer } from '../../src/backend/memory/memory-backend.js';
import type { Availability } from '../../src/contract/availability.js';
import { offsetIn } from '../../src/domain/time/local-time.js';
import { answerOf, AVAILABILITY, slot, slotAt } from '../../stories/components/given-times.js';
import { settled } from '../support/settled.js';
import { typeDate } from '../support/typed-date.js';
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
  story,
} from './shown-calendar.js';
import type { KneadSlotCalendar } from '../../src/components/slot-calendar/slot-calendar.js';

const openDay = async (calendar: KneadSlotCalendar, day: string): Promise<string[]> => {
  button(calendar, day).click();
  await settled(calendar);
  return times(calendar);
};
const times = (calendar: KneadSlotCalendar): string[] => all(calendar, '.day-times input').map(nameOf);
/** What the console was told while something ran. */
async function told(run: () => Promise<unknown>): Promise<string[]> {
  const { warn } = console;
  const said: string[] = [];
  console.warn = (text: string) => said.push(text);
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return said;
}

describe('knead-slot-calendar', () => {
  afterEach(() => {
    document.querySelectorAll('knead-slot-calendar').forEach((calendar) => calendar.remove());
    fixtureCleanup();
  });

  describe('the clock', () => {
    it('London, 24 to 26 October 2026: eleven is eleven every day, and half past one comes twice, each with its name', async () => {
      const calendar = await story('ClocksGoBack');
      expect(checked(calendar)).to.include('Sunday 25 October, 1:30am BST, 60 min');
      expect(await openDay(calendar, 'Saturday 24 October')).to.deep.equal([
        'Saturday 24 October, 11:00am BST, 60 min',
        'Saturday 24 October, 3:00pm BST, 60 min',
        'Saturday 24 October, 7:00pm BST, 60 min',
      ]);
      expect(await openDay(calendar, 'Sunday 25 October')).to.deep.equal([
        'Sunday 25 October, 12:30am BST, 60 min',
        'Sunday 25 October, 1:00am BST, 60 min',
        'Sunday 25 October, 1:30am BST, 60 min',
        'Sunday 25 October, 1:00am GMT, 60 min',
        'Sunday 25 October, 1:30am GMT, 60 min',
        'Sunday 25 October, 11:00am GMT, 60 min',
        'Sunday 25 October, 3:00pm GMT, 60 min',
      ]);
      radio(calendar, 'Sunday 25 October, 1:30am GMT', '.day-times').click();
      await settled(calendar);
      expect(calendar.value!.start).to.equal('2026-10-25T01:30:00.000Z');
      expect(all(calendar, '.day-times input:checked')).to.have.length(1);
      expect(await openDay(calendar, 'Monday 26 October')).to.deep.equal([
        'Monday 26 October, 11:00am, 60 min',
        'Monday 26 October, 3:00pm, 60 min',
        'Monday 26 October, 7:00pm, 60 min',
      ]);
    });

    it('London, 27 to 29 March 2027', async () => {
      const calendar = await story('ClocksGoForward');
      expect(await openDay(calendar, 'Saturday 27 March')).to.include('Saturday 27 March, 11:00am GMT, 60 min');
      expect(await openDay(calendar, 'Sunday 28 March')).to.deep.equal([
        'Sunday 28 March, 12:30am GMT, 60 min',
        'Sunday 28 March, 2:00am BST, 60 min',
        'Sunday 28 March, 11:00am BST, 60 min',
        'Sunday 28 March, 3:00pm BST, 60 min',
      ]);
      expect(await openDay(calendar, 'Monday 29 March')).to.include('Monday 29 March, 11:00am, 60 min');
    });

    it('Lord Howe’s half hour', async () => {
      const walls = ['01:30:00+11:00', '01:30:00+10:30', '02:00:00+10:30'];
      const slots = walls.map((wall) => slotAt(`2027-04-04T${wall}`, 'Australia/Lord_Howe'));
      const calendar = await show({ availability: answerOf(slots), now: Date.parse('2027-04-01T00:00:00Z') });
      expect(times(calendar)).to.deep.equal([
        'Sunday 4 April, 1:30am GMT+11, 60 min',
        'Sunday 4 April, 1:30am GMT+10:30, 60 min',
        'Sunday 4 April, 2:00am GMT+10:30, 60 min',
      ]);
    });

    it('Vancouver, December 2026: where zone data differ, the backend’s wall time is shown, and that it is in doubt', async () => {
      const calendar = await story('ZoneInDoubt');
      const shown = times(calendar).map((name) => name.split(', ')[1]);
      expect(shown).to.deep.equal(['11:00am', '2:00pm', '6:30pm']);
      // Zone data from 2026 on knows that Vancouver keeps summer time.
      const same = offsetIn('America/Vancouver', Date.parse('2026-12-03T18:00:00Z')) === '-07:00';
      expect(notices(calendar)).to.deep.equal([
        same
          ? 'All times are Vancouver time. Your device is set to a different time zone.'
          : 'All times are Vancouver time. Your device counts differently there: trust these times.',
      ]);
    });

    it('says one thing about clocks, not two, and doubts a zone that the browser does not know', async () => {
      const calendar = await show({ availability: answerOf([slotAt('2026-10-14T11:00:00+13:45', 'Europe/Atlantis')]) });
      expect(times(calendar)).to.deep.equal(['Wednesday 14 October, 11:00am, 60 min']);
      expect(notices(calendar)).to.have.length(1);
      expect(notices(calendar)[0]).to.contain('All times are Atlantis time. Your device counts differently there');
    });
  });

  describe('several therapists', () => {
    it('given: one list, each time with whose it is, and two at the same time are two', async () => {
      const calendar = await story('TwoTherapists');
      expect(times(calendar)).to.deep.equal([
        'Wednesday 14 October, 11:00am, 60 min, Mara Quill',
        'Wednesday 14 October, 11:00am, 60 min, Kasia Thorne',
        'Wednesday 14 October, 12:00pm, 60 min, Mara Quill',
        'Wednesday 14 October, 1:30pm, 60 min, Kasia Thorne',
        'Wednesday 14 October, 6:00pm, 60 min, Mara Quill',
      ]);
      const [, second] = all<HTMLInputElement>(calendar, '.day-times input');
      expect(second!.closest('label')!.innerText.trim()).to.match(/^11:00am\s+Kasia Thorne$/);
      second!.click();
      await settled(calendar);
      expect(calendar.value!.practitionerId).to.equal('kasia');
      expect(all(calendar, '.day-times input:checked')).to.have.length(1);
    });

    it('loaded: all who give the treatment, where none is named', async () => {
      const calendar = await show({ practitioner: null, backend: memoryBackend() });
      button(calendar, 'Next month').click();
      await settled(calendar);
      const names = new Set<string | undefined>();
      for (const day of all<HTMLButtonElement>(calendar, '.day.available')) {
        day.click();
        await calendar.updateComplete;
        times(calendar).forEach((name) => names.add(name.split(', ').at(-1)));
      }
      expect(names.size).to.be.above(1);
      expect([...names].join()).not.to.match(/min/);
    });

    it('a time in another zone than the first says which', async () => {
      const slots = [slotAt('2026-10-14T11:00:00+01:00'), slotAt('2026-10-14T12:30:00+02:00', 'Europe/Paris', 'kasia')];
      const calendar = await show({ practitioner: null, availability: answerOf(slots) });
      expect(times(calendar)).to.deep.equal([
        'Wednesday 14 October, 11:00am, 60 min',
        'Wednesday 14 October, 12:30pm Paris time, 60 min',
      ]);
    });
  });

  describe('what comes first', () => {
    it('evenings and weekends only, where that is asked for; the month keeps every time', async () => {
      const calendar = await story('EveningsAndWeekends');
      expect(all(calendar, '.suggestions input').map(nameOf)).to.deep.equal([
        'Friday 9 October, 6:30pm, 60 min',
        'Saturday 10 October, 11:00am, 60 min',
        'Saturday 10 October, 12:00pm, 60 min',
        'Monday 12 October, 7:00pm, 60 min',
      ]);
      expect(status(calendar)).to.equal('4 soonest times shown');
      const only = answerOf(['11:00', '14:00'].map((time) => slot('2026-10-14', time)));
      calendar.availability = only;
      await settled(calendar);
      expect(calendar.renderRoot.querySelector('.suggestions')).to.contain.text('No evening or weekend times');
      expect(times(calendar)).to.have.length(2);
      all(calendar, '.evenings input')[0]!.click();
      await settled(calendar);
      expect(all(calendar, '.suggestions input')).to.have.length(2);
    });

    it('what the backend would like taken, and it says so', async () => {
      const calendar = await story('Preferred');
      const preferred = radio(calendar, 'Saturday 10 October, 2:15pm', '.suggestions');
      expect(nameOf(preferred)).to.equal('Saturday 10 October, 2:15pm, 60 min, suggested');
      expect(preferred.closest('label')!.innerText).to.contain('suggested');
    });
  });

  describe('a typed date', () => {
    const type = async (calendar: KneadSlotCalendar, date: string): Promise<void> => {
      all(calendar, 'summary')[0]!.click();
      all<HTMLInputElement>(calendar, '[type=date]')[0]!.focus();
      await typeDate(date);
      await settled(calendar);
    };
    const shownDay = (calendar: KneadSlotCalendar): string[] => all(calendar, '[aria-pressed=true]').map(nameOf);

    it('shows the day’s times and says how many', async () => {
      const calendar = await story('GivenTimes');
      await type(calendar, '2026-10-14');
      expect(shownDay(calendar)).to.deep.equal(['Wednesday 14 October 2026, 5 times']);
      expect(status(calendar)).to.equal('5 times on Wednesday 14 October');
    });

    it('without times shows the next day that has some, and says so in words', async () => {
      const calendar = await story('GivenTimes');
      await type(calendar, '2026-10-11');
      expect(shownDay(calendar)).to.deep.equal(['Monday 12 October 2026, 1 time']);
      const words = 'Sunday 11 October 2026, no times. Next: Monday 12 October';
      expect(all(calendar, 'details')[0]!.innerText).to.contain(words);
      expect(status(calendar)).to.equal(words);
    });

    it('in a month that has to be loaded first', async () => {
      const calendar = await story('Open');
      await type(calendar, '2026-12-06');
      expect(month(calendar)).to.equal('December 2026');
      expect(shownDay(calendar).join()).to.match(/ [678] December 2026, \d+ times?$/);
    });

    it('beyond the last month shows the last one', async () => {
      const calendar = await story('Open');
      await type(calendar, '2027-05-05');
      expect(month(calendar)).to.equal('December 2026');
      expect(status(calendar)).to.match(/^Thursday 31 December 2026, no times/);
    });
  });

  describe('stays fresh', () => {
    /** A calendar on a backend whose requests are counted. */
    const counted = async (): Promise<{ calendar: KneadSlotCalendar; asked: () => number }> => {
      const server = memoryServer();
      const calendar = await show({ backend: connectedTo(server) });
      return { calendar, asked: () => server.requests.filter((each) => each === 'GET /availability').length };
    };

    for (const type of ['focus', 'pageshow', 'online', 'visibilitychange']) {
      it(`on ${type}, once times are older than two minutes, without a word`, async () => {
        const { calendar, asked } = await counted();
        const [before, said] = [asked(), status(calendar)];
        window.dispatchEvent(new Event(type));
        await settled(calendar);
        expect(asked()).to.equal(before);
        calendar.now! += 120_001;
        window.dispatchEvent(new Event(type));
        await settled(calendar);
        expect(asked()).to.equal(before + 2);
        expect(status(calendar)).to.equal(said);
      });
    }

    it('after two minutes by itself, and leaves no timer behind', async () => {
      const timers = new Map<unknown, () => void>();
      const { setInterval, clearInterval } = window;
      Object.assign(window, {
        setInterval: (run: () => void) => (timers.set(run, run), run),
        clearInterval: (timer: unknown) => timers.delete(timer),
      });
      try {
        const { calendar, asked } = await counted();
        const before = asked();
        calendar.now! += 120_001;
        timers.forEach((run) => run());
        await settled(calendar);
        expect(asked()).to.equal(before + 2);
        calendar.remove();
        expect(timers.size).to.equal(0);
      } finally {
        Object.assign(window, { setInterval, clearInterval });
      }
    });
  });

  describe('what cannot be offered', () => {
    it('is left out, and the developer is told once', async () => {
      let calendar!: KneadSlotCalendar;
      const said = await told(async () => {
        calendar = await story('BadItems');
        await show({ ...calendar, availability: calendar.availability });
      });
      expect(times(calendar)).to.deep.equal(['Wednesday 14 October, 11:00am, 60 min']);
      expect(said.filter((text) => text.includes('availability'))).to.have.length(1);
    });

    const given = (slots: unknown, entry: object = {}): Availability =>
      ({ ...AVAILABILITY, entries: [{ ...AVAILABILITY.entries[0], slots, ...entry }] }) as Availability;
    const good = slot('2026-10-14', '15:00');
    for (const [what, availability] of Object.entries({
      'a slot that is null': given([null, good]),
      'a slot without anything': given([{}, good]),
      'an end before its start': given([{ ...slot('2026-10-14', '11:00'), end: '2026-10-14T09:00:00Z' }, good]),
      'a wall time without offset': given([{ ...slot('2026-10-14', '11:00'), local: '2026-10-14T11:00:00' }, good]),
      'no token': given([{ ...slot('2026-10-14', '11:00'), token: '' }, good]),
      'an entry that is null': { ...given([good]), entries: [null, ...given([good]).entries] },
      'an entry without practitioner': {
        ...given([good]),
        entries: [{ ...given([good]).entries[0], practitionerId: undefined }, ...given([good]).entries],
      },
      'an entry without slots': {
        ...given([good]),
        entries: [{ practitionerId: 'tobi', timeZone: 'Europe/London' }, ...given([good]).entries],
      },
    })) {
      it(`${what}: the rest works`, async () => {
        const calendar = await show({ practitioner: null, availability });
        expect(times(calendar)).to.deep.equal(['Wednesday 14 October, 3:00pm, 60 min']);
      });
    }

    it('unsorted and overlapping times are put in order and kept', async () => {
      const calendar = await show({
        availability: given(['15:00', '11:00', '11:15', '14:30'].map((time) => slot('2026-10-14', time))),
      });
      expect(times(calendar).map((name) => name.split(', ')[1])).to.deep.equal([
        '11:00am',
        '11:15am',
        '2:30pm',
        '3:00pm',
      ]);
    });

    it('names are text, whatever they hold', async () => {
      const names = { mara: '<img src=x onerror=alert(1)>', kasia: '\u202eenrohT aisaK' };
      const calendar = await show({
        practitioner: null,
        names,
        availability: answerOf([
          slotAt('2026-10-14T11:00:00+01:00'),
          slotAt('2026-10-14T12:00:00+01:00', 'Europe/London', 'kasia'),
        ]),
      });
      expect(calendar.renderRoot.querySelector('img')).not.to.exist;
      expect(all(calendar, '.day-times label')[0]!.innerText).to.contain('<img');
    });

    it('two hundred thousand times by property: all of them counted, a day shown', async () => {
      const start = Date.parse('2026-10-10T00:00:00Z');
      const slots = Array.from({ length: 200_000 }, (_, index) =>
        slotAt(new Date(start + index * 60_000).toISOString().replace('.000Z', '+00:00'), 'UTC'),
      );
      const calendar = await show({ availability: answerOf(slots) });
      expect(nameOf(button(calendar, 'Saturday 10 October'))).to.equal('Saturday 10 October 2026, 1440 times');
    });
  });

  describe('seven days', () => {
    it('one below the other where seven columns do not fit, week by week into the next month', async () => {
      const calendar = await story('Narrow');
      const days = (): string[] => all(calendar, 'td button').map((day) => day.textContent!);
      expect([days()[0], days()[6]]).to.deep.equal(['Monday 5 October', 'Sunday 11 October']);
      expect(days()).to.have.length(7);
      expect(nameOf(button(calendar, 'Saturday 10'))).to.match(/^Saturday 10 October 2026, \d+ times$/);
      for (let week = 0; week < 3; week += 1) {
        button(calendar, 'Next 7 days').click();
        await settled(calendar);
      }
      expect(days()[6]).to.equal('Sunday 1 November');
      expect(nameOf(button(calendar, 'Sunday 1 November'))).to.match(/times?$/);
      button(calendar, 'Sunday 1 November').click();
      await settled(calendar);
      expect(times(calendar)[0]).to.match(/^Sunday 1 November/);
      expect(calendar.scrollWidth).to.be.at.most(208);
    });

    it('arrows lead down the list', async () => {
      const calendar = await story('Narrow');
      button(calendar, 'Friday 9 October').focus();
      await press(calendar, 'ArrowDown');
      expect(focused(calendar)).to.match(/^Saturday 10 October/);
    });

    it('and the month again, once there is room', async () => {
      const calendar = await story('Narrow');
      calendar.style.inlineSize = '320px';
      await settled(calendar);
      expect(all(calendar, 'tbody tr')).to.have.length(6);
    });
  });

  it('keeps its width with text at twice its size', async () => {
    const calendar = await story('TwiceTheText');
    expect(Number.parseFloat(getComputedStyle(calendar).fontSize)).to.equal(32);
    expect(calendar.scrollWidth).to.be.at.most(320);
    for (const weekday of all(calendar, 'th > [aria-hidden]')) {
      expect(weekday.getClientRects(), weekday.textContent!).to.have.length(1);
    }
    // Or two numbers would be read for one. Every font of this family has digits of six tenths.
    calendar.style.fontFamily = 'monospace';
    const [first, second] = all(calendar, '.day')
      .filter((day) => day.textContent!.length > 1)
      .map((day) => {
        const range = document.createRange();
        range.selectNodeContents(day);
        return range.getBoundingClientRect();
      });
    expect(second!.left - first!.right).to.be.at.least(9);
  });

  it('keeps the days of a list below one another with text at twice its size', async () => {
    const calendar = await story('TwiceTheText');
    calendar.style.inlineSize = '240px';
    await settled(calendar);
    const days = all(calendar, 'td button').map((day) => day.getBoundingClientRect());
    expect(days).to.have.length(7);
    for (const [index, { top }] of days.entries()) {
      if (index > 0) expect(top).to.be.at.least(days[index - 1]!.bottom - 0.5);
    }
  });

  it('leads from a day’s times to the next day that has some', async () => {
    const calendar = await story('GivenTimes');
    button(calendar, 'Go to Saturday 10 October').click();
    await settled(calendar);
    expect(focused(calendar)).to.equal('Saturday 10 October 2026, 6 times');
    expect(times(calendar)).to.have.length(6);
    await sendKeys({ press: 'Tab' });
    expect(focused(calendar)).to.equal('Saturday 10 October, 11:00am, 60 min');
  });
});
