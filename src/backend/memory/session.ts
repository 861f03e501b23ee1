import type { SessionItem } from '../../contract/hold.js';
import type { Price } from '../../contract/money.js';
import type { PlaceOffer } from '../../contract/place.js';
import type { Practitioner } from '../../contract/practitioner.js';
import type { Problem, ProblemCode } from '../../contract/problem.js';
import type { AddOn, Service } from '../../contract/service.js';
import { PROBLEM_STATUS } from '../../contract/problem.js';
import { priceOf, priceTogether } from '../../domain/pricing/price.js';
import { PRACTITIONERS, SERVICES } from './catalogue.js';

const RETRYABLE: readonly ProblemCode[] = ['request-in-flight', 'rate-limited', 'temporarily-unavailable', 'internal'];

/** Thrown inside the memory backend to answer with a problem. */
export class ProblemAnswer extends Error {
  readonly problem: Problem;

  constructor(
    code: ProblemCode,
    more: Partial<Problem> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.problem = {
      type: 'about:blank',
      title: code.replaceAll('-', ' '),
      status: PROBLEM_STATUS[code],
      code,
      ...(RETRYABLE.includes(code) && { retryable: true }),
      ...more,
    };
  }
}

/** What makes up a session, apart from when. */
export type Choice = Pick<SessionItem, 'practitionerId' | 'serviceId' | 'optionId' | 'addOnIds' | 'place'> & {
  outwardCode?: string | undefined;
};

/** A choice looked up in the catalogue, with its length in minutes and its price. */
export interface Session {
  choice: Choice;
  practitioner: Practitioner;
  service: Service;
  offer: PlaceOffer;
  addOns: readonly AddOn[];
  minutes: number;
  price: Price;
}

/** A session with what was sent for it. */
export interface Chosen {
  item: SessionItem;
  session: Session;
  /** Of whoever gives it. */
  timeZone: string;
}

/** Looks a choice up. Throws {@link ProblemAnswer} if it is not on offer, or not there. */
export function sessionOf(choice: Choice, surcharge: number): Session {
  const practitioner = PRACTITIONERS.find(({ id }) => id === choice.practitionerId);
  if (!practitioner) throw new ProblemAnswer('not-found');
  const service = SERVICES.find(({ id }) => id === choice.serviceId && practitioner.serviceIds.includes(id));
  const option = service?.options.find(({ id }) => id === choice.optionId);
  const offer = practitioner.places.find(({ place }) => place === choice.place);
  const addOns = choice.addOnIds.map((wanted) => service?.addOns.find(({ id }) => id === wanted));
  if (!service || !option || !offer || addOns.includes(undefined)) throw new ProblemAnswer('not-offered');
  const extras = addOns as AddOn[];
  const { outwardCode } = choice;
  const price = priceOf({ service, option, addOns: extras, offer, outwardCode, travelLabel: 'Travel' });
  if ('refusal' in price)
    throw new ProblemAnswer(price.refusal === 'outward-code-needed' ? 'validation' : price.refusal);
  const minutes = extras.reduce((sum, addOn) => sum + addOn.minutes, option.minutes);
  return { choice, practitioner, service, offer, addOns: extras, minutes, price: raised(price, surcharge) };
}

/** What several sessions cost together; at least one. */
export function priceOfAll(chosen: readonly Chosen[]): Price {
  const [first, ...others] = chosen.map(({ session }) => session.price);
  return priceTogether(first!, ...others);
}

function raised(price: Price, by: number): Price {
  if (by === 0) return price;
  const { currency, amount } = price.total;
  return {
    total: { amount: amount + by, currency },
    lines: [...price.lines, { kind: 'fee', label: 'New price from today', amount: { amount: by, currency } }],
  };
}
