import { expect } from '@open-wc/testing';
import { HttpBackend } from '../../src/backend/http/http-backend.js';
import type { KneadBooking } from '../../src/components/booking/booking.js';
import type { Slot } from '../../src/contract/availability.js';
import type { Practitioner } from '../../src/contract/practitioner.js';
import { dateIn } from '../../src/domain/time/local-time.js';
import * as journey from '../../stories/flow/journey.js';
import { appears, choose, control, controls, heading, press, reaches, type } from '../../stories/flow/walk.js';
import { realBackend } from '../support/real-backend.js';
import { settled } from '../support/settled.js';

let url = '';
const MARA = 'mara-lindqvist';
const THERAPISTS = 'Who would you like to see?';
const TREATMENTS = 'What would you like?';

const day = dateIn('Europe/London', Date.now() + 9 * 86_400_000);
const backAnHour = { serviceId: 'back', optionId: 'back-60', addOnIds: [] };

function show(more: journey.JourneyArgs = {}): KneadBooking {
  const booking = journey.bookingOf({ practitioner: MARA, ...more, backend: new HttpBackend(url) });
  document.body.append(booking);
  return booking;
}

const text = (booking: KneadBooking): string => booking.shadowRoot!.textContent.replaceAll(/\s+/g, ' ');
const goOn = (booking: KneadBooking): Promise<void> => press(booking, 'Continue');
const says = (booking: KneadBooking, words: string): Promise<unknown> =>
  appears(words, () => text(booking).includes(words));

/** Nothing in the safety check applies; what was ticked before stays ticked. */
const passes: journey.Stretch = async (booking) => {
  await appears('both lists', () => controls(booking, 'None of these').length === 2);
  for (const none of controls(booking, 'None of these')) if (!none.checked) none.click();
  await goOn(booking);
  await reaches(booking, /^When /);
};

/** Back to a step. */
const backTo =
  (name: string): journey.Stretch =>
  async (booking) => {
    while (heading(booking) !== name) {
      const before = heading(booking);
      await press(booking, 'Back');
      await appears('the step before', () => heading(booking) !== before);
    }
  };

/** The time that is chosen, as its label says it. */
const chosenTime = (booking: KneadBooking): string | undefined =>
  controls(booking, /^\w+ \d+ \w+, .+, (\d+ min|1 hr 30 min)$/).find(({ checked }) => checked)?.labels?.[0]?.innerText;

/** Free starts of a day for an hour of back massage with Mara, at the therapist's or at a postcode. */
async function freeTimes(outwardCode?: string): Promise<Slot[]> {
  const where = outwardCode ? { place: 'outcall' as const, outwardCode } : { place: 'incall' as const };
  const query = { practitionerIds: [MARA], ...backAnHour, ...where, from: day, to: day };
  const { entries } = await new HttpBackend(url).availability(query);
  return entries.flatMap((entry) => ('slots' in entry ? entry.slots : []));
}

const at = (slots: readonly Slot[], time: string): Slot =>
  slots.find(({ local }) => local.startsWith(`${day}T${time}`))!;

/** What is said aloud inside an element from now on, in order. */
function listen(root: ShadowRoot): string[] {
  const said: string[] = [];
  new MutationObserver(() => {
    const words = root.querySelector('[role=status]')!.textContent.trim();
    if (words) said.push(words);
  }).observe(root.querySelector('[role=status]')!, { childList: true, characterData: true, subtree: true });
  return said;
}

describe('choosing where and what, on the real backend', () => {
  before(async () => {
    url = await realBackend();
  });
  beforeEach(async () => {
    await fetch(`${url}/test/reset`, { method: 'POST' });
  });
  afterEach(() => document.querySelectorAll('knead-booking').forEach((booking) => booking.remove()));

  it('Scenario 3: half an hour more changes length and price, is said once, and costs a time that no longer fits', async () => {
    const last = at(await freeTimes(), '21:00');
    const booking = show({ start: last.start });
    await journey.walk(booking, [journey.atTheTherapist, journey.backMassage, passes]);
    await appears('the time is kept', () => chosenTime(booking)?.includes('9:00pm'));
    await backTo(TREATMENTS)(booking);

    const picker = booking.shadowRoot!.querySelector('knead-service-picker')!;
    await settled(picker);
    const said = listen(picker.shadowRoot!);
    await choose(booking, /^Add Relaxing massage, 30 min/);
    await appears('the announcement', () => said.length > 0);
    await settled(booking);
    expect(said).to.deep.equal(['Total 1 hr 30 min, £110']);
    expect(picker.shadowRoot!.textContent).to.include('Total 1 hr 30 min, £110');
    expect(text(booking)).to.include('£110.00').and.to.include('1 hr 30 min');

    await goOn(booking);
    await reaches(booking, 'A quick safety check');
    await passes(booking);
    await says(booking, 'The time you chose does not fit this choice. Please choose another one.');
    await appears('times for the longer session', () => controls(booking, /, 1 hr 30 min$/).length > 3);
    expect(controls(booking, /, 60 min$/)).to.have.length(0);
    expect(chosenTime(booking)).to.equal(undefined);
  });

  it('Scenario 15: a postcode is read in any spelling, each fault has its own words, and it is typed once', async () => {
    const booking = show();
    for (const [typed, words] of [
      ['', 'Enter your postcode, or its first half, like E1'],
      ['HELLO', 'That does not look like a postcode. Try something like E1 or E1 6AN.'],
      ['SE', 'Enter the whole first half of your postcode, for example SE1 or SW1A'],
    ] as const) {
      await journey.atYourPlace(typed)(booking);
      await says(booking, words);
      const field = control(booking, 'Your postcode')!;
      expect([field.getAttribute('aria-invalid'), field.value]).to.deep.equal(['true', typed]);
      expect(booking.shadowRoot!.activeElement).to.equal(field);
    }
    await journey.atYourPlace('w1g')(booking);
    await reaches(booking, TREATMENTS);

    const { practitioners } = await new HttpBackend(url).catalogue({});
    const comesToE1 = ({ serviceIds, places }: Practitioner): boolean =>
      serviceIds.includes('back') &&
      places.some(
        (offer) => offer.place === 'outcall' && offer.zones.some(({ outwardCodes }) => outwardCodes.includes('E1')),
      );
    const { id } = practitioners.find(comesToE1)!;
    const visit = show({ practitioner: id });
    await appears('the place', () => heading(visit) !== '');
    if (!control(visit, 'Your postcode')) await choose(visit, /^At your place/);
    await type(visit, 'Your postcode', ' e1-6an ');
    await says(visit, 'We visit E1');
    await goOn(visit);
    await journey.walk(visit, [journey.until(TREATMENTS), journey.backMassage, passes]);
    await appears('the times', () => controls(visit, /, 60 min$/).length >= 4);
    controls(visit, /, 60 min$/)[3]!.click();
    await goOn(visit);
    await reaches(visit, 'Your details');
    const postcode = await appears('the postcode', () => control(visit, 'Postcode'));
    expect(postcode.value).to.equal('E1 6AN');
    expect(control(visit, 'Phone number')?.getAttribute('aria-required')).to.equal('true');
  });

  it('Scenario 16: where the therapist does not come, it says so kindly and offers the ways on that there are', async () => {
    const booking = show({ practitioner: null });
    await reaches(booking, THERAPISTS);
    await choose(booking, /^Mara Lindqvist/);
    await goOn(booking);
    await journey.atYourPlace('N22')(booking);
    await says(booking, 'Mara Lindqvist doesn’t visit N22.');
    const field = control(booking, 'Your postcode')!;
    expect([field.getAttribute('aria-invalid'), field.value]).to.deep.equal([null, 'N22']);
    expect(booking.shadowRoot!.querySelector('.field-error')).to.equal(null);
    expect(text(booking)).to.include('Come to Marylebone W1U instead');

    await type(booking, 'Your postcode', 'E3');
    await goOn(booking);
    await says(booking, 'can come to E3.');
    await press(booking, 'Choose another therapist');
    await reaches(booking, THERAPISTS);
    await goOn(booking);
    await reaches(booking, 'Where would you like your massage?');
    expect(control(booking, 'Your postcode')!.value).to.equal('E3');
    await type(booking, 'Your postcode', 'N22');
    await goOn(booking);
    await press(booking, 'Come to Marylebone W1U instead');
    await reaches(booking, TREATMENTS);
  });

  it('Scenario 17: another postcode asks for the times again: one still free is kept, one that is lost is said plainly', async () => {
    const evening = at(await freeTimes('W1G'), '18:30');
    const booking = show({ start: evening.start });
    await journey.walk(booking, [journey.atYourPlace('W1G'), journey.until(TREATMENTS), journey.backMassage, passes]);
    await appears('the time is kept', () => chosenTime(booking)?.includes('6:30pm'));

    const elsewhere = async (postcode: string): Promise<void> => {
      await backTo('Where would you like your massage?')(booking);
      await type(booking, 'Your postcode', postcode);
      await goOn(booking);
      await reaches(booking, TREATMENTS);
      await goOn(booking);
      await reaches(booking, 'A quick safety check');
      await passes(booking);
    };
    await elsewhere('W2');
    await appears('the time is kept in W2', () => chosenTime(booking)?.includes('6:30pm'));
    expect(text(booking)).not.to.include('does not fit');

    // From W1G she is back by eight; from W8, further away, she is not.
    const eight = at(await freeTimes(), '20:00');
    const session = { practitionerId: MARA, ...backAnHour, place: 'incall' as const };
    await new HttpBackend(url).hold(
      { items: [{ ...session, start: eight.start, slotToken: eight.token }] },
      crypto.randomUUID(),
    );
    expect(at(await freeTimes('W8'), '18:30')).to.equal(undefined);
    await elsewhere('W8');
    await says(booking, 'The time you chose does not fit this choice. Please choose another one.');
    expect(chosenTime(booking)).to.equal(undefined);
    expect(text(booking)).to.include('£105.00');
  });

  it('Scenario 25, of treatments: one with a price that is no number, or twice the same, is left out and the rest can be booked', async () => {
    const http = new HttpBackend(url);
    const spoiled = journey.withMethod(http, {
      catalogue: async (query, options) => {
        const { services, practitioners } = await http.catalogue(query, options);
        const [first, second] = services;
        const option = {
          ...second!.options[0]!,
          prices: [{ place: 'incall' as const, price: { amount: NaN, currency: 'GBP' } }],
        };
        return {
          practitioners,
          services: [{ ...first!, name: '<i>Back</i> massage' }, { ...second!, options: [option] }, first!],
        };
      },
    });
    const booking = journey.bookingOf({ practitioner: MARA, backend: spoiled });
    document.body.append(booking);
    await journey.atTheTherapist(booking);
    const picker = booking.shadowRoot!.querySelector('knead-service-picker')!;
    await settled(picker);
    expect([...picker.shadowRoot!.querySelectorAll('.name')].map((name) => name.textContent)).to.deep.equal([
      '<i>Back</i> massage',
    ]);
    await goOn(booking);
    await reaches(booking, 'A quick safety check');
  });
});
