import { Availability } from '../../contract/availability.js';
import { IntakeEvaluation, IntakeForm, type Answers, type ScreeningRule } from '../../contract/intake.js';
import type { Place } from '../../contract/place.js';
import type { PractitionerSearch } from '../../contract/practitioner-search.js';
import { PractitionerPage } from '../../contract/service.js';
import { answersUnder } from '../answers.js';
import { cases, type Context } from '../case.js';
import { expect, expectSame, NotHere, problem, read } from '../expect.js';
import { formOf, formsOf } from '../forms.js';
import { evaluate, offerWith } from '../intake.js';
import { choiceOf, serviceOf, type Choice } from '../subject.js';

const EFFECTS = ['blocked', 'skill', 'places', 'avoid', 'maxIntensity', 'urgency', 'message', 'outcome'] as const;

/** The choices of the subject, and those with every other service at the same place. */
function everyService({ subject: { choices, catalogue } }: Context): Choice[] {
  return choices.flatMap((choice) => {
    const { place, practitionerId } = choice;
    const given = catalogue.practitioners.find(({ id }) => id === practitionerId)?.serviceIds ?? [];
    return catalogue.services.flatMap(({ id: serviceId, options }) => {
      const option = options.find(({ prices }) => prices.some((price) => price.place === place));
      return option && given.includes(serviceId) ? [{ ...choice, serviceId, optionId: option.id }] : [];
    });
  });
}

/** A booking that the outcome of its own proof does not allow. */
async function refusedUnder(
  context: Context,
  form: IntakeForm,
  answers: Answers,
  fits: (choice: Choice) => boolean,
): Promise<void> {
  const { proof } = read(await evaluate(context, form, answers), IntakeEvaluation);
  const offer = await offerWith(context, form, fits, everyService(context));
  const request = context.visitor.request([offer], { intake: 'inline', intakeProof: proof });
  problem(await context.visitor.book(request), 'screening-refused');
  expect(await context.visitor.isOffered(offer), 'the time is occupied all the same');
}

/** Answers that lead to a rule with an effect and end no booking, with the rule. Throws `NotHere` where the form has none that simple. */
function ruled(form: IntakeForm, has: (rule: ScreeningRule) => boolean, what: string): [ScreeningRule, Answers] {
  const fits = (rule: ScreeningRule): boolean => has(rule) && rule.outcome !== 'stop' && !rule.blocked;
  const rule = form.rules.find((one) => fits(one) && answersUnder({ ...form, rules: [one] }, () => true));
  const answers = rule && answersUnder({ ...form, rules: [rule] }, () => true);
  if (!rule || !answers) throw new NotHere(`no single answer leads to ${what}`);
  return [rule, answers];
}

/** Practitioners found by a search that may not be a URL, and by its filters in a URL. */
async function searched({ visitor }: Context, search: PractitionerSearch): Promise<{ found: string[]; byUrl: number }> {
  const answer = await visitor.api('POST', '/practitioner-searches', { body: { ...search, limit: 100 } });
  expect(/\bno-store\b/.test(answer.headers.get('cache-control') ?? ''), 'the answer may be stored', answer);
  const query = new URLSearchParams({ limit: '100' });
  for (const [name, value] of Object.entries(search)) query.set(name, String(value));
  const byGet = read(await visitor.api('GET', `/practitioners?${query}`), PractitionerPage);
  const found = read(answer, PractitionerPage).practitioners.map(({ id }) => id);
  return { found: found.sort(), byUrl: byGet.practitioners.length };
}

export const intakeLimitCases = cases(
  {
    id: 'intake.retention',
    clause: 'A form whose answers are sent says how long they are kept.',
    needs: ['screening'],
    async run(context) {
      for (const { id, version } of formsOf(context)) {
        const path = `/intake-forms/${encodeURIComponent(id)}/versions/${encodeURIComponent(version)}`;
        const form = read(await context.visitor.api('GET', path), IntakeForm);
        const asks = form.items.some(({ section, from }) => section !== 'safety' && !from);
        expect(!asks || Boolean(form.retention?.trim()), `the form ${id} says nothing of how long answers are kept`);
      }
    },
  },
  {
    id: 'intake.effects',
    clause: 'An outcome carries what its rule does: skill, places, what is left out, how firm, and whether it blocks.',
    needs: ['screening'],
    async run(context) {
      const form = await formOf(context);
      for (const rule of form.rules) {
        const answers = answersUnder({ ...form, rules: [rule] }, () => true);
        if (!answers) continue;
        const answer = await evaluate(context, form, answers);
        const found = read(answer, IntakeEvaluation).outcomes.find(({ ruleId }) => ruleId === rule.id);
        // What has to pass may have passed already.
        if (!found && rule.since !== undefined) continue;
        expect(found !== undefined, `the answers for ${rule.id} do not lead there`, answer);
        for (const effect of EFFECTS) expectSame(found[effect], rule[effect], `${effect} of ${rule.id}`, answer);
      }
    },
  },
  {
    id: 'intake.route-skill',
    clause: 'A proof that asks for a skill is good for no practitioner without it.',
    needs: ['screening'],
    async run(context) {
      const form = await formOf(context);
      const [rule, answers] = ruled(form, ({ skill }) => skill !== undefined, 'a skill');
      const { practitioners } = context.subject.catalogue;
      const lacks = ({ practitionerId }: Choice): boolean =>
        practitioners.find(({ id }) => id === practitionerId)?.skills.includes(rule.skill!) === false;
      await refusedUnder(context, form, answers, lacks);
    },
  },
  {
    id: 'intake.route-place',
    clause: 'A proof that leaves one place open is not good for the other.',
    needs: ['screening'],
    async run(context) {
      const form = await formOf(context);
      const [rule, answers] = ruled(form, ({ places }) => places !== undefined, 'one place');
      await refusedUnder(context, form, answers, ({ place }) => !rule.places!.includes(place));
    },
  },
  {
    id: 'intake.intensity',
    clause: 'A proof that leaves gentle services open is not good for a firmer one.',
    needs: ['screening'],
    async run(context) {
      const form = await formOf(context);
      const [rule, answers] = ruled(form, ({ maxIntensity }) => maxIntensity !== undefined, 'gentler services');
      const isFirmer = (choice: Choice): boolean =>
        (serviceOf(context.subject, choice).intensity ?? 0) > rule.maxIntensity!;
      await refusedUnder(context, form, answers, isFirmer);
    },
  },
  {
    id: 'directory.screening-filters',
    clause: 'What screening leaves open narrows a POST search; in the URL of a GET it changes nothing.',
    needs: ['practitionerSearch'],
    async run(context) {
      const { practitioners, services } = context.subject.catalogue;
      for (const place of ['incall', 'outcall'] as const satisfies readonly Place[]) {
        const { found, byUrl } = await searched(context, { places: [place] });
        const wanted = practitioners.filter(({ places }) => places.some((offer) => offer.place === place));
        expectSame(found, wanted.map(({ id }) => id).sort(), `who offers ${place}`);
        expectSame(byUrl, practitioners.length, 'the list by GET');
      }
      const { found, byUrl } = await searched(context, { maxIntensity: 1 });
      const gentle = services.filter(({ intensity = 0 }) => intensity <= 1).map(({ id }) => id);
      const wanted = practitioners.filter(({ serviceIds }) => serviceIds.some((id) => gentle.includes(id)));
      expectSame(found, wanted.map(({ id }) => id).sort(), 'who gives a gentle service');
      expectSame(byUrl, practitioners.length, 'the list by GET');
    },
  },
  {
    id: 'availability.screening-limits',
    clause: 'Outside what screening leaves open, a search answers with a problem instead of slots.',
    needs: ['availabilitySearch'],
    async run({ subject, visitor }) {
      const slotsWith = async ({ practitionerId, ...choice }: Choice, limits: object): Promise<boolean> => {
        const body = { practitionerIds: [practitionerId], ...choice, ...subject.window, ...limits };
        const [entry] = read(await visitor.api('POST', '/availability-searches', { body }), Availability).entries;
        return entry !== undefined && 'slots' in entry;
      };
      const choice = choiceOf(subject);
      const elsewhere = choice.place === 'incall' ? 'outcall' : 'incall';
      expectSame(await slotsWith(choice, { places: [elsewhere] }), false, 'whether there are slots elsewhere');
      expectSame(await slotsWith(choice, { places: [choice.place] }), true, 'whether there are slots there');
      const { intensity } = serviceOf(subject, choice);
      if (intensity === undefined || intensity < 2) return;
      expectSame(await slotsWith(choice, { maxIntensity: intensity - 1 }), false, 'whether there are slots of it');
      expectSame(await slotsWith(choice, { maxIntensity: intensity }), true, 'whether there are slots of it');
    },
  },
);
