import { expect } from '@open-wc/testing';
import { BackendFailure, type BookingBackend } from '../../src/backend/booking-backend.js';
import type { AvailabilityQuery } from '../../src/contract/availability.js';
import type { BookingRequest } from '../../src/contract/booking.js';
import type { IntakeForm, ScreeningRule } from '../../src/contract/intake.js';
import type { KneadBooking } from '../../src/components/booking/booking.js';
import { safetyPart } from '../../src/domain/intake/safety-part.js';
import * as journey from '../../stories/flow/journey.js';
import {
  appears,
  button,
  choose,
  control,
  controls,
  heading,
  inside,
  press,
  reaches,
} from '../../stories/flow/walk.js';
import { settled } from '../support/settled.js';

/** What the backend was asked, and what was written to the console. */
let queries: AvailabilityQuery[] = [];
let requests: BookingRequest[] = [];
let warnings: string[] = [];
const warn = console.warn;

/** The memory backend with changes, and with a look at what it is asked. */
async function watched(change: Partial<BookingBackend> = {}): Promise<BookingBackend> {
  const real = journey.presentBackend();
  return journey.withMethod(real, {
    availability: (query, signal) => {
      queries.push(query);
      return real.availability(query, signal);
    },
    book: (request, key) => {
      requests.push(request);
      return real.book(request, key);
    },
    ...change,
  });
}

/** The form with one rule more: what somebody who was unwell is told. */
async function withRule(change: Partial<ScreeningRule>): Promise<BookingBackend> {
  const real = journey.presentBackend();
  const { services } = await real.catalogue({});
  const form = await real.intakeForm(services.find(({ intakeForm }) => intakeForm)!.intakeForm!);
  const rules = form.rules.filter(({ id }) => id !== 'defer-unwell');
  const when = { all: [{ item: 'unwell', op: '=' as const, value: true }] };
  const rule: ScreeningRule = { id: 'r', when, outcome: 'route', message: 'Words of the form.', ...change };
  return watched({ intakeForm: () => Promise.resolve<IntakeForm>({ ...form, rules: [...rules, rule] }) });
}

function show(backend: BookingBackend, more: journey.JourneyArgs = {}): KneadBooking {
  const booking = journey.bookingOf({ ...more, backend });
  document.body.append(booking);
  return booking;
}

const text = (booking: KneadBooking): string => booking.shadowRoot!.textContent.replaceAll(/\s+/g, ' ');
const unwell: journey.Stretch = async (booking) => {
  await choose(booking, 'None of these');
  await choose(booking, 'Yes');
  await press(booking, 'Continue');
};
const sections = (booking: KneadBooking): string | null =>
  booking.shadowRoot!.querySelector('knead-intake-form')!.sections;

describe('what screening changes in the flow', () => {
  beforeEach(() => {
    [queries, requests, warnings] = [[], [], []];
    console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
    document.querySelectorAll('knead-booking').forEach((booking) => booking.remove());
  });

  it('a deferral says why in the words of the form, and every question about times carries it', async () => {
    const backend = await withRule({ outcome: 'defer', deferHours: 100, message: 'Please rest a little first.' });
    const booking = show(backend);
    const before = Date.now();
    await journey.walk(booking, [journey.atTheTherapist, journey.backMassage, unwell]);
    await reaches(booking, /^When /);
    await appears('times', () => controls(booking, /, 60 min$/).length > 0);
    expect(text(booking)).to.match(/Please rest a little first\. Times start on \w+ \d+ \w+\./);
    expect(text(booking)).not.to.include('injury');
    expect(queries).not.to.have.length(0);
    for (const { notBefore } of queries)
      expect(Date.parse(notBefore!)).to.be.within(before + 99 * 3_600_000, Date.now() + 101 * 3_600_000);
  });

  it('without one, nothing of the kind is asked', async () => {
    const booking = show(await watched());
    await journey.walk(booking, journey.times);
    await appears('times', () => controls(booking, /, 60 min$/).length > 0);
    expect(queries.some((query) => 'notBefore' in query || 'skills' in query)).to.equal(false);
  });

  it('a skill that nobody here has leads to a human, kindly, and back', async () => {
    const booking = show(await withRule({ skill: 'oncology' }));
    await journey.walk(booking, [journey.atTheTherapist, journey.backMassage, unwell]);
    await appears('the screen', () => booking.shadowRoot!.querySelector('#stop-heading'));
    expect(text(booking)).to.include('Let’s arrange this together').and.to.include('Please get in touch.');
    expect(text(booking)).not.to.match(/risk|unsafe|not allowed|refuse|GP|999|111/);
    expect(button(booking, 'Continue')).to.equal(undefined);
    await press(booking, 'Change my answer');
    await reaches(booking, 'A quick safety check');
    expect(control(booking, 'Yes')!.checked).to.equal(true);
  });

  it('a skill that others have leads to them, and they alone are offered', async () => {
    const booking = show(await withRule({ skill: 'pregnancy', message: 'These therapists are trained for it.' }), {
      practitioner: null,
    });
    await reaches(booking, 'Who would you like to see?');
    const { practitioners } = await journey.presentBackend().catalogue({});
    const able = practitioners.filter(({ skills }) => skills.includes('pregnancy'));
    const [unable] = practitioners.filter(({ skills }) => !skills.includes('pregnancy'));
    expect(able).not.to.have.length(0);
    await choose(booking, new RegExp(`^${unable!.name.replace('.', '\\.')}`));
    await press(booking, 'Continue');
    await settled(booking);
    if (heading(booking).startsWith('Where')) await journey.atTheTherapist(booking);
    await reaches(booking, 'What would you like?');
    await choose(booking, /^Back massage/);
    await press(booking, 'Continue');
    await reaches(booking, 'A quick safety check');
    await unwell(booking);
    await reaches(booking, 'Who would you like to see?');
    expect(text(booking)).to.include('These therapists are trained for it.');
    const offered = [...inside(booking)].filter((element) => element.matches('input[name="practitioner"]'));
    expect(offered).to.have.length(able.length);
  });

  it('a place that is left out is asked again, and is not offered', async () => {
    const booking = show(await withRule({ places: ['outcall'], message: 'Sessions are at your place.' }));
    await journey.walk(booking, [journey.atTheTherapist, journey.backMassage, unwell]);
    await reaches(booking, 'Where would you like your massage?');
    expect(text(booking)).to.include('Sessions are at your place.');
    expect(controls(booking, /^At /)).to.have.length(1);
  });

  it('a treatment that is too firm is asked again, and stays there with the reason', async () => {
    const booking = show(await withRule({ outcome: 'adapt', maxIntensity: 2, message: 'Deep work is left out.' }));
    await journey.walk(booking, [journey.atTheTherapist, journey.backMassage, unwell]);
    await reaches(booking, 'What would you like?');
    expect(text(booking)).to.include('Deep work is left out.');
    const picker = booking.shadowRoot!.querySelector('knead-service-picker')!;
    await settled(picker);
    expect(control(booking, /^Back massage/)!.disabled).to.equal(true);
    expect(picker.shadowRoot!.textContent).to.include('Please choose gentler work this time.');
  });

  it('a request stays one where answers are given later, and its reason stays here', async () => {
    const booking = show(await withRule({ outcome: 'clear', message: 'Please ask your doctor.' }), { intake: 'later' });
    await journey.walk(booking, [journey.atTheTherapist, journey.backMassage, unwell]);
    await reaches(booking, /^When /);
    expect(text(booking)).to.include('Please ask your doctor.');
    await journey.walk(booking, [journey.takesFirstTime, journey.until('Your details')]);
    await appears('the details', () => control(booking, 'Full name'));
    expect(sections(booking)).to.equal('contact');
    await journey.walk(booking, [journey.toReview, journey.books]);
    await reaches(booking, 'Request sent');
    expect(requests[0]?.asRequest).to.equal(true);
    expect(requests[0]?.intake).to.equal('later');
    expect(JSON.stringify(requests)).not.to.match(/unwell|doctor/);
    expect(text(booking)).not.to.include('doctor');
  });

  it('intake="off" is refused where the business does not go without answers, and its developer told', async () => {
    const real = journey.presentBackend();
    const backend = await watched({
      discovery: async (signal) => {
        const found = await real.discovery(signal);
        return { ...found, business: { ...found.business, intakeRequired: true } };
      },
    });
    const booking = show(backend, { intake: 'off' });
    await journey.walk(booking, journey.details);
    await appears('the details', () => control(booking, 'Full name'));
    expect(sections(booking)).to.include('preferences');
    expect(warnings.filter((line) => /<knead-booking> intake: expected inline or later/.test(line))).to.have.length(1);
  });

  it('of a broken form the safety check runs, and the rest is asked later', async () => {
    const real = journey.presentBackend();
    const { services } = await real.catalogue({});
    const form = await real.intakeForm(services.find(({ intakeForm }) => intakeForm)!.intakeForm!);
    const broken = { ...form, items: [...form.items, { ...form.items.at(-1)!, type: 'slider' }] };
    const safety = safetyPart(broken)!;
    const booking = show(await watched({ intakeForm: () => Promise.resolve({ ...safety, isPartial: true }) }));
    await journey.walk(booking, [...journey.details, journey.toReview, journey.books]);
    await reaches(booking, 'You’re booked');
    expect(requests[0]?.intake).to.equal('later');
    expect(requests[0]?.safetyCheck?.passed).to.equal(true);
  });

  it('of a form whose safety check is broken nothing is booked: it says so, with a human and the page’s own link', async () => {
    const booking = show(await watched({ intakeForm: () => Promise.reject(new BackendFailure('broken')) }));
    await journey.walk(booking, [journey.atTheTherapist, journey.backMassage]);
    await appears('the words', () => text(booking).includes('in a way we don’t understand'));
    expect(button(booking, 'Continue')).to.equal(undefined);
    expect(button(booking, '020 7946 0123')).not.to.equal(undefined);
    expect(booking.querySelector('a')!.checkVisibility()).to.equal(true);
  });
});
