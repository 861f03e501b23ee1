import { after, before, beforeEach, describe } from 'node:test';
import type { RunningBackend } from '../../demo/backend/start.js';
import { availability } from './cases/availability.js';
import { badBodies } from './cases/bad-bodies.js';
import { badRequests } from './cases/bad-requests.js';
import { bookings } from './cases/bookings.js';
import { calendars } from './cases/calendars.js';
import { changes } from './cases/changes.js';
import { holds } from './cases/holds.js';
import { http } from './cases/http.js';
import { idempotency } from './cases/idempotency.js';
import { intake } from './cases/intake.js';
import { keeping } from './cases/keeping.js';
import { mail } from './cases/mail.js';
import { ownForms } from './cases/own-forms.js';
import { ownScreening } from './cases/own-screening.js';
import { pages } from './cases/pages.js';
import { practice } from './cases/practice.js';
import { readingAnswers } from './cases/reading-answers.js';
import { races } from './cases/races.js';
import { refusedBookings } from './cases/refused-bookings.js';
import { reminders } from './cases/reminders.js';
import { searches } from './cases/searches.js';
import { Visitor } from './visitor.js';

/** The backend a case is run against, emptied before each test, its clock on Friday 9 October 2026, 09:00 in London. */
export type Subject = () => RunningBackend & { visitor: Visitor };

export const MORNING = '2026-10-09T08:00:00Z';

/** Everything a backend on any engine must do. */
export function referenceCases(engine: string, start: () => Promise<RunningBackend>): void {
  describe(engine, { concurrency: 1 }, () => {
    let running: RunningBackend & { visitor: Visitor };
    before(async () => {
      const backend = await start();
      running = Object.assign(backend, { visitor: new Visitor(backend.url) });
    });
    after(() => running.close());
    beforeEach(async () => {
      await running.visitor.send('POST', '/test/reset');
      await running.visitor.send('POST', '/test/clock', { body: { now: MORNING } });
    });
    const subject: Subject = () => running;
    describe('availability', () => availability(subject));
    describe('bad bodies', () => badBodies(subject));
    describe('bad requests', () => badRequests(subject));
    describe('bookings', () => bookings(subject));
    describe('calendars', () => calendars(subject));
    describe('changes', () => changes(subject));
    describe('holds', () => holds(subject));
    describe('http', () => http(subject));
    describe('idempotency', () => idempotency(subject));
    describe('intake', () => intake(subject));
    describe('keeping', () => keeping(subject));
    describe('mail', () => mail(subject));
    describe('own forms', () => ownForms(subject));
    describe('own screening', () => ownScreening(subject));
    describe('pages', () => pages(subject));
    describe('practice', () => practice(subject));
    describe('reading answers', () => readingAnswers(subject));
    describe('refused bookings', () => refusedBookings(subject));
    describe('reminders', () => reminders(subject));
    describe('searches', () => searches(subject));
    describe('races', () => races(subject));
  });
}
