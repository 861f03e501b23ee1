import type { AddOn, Service, ServiceOption } from '../../src/contract/service.js';
import type { ConsentDocument } from '../../src/contract/consent.js';
import type { IntakeForm } from '../../src/contract/intake.js';
import type { Place, PlaceOffer } from '../../src/contract/place.js';
import type { Practitioner } from '../../src/contract/practitioner.js';
import type { Price } from '../../src/contract/money.js';
import type { OpeningHours } from '../../src/domain/availability/opening-hours.js';
import type { SchedulingRules } from '../../src/domain/availability/offered-slots.js';
import { flatItems } from '../../src/domain/intake/answers.js';
import { numbersFor, withNumbers } from '../../src/domain/intake/emergency-numbers.js';
import { formProblems } from '../../src/domain/intake/form-problems.js';
import type { RuleOverride } from '../../src/domain/intake/overrides.js';
import { problemWords } from '../../src/domain/intake/form-reading.js';
import { priceOf } from '../../src/domain/pricing/price.js';
import { Languages } from './languages.js';
import { withOwnForms } from './own-forms.js';
import type { PractitionerRecord, Seed } from './seed.js';

/** What a client wants of one practitioner, by id. */
export interface Choice {
  practitionerId: string;
  serviceId: string;
  optionId: string;
  addOnIds: readonly string[];
  place: Place;
  outwardCode?: string | undefined;
}

/** A choice that can be given: the nouns behind the ids, and everything that follows from them except the time. */
export interface Offering {
  practitioner: PractitionerRecord;
  rules: SchedulingRules;
  service: Service;
  option: ServiceOption;
  addOns: readonly AddOn[];
  offer: PlaceOffer;
  outwardCode?: string | undefined;
  minutes: number;
  travelMinutes: number;
  price: Price;
}

/** Why a choice cannot be given, and which of its fields says so. */
export interface Refusal {
  refusal: 'not-found' | 'not-offered' | 'outside-service-area' | 'outward-code-needed';
  field: keyof Choice;
}

/** Looks things up in the data the backend was started with. */
export class CatalogueData {
  /** What tests have put in place of practitioners' own rules, by id. */
  readonly otherRules = new Map<string, Partial<SchedulingRules>>();
  /** The weekly hours practitioners have put in place of those they began with, by id. */
  readonly ownHours = new Map<string, OpeningHours['weekly']>();

  /** The languages the data can be said in. */
  readonly languages: Languages;
  /** What the backend was started with, and the forms as practitioners change them. */
  seed: Seed;
  readonly #began: Seed;
  /** Practitioners by their id, for each seed there has been: there may be thousands. */
  readonly #byId = new WeakMap<Seed, ReadonlyMap<string, PractitionerRecord>>();

  /** Throws an Error that names what is wrong with a form, or with a practitioner's change of one. */
  constructor(seed: Seed) {
    assertUsable(seed.intakeForms);
    this.languages = new Languages(seed);
    const { region, emergencyNumbers = {} } = seed.business;
    const numbers = numbersFor(region, emergencyNumbers);
    this.#began = { ...seed, intakeForms: seed.intakeForms.map((form) => withNumbers(form, numbers)) };
    this.seed = withOwnForms(this.#began);
    assertUsable(this.seed.intakeForms);
  }

  /** Puts what practitioners have made of their screening, by id and oldest first, in place of what they began with. */
  screen(changes: ReadonlyMap<string, readonly (readonly RuleOverride[])[]>): void {
    const formerly = new Map<string, (readonly RuleOverride[])[]>();
    const practitioners = this.#began.practitioners.map((record) => {
      const own = changes.get(record.profile.id);
      if (!own) return record;
      formerly.set(record.profile.id, [record.screening ?? [], ...own]);
      return { ...record, screening: own.at(-1) ?? [] };
    });
    this.seed = withOwnForms({ ...this.#began, practitioners }, formerly);
  }

  /** The forms that a practitioner's sessions ask for, as they come. */
  formsOf({ serviceIds }: Pick<Practitioner, 'serviceIds'>): IntakeForm[] {
    const asked = serviceIds.map((id) => this.service(id)?.intakeForm?.id);
    return this.#began.intakeForms.filter(({ id }) => asked.includes(id));
  }

  /** Days after today on which somebody here can still be booked. */
  get horizonDays(): number {
    return Math.max(...this.seed.practitioners.map(({ schedule }) => schedule.horizonDays));
  }

  practitioner(id: string): PractitionerRecord | undefined {
    let byId = this.#byId.get(this.seed);
    if (!byId) {
      byId = new Map(this.seed.practitioners.map((record) => [record.profile.id, record]));
      this.#byId.set(this.seed, byId);
    }
    return byId.get(id);
  }

  service(id: string): Service | undefined {
    return this.seed.services.find((service) => service.id === id);
  }

  form(id: string, version: string): IntakeForm | undefined {
    return this.seed.intakeForms.find((form) => form.id === id && form.version === version);
  }

  /** The form a session of a practitioner asks for, in the version that holds with them. */
  formFor(practitionerId: string, serviceId: string): Service['intakeForm'] {
    const form = this.service(serviceId)?.intakeForm;
    const own = this.practitioner(practitionerId)?.profile.intakeForms ?? [];
    return own.find(({ id }) => id === form?.id) ?? form;
  }

  document(id: string, version: string): ConsentDocument | undefined {
    return this.seed.consentDocuments.find((document) => document.id === id && document.version === version);
  }

  /** When a practitioner works, as far as they have said. */
  hours({ profile, schedule }: PractitionerRecord): OpeningHours {
    const weekly = this.ownHours.get(profile.id);
    return weekly ? { ...schedule.hours, weekly } : schedule.hours;
  }

  /** Whether any version of a document or form with that id exists. */
  knows(kind: 'form' | 'document', id: string): boolean {
    return (kind === 'form' ? this.seed.intakeForms : this.seed.consentDocuments).some(
      (versioned) => versioned.id === id,
    );
  }

  /** Resolves a choice, with its length and price. */
  offering(choice: Choice): Offering | Refusal {
    const practitioner = this.practitioner(choice.practitionerId);
    if (!practitioner) return { refusal: 'not-found', field: 'practitionerId' };
    const service = this.service(choice.serviceId);
    if (!service) return { refusal: 'not-found', field: 'serviceId' };
    const option = service.options.find(({ id }) => id === choice.optionId);
    if (!option) return { refusal: 'not-found', field: 'optionId' };
    const addOns = service.addOns.filter(({ id }) => choice.addOnIds.includes(id));
    if (addOns.length !== choice.addOnIds.length) return { refusal: 'not-found', field: 'addOnIds' };
    if (!practitioner.profile.serviceIds.includes(service.id)) return { refusal: 'not-offered', field: 'serviceId' };
    const offer = practitioner.profile.places.find(({ place }) => place === choice.place);
    if (!offer) return { refusal: 'not-offered', field: 'place' };

    const { outwardCode } = choice;
    const price = priceOf({ service, option, addOns, offer, outwardCode, travelLabel: 'Travel to you' });
    if ('refusal' in price) return { ...price, field: price.refusal === 'not-offered' ? 'optionId' : 'outwardCode' };
    return {
      practitioner,
      rules: {
        ...practitioner.schedule,
        hours: this.hours(practitioner),
        ...(offer.place === 'outcall' && practitioner.visits),
        ...this.otherRules.get(practitioner.profile.id),
      },
      service,
      option,
      addOns,
      offer,
      outwardCode,
      minutes: addOns.reduce((sum, addOn) => sum + addOn.minutes, option.minutes),
      travelMinutes: travelMinutesOf(practitioner, offer, outwardCode),
      price,
    };
  }
}

function assertUsable(forms: readonly IntakeForm[]): void {
  for (const form of forms) {
    const [problem] = formProblems(form);
    if (problem) throw new Error(`The intake form ${form.id} cannot be used: ${problemWords(problem)}.`);
    const asks = flatItems(form).some(({ section, from }) => section !== 'safety' && !from);
    if (!asks) continue;
    if (!form.retention) throw new Error(`The intake form ${form.id} has to say how long answers are kept.`);
    if (!form.consent) throw new Error(`The intake form ${form.id} has to name what is agreed to.`);
  }
}

/** The way to a visit in minutes; 0 for in-call. */
export function travelMinutesOf(
  practitioner: PractitionerRecord,
  offer: PlaceOffer,
  outwardCode: string | undefined,
): number {
  if (offer.place === 'incall' || !outwardCode) return 0;
  const zone = offer.zones.findIndex(({ outwardCodes }) => outwardCodes.includes(outwardCode));
  return practitioner.travelMinutes[zone] ?? 0;
}
