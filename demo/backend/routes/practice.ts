import { isPlainDate, type Weekday } from '../../../src/domain/time/plain-date.js';
import { practiceAnswersPage } from '../pages/practice-answers.js';
import { closedPracticePage, newLinkPage, practicePage } from '../pages/practice-page.js';
import { screeningPage } from '../pages/practice-screening.js';
import { DAY_PARTS } from '../pages/practice-settings.js';
import { HoursError, WEEKDAYS, weekOf } from '../practice-hours.js';
import { ScreeningError } from '../practice-screening.js';
import { practiceAddress, readPracticeLink } from '../private-links.js';
import { ProblemError } from '../problems.js';
import { readForm } from '../requests.js';
import { instantsOf } from '../wall-clock.js';
import {
  acting,
  done,
  forPeople,
  letIn,
  practitionerOf,
  refused,
  seeOther,
  sessionOf,
  view,
} from './practice-acting.js';
import type { Route } from './route.js';

/** Longest time somebody can block at once, in milliseconds. */
const LONGEST_BLOCK = 366 * 86_400_000;

/** What the page says after each thing that can be done. */
const DONE: Readonly<Record<string, string>> = {
  accepted: 'Accepted. Your client was told.',
  waits: 'Accepted. It does not stand yet.',
  declined: 'Declined. Your client was told.',
  cancelled: 'Cancelled. Your client was told.',
  changed: 'Nothing was done: it had changed in the meantime. This is how it is now.',
  blocked: 'The time is blocked.',
  'blocked-over': 'The time is blocked. What was booked in it stays.',
  freed: 'The time is free again.',
  hours: 'Your hours are saved.',
  screening: 'How you screen is saved. It holds for every booking from now on.',
};

function changing(action: 'accept' | 'decline' | 'cancel'): Route {
  return acting(`/practice/bookings/:id/${action}`, async ({ practitioner, fields }, c, { practice }) => {
    const id = c.req.param('id') ?? '';
    const seen = { id, revision: Number(fields.get('revision')) };
    return done(await practice[action](practitioner.profile.id, seen), id);
  });
}

/** A therapist's own page. Nothing on it happens by a GET: programs follow links, people press buttons. */
export const practiceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/practice',
    async answer(c, backend) {
      const session = sessionOf(c);
      const practitioner = await practitionerOf(session, backend);
      if (!practitioner) return closedPracticePage();
      const text = DONE[c.req.query('done') ?? ''];
      const mark = backend.practiceLinks.formMark(session);
      return practicePage({ ...(await view(backend, practitioner, mark)), notice: text ? { text } : undefined });
    },
  },
  {
    method: 'POST',
    path: '/practice/session',
    answer: forPeople(async (c, backend) => {
      const { practitionerId, secret, bookingId } = readPracticeLink((await readForm(c)).get('link') ?? '');
      const session = await backend.practiceLinks.open(practitionerId, secret);
      return letIn(seeOther(`/practice${bookingId && `#${bookingId}`}`), session, backend);
    }),
  },
  changing('accept'),
  changing('decline'),
  changing('cancel'),
  acting('/practice/bookings/:id/answers', async ({ practitioner }, c, { catalogue, intakeReading }) => {
    const read = await intakeReading.read(practitioner.profile.id, c.req.param('id') ?? '');
    return practiceAnswersPage(read, practitioner, (id) => catalogue.practitioner(id)?.profile.name ?? id);
  }),
  acting('/practice/blocks', async (asked, _, backend) => {
    const { practitioner, fields } = asked;
    const { timeZone } = practitioner.schedule;
    const read = (name: string): number[] => {
      const typed = fields.get(name) ?? '';
      const isReading = /^20\d\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/.test(typed) && isPlainDate(typed.slice(0, 10));
      return isReading ? instantsOf(typed, timeZone) : [];
    };
    const [from, to] = [read('from'), read('until')];
    const [begins, ends] = [Math.min(...from), Math.max(...to)];
    if (from.length === 0 || to.length === 0)
      return refused('Give both a beginning and an end that a clock will show.', asked, backend);
    if (ends <= begins) return refused('The end has to come after the beginning.', asked, backend);
    if (ends <= backend.clock.now()) return refused('That time is over.', asked, backend);
    if (ends - begins > LONGEST_BLOCK) return refused('Block a year at most.', asked, backend);
    const booked = await backend.practice.block(practitioner.profile.id, begins, ends);
    return done(booked > 0 ? 'blocked-over' : 'blocked', 'blocks');
  }),
  acting('/practice/blocks/:id/remove', async ({ practitioner }, c, { practice }) => {
    await practice.unblock(practitioner.profile.id, c.req.param('id') ?? '');
    return done('freed', 'blocks');
  }),
  acting('/practice/hours', async (asked, _, backend) => {
    const { practitioner, fields } = asked;
    const typed = Object.fromEntries(
      WEEKDAYS.map(([day]) => [
        day,
        Array.from({ length: DAY_PARTS }, (_, part) => ({
          from: (fields.get(`${day}-${part}-from`) ?? '').slice(0, 5),
          to: (fields.get(`${day}-${part}-to`) ?? '').slice(0, 5),
        })),
      ]),
    ) as Record<Weekday, { from: string; to: string }[]>;
    try {
      await backend.practiceHours.set(practitioner.profile.id, weekOf(typed));
    } catch (error) {
      if (error instanceof HoursError) return refused(error.message, asked, backend, typed);
      throw error;
    }
    return done('hours', 'hours');
  }),
  {
    method: 'GET',
    path: '/practice/screening',
    async answer(c, backend) {
      const session = sessionOf(c);
      await backend.practiceScreening.follow();
      const practitioner = await practitionerOf(session, backend);
      if (!practitioner) return closedPracticePage();
      const text = DONE[c.req.query('done') ?? ''];
      return screeningPage({
        practitioner,
        rules: backend.practiceScreening.rules(practitioner),
        mark: backend.practiceLinks.formMark(session),
        notice: text ? { text } : undefined,
      });
    },
  },
  acting('/practice/screening', async ({ practitioner, mark, fields }, _, { practiceScreening }) => {
    const chosen = [...fields].flatMap(([name, value]) =>
      name.startsWith('rule-') ? [[name.slice('rule-'.length), value] as const] : [],
    );
    const typed = new Map(chosen);
    try {
      await practiceScreening.set(practitioner, typed);
    } catch (error) {
      if (!(error instanceof ScreeningError)) throw error;
      const rules = practiceScreening.rules(practitioner);
      return screeningPage({ practitioner, rules, mark, typed, notice: { text: error.message, failed: true } });
    }
    return seeOther('/practice/screening?done=screening');
  }),
  acting('/practice/link', async ({ practitioner }, _, backend) => {
    const { id } = practitioner.profile;
    const secret = await backend.database.exclusively(`practice link ${id}`, async (tx) => {
      const made = await backend.practiceLinks.renew(tx, id);
      await backend.outbox.tellNewLink(tx, practitioner);
      return made;
    });
    if (!secret) throw new ProblemError('request-in-flight');
    const page = newLinkPage(practiceAddress(backend.publicUrl, id, secret));
    return letIn(page, await backend.practiceLinks.open(id, secret), backend);
  }),
];
