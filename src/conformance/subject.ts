import type { Discovery } from '../contract/discovery.js';
import type { Place } from '../contract/place.js';
import type { Practitioner } from '../contract/practitioner.js';
import type { Catalogue, Service } from '../contract/service.js';
import type { Answer, Client } from './client.js';
import { Availability } from '../contract/availability.js';
import { DISCOVERY_PATH, Discovery as DiscoverySchema } from '../contract/discovery.js';
import { Catalogue as CatalogueSchema } from '../contract/service.js';
import { addDays, dateIn, earlier } from './calendar.js';
import { NotHere, read } from './expect.js';

/** What availability is asked about. */
export interface Choice {
  practitionerId: string;
  serviceId: string;
  optionId: string;
  addOnIds: readonly string[];
  place: Place;
  outwardCode?: string;
}

/** What the kit found by discovery. */
export interface Subject {
  /** As it was given, without a slash at its end. */
  url: string;
  discovery: Discovery;
  /** `baseUrl` without a slash at its end. */
  base: string;
  catalogue: Catalogue;
  /** The practitioner's choices with most free days first; in-call before out-call, booked at once before asked for. */
  choices: readonly Choice[];
  /** Days in which the kit books: late enough that cancelling is free. */
  window: { from: string; to: string };
  /** The backend's clock, in milliseconds. */
  now(): number;
}

/** Reads discovery and catalogue, and looks for what can be booked. Throws `Unmet` where they cannot be read. */
export async function survey(client: Client, url: string, now: () => number): Promise<Subject> {
  const discovery = read(await client.send('GET', url + DISCOVERY_PATH), DiscoverySchema);
  const base = discovery.baseUrl.replace(/\/+$/, '');
  const catalogue = read(await client.send('GET', `${base}/services`), CatalogueSchema);
  const today = dateIn(discovery.business.timeZone, now());
  const notice = Math.ceil(discovery.business.cancellation.freeUntilHours / 24) + 2;
  const horizon = addDays(today, discovery.limits.horizonDays);
  const from = earlier(addDays(today, notice), horizon);
  const window = { from, to: earlier(addDays(from, 27), horizon) };
  const found: { choice: Choice; rank: number }[] = [];
  for (const choice of possible(catalogue)) {
    const days = await freeDays(client, base, choice, window);
    const offer = offerOf(catalogue, choice);
    const isEasy = choice.place === 'incall' && offer?.approval === 'instant';
    if (days > 0) found.push({ choice, rank: days + (isEasy ? 100 : 0) });
  }
  const choices = found.sort((a, b) => b.rank - a.rank).map(({ choice }) => choice);
  return { url, discovery, base, catalogue, choices, window, now };
}

/** The address of a question about a choice. Unknown extras are passed through. */
export function availabilityUrl(base: string, choice: Choice, range: { from: string; to: string }): string {
  const { practitionerId, serviceId, optionId, addOnIds, place, outwardCode } = choice;
  const search = new URLSearchParams({ practitioner: practitionerId, service: serviceId, option: optionId, place });
  for (const addOn of addOnIds) search.append('addOn', addOn);
  if (outwardCode !== undefined) search.set('outwardCode', outwardCode);
  search.set('from', range.from);
  search.set('to', range.to);
  return `${base}/availability?${search}`;
}

/** The first choice, or the first that fits. Throws `NotHere` where none does. */
export function choiceOf(
  { choices }: Pick<Subject, 'choices'>,
  fits: (choice: Choice) => boolean = () => true,
  what = 'times',
): Choice {
  const choice = choices.find(fits);
  if (!choice) throw new NotHere(`the backend offers no ${what} in the next weeks`);
  return choice;
}

/** The service of a choice. */
export function serviceOf({ catalogue }: Subject, { serviceId }: Choice): Service {
  return catalogue.services.find(({ id }) => id === serviceId)!;
}

/** The form a choice asks for, in the version that holds with its practitioner. */
export function intakeFormOf(subject: Subject, choice: Choice): Service['intakeForm'] {
  const { intakeForm: form } = serviceOf(subject, choice);
  const practitioner = subject.catalogue.practitioners.find(({ id }) => id === choice.practitionerId);
  return practitioner?.intakeForms?.find(({ id }) => id === form?.id) ?? form;
}

/** How a practitioner offers the place of a choice. */
export function offerOf(catalogue: Catalogue, choice: Choice): Practitioner['places'][number] | undefined {
  return catalogue.practitioners
    .find(({ id }) => id === choice.practitionerId)
    ?.places.find(({ place }) => place === choice.place);
}

/** At most this many practitioners are looked at, one choice per place each: enough to find what the cases need. */
const LOOKED_AT = 12;

function possible({ practitioners, services }: Catalogue): Choice[] {
  return practitioners.slice(0, LOOKED_AT).flatMap(({ id, serviceIds, places }) =>
    places.flatMap((offer): Choice[] => {
      const { place } = offer;
      const service = services.find((one) => serviceIds.includes(one.id) && optionAt(one, place));
      const option = service && optionAt(service, place);
      if (!service || !option) return [];
      const choice: Choice = { practitionerId: id, serviceId: service.id, optionId: option.id, addOnIds: [], place };
      const outwardCode = offer.place === 'outcall' ? offer.zones[0]?.outwardCodes[0] : undefined;
      return [outwardCode === undefined ? choice : { ...choice, outwardCode }];
    }),
  );
}

function optionAt(service: Service, place: Place): Service['options'][number] | undefined {
  return service.options.find(({ prices }) => prices.some((one) => one.place === place));
}

async function freeDays(
  client: Client,
  base: string,
  choice: Choice,
  window: { from: string; to: string },
): Promise<number> {
  const answer: Answer = await client.send('GET', availabilityUrl(base, choice, window));
  const entries = read(answer, Availability).entries.filter((entry) => 'slots' in entry);
  return new Set(entries.flatMap(({ slots }) => slots.map(({ local }) => local.slice(0, 10)))).size;
}
