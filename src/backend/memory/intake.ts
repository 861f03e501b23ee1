import type { BookingRequest } from '../../contract/booking.js';
import type { ConsentRecord } from '../../contract/client-data.js';
import type { Consent } from '../../contract/consent.js';
import type {
  Answers,
  IntakeDelivery,
  IntakeEvaluation,
  IntakeEvaluationRequest,
  IntakeReceipt,
  IntakeRecord,
  Outcome,
} from '../../contract/intake.js';
import { endsBooking, faultOf, flatItems, screen, visibleAnswers } from '../../domain/intake/answers.js';
import { isGentle, limitsOf, type Limits } from '../../domain/intake/limits.js';
import type { Diary } from './diary.js';
import { CONSENT, FORM } from './intake-form.js';
import { opaque } from './opaque.js';
import { invalid } from './requests.js';
import { ProblemAnswer, type Chosen } from './session.js';
import { iso } from './times.js';

/** How long a proof is good for, in milliseconds. */
const PROOF_LASTS = 2 * 3_600_000;

/** What a proof says. It names no answer. */
interface Statement {
  outcomes: Outcome[];
  skills: string[];
  /** No session before this instant, in milliseconds. */
  notBefore: number;
  limits: Pick<Limits, 'places' | 'maxIntensity'>;
  mark: string;
  expires: number;
}

/** The answers of bookings. Throws {@link ProblemAnswer}. */
export class Intake {
  /** Answers delivered, by booking id. */
  readonly deliveries = new Map<string, IntakeRecord>();
  /** The mark of the answers that a booking was made with. */
  readonly #expected = new Map<string, string>();
  readonly #consents = new Map<string, ConsentRecord[]>();

  constructor(private readonly diary: Diary) {}

  /** What answers lead to. Keeps nothing. */
  evaluate({ formId, version, answers }: IntakeEvaluationRequest): IntakeEvaluation {
    if (formId !== FORM.id) throw invalid('/formId');
    const counted = this.#counted(version, answers);
    const { rules, skills, deferHours } = screen(FORM, counted);
    const { places, maxIntensity } = limitsOf(rules);
    const now = this.diary.now();
    const expires = now + PROOF_LASTS;
    const statement: Statement = {
      outcomes: rules.map((rule) => (endsBooking(rule) ? 'stop' : rule.outcome)),
      skills: [...skills],
      notBefore: deferHours > 0 ? now + deferHours * 3_600_000 : 0,
      limits: { places, maxIntensity },
      mark: markOf(counted),
      expires,
    };
    const text = btoa(JSON.stringify(statement));
    const outcomes = rules.map(({ id, when: _, ...rule }) => ({ ruleId: id, ...rule }));
    return { outcomes, proof: `${text}.${opaque(`proof ${text}`)}`, expiresAt: iso(expires) };
  }

  /** Whether the evaluation behind a booking makes it a request. Throws where it forbids the booking. */
  assertProof({ intakeProof }: BookingRequest, sessions: readonly Chosen[]): boolean {
    if (intakeProof === undefined) return false;
    const { outcomes, skills, notBefore, limits } = this.#read(intakeProof, '/intakeProof');
    const fits = sessions.every(
      ({ item, session: { practitioner, service } }) =>
        Date.parse(item.start) >= notBefore &&
        limits.places?.includes(item.place) !== false &&
        isGentle(service, limits.maxIntensity) &&
        skills.every((skill) => practitioner.skills.includes(skill)),
    );
    if (!fits || outcomes.includes('stop')) throw new ProblemAnswer('screening-refused');
    return outcomes.includes('clear');
  }

  /** Notes which answers a booking was made with. */
  expect(bookingId: string, proof: string): void {
    this.#expected.set(bookingId, this.#read(proof, '/intakeProof').mark);
  }

  assertConsents(consents: readonly Consent[]): void {
    for (const [index, consent] of consents.entries()) {
      if (consent.documentId !== CONSENT.id) throw invalid(`/consents/${index}/documentId`);
      assertCurrent(consent);
    }
  }

  deliver(bookingId: string, delivery: IntakeDelivery): IntakeReceipt {
    if (this.diary.scene === 'intake-fails') throw new ProblemAnswer('temporarily-unavailable');
    return this.keep(bookingId, delivery);
  }

  /** Writes answers down, whatever the scene. */
  keep(bookingId: string, { proof, ...delivery }: IntakeDelivery): IntakeReceipt {
    const { formId, version, consent, answeredAt } = delivery;
    if (formId !== FORM.id) throw invalid('/formId');
    const answers = this.#counted(version, delivery.answers);
    if (consent.documentId !== CONSENT.id) throw invalid('/consent/documentId');
    assertCurrent(consent);
    const mark = markOf(answers);
    const expected = proof === undefined ? this.#expected.get(bookingId) : this.#read(proof, '/proof').mark;
    if (expected !== undefined && expected !== mark) throw invalid(proof === undefined ? '/answers' : '/proof');
    const at = iso(this.diary.now());
    this.deliveries.set(bookingId, { formId, version, answers, consent, answeredAt, receivedAt: at });
    this.#consents.set(bookingId, [...this.consents(bookingId), { consent }]);
    this.#status(bookingId, 'received');
    const outcomes = screen(FORM, answers).rules.map(({ id, when: _, ...rule }) => ({ ruleId: id, ...rule }));
    return { status: 'received', at, ...(outcomes.length > 0 && { outcomes }) };
  }

  read(bookingId: string): IntakeRecord {
    const record = this.deliveries.get(bookingId);
    if (!record) throw new ProblemAnswer('not-found');
    return record;
  }

  /** Deletes the answers; keeps what was agreed to, and that it no longer is. */
  withdraw(bookingId: string): void {
    if (this.diary.scene === 'intake-fails') throw new ProblemAnswer('temporarily-unavailable');
    if (!this.deliveries.delete(bookingId)) return;
    const withdrawnAt = iso(this.diary.now());
    const consents = this.consents(bookingId).map((record) => ({ withdrawnAt, ...record }));
    this.#consents.set(bookingId, consents);
    this.#status(bookingId, 'withdrawn');
  }

  /** What was agreed to with the answers. */
  consents(bookingId: string): ConsentRecord[] {
    return this.#consents.get(bookingId) ?? [];
  }

  /** For the client to take away. */
  exported(bookingId: string): { intake?: IntakeRecord } {
    const intake = this.deliveries.get(bookingId);
    return intake ? { intake } : {};
  }

  forget(bookingId: string): void {
    this.deliveries.delete(bookingId);
    this.#consents.delete(bookingId);
  }

  #status(bookingId: string, status: 'received' | 'withdrawn'): void {
    const booking = this.diary.bookings.get(bookingId)!;
    const changed = { ...booking, intake: { ...booking.intake, status }, revision: booking.revision + 1 };
    this.diary.bookings.set(bookingId, changed);
  }

  /** The answers that count. Those of the safety check are refused with everything that came with them. */
  #counted(version: string, answers: Answers): Answers {
    if (version !== FORM.version) throw new ProblemAnswer('form-version-retired');
    const items = new Map(flatItems(FORM).map((item) => [item.id, item]));
    if (Object.keys(answers).some((id) => items.get(id)?.section === 'safety')) {
      throw new ProblemAnswer('screening-refused');
    }
    for (const [id, answer] of Object.entries(answers)) {
      const item = items.get(id);
      if (!item) throw invalid('/answers');
      const isList = Array.isArray(answer);
      if (isList !== /^(multi-choice|areas)$/.test(item.type) || faultOf(item, answer)) throw invalid(`/answers/${id}`);
      if (/^(group|display)$/.test(item.type) || (/^(choice|time-ago)$/.test(item.type) && typeof answer !== 'string'))
        throw invalid(`/answers/${id}`);
    }
    return visibleAnswers(FORM, answers);
  }

  #read(proof: string, pointer: string): Statement {
    const [text = '', seal] = proof.split('.');
    if (seal !== opaque(`proof ${text}`)) throw invalid(pointer, 'This is no proof of an evaluation made here.');
    const statement = JSON.parse(atob(text)) as Statement;
    if (statement.expires <= this.diary.now()) throw invalid(pointer, 'This evaluation is too old.');
    return statement;
  }
}

function assertCurrent({ version, hash }: Consent): void {
  if (version !== CONSENT.version || hash !== CONSENT.hash) throw new ProblemAnswer('consent-outdated');
}

/** The same for the same answers, in whatever order they are given. */
function markOf(answers: Answers): string {
  return opaque(JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))));
}
