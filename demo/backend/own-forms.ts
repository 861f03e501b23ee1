import { createHash } from 'node:crypto';
import type { IntakeForm } from '../../src/contract/intake.js';
import { withOverrides, type RuleOverride } from '../../src/domain/intake/overrides.js';
import type { PractitionerRecord, Seed } from './seed.js';

/**
 * The seed with every form as each practitioner screens with it, and with the practitioners naming theirs. A form that a
 * practitioner changes is a version of its own, called after the change: whoever has read it once need not ask again, and
 * answers cannot pass for those to another practitioner's version. `formerly` are the changes that held before, by
 * practitioner: their versions are known still. Throws an Error that names what cannot be changed.
 */
export function withOwnForms(
  seed: Seed,
  formerly: ReadonlyMap<string, readonly (readonly RuleOverride[])[]> = NONE,
): Seed {
  const forms = new Map<string, IntakeForm>();
  const practitioners = seed.practitioners.map((record) => {
    const own = seed.intakeForms.flatMap((form) => ownForm(form, record) ?? []);
    const older = (formerly.get(record.profile.id) ?? []).flatMap((screening) =>
      seed.intakeForms.flatMap((form) => ownForm(form, { ...record, screening }) ?? []),
    );
    for (const form of [...older, ...own]) forms.set(`${form.id} ${form.version}`, form);
    const intakeForms = own.map(({ id, version }) => ({ id, version }));
    return own.length > 0 ? { ...record, profile: { ...record.profile, intakeForms } } : record;
  });
  for (const { profile, screening = [] } of seed.practitioners) {
    const unknown = screening.find(({ ruleId }) => !seed.intakeForms.some(({ rules }) => has(rules, ruleId)));
    if (unknown) throw new Error(`${profile.id} changes the rule ${unknown.ruleId}, which no form has.`);
  }
  return { ...seed, practitioners, intakeForms: [...seed.intakeForms, ...forms.values()] };
}

const NONE: ReadonlyMap<string, never[]> = new Map();

function ownForm(form: IntakeForm, { profile, screening = [] }: PractitionerRecord): IntakeForm | null {
  const changes = screening.filter(({ ruleId }) => has(form.rules, ruleId));
  if (changes.length === 0) return null;
  const changed = withOverrides(form, changes);
  if ('problems' in changed) {
    const [problem] = changed.problems;
    throw new Error(`${profile.id} cannot change ${form.id}: ${problem!.pointer} (${problem!.fault}).`);
  }
  const mark = createHash('sha256').update(JSON.stringify(changes)).digest('base64url').slice(0, 8);
  return { ...changed.form, version: `${form.version}.${mark}` };
}

function has(rules: IntakeForm['rules'], ruleId: string): boolean {
  return rules.some(({ id }) => id === ruleId);
}
