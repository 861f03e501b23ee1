import type { AnswerValue, EvaluatedOutcome, IntakeForm, IntakeItem, Outcome } from '../../../src/contract/intake.js';
import { flatItems } from '../../../src/domain/intake/answers.js';
import { wallText } from '../booking-words.js';
import { html, htmlPage, type Html } from '../html.js';
import { outcomesOf } from '../intake-proof.js';
import type { ReadIntake } from '../intake-reading.js';
import type { PractitionerRecord } from '../seed.js';

/** What an outcome means for the therapist. */
const MEANING: Record<Outcome, string> = {
  stop: 'Do not go ahead as it is',
  clear: 'Talk to your client first',
  defer: 'Wait',
  route: 'Needs training or another place',
  adapt: 'Work differently',
  flag: 'Good to know',
  info: 'Your client was told',
};

/** A client's answers, what the form's rules make of them, and who has read them. */
export function practiceAnswersPage(
  { booking, record, form, reads }: ReadIntake,
  { profile, schedule }: PractitionerRecord,
  nameOf: (practitionerId: string) => string,
): Response {
  const when = (at: string | number): string => {
    const { day, time } = wallText(at, schedule.timeZone);
    return `${day}, ${time}`;
  };
  const own = booking.sessions.find(({ practitionerId }) => practitionerId === profile.id);
  const outcomes = form ? outcomesOf(form, record.answers) : [];
  const body = html`<header class="top">
      <p class="quiet"><a href="/practice#${booking.id}">Back to your practice page</a></p>
      <h1>Before the session</h1>
      <p class="lede">${booking.client && html`<bdi>${booking.client.name}</bdi>, `}${own && when(own.start)}</p>
    </header>
    ${outcomes.length > 0 && found(outcomes)}
    <section class="card" aria-labelledby="answers">
      <h2 id="answers">Their answers</h2>
      <dl class="asked">${Object.entries(record.answers).map(([id, answer]) => line(form, id, answer))}</dl>
      <p class="quiet">
        Answered on ${when(record.answeredAt)}.
        ${record.consent.basis === 'care' ? 'They were told why' : 'They agreed to it'} on ${when(record.consent.at)},
        text ${record.consent.documentId}, version ${record.consent.version}.
      </p>
    </section>
    <section class="card" aria-labelledby="reads">
      <h2 id="reads">Who has read them</h2>
      <ul>
        ${reads.map(({ practitionerId, at }) => html`<li>${nameOf(practitionerId)}, ${when(at)}</li>`)}
      </ul>
    </section>`;
  return htmlPage('Before the session', body, { ownHeading: true });
}

function found(outcomes: readonly EvaluatedOutcome[]): Html {
  return html`<section class="card" aria-labelledby="found">
    <h2 id="found">What to look at</h2>
    <dl class="asked">
      ${outcomes.map(
        ({ ruleId, outcome, message }) =>
          html`<dt>${MEANING[outcome]}</dt>
            <dd>
              <span class="line">Your client read: <bdi>${message}</bdi></span>
              <span class="line quiet">Rule ${ruleId}</span>
            </dd>`,
      )}
    </dl>
  </section>`;
}

function line(form: IntakeForm | undefined, id: string, answer: AnswerValue): Html | null {
  const item = form && flatItems(form).find((each) => each.id === id);
  // What the booking says already is not an answer.
  if (item?.from) return null;
  const group = item && form?.items.find(({ items = [] }) => items.some((each) => each.id === id));
  return html`<dt>${group && html`<span class="line quiet">${group.text}</span>`}${item?.text ?? id}</dt>
    <dd><bdi class="note">${words(item, answer)}</bdi></dd>`;
}

function words(item: IntakeItem | undefined, answer: AnswerValue): string {
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No';
  return [answer]
    .flat()
    .map((value) => item?.options?.find((option) => option.value === value)?.text ?? String(value))
    .join('\n');
}
