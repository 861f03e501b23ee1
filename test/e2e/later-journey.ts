import type { Booking } from '../../src/contract/booking.js';
import { bookingOf, itemAt, Visitor, type Choice } from '../reference/visitor.js';
import type { Demo } from '../support/demo.js';
import { outboxMails } from '../support/records.js';
import type { Visit } from '../support/visit.js';
import { goOn, londonDay } from './journey.js';

/** A massage that asks about heat. */
export const STONES: Choice = {
  practitionerId: 'mara-lindqvist',
  serviceId: 'hot-stone',
  optionId: 'hot-stone-75',
  addOnIds: [],
  place: 'incall',
};

/** A booking whose client answers later, and the mail they got. */
export async function booked(demo: Demo, choice: Partial<Choice> = {}): Promise<{ booking: Booking; mail: string }> {
  const visitor = new Visitor(demo.backend.url);
  const { slots, price } = await visitor.entry(choice, londonDay(9).date);
  const { intakeForm } = (
    await visitor.get<{ services: { id: string; intakeForm: { id: string; version: string } }[] }>('/v1/services')
  ).body.services.find(({ id }) => id === (choice.serviceId ?? 'back'))!;
  const safetyCheck = {
    formId: intakeForm.id,
    version: intakeForm.version,
    passed: true as const,
    at: new Date().toISOString(),
  };
  const { body } = await visitor.book(
    bookingOf([itemAt(slots[4], choice)], { intake: 'later', safetyCheck, expectedTotal: price.total }),
  );
  const mail = (await outboxMails(demo.backend)).find(({ recipient }) => recipient.includes('ada@'))!.message;
  return { booking: body, mail };
}

/** Nothing of the safety check applies. */
export async function nothingApplies(visit: Visit): Promise<void> {
  await visit.find('checkbox', 'None of these');
  for (const none of await visit.all('checkbox', 'None of these')) if (!none.checked) await visit.clickAt(none);
  for (const none of await visit.all('radio', 'No new injury')) await visit.clickAt(none);
}

/** From page to page to the last one, with firm pressure chosen where that is asked. */
export async function reachConsent(
  visit: Visit,
  onTheWay: (visit: Visit) => Promise<void> = chooseFirm,
): Promise<void> {
  for (;;) {
    const [, number, total] = /Part (\d+) of (\d+)/.exec(await visit.text())!;
    if (number === total) return;
    if ((await visit.all('radio', 'Firm')).length > 0 || onTheWay !== chooseFirm) await onTheWay(visit);
    const nones = number === '1' ? [] : await visit.all('checkbox', 'None of these');
    for (const none of nones) if (!none.checked) await visit.clickAt(none);
    await goOn(visit);
    await visit.says(new RegExp(`Part (?!${number} )\\d`));
  }
}

async function chooseFirm(visit: Visit): Promise<void> {
  await visit.click('radio', 'Firm');
}
