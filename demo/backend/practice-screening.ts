import type { IntakeForm, ScreeningRule } from '../../src/contract/intake.js';
import { withOverrides, type RuleOverride } from '../../src/domain/intake/overrides.js';
import type { AnswerCache } from './answer-cache.js';
import type { CatalogueData } from './catalogue.js';
import { instantText, type Clock } from './clock.js';
import type { Database } from './database.js';
import type { PractitionerRecord } from './seed.js';
import { overrideFor } from './screening-choices.js';

/** A change that cannot be kept; the message is for the therapist. */
export class ScreeningError extends Error {
  override readonly name = 'ScreeningError';
}

/** A rule as the form comes with it and as a practitioner screens with it, and the form that has it. */
export interface ScreenedRule {
  form: IntakeForm;
  rule: ScreeningRule;
  own: ScreeningRule;
}

/**
 * How practitioners screen where it is not as the forms come. Every set of changes that ever held is kept, because answers
 * name the version they were given to.
 */
export class PracticeScreening {
  readonly #database: Database;
  readonly #catalogue: CatalogueData;
  readonly #clock: Clock;
  readonly #answers: AnswerCache;
  /** Of the changes that were read last. */
  #mark = '';

  constructor(database: Database, catalogue: CatalogueData, clock: Clock, answers: AnswerCache) {
    this.#database = database;
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.#answers = answers;
  }

  /** Reads them all. */
  async load(): Promise<void> {
    const rows = await this.#database.query<{ id: string; changes: RuleOverride[] }>(
      'SELECT practitioner_id AS id, changes FROM practice_screening ORDER BY number',
    );
    const own = new Map<string, RuleOverride[][]>();
    for (const { id, changes } of rows) own.set(id, [...(own.get(id) ?? []), changes]);
    this.#catalogue.screen(own);
  }

  /** Takes over what other processes on the same database have changed. Asks nothing where there are none. */
  async follow(): Promise<void> {
    if (this.#database.engine !== 'postgresql') return;
    const [last] = await this.#database.query<{ mark: string | null }>(
      `SELECT max(number) || ' ' || max(changed_at) AS mark FROM practice_screening`,
    );
    if ((last?.mark ?? '') !== this.#mark) await this.load();
    this.#mark = last?.mark ?? '';
  }

  /** Every rule a practitioner's sessions are screened with, each once, in the order of the form. */
  rules({ profile, screening = [] }: PractitionerRecord): ScreenedRule[] {
    const found = new Map<string, ScreenedRule>();
    for (const form of this.#catalogue.formsOf(profile)) {
      const changed = withOverrides(
        form,
        screening.filter(({ ruleId }) => form.rules.some(({ id }) => id === ruleId)),
      );
      const own = 'form' in changed ? changed.form : form;
      for (const [index, rule] of form.rules.entries()) {
        if (!found.has(rule.id)) found.set(rule.id, { form, rule, own: own.rules[index] ?? rule });
      }
    }
    return [...found.values()];
  }

  /**
   * Sets what a practitioner chose, by rule id; rules that are not named are as the form comes with them. Throws
   * {@link ScreeningError} where any of it cannot be, and then nothing has changed.
   */
  async set(practitioner: PractitionerRecord, chosen: ReadonlyMap<string, string>): Promise<void> {
    const rules = this.rules(practitioner);
    const unknown = [...chosen.keys()].find((id) => !rules.some(({ rule }) => rule.id === id));
    if (unknown !== undefined) throw new ScreeningError('There is no such row any more. Please look again.');
    const changes = rules.flatMap(({ form, rule }) => {
      const change = overrideFor(rule, chosen.get(rule.id) ?? '');
      if (change === undefined && chosen.has(rule.id)) throw new ScreeningError(`${rule.id}: this is no choice.`);
      if (!change) return [];
      const tried = withOverrides(form, [change]);
      if ('problems' in tried) throw new ScreeningError(refusalOf(rule));
      return [change];
    });
    const now = instantText(this.#clock.now());
    const kept = await this.#database.exclusively(`practice screening ${practitioner.profile.id}`, (tx) =>
      tx.query('INSERT INTO practice_screening (practitioner_id, changes, changed_at) VALUES ($1, $2::jsonb, $3)', [
        ...[practitioner.profile.id, JSON.stringify(changes), now],
      ]),
    );
    if (!kept) throw new ScreeningError('Somebody is changing this just now. Please try again.');
    await this.load();
    this.#answers.forget();
  }
}

function refusalOf({ id, outcome }: ScreeningRule): string {
  return outcome === 'stop'
    ? `${id} stops a booking, and that cannot be loosened. Nothing was changed.`
    : `${id} cannot be changed like that. Nothing was changed.`;
}
