import * as z from 'zod/mini';
import { id, instant, timeZone } from '../../../src/contract/schema.js';
import type { AdjustableClock } from '../clock.js';
import { Fault, type Faults } from '../faults.js';
import { privateAnswer } from '../public-answer.js';
import { readBody } from '../requests.js';
import { TABLES } from '../migrations.js';
import type { Limits } from '../limits.js';
import type { Route } from './route.js';

const ClockSetting = z.union([z.object({ now: instant }), z.object({ advanceSeconds: z.number() })]);

const Limit = z.nullable(z.int().check(z.gte(0), z.lte(1_000_000)));
/** Fields left out stay as they are; null lifts a limit. */
const LimitSetting = z.object({ reads: z.optional(Limit), writes: z.optional(Limit), holds: z.optional(Limit) });

const reading = z.string().check(z.regex(/^([01]\d|2[0-4]):[0-5]\d$/));
const HoursSetting = z.object({ practitionerId: id, timeZone, from: reading, to: reading });

/** Routes only a backend under test has: they empty it, move its clock and spoil its answers. */
export function testRoutes(clock: AdjustableClock, faults: Faults, limits: Limits): readonly Route[] {
  const done = (): Response => privateAnswer({ now: new Date(clock.now()).toISOString() });
  return [
    {
      method: 'POST',
      path: '/test/reset',
      async answer(_, { catalogue, database, rateLimit }) {
        catalogue.otherRules.clear();
        catalogue.ownHours.clear();
        catalogue.screen(new Map());
        await database.query(`TRUNCATE ${TABLES.join(', ')} RESTART IDENTITY`);
        faults.clear();
        rateLimit.limits = limits;
        rateLimit.clear();
        clock.reset();
        return done();
      },
    },
    {
      method: 'POST',
      path: '/test/clock',
      async answer(c, { reminders, retention }) {
        const setting = await readBody(c, ClockSetting);
        if ('now' in setting) clock.set(Date.parse(setting.now));
        else clock.advance(setting.advanceSeconds);
        // As the sweeps would, had the time really passed.
        await reminders.sweep();
        await retention.sweep();
        return done();
      },
    },
    {
      method: 'POST',
      path: '/test/hours',
      async answer(c, { answers, catalogue }) {
        const { practitionerId, timeZone, from, to } = await readBody(c, HoursSetting);
        const day = [{ from, to }];
        const weekly = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day };
        catalogue.otherRules.set(practitionerId, { timeZone, hours: { weekly }, noticeMinutes: 0 });
        answers.forget();
        return done();
      },
    },
    {
      method: 'POST',
      path: '/test/limits',
      async answer(c, { rateLimit }) {
        const { reads, writes, holds } = { ...rateLimit.limits, ...(await readBody(c, LimitSetting)) };
        rateLimit.limits = { reads: reads ?? null, writes: writes ?? null, holds: holds ?? null };
        rateLimit.clear();
        return done();
      },
    },
    {
      method: 'POST',
      path: '/test/fail-next',
      async answer(c) {
        faults.add(await readBody(c, Fault));
        return done();
      },
    },
  ];
}
