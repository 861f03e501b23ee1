import type { Context } from 'hono';
import { generateCookie, getCookie } from 'hono/cookie';
import type { BackendParts } from '../backend.js';
import { html, htmlPage } from '../html.js';
import { practicePage, type PracticeView } from '../pages/practice-page.js';
import type { TypedWeek } from '../pages/practice-settings.js';
import { notFoundPage } from '../pages/public-pages.js';
import { ProblemError } from '../problems.js';
import { readForm } from '../requests.js';
import type { PractitionerRecord } from '../seed.js';
import { hashOf, matches } from '../tokens.js';
import type { Route } from './route.js';

/** What a browser that was let in keeps. */
const COOKIE = 'knead-practice';
/** Who acts, and with which form. */
export interface Acting {
  practitioner: PractitionerRecord;
  mark: string;
  fields: URLSearchParams;
}

/** Answers, and lets the browser in that is answered. */
export function letIn(response: Response, session: string, { publicUrl }: BackendParts): Response {
  const secure = publicUrl.startsWith('https:');
  const cookie = generateCookie(COOKIE, session, { path: '/practice', httpOnly: true, sameSite: 'Strict', secure });
  response.headers.append('Set-Cookie', cookie);
  return response;
}

/** The therapist whose page an open browser sees, or null where it was not opened, or was shut out. */
export async function practitionerOf(
  session: string,
  { catalogue, practiceLinks }: BackendParts,
): Promise<PractitionerRecord | null> {
  const id = await practiceLinks.whose(session);
  return (id !== null && catalogue.practitioner(id)) || null;
}

/** What the page shows just now. */
export async function view(
  backend: BackendParts,
  practitioner: PractitionerRecord,
  mark: string,
): Promise<PracticeView> {
  await backend.practiceHours.follow();
  const { id } = practitioner.profile;
  const [bookings, blocked] = await Promise.all([backend.practice.coming(id), backend.practice.blocked(id)]);
  return { practitioner, bookings, blocked, weekly: backend.catalogue.hours(practitioner).weekly, mark };
}

/** Sees to it that people read pages, and that every wrong secret leads to one and the same. */
export function forPeople(answer: Route['answer']): Route['answer'] {
  return async (c, backend) => {
    try {
      return await answer(c, backend);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.problem.code === 'not-found') return notFoundPage(backend.catalogue);
      if (error.problem.code === 'revision-mismatch') return done('changed');
      const body = html`<p>${error.problem.title}</p>
        <p><a href="/practice">Back to your practice page</a></p>`;
      return htmlPage('That did not work', body, { status: error.problem.status, headers: error.headers });
    }
  };
}

/** A form of an open page. Without an open page, or from any other place, it is the same 404. */
export function acting(
  path: string,
  act: (acting: Acting, c: Context, backend: BackendParts) => Promise<Response>,
): Route {
  const answer: Route['answer'] = async (c, backend) => {
    const session = sessionOf(c);
    const practitioner = await practitionerOf(session, backend);
    if (!practitioner) throw new ProblemError('not-found');
    const fields = await readForm(c);
    const mark = backend.practiceLinks.formMark(session);
    if (!matches(fields.get('mark') ?? '', hashOf(mark))) throw new ProblemError('not-found');
    const response = await act({ practitioner, mark, fields }, c, backend);
    backend.outbox.deliver();
    return response;
  };
  return { method: 'POST', path, answer: forPeople(answer) };
}

/** Sends the browser on, with a GET. */
export function seeOther(address: string): Response {
  return new Response(null, { status: 303, headers: { Location: address, 'Cache-Control': 'no-store' } });
}

/** Back to the page, which says what was done, at one of its parts. */
export function done(what: string, at = ''): Response {
  return seeOther(`/practice?done=${what}${at && `#${at}`}`);
}

/** The page again, saying why nothing was done. */
export async function refused(
  text: string,
  { practitioner, mark }: Acting,
  backend: BackendParts,
  typed?: TypedWeek,
): Promise<Response> {
  return practicePage({
    ...(await view(backend, practitioner, mark)),
    typed,
    notice: { text, failed: true },
  });
}

/** What the browser was let in with, or an empty text. */
export function sessionOf(c: Context): string {
  return getCookie(c, COOKIE) ?? '';
}
