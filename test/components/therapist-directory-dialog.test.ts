import { expect, fixtureCleanup } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { connectedTo, memoryBackend, memoryServer } from '../../src/backend/memory/memory-backend.js';
import type { KneadTherapistDirectory } from '../../src/components/therapist-directory/therapist-directory.js';
import meta from '../../stories/components/therapist-directory.stories.js';
import { whenThere } from '../../stories/components/many-therapists.js';
import { settled } from '../support/settled.js';
import { until } from '../support/until.js';
import '../../src/components/therapist-directory/booking-dialog.js';
import '../../src/components/therapist-directory/directory.js';
import '../../src/components/therapist-directory/directory-filters.js';

type Args = Parameters<NonNullable<typeof meta.render>>[0];

async function show(args: Args): Promise<KneadTherapistDirectory> {
  const frame = meta.render!({ ...meta.args, ...args }, {} as never) as HTMLElement;
  document.body.append(frame);
  const directory = frame.querySelector('knead-therapist-directory')!;
  await settled(directory);
  return directory;
}

const root = (directory: KneadTherapistDirectory): ShadowRoot => directory.renderRoot as ShadowRoot;
const cardOf = (directory: KneadTherapistDirectory, name: string): HTMLElement =>
  [...root(directory).querySelectorAll('knead-therapist-card')].find((card) =>
    card.shadowRoot!.querySelector('.name')!.textContent.includes(name),
  )!;
const timeOf = (directory: KneadTherapistDirectory, name: string): Promise<HTMLElement> =>
  whenThere(cardOf(directory, name), '.time:not(.bare)');
const dialog = (directory: KneadTherapistDirectory): HTMLDialogElement | null =>
  root(directory).querySelector('dialog');
const headingOf = async (directory: KneadTherapistDirectory): Promise<HTMLElement> =>
  whenThere(await whenThere(directory, 'knead-booking'), '#step-heading');
/** What has focus, through shadow roots. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

describe('the dialog of knead-therapist-directory', () => {
  before(() => setViewport({ width: 1200, height: 900 }));
  after(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => {
    document.querySelectorAll('knead-therapist-directory').forEach((directory) => directory.parentElement!.remove());
    fixtureCleanup();
  });

  it('opens the booking at the time that was tapped, with focus on its heading, and brings focus back', async () => {
    const directory = await show({ backend: memoryBackend() });
    const time = await timeOf(directory, 'Mara');
    const top = window.scrollY;
    const look = document.body.getAttribute('style');
    time.focus();
    time.click();
    const heading = await headingOf(directory);
    await settled(directory);
    expect(dialog(directory)!.matches(':modal')).to.equal(true);
    expect(root(directory).querySelector('#dialog-title')!.textContent).to.equal('Book with Mara L.');
    expect(focused()).to.equal(heading);
    const booking = root(directory).querySelector('knead-booking')!;
    expect(booking.practitioner).to.equal('mara');
    expect([booking.service, booking.option, booking.place]).to.deep.equal(['swedish', '60', 'incall']);
    expect(booking.start).to.match(/^2026-10-/);
    expect(document.body.getAttribute('style')).to.equal(look);
    await sendKeys({ press: 'Escape' });
    await settled(directory);
    expect(dialog(directory)).to.equal(null);
    expect(focused()).to.equal(time);
    expect(window.scrollY).to.equal(top);
  });

  it('keeps the time through the safety check, and gives it back when it is closed', async () => {
    const server = memoryServer();
    const directory = await show({ backend: connectedTo(server) });
    (await timeOf(directory, 'Mara')).click();
    await headingOf(directory);
    await settled(directory);
    const form = root(directory).querySelector('knead-booking')!.shadowRoot!;
    const safety = form.querySelector('knead-intake-form')!.shadowRoot!;
    for (const label of safety.querySelectorAll('label'))
      if (/^(None of these|No)$/.test(label.textContent.trim())) label.click();
    await settled(directory);
    const press = (label: string): void =>
      [...form.querySelectorAll('button')].find(({ textContent }) => textContent === label)!.click();
    press('Continue');
    await until(
      () => !!form.querySelector('knead-slot-calendar'),
      () => form.textContent,
      5000,
    );
    await settled(directory);
    const chosen = form.querySelector('knead-slot-calendar')!.value;
    expect(chosen?.start).to.equal(root(directory).querySelector('knead-booking')!.start);
    press('Continue');
    await until(
      () => server.requests.includes('POST /holds'),
      () => server.requests.join(),
      5000,
    );
    await settled(directory);
    [...root(directory).querySelectorAll('button')].find(({ textContent }) => textContent === 'Close')!.click();
    await until(
      () => server.requests.some((line) => line.startsWith('DELETE /holds/')),
      () => server.requests.join(),
      5000,
    );
  });

  it('cannot be closed while a booking is being sent, and says so', async () => {
    const directory = await show({ backend: memoryBackend() });
    (await timeOf(directory, 'Mara')).click();
    await headingOf(directory);
    const tell = (step: string, previous: string): void =>
      void root(directory)
        .querySelector('knead-booking')!
        .dispatchEvent(
          new CustomEvent('knead-step-changed', { detail: { step, previous }, bubbles: true, composed: true }),
        );
    tell('submitting', 'review');
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    await settled(directory);
    expect(dialog(directory)!.open).to.equal(true);
    expect(root(directory).querySelector('.dialog-status')!.textContent).to.contain('Your booking is being sent');
    tell('confirmed', 'submitting');
    await settled(directory);
    expect(root(directory).querySelector('.dialog-status')!.textContent).to.equal('');
    await sendKeys({ press: 'Escape' });
    await settled(directory);
    expect(dialog(directory)).to.equal(null);
  });

  it('forgets the times of its cards once there is a booking', async () => {
    const server = memoryServer();
    const directory = await show({ backend: connectedTo(server) });
    const asked = (): number => server.requests.filter((line) => line === 'GET /availability/summary').length;
    (await timeOf(directory, 'Mara')).click();
    await headingOf(directory);
    const before = asked();
    root(directory)
      .querySelector('knead-booking')!
      .dispatchEvent(new CustomEvent('knead-booking-confirmed', { bubbles: true, composed: true }));
    await until(
      () => asked() > before,
      () => server.requests.join(),
      5000,
    );
  });

  it('stays shut where the page takes the time', async () => {
    const directory = await show({ backend: memoryBackend() });
    const seen: unknown[] = [];
    const take = (event: Event): void => {
      event.preventDefault();
      seen.push((event as CustomEvent).detail, event.target);
    };
    document.addEventListener('knead-slot-select', take, { once: true });
    (await timeOf(directory, 'Mara')).click();
    await settled(directory);
    expect(seen[1]).to.equal(directory);
    expect(seen[0]).to.have.all.keys('practitionerId', 'start', 'timeZone');
    expect(dialog(directory)).to.equal(null);
  });

  it('opens without a time for a therapist who has no page, while a link is followed', async () => {
    const directory = await show({ backend: memoryBackend() });
    const followed: boolean[] = [];
    const stay = (event: Event): void => {
      followed.push(!event.defaultPrevented);
      event.preventDefault();
    };
    window.addEventListener('click', stay);
    const all = (name: string): HTMLElement => cardOf(directory, name).shadowRoot!.querySelector('.all')!;
    all('Mara').click();
    await settled(directory);
    expect(followed).to.deep.equal([true]);
    expect(dialog(directory)).to.equal(null);
    window.removeEventListener('click', stay);
    all('Tobi').click();
    await headingOf(directory);
    expect(root(directory).querySelector('knead-booking')!.start).to.equal(null);
    expect(root(directory).querySelector('knead-booking')!.practitioner).to.equal('tobi');
  });

  it('is reached and left by keys alone, from the filters on', async () => {
    const directory = await show({ backend: memoryBackend() });
    root(directory).querySelector<HTMLElement>('#area')!.focus();
    await sendKeys({ type: 'W1' });
    await sendKeys({ press: 'Enter' });
    await settled(directory);
    const isTime = (): boolean => focused()?.matches('.time') === true;
    for (let count = 0; count < 40 && !isTime(); count += 1) await sendKeys({ press: 'Tab' });
    expect(isTime(), focused()?.outerHTML).to.equal(true);
    const time = focused();
    await sendKeys({ press: 'Enter' });
    const heading = await headingOf(directory);
    await settled(directory);
    expect(focused()).to.equal(heading);
    await sendKeys({ press: 'Escape' });
    await settled(directory);
    expect(focused()).to.equal(time);
  });

  it('knows where a visit goes to', async () => {
    const directory = await show({ backend: memoryBackend(), place: 'outcall', postcodeArea: 'W1' });
    (await timeOf(directory, 'Mara')).click();
    const heading = await headingOf(directory);
    await settled(directory);
    expect(heading.textContent).to.contain('Where');
    const booking = root(directory).querySelector('knead-booking')!;
    expect(booking.shadowRoot!.querySelector<HTMLInputElement>('#postcode')!.value).to.equal('W1');
  });
});
