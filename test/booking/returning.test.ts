import { expect } from '@open-wc/testing';
import { HttpBackend } from '../../src/backend/http/http-backend.js';
import type { AvailabilityEntry } from '../../src/contract/availability.js';
import type { Answers, IntakeForm } from '../../src/contract/intake.js';
import type { KneadBooking } from '../../src/components/booking/booking.js';
import { answerTo, faultOf, sentAnswers } from '../../src/domain/intake/answers.js';
import { questionsOf } from '../../src/domain/intake/submission.js';
import { dateIn } from '../../src/domain/time/local-time.js';
import * as journey from '../../stories/flow/journey.js';
import { appears, button, choose, control, controls, heading, press, reaches } from '../../stories/flow/walk.js';
import { realBackend } from '../support/real-backend.js';

const MARA = 'mara-lindqvist';
const CHANGED = 'Has anything changed?';

let url = '';
let http: HttpBackend;
let form: IntakeForm;

/** Answers to whatever has to be answered: that nothing applies, or else the last choice. */
function enough(given: Answers): Answers {
  const open = questionsOf(form, 'preferences', given).find((item) => faultOf(item, answerTo(given, item.id)));
  if (!open) return given;
  const last = open.options?.findLast(() => true)?.value ?? '';
  const answer = open.type === 'boolean' ? false : /multi|areas/.test(open.type) ? [last] : last || 'Nothing';
  return enough({ ...given, [open.id]: answer });
}

const session = { serviceId: 'back', optionId: 'back-60', addOnIds: [], place: 'incall' as const };

/** The times of a day so far ahead that nobody is asked how they feel these days. */
async function timesLater(): Promise<AvailabilityEntry> {
  const day = dateIn('Europe/London', Date.now() + 9 * 86_400_000);
  const [entry] = (await http.availability({ practitionerIds: [MARA], ...session, from: day, to: day })).entries;
  if (!entry || !('slots' in entry)) throw new Error('no times');
  return entry;
}

/** An earlier booking whose answers the therapist has, as the fragment of a link to it. */
async function earlierVisit(answers: Answers): Promise<string> {
  const entry = await timesLater();
  const at = new Date().toISOString();
  const about = { formId: form.id, version: form.version, answers };
  const { proof } = await http.evaluateIntake(about);
  const key = crypto.randomUUID();
  const booking = await http.book(
    {
      items: [{ practitionerId: MARA, ...session, start: entry.slots[0]!.start, slotToken: entry.slots[0]!.token }],
      client: { name: 'Alex Reed', email: 'alex@example.com' },
      safetyCheck: { formId: form.id, version: form.version, passed: true, at },
      intake: 'inline',
      intakeProof: proof,
      consents: [],
      expectedTotal: entry.price.total,
      locale: 'en-GB',
    },
    key,
  );
  const { id: documentId, version, hash } = await http.consentDocument(form.consent!);
  const consent = { documentId, version, hash, at, locale: 'en-GB' };
  await http.deliverIntake(booking.id, booking.manageToken!, { ...about, consent, answeredAt: at }, `${key}.intake`);
  return `#knead=${booking.id}.${booking.manageToken!}`;
}

async function show(): Promise<KneadBooking> {
  const start = (await timesLater()).slots.at(-1)!.start;
  const booking = journey.bookingOf({ practitioner: MARA, backend: new HttpBackend(url), start });
  document.body.append(booking);
  return booking;
}

/** Nothing of the safety check applies; what is ticked already stays. Who comes back finds one list answered. */
const passes =
  (comesBack: boolean): journey.Stretch =>
  async (booking) => {
    const lists = (): HTMLInputElement[] => controls(booking, 'None of these');
    await appears('both lists', () => lists().length === 2 && (!comesBack || lists()[1]!.checked));
    for (const none of lists()) if (!none.checked) none.click();
    await press(booking, 'Continue');
    await reaches(booking, /^When /);
  };

const toDetails = (comesBack = true): journey.Stretch[] => [
  journey.atTheTherapist,
  journey.backMassage,
  passes(comesBack),
  async (booking: KneadBooking) => {
    await appears('the chosen time', () => controls(booking, /, 60 min$/).some(({ checked }) => checked));
    await press(booking, 'Continue');
  },
];

describe('a client who comes back by the link in their last mail, on the real backend', () => {
  before(async () => {
    url = await realBackend();
    http = new HttpBackend(url);
  });
  beforeEach(async () => {
    await fetch(`${url}/test/reset`, { method: 'POST' });
    const { services, practitioners } = await http.catalogue({ practitionerId: MARA });
    const named = services.find(({ id }) => id === 'back')!.intakeForm!;
    form = await http.intakeForm(practitioners[0]!.intakeForms?.find(({ id }) => id === named.id) ?? named);
  });
  afterEach(() => {
    document.querySelectorAll('knead-booking').forEach((booking) => booking.remove());
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('Scenario 39: is asked whether anything has changed, and nothing that was answered before', async () => {
    const answers = sentAnswers(form, enough({ 'talk-first': ['none'], pressure: 'firm' }));
    location.hash = await earlierVisit(answers);
    const before = location.href;
    const booking = await show();
    await journey.walk(booking, toDetails());
    await reaches(booking, CHANGED);
    expect(controls(booking, /./)).to.have.length(2);
    expect(controls(booking, /./).some(({ checked }) => checked)).to.equal(false);
    await press(booking, 'Continue');
    expect(
      (await appears('what to do', () => booking.shadowRoot!.querySelector('#changed-error'))).textContent,
    ).to.match(/Choose one answer/);
    await choose(booking, 'No, nothing has changed');
    await press(booking, 'Continue');
    await reaches(booking, 'Your details');
    await appears('the heading has focus', () => booking.shadowRoot!.activeElement?.id === 'step-heading');
    await appears('the contact details', () => control(booking, 'Full name'));
    const asked = booking.shadowRoot!.querySelector('knead-intake-form')!;
    expect(asked.sections).to.equal('contact consent');
    expect(asked.value.answers['pressure']).to.equal('firm');
    expect(location.href).to.equal(before);
  });

  it('goes through the answers where something has, with each of them as it was', async () => {
    location.hash = await earlierVisit(sentAnswers(form, enough({ 'talk-first': ['none'], pressure: 'firm' })));
    const booking = await show();
    await journey.walk(booking, toDetails());
    await reaches(booking, CHANGED);
    await choose(booking, 'Yes, let me go through them');
    await press(booking, 'Continue');
    await reaches(booking, 'Your details');
    await appears('the contact details', () => control(booking, 'Full name'));
    const { value } = booking.shadowRoot!.querySelector('knead-intake-form')!;
    expect(value.answers['pressure']).to.equal('firm');
    expect(booking.shadowRoot!.querySelector('knead-intake-form')!.sections).to.include('preferences');
  });

  it('is asked like anybody else where the link opens nothing', async () => {
    location.hash = '#knead=nobody.a-token-that-opens-nothing';
    const booking = await show();
    await journey.walk(booking, toDetails(false));
    await reaches(booking, 'Your details');
    expect(heading(booking)).to.equal('Your details');
    expect(button(booking, 'Continue')).not.to.equal(undefined);
  });
});
