import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BackendFailure, type BookingBackend } from '../../src/backend/booking-backend.js';
import { CONSENT, FORM } from '../../src/backend/memory/intake-form.js';
import { memoryBackend } from '../../src/backend/memory/memory-backend.js';
import type { KneadIntakeForm } from '../../src/components/intake-form/intake-form.js';
import '../../src/components/intake-form/intake-form.js';
import type { KneadEventName } from '../../src/contract/events.js';
import type { IntakeForm } from '../../src/contract/intake.js';
import { emptyContact } from '../../src/domain/client/contact.js';
import { emptyIntake } from '../../src/domain/client/intake-draft.js';
import type { IntakeSubmission } from '../../src/domain/intake/submission.js';
import enGB from '../../src/locales/en-GB.js';
import { registerLocale } from '../../src/locales/registry.js';
import meta, * as stories from '../../stories/components/intake-form.stories.js';
import { settled } from '../support/settled.js';
import { typeDate } from '../support/typed-date.js';

const EVENTS = ['knead-intake-submit', 'knead-step-changed', 'knead-booking-request', 'knead-booking-failed'] as const;
const RED_FLAGS = 'Is any of these new, or getting worse?';
const ALLERGIES = 'Is there anything your therapist should not put on your skin?';

type Story = { args?: object };

async function show(story: Story, args: Partial<KneadIntakeForm> = {}): Promise<KneadIntakeForm> {
  const element = meta.render!({ ...meta.args, ...story.args, ...args } as never, {} as never) as KneadIntakeForm;
  await fixture(html`<div>${element}</div>`);
  await settled(element);
  return element;
}

const root = (element: KneadIntakeForm): ShadowRoot => element.shadowRoot!;
const texts = (nodes: Iterable<Element>): string[] =>
  [...nodes].map((node) => node.textContent!.replace(/\s+/g, ' ').trim());
const focused = (element: KneadIntakeForm): Element | null => root(element).activeElement;

/** The control with a label, in the group with a legend if one is named. */
function control(element: KneadIntakeForm, label: string, legend?: string): HTMLInputElement {
  const within = legend ? group(element, legend) : root(element);
  const found = [...within.querySelectorAll('label')].find((candidate) => texts([candidate])[0] === label);
  if (!found?.control) throw new Error(`nothing is labelled "${label}"`);
  return found.control as HTMLInputElement;
}

function group(element: KneadIntakeForm, legend: string): HTMLFieldSetElement {
  const found = [...root(element).querySelectorAll('fieldset')].find(
    (set) => texts([set.querySelector('legend')!])[0] === legend,
  );
  if (!found) throw new Error(`no group is called "${legend}"`);
  return found;
}

function button(element: KneadIntakeForm, label: string): HTMLButtonElement {
  const found = [...root(element).querySelectorAll('button')].find((candidate) => texts([candidate])[0] === label);
  if (!found) throw new Error(`no button says "${label}"`);
  return found;
}

async function type(element: KneadIntakeForm, label: string, text: string): Promise<void> {
  control(element, label).focus();
  await sendKeys({ type: text });
}

async function press(element: KneadIntakeForm, label = 'Continue'): Promise<void> {
  button(element, label).click();
  await settled(element);
}

const summaryLinks = (element: KneadIntakeForm): HTMLAnchorElement[] => [
  ...root(element).querySelectorAll<HTMLAnchorElement>('#error-summary a'),
];

/** What assistive technology reads after the name of a control or group: its hint and its error. */
function description(element: KneadIntakeForm, node: Element): string {
  const ids = (node.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  return texts(ids.map((id) => root(element).getElementById(id)!)).join(' ');
}

/** Everything said in the console while these tests run; each thing is said once per page. */
const warned: string[] = [];
const warn = console.warn;

describe('<knead-intake-form>', () => {
  before(() => {
    console.warn = (text: string) => void warned.push(text);
  });
  after(() => {
    console.warn = warn;
  });

  const sent: { type: string; detail: unknown }[] = [];
  const record = (event: Event): void => void sent.push({ type: event.type, detail: (event as CustomEvent).detail });

  beforeEach(() => {
    sent.length = 0;
    for (const name of EVENTS satisfies readonly KneadEventName[]) window.addEventListener(name, record, true);
  });
  afterEach(() => {
    for (const name of EVENTS) window.removeEventListener(name, record, true);
    fixtureCleanup();
  });

  describe('accessibility', () => {
    for (const [name, story] of Object.entries(stories) as [string, Story & { play?: (context: never) => unknown }][]) {
      if (name === 'default') continue;
      it(`holds in ${name}`, async () => {
        const element = await show(story);
        await story.play?.({ canvasElement: element.parentElement! } as never);
        await settled(element);
        await expect(element).to.be.accessible();
      });
    }
  });

  describe('the safety check', () => {
    it('asks each list as a group, with "None of these" last and apart', async () => {
      const element = await show(stories.Safety);
      const flags = group(element, RED_FLAGS);
      expect(description(element, flags)).to.equal('Select all that apply.');
      expect(texts(flags.querySelectorAll('label')).at(-1)).to.equal('None of these');
      expect(texts(flags.querySelectorAll('.or'))).to.deep.equal(['or']);
      expect([...root(element).querySelectorAll('input:checked')], 'nothing is preselected').to.be.empty;
    });

    it('lets "None of these" and the others untick each other, by keyboard', async () => {
      const element = await show(stories.Safety);
      const flag = control(element, 'I’m not sure about one of these', RED_FLAGS);
      const none = control(element, 'None of these', RED_FLAGS);
      flag.focus();
      await sendKeys({ press: 'Space' });
      expect(flag.checked).to.be.true;
      await sendKeys({ press: 'Tab' });
      expect(focused(element)).to.equal(none);
      await sendKeys({ press: 'Space' });
      expect([flag.checked, none.checked]).to.deep.equal([false, true]);
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ up: 'Shift' });
      await sendKeys({ press: 'Space' });
      expect([flag.checked, none.checked]).to.deep.equal([true, false]);
      expect(element.value.answers).to.deep.equal({ 'red-flags': ['not-sure'] });
      await sendKeys({ press: 'Space' });
      expect(element.value.answers, 'nothing ticked is no answer').to.deep.equal({});
    });

    it('chooses among radios with the arrow keys', async () => {
      const element = await show(stories.Safety);
      const yes = control(element, 'Yes');
      yes.focus();
      await sendKeys({ press: 'Space' });
      await sendKeys({ press: 'ArrowDown' });
      expect(control(element, 'No').checked).to.be.true;
      expect(element.value.answers).to.deep.equal({ unwell: false });
    });

    it('says what is missing, in order, and takes focus', async () => {
      const element = await show(stories.SafetyUnanswered);
      await press(element);
      const summary = root(element).getElementById('error-summary')!;
      expect(focused(element)).to.equal(summary);
      expect(summary.textContent).to.contain('There is a problem');
      expect(texts(summaryLinks(element))).to.deep.equal([
        'Select what applies or “None of these”',
        'Choose one answer',
      ]);
      expect(description(element, group(element, RED_FLAGS))).to.contain(
        'Error: Select what applies or “None of these”',
      );
      expect(sent).to.deep.equal([]);

      summaryLinks(element)[0]!.focus();
      await sendKeys({ press: 'Enter' });
      expect(focused(element)).to.equal(group(element, RED_FLAGS).querySelector('input'));
    });

    it('names the questions where two faults would read alike', async () => {
      const flags = FORM.items.find(({ id }) => id === 'red-flags')!;
      const definition = { ...FORM, items: [flags, { ...flags, id: 'more', text: 'And any of these?' }] };
      const element = await show(stories.SafetyUnanswered, { definition });
      await press(element);
      const words = 'Select what applies or “None of these”';
      expect(texts(summaryLinks(element))).to.deep.equal([`${RED_FLAGS} ${words}`, `And any of these? ${words}`]);
      expect(texts(root(element).querySelectorAll('.field-error'))).to.deep.equal([
        `Error: ${words}`,
        `Error: ${words}`,
      ]);
    });

    it('hands over what was found, with the answers it was found in', async () => {
      const handed: IntakeSubmission[] = [];
      const value = { ...emptyIntake, answers: { 'red-flags': ['none'], unwell: true } };
      const element = await show(stories.Safety, { value, onSubmit: (submission) => void handed.push(submission) });
      expect(element.submit()).to.be.true;
      expect(handed).to.have.length(1);
      expect(handed[0]!.screening.worst).to.equal('defer');
      expect(handed[0]!.screening.deferHours).to.equal(48);
      expect(handed[0]!.value.answers).to.deep.equal(value.answers);
      expect(handed[0]!.client).to.equal(null);
      expect(Date.parse(handed[0]!.at)).to.be.closeTo(Date.now(), 60_000);
    });
  });

  describe('a stop', () => {
    it('takes the place of the questions, takes focus, and hands nothing over', async () => {
      let handed = 0;
      const element = await show(stories.Stopped, { onSubmit: () => void handed++ });
      await press(element);
      expect(texts([focused(element)!])).to.deep.equal(['If this is happening now, get help today']);
      expect(focused(element)!.localName).to.equal('h3');
      const page = root(element).textContent!;
      expect(page).to.contain('call 999').and.to.contain('call 111');
      expect(page).to.contain('Nothing you answered here has been sent or stored.');
      expect(page.indexOf('999'), 'the emergency comes first').to.be.below(page.indexOf('111'));
      expect(root(element).querySelectorAll('input')).to.be.empty;
      expect(element.submit()).to.be.false;
      expect(handed).to.equal(0);
      expect(sent).to.deep.equal([]);
    });

    it('offers a human, by links that are built and not passed on', async () => {
      const element = await show(stories.Stopped, {
        contactPoint: { phone: '+44 (0)20 7946-0123;ext=1', email: 'a b@x.example', url: 'javascript:alert(1)' },
      });
      await press(element);
      const links = [...root(element).querySelectorAll('a')];
      expect(links.map((link) => link.getAttribute('href'))).to.deep.equal(['tel:+442079460123']);
      expect(root(element).querySelector('slot'), 'the page’s own link shows as well').to.exist;
    });

    it('can be taken back, with every answer kept', async () => {
      const element = await show(stories.Stopped);
      await press(element);
      await press(element, 'Change my answer');
      expect(control(element, 'Pain, tingling, numbness or weakness in both legs').checked).to.be.true;
      expect(focused(element)).to.equal(group(element, RED_FLAGS).querySelector('input'));
      expect(summaryLinks(element)).to.be.empty;
    });

    it('is left to whoever brings Continue and takes the submission', async () => {
      let worst: string | undefined;
      const { value } = stories.Stopped.args!;
      const element = await show(stories.Safety, {
        value: value!,
        onSubmit: ({ screening }) => void (worst = screening.worst),
      });
      expect(element.submit()).to.be.true;
      await settled(element);
      expect(worst).to.equal('stop');
      expect(root(element).getElementById('stop-heading')).to.equal(null);
    });

    it('still shows where Continue is left out but nobody takes the submission', async () => {
      const element = await show(stories.Safety, { value: stories.Stopped.args!.value! });
      expect(element.submit()).to.be.false;
      await settled(element);
      expect(focused(element)?.id).to.equal('stop-heading');
    });
  });

  describe('contact details', () => {
    it('are typed, and submitted with Enter', async () => {
      const handed: IntakeSubmission[] = [];
      const element = await show(stories.Contact, { onSubmit: (submission) => void handed.push(submission) });
      await type(element, 'Full name', 'Ada Example');
      await type(element, 'Email address', 'ada@example.com');
      await type(element, 'Phone number (optional)', '(020) 7946 0123');
      await sendKeys({ press: 'Enter' });
      expect(handed.map(({ client }) => client)).to.deep.equal([
        { name: 'Ada Example', email: 'ada@example.com', phone: '(020) 7946 0123' },
      ]);
      expect(sent).to.deep.equal([{ type: 'knead-intake-submit', detail: { formId: FORM.id, version: FORM.version } }]);
    });

    it('tell autofill what each field is, in one form', async () => {
      const element = await show(stories.ContactForVisit);
      const token = (label: string): string | null => control(element, label).getAttribute('autocomplete');
      expect(root(element).querySelectorAll('form')).to.have.length(1);
      expect(token('Full name')).to.equal('name');
      expect(token('Email address')).to.equal('email');
      expect(token('Phone number')).to.equal('tel');
      expect(token('Address line 1')).to.equal('address-line1');
      expect(token('Address line 2 (optional)')).to.equal('address-line2');
      expect(token('Town or city (optional)')).to.equal('address-level2');
      expect(token('Postcode')).to.equal('postal-code');
      for (const input of root(element).querySelectorAll('input'))
        expect(input.form).to.equal(root(element).querySelector('form'));
    });

    it('name every fault in the order of the page and keep what was typed', async () => {
      const element = await show(stories.ContactWithFaults);
      await press(element);
      expect(focused(element)?.id).to.equal('error-summary');
      expect(texts(summaryLinks(element))).to.deep.equal([
        'Enter an email address like name@example.com',
        'Enter a phone number with at least 7 digits',
        'Enter the first line of your address',
        'This postcode is not in E1. Go back to change where you would like your massage.',
      ]);
      const email = control(element, 'Email address');
      expect(email.value).to.equal('ada@');
      expect(email.getAttribute('aria-invalid')).to.equal('true');
      expect(description(element, email)).to.equal(
        'For your confirmation. Error: Enter an email address like name@example.com',
      );
      expect(control(element, 'Full name').getAttribute('aria-invalid')).to.equal(null);

      summaryLinks(element)[3]!.focus();
      await sendKeys({ press: 'Enter' });
      expect(focused(element)).to.equal(control(element, 'Postcode'));
    });

    it('move focus to the summary again at every try, until nothing is wrong', async () => {
      const element = await show(stories.Contact);
      await press(element);
      control(element, 'Full name').focus();
      await sendKeys({ type: 'Ada Example' });
      await sendKeys({ press: 'Enter' });
      await settled(element);
      expect(focused(element)?.id).to.equal('error-summary');
      expect(texts(summaryLinks(element))).to.deep.equal(['Enter your email address']);
      await type(element, 'Email address', 'ada@example.com');
      await press(element);
      expect(summaryLinks(element)).to.be.empty;
      expect(sent).to.have.length(1);
    });

    it('are refused alike whether the page or the visitor gave them', async () => {
      const prefilled = await show(stories.Contact, {
        value: { contact: { name: 'Ada', email: 'ada', phone: 'x' } } as never,
      });
      expect(prefilled.submit()).to.be.false;
      await settled(prefilled);
      const typed = await show(stories.Contact);
      await type(typed, 'Full name', 'Ada');
      await type(typed, 'Email address', 'ada');
      await type(typed, 'Phone number (optional)', 'x');
      await press(typed);
      expect(texts(summaryLinks(typed)))
        .to.have.length(2)
        .and.to.deep.equal(texts(summaryLinks(prefilled)));
    });

    it('keep every field that is filled at once, as autofill does', async () => {
      const element = await show(stories.Contact);
      const filled = {
        'Full name': 'Ada Example',
        'Email address': 'ada@example.com',
        'Phone number (optional)': '020 7946 0123',
      };
      for (const [label, value] of Object.entries(filled)) {
        const input = control(element, label);
        input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      }
      await settled(element);
      expect(Object.keys(filled).map((label) => control(element, label).value)).to.deep.equal(Object.values(filled));
      const { name, email, phone } = element.value.contact;
      expect([name, email, phone]).to.deep.equal(Object.values(filled));
    });

    it('forget the faults of an address that is no longer asked', async () => {
      const element = await show(stories.ContactWithFaults);
      await press(element);
      element.place = 'incall';
      await settled(element);
      expect(summaryLinks(element)).to.be.empty;
    });

    it('hold a field for machines that no person meets', async () => {
      const element = await show(stories.Contact);
      const trap = control(element, 'Leave this field empty');
      const hidden = trap.closest('[aria-hidden="true"]')!;
      expect(hidden.getBoundingClientRect().width).to.be.at.most(1);
      expect(getComputedStyle(hidden).overflow).to.equal('hidden');
      // Somewhere to arrive: where the page ends, Firefox gives keys to its own window and does not give them back.
      const after = await fixture<HTMLButtonElement>(html`<button>After the form</button>`);
      control(element, 'Full name').focus();
      let stops = 0;
      while (document.activeElement !== after) {
        await sendKeys({ press: 'Tab' });
        expect(focused(element)).to.not.equal(trap);
        expect((stops += 1), 'stops').to.be.below(20);
      }
      trap.value = 'https://spam.example';
      trap.dispatchEvent(new Event('input', { bubbles: true }));
      expect(element.value.trap).to.equal('https://spam.example');
    });
  });

  describe('preferences and consent', () => {
    it('show a question when an answer calls for it, and count it no longer when it is hidden', async () => {
      const handed: IntakeSubmission[] = [];
      const definition: IntakeForm = {
        ...FORM,
        rules: [{ id: 'r', when: { any: [{ item: 'allergies-other', op: 'exists' }] }, outcome: 'flag', message: '' }],
      };
      const element = await show(stories.Preferences, {
        definition,
        onSubmit: (submission) => void handed.push(submission),
      });
      const other = control(element, 'Something else', ALLERGIES);
      expect(root(element).textContent).to.not.contain('What else should not be used?');
      other.focus();
      await sendKeys({ press: 'Space' });
      await type(element, 'What else should not be used?', 'Lanolin');
      await press(element);
      expect(handed[0]!.screening.worst).to.equal('flag');
      other.click();
      await settled(element);
      expect(root(element).textContent).to.not.contain('What else should not be used?');
      await press(element);
      expect(handed[1]!.screening.worst).to.equal(undefined);
    });

    it('drop the fault of a question that has been hidden', async () => {
      const definition: IntakeForm = {
        ...FORM,
        items: FORM.items.map((item) => (item.id === 'allergies-other' ? { ...item, required: true } : item)),
      };
      const element = await show(stories.Preferences, {
        definition,
        value: { ...emptyIntake, answers: { allergies: ['other'] } },
      });
      await press(element);
      expect(texts(summaryLinks(element))).to.deep.equal(['Answer this question']);
      control(element, 'Something else', `${ALLERGIES} (optional)`).click();
      await settled(element);
      expect(summaryLinks(element)).to.be.empty;
    });

    it('say why something is asked, on request', async () => {
      const element = await show(stories.Preferences);
      const why = root(element).querySelector('details')!;
      expect(texts([why.querySelector('summary')!])).to.deep.equal(['Why we ask']);
      expect(why.open).to.be.false;
      why.querySelector('summary')!.focus();
      await sendKeys({ press: 'Enter' });
      expect(why.open).to.be.true;
      expect(why.querySelector('p')!.checkVisibility()).to.be.true;
    });

    it('keep answers out of autofill', async () => {
      const element = await show(stories.EveryType);
      for (const input of root(element).querySelectorAll('input:not([type=radio], [type=checkbox]), textarea')) {
        expect(input.getAttribute('autocomplete')).to.equal('off');
      }
    });

    it('ask by type: yes or no, a scale, a number, a date, a text', async () => {
      const element = await show(stories.EveryType, { value: emptyIntake });
      control(element, 'Yes', 'Is this your first massage? (optional)').click();
      control(element, '7', 'How much energy do you have today? (optional)').click();
      await type(element, 'How many days since your last massage? (optional)', '12');
      await type(element, 'What would you like to listen to?', 'Rain');
      control(element, 'When did you last see your therapist? (optional)').focus();
      await typeDate('2026-10-09');
      await press(element);
      expect(element.value.answers).to.deep.equal({
        first: true,
        energy: 7,
        days: '12',
        music: 'Rain',
        since: '2026-10-09',
      });
      expect(sent).to.have.length(1);
    });

    it('refuse a number that is none, and say the bounds', async () => {
      const element = await show(stories.EveryTypeWithFaults);
      await press(element);
      expect(texts(summaryLinks(element))).to.deep.equal(['Enter a number from 0 to 3650', 'Answer this question']);
    });

    it('ask consent in a box of its own, unticked, with who receives the answers and for how long', async () => {
      const element = await show(stories.PreferencesAnswered);
      const consent = control(element, CONSENT.text);
      expect(consent.checked).to.be.false;
      expect(description(element, consent)).to.contain('Mara Lindqvist').and.to.contain('seven years');
      await press(element);
      expect(sent).to.be.empty;
      consent.focus();
      await sendKeys({ press: 'Space' });
      expect(element.value.consentGiven).to.be.true;
      await press(element);
      expect(sent).to.have.length(1);
    });

    it('ask no consent where there is no document, or nothing to consent to', async () => {
      const without = await show(stories.PreferencesAnswered, { consentDocument: null });
      expect(root(without).textContent).to.not.contain('Sharing these answers');
      const items = FORM.items.filter(({ section }) => section === 'safety');
      const safetyOnly = await show(stories.Whole, { definition: { ...FORM, items } });
      expect(root(safetyOnly).textContent).to.not.contain('Sharing these answers');
    });
  });

  describe('privacy', () => {
    it('puts nothing that was typed or ticked into an event', async () => {
      const canary = 'CANARY7391';
      const element = await show(stories.Whole, {
        value: {
          contact: { ...emptyContact, name: canary, email: `${canary}@example.com` },
          answers: { 'red-flags': ['none'], unwell: false, skin: canary },
          consentGiven: true,
          notes: canary,
          trap: '',
          page: 0,
        },
      });
      await press(element);
      expect(sent).to.have.length(1);
      expect(JSON.stringify(sent)).to.not.contain(canary).and.to.not.contain('none');
    });

    it('names no control after a question or an answer', async () => {
      const element = await show(stories.Whole, { value: { ...emptyIntake, answers: { allergies: ['other'] } } });
      const words = [...FORM.items.flatMap(({ id, options }) => [id, ...(options ?? []).map(({ value }) => value)])];
      for (const node of root(element).querySelectorAll('input, textarea, fieldset')) {
        for (const name of ['id', 'name', 'value', 'class', 'aria-label']) {
          const value = node.getAttribute(name) ?? '';
          expect(
            words.filter((word) => value.split(' ').includes(word)),
            `${name}="${value}"`,
          ).to.deep.equal([]);
        }
      }
    });

    it('asks session recorders to leave it out', async () => {
      const element = await show(stories.Whole);
      const input = control(element, 'Full name');
      for (const marker of [
        '.rr-block',
        '.sentry-block',
        '.fs-exclude',
        '[data-dd-privacy=hidden]',
        '[data-hj-suppress]',
        '[data-clarity-mask=true]',
      ]) {
        expect(input.closest(marker), marker).to.exist;
      }
    });

    it('never submits natively, not even where Enter in a lone field would', async () => {
      const definition: IntakeForm = {
        ...FORM,
        items: [{ id: 'q', section: 'preferences', type: 'number', text: 'Days?' }],
      };
      const element = await show(stories.Preferences, { definition });
      let native = 0;
      root(element).addEventListener('submit', () => void native++);
      const here = location.href;
      await type(element, 'Days?', '3');
      await sendKeys({ press: 'Enter' });
      await settled(element);
      expect([native, location.href, sent.length]).to.deep.equal([0, here, 1]);
    });

    it('does nothing on Enter in a checkbox, and starts a line on Enter in a text', async () => {
      const element = await show(stories.Preferences);
      control(element, 'Nut oils', ALLERGIES).focus();
      await sendKeys({ press: 'Enter' });
      await type(element, 'Any sore, bruised or broken skin to work around?', 'a');
      await sendKeys({ press: 'Enter' });
      await sendKeys({ type: 'b' });
      expect(element.value.answers).to.deep.equal({ skin: 'a\nb' });
      expect(sent).to.deep.equal([]);
    });
  });

  describe('loading', () => {
    it('fetches form, consent and contact by the attributes', async () => {
      const element = await show(stories.Loaded);
      expect(texts(root(element).querySelectorAll('h3'))).to.deep.equal([
        'A quick safety check',
        'About you',
        'Your preferences',
        'Sharing these answers',
      ]);
    });

    it('offers a human at a stop without asking the backend then', async () => {
      const element = await show(stories.Loaded, { sections: 'safety', value: stories.Stopped.args!.value! });
      await press(element);
      expect(root(element).querySelector('a[href^="tel:"], a[href^="mailto:"]')).to.exist;
    });

    it('says so while it lasts, and submits nothing', async () => {
      const element = await show(stories.Loading);
      expect(root(element).textContent).to.contain('Loading questions');
      expect(element.submit()).to.be.false;
    });

    it('says calmly that it failed, keeps what the page put inside, and tries again', async () => {
      const good = memoryBackend();
      let tries = 0;
      const flaky = {
        availability: () => undefined,
        discovery: () => good.discovery(),
        consentDocument: (document: never) => good.consentDocument(document),
        intakeForm: (form: never) =>
          tries++ === 0 ? Promise.reject(new BackendFailure('broken')) : good.intakeForm(form),
      } as unknown as BookingBackend;
      const element = await show(stories.Loaded, { backend: flaky, fallback: 'Write to Mara' } as never);
      expect(root(element).textContent).to.contain('We can’t reach the booking system');
      expect(texts(root(element).querySelector('slot')!.assignedElements())).to.deep.equal(['Write to Mara']);
      button(element, 'Try again').click();
      await waitUntil(() => root(element).querySelector('form'), 'the form shows');
    });

    it('takes another form as soon as it is given', async () => {
      const element = await show(stories.Safety);
      await press(await show(stories.SafetyUnanswered));
      element.definition = {
        ...FORM,
        items: [{ id: 'x', section: 'safety', type: 'boolean', text: 'Something new?' }],
      };
      await settled(element);
      expect(texts(root(element).querySelectorAll('legend'))).to.deep.equal(['Something new?']);
    });

    it('says when there is nothing to ask', async () => {
      const element = await show(stories.Empty);
      expect(root(element).textContent).to.contain('There are no questions for this booking.');
      expect(element.submit()).to.be.false;
    });
  });

  describe('the page around it', () => {
    it('is told once where a form names no reviewer', async () => {
      const definition = { ...FORM, id: 'unread' };
      await show(stories.Safety, { definition });
      await show(stories.Safety, { definition });
      expect(warned.filter((text) => text.includes('"unread"') && text.includes('reviewedBy'))).to.have.length(1);
      await show(stories.Safety, { definition: { ...FORM, id: 'read', reviewedBy: 'Dr Example' } });
      expect(warned.filter((text) => text.includes('"read"'))).to.be.empty;
    });

    it('is told of values that cannot be used, with what was expected', async () => {
      const element = await show(stories.Whole, { place: 'moon' as never, sections: 'contact weather' });
      expect(
        warned.some((text) => text.includes('<knead-intake-form> place') && text.includes('"incall" or "outcall"')),
      ).to.be.true;
      expect(warned.some((text) => text.includes('<knead-intake-form> sections'))).to.be.true;
      expect(texts(root(element).querySelectorAll('h3'))).to.deep.equal(['About you']);
      const misconfigured = await show(stories.Misconfigured);
      expect(warned.some((text) => text.includes('form-version'))).to.be.true;
      expect(root(misconfigured).textContent).to.contain('not set up correctly');
    });

    it('sets the level of the headings', async () => {
      const element = await show(stories.Whole, { headingLevel: 4 });
      expect(root(element).querySelectorAll('h4')).to.have.length(4);
    });

    it('heads a lone section itself where it brings Continue, and several not', async () => {
      expect(root(await show(stories.Safety)).querySelectorAll('h3')).to.be.empty;
      const several = await show(stories.Safety, { sections: 'contact preferences' });
      expect(texts(root(several).querySelectorAll('h3'))).to.deep.equal(['About you', 'Your preferences']);
      expect(root(several).querySelectorAll('button')).to.be.empty;
    });

    it('may be written from right to left', async () => {
      registerLocale({ ...enGB, tag: 'ar', direction: 'rtl' });
      const element = await show(stories.Contact, { lang: 'ar' });
      const label = control(element, 'Full name').labels![0]!;
      expect(getComputedStyle(label).direction).to.equal('rtl');
    });

    for (const width of [240, 320]) {
      it(`may be ${width} px wide`, async () => {
        const element = await show(stories.EveryType);
        element.parentElement!.setAttribute('style', `inline-size: ${width}px`);
        await settled(element);
        const edge = element.getBoundingClientRect().right + 1;
        for (const node of root(element).querySelectorAll('label, legend, p, input, textarea, button')) {
          if (node.closest('.visually-hidden, .pill')) continue;
          expect(node.getBoundingClientRect().right, texts([node])[0]).to.be.at.most(edge);
        }
        expect(element.scrollWidth).to.be.at.most(width);
      });
    }

    it('may move focus into it', async () => {
      const element = await show(stories.Contact);
      element.focus();
      expect(focused(element)).to.equal(control(element, 'Full name'));
    });
  });
});
