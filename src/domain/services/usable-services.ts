import type { Money } from '../../contract/money.js';
import type { Service } from '../../contract/service.js';

/**
 * What of services that a page gave can be shown: those with a name and at least one duration with a price, each id once.
 * Durations, prices and add-ons that make no sense are left out, lists that are missing count as empty. `left` says how
 * many were left out.
 */
export function usableServices(given: readonly Service[]): { services: Service[]; left: number } {
  let left = 0;
  const ids = new Set<string>();
  const isNew = (...path: readonly string[]): boolean => path.every(Boolean) && ids.size < ids.add(`${path}`).size;
  const keep = <Item>(items: readonly Item[], read: (item: Item) => Item | false): Item[] =>
    (Array.isArray(items) ? items : []).flatMap((item: Item) => {
      const kept = item && read(item);
      if (!kept) left += 1;
      return kept || [];
    });
  const services = keep(given, (service) => {
    const { id, name, techniques = [], areas = [], faq = [] } = service;
    if (!name || !isNew(id)) return false;
    const options = keep(service.options, (option) => {
      const prices = keep(option.prices, (each) => isMoney(each.price) && each);
      return prices.length > 0 && option.minutes > 0 && isNew(id, 'option', option.id) && { ...option, prices };
    });
    const addOns = keep(
      service.addOns,
      (addOn) => !!addOn.name && addOn.minutes >= 0 && isMoney(addOn.price) && isNew(id, 'add-on', addOn.id) && addOn,
    );
    return options.length > 0 && { ...service, options, addOns, techniques, areas, faq };
  });
  return { services, left };
}

function isMoney(money: Money | undefined): boolean {
  return !!money && money.amount >= 0 && Number.isInteger(money.amount) && /^[A-Z]{3}$/.test(money.currency);
}
