import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import {
  cityOf,
  formatDate,
  formatList,
  formatMoney,
  formatTime,
  joined,
  weekStart,
  type DateStyle,
} from '../../src/locales/format.js';

describe('a date', () => {
  const british: Record<DateStyle, string> = {
    full: 'Wednesday 14 October 2026',
    long: 'Wednesday 14 October',
    short: 'Wed 14 Oct',
    plain: '14 October 2026',
    month: 'October 2026',
    weekday: 'Wed',
    weekdayLong: 'Wednesday',
    day: '14',
  };
  for (const [style, text] of Object.entries(british) as [DateStyle, string][]) {
    it(`is written ${style} as ${text}`, () => assert.equal(formatDate('en-GB', '2026-10-14', style), text));
  }

  it('may come as a month or as a wall time', () => {
    assert.equal(formatDate('en-GB', '2026-10', 'month'), 'October 2026');
    assert.equal(formatDate('en-GB', '2026-10-14T23:30:00+13:00', 'plain'), '14 October 2026');
  });

  it('follows the language, and always the Gregorian calendar', () => {
    assert.equal(formatDate('de', '2026-10-14', 'full'), 'Mittwoch, 14. Oktober 2026');
    assert.match(formatDate('ar-SA', '2026-10-14', 'plain'), /٢٠٢٦|2026/);
    assert.match(formatDate('th', '2026-10-14', 'plain'), /2026/);
  });

  it('has its day in the same digits alone and in full', () => {
    for (const tag of ['en-GB', 'de', 'ar-EG', 'ar-AE', 'fa', 'ne', 'th', 'ja']) {
      const day = formatDate(tag, '2026-10-14', 'day');
      assert.ok(formatDate(tag, '2026-10-14', 'full').includes(day), `${tag}: ${day}`);
    }
    assert.equal(formatDate('ar-EG', '2026-10-14', 'day'), '١٤');
  });

  it('never moves with the zone of the device', () => {
    const own = process.env['TZ'];
    try {
      for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
        process.env['TZ'] = zone;
        assert.equal(formatDate('en-GB', '2026-10-14', 'plain'), '14 October 2026', zone);
        assert.equal(formatTime('en-GB', '2026-10-14T18:30:00+01:00'), '6:30pm', zone);
      }
    } finally {
      if (own === undefined) delete process.env['TZ'];
      else process.env['TZ'] = own;
    }
  });
});

describe('a time', () => {
  it('is British in British English and the language’s own elsewhere', () => {
    const written = ['00:00', '09:05', '12:00', '18:30'].map((time) =>
      formatTime('en-GB', `2026-10-14T${time}:00+01:00`),
    );
    assert.deepEqual(written, ['12:00am', '9:05am', '12:00pm', '6:30pm']);
    assert.equal(formatTime('de', '2026-10-14T18:30+02:00'), '18:30');
    assert.match(formatTime('en-US', '2026-10-14T18:30+02:00'), /^6:30\sPM$/);
  });

  it('of two moments of a day is never written alike', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const write = (at: number): string =>
      formatTime(
        'en-GB',
        `2026-10-14T${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}:00+01:00`,
      );
    fc.assert(fc.property(minute, minute, (a, b) => assert.equal(write(a) === write(b), a === b)));
  });
});

describe('money', () => {
  it('leaves out pence where there are none, unless it must be exact', () => {
    assert.equal(formatMoney('en-GB', { amount: 8000, currency: 'GBP' }), '£80');
    assert.equal(formatMoney('en-GB', { amount: 8050, currency: 'GBP' }), '£80.50');
    assert.equal(formatMoney('en-GB', { amount: 8000, currency: 'GBP' }, true), '£80.00');
    assert.equal(formatMoney('en-GB', { amount: 0, currency: 'GBP' }), '£0');
  });

  it('knows currencies without minor units, and with three', () => {
    assert.match(formatMoney('en-GB', { amount: 5000, currency: 'JPY' }), /5,000$/);
    assert.match(formatMoney('en-GB', { amount: 5250, currency: 'KWD' }), /5\.250$/);
  });

  it('follows the language', () => {
    assert.match(formatMoney('de', { amount: 8050, currency: 'EUR' }), /^80,50\s€$/);
    for (const tag of ['de', 'es', 'fr', 'pl', 'ro'])
      assert.match(formatMoney(tag, { amount: 8000, currency: 'GBP' }), /^80\s£$/, tag);
    for (const tag of ['en-GB', 'en-US']) assert.equal(formatMoney(tag, { amount: 8000, currency: 'GBP' }), '£80');
    assert.match(formatMoney('ar', { amount: 8000, currency: 'GBP' }), /^\u200f?80\s£$/);
  });
});

describe('the rest', () => {
  it('lists things as people do', () => {
    assert.equal(formatList('en-GB', ['cash', 'card', 'bank transfer']), 'cash, card and bank transfer');
    assert.equal(formatList('en-GB', ['cash', 'card'], 'disjunction'), 'cash or card');
    assert.equal(formatList('en-GB', []), '');
  });

  it('puts what is there in one line, with the comma of its script', () => {
    assert.equal(joined(['Back massage', undefined, 0, '', '60 min']), 'Back massage, 60 min');
    assert.equal(joined(['a', 'b'], ' · '), 'a · b');
    assert.equal(joined(['Mara', 'تدليك الظهر', '60']), 'Mara، تدليك الظهر، 60');
    assert.equal(joined([null, false]), '');
  });

  it('begins the week where the region does', () => {
    assert.deepEqual(['en-GB', 'de', 'fr', 'pl', 'ro', 'es', 'en-US'].map(weekStart), [1, 1, 1, 1, 1, 1, 7]);
  });

  it('names a zone by its city', () => {
    assert.deepEqual(['Europe/London', 'America/Argentina/Buenos_Aires', 'UTC'].map(cityOf), [
      'London',
      'Buenos Aires',
      'UTC',
    ]);
  });

  it('inherits no option from a page that pollutes Object.prototype', () => {
    const polluted = Object.prototype as { hour12?: boolean; timeZoneName?: string };
    try {
      polluted.hour12 = true;
      polluted.timeZoneName = 'long';
      assert.equal(formatTime('fr', '2026-10-14T18:30+02:00'), '18:30');
      assert.equal(formatDate('nl', '2026-10-14', 'plain'), '14 oktober 2026');
    } finally {
      delete polluted.hour12;
      delete polluted.timeZoneName;
    }
  });
});
