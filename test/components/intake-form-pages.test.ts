import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { KneadIntakeForm } from '../../src/components/intake-form/intake-form.js';
import type { IntakeSubmission } from '../../src/domain/intake/submission.js';
import meta, * as stories from '../../stories/components/intake-form-pages.stories.js';
import { settled } from '../support/settled.js';

type Story = { args?: object; play?: (context: never) => unknown; render?: typeof meta.render };

let given: IntakeSubmission[];

async function show(story: Story, args: Partial<KneadIntakeForm> = {}): Promise<KneadIntakeForm> {
  given = [];
  const onSubmit = (submission: IntakeSubmission): void => void given.push(submission);
  const all = { ...meta.args, ...story.args, onSubmit, ...args };
  const element = (story.render ?? meta.render!)(all as never, {} as never) as KneadIntakeForm;
  await fixture(html`<div>${element}</div>`);
  await settled(element);
  await story.play?.({ canvasElement: element.parentElement! } as never);
  await settled(element);
  return element;
}

const root = (element: KneadIntakeForm): ShadowRoot => element.shadowRoot!;
const words = (node: Element | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const part = (element: KneadIntakeForm): string => words(root(element).querySelector('#part'));
const title = (element: KneadIntakeForm): string => words(root(element).querySelector('#page-heading'));
const focused = (element: KneadIntakeForm): Element | null => root(element).activeElement;

async function press(element: KneadIntakeForm, name: string): Promise<void> {
  const found = [...root(element).querySelectorAll('button')].find((each) => words(each) === name);
  if (!found) throw new Error(`no button says "${name}"`);
  found.click();
  await settled(element);
}

function control(element: KneadIntakeForm, label: string | RegExp, legend = ''): HTMLInputElement {
  const within = legend
    ? [...root(element).querySelectorAll('fieldset')].find((set) =>
        words(set.querySelector('legend')).startsWith(legend),
      )!
    : root(element);
  const found = [...within.querySelectorAll('label')].find((each) =>
    typeof label === 'string' ? words(each) === label : label.test(words(each)),
  );
  if (!found) throw new Error(`nothing is labelled "${String(label)}"`);
  return found.control as HTMLInputElement;
}

async function tick(element: KneadIntakeForm, label: string | RegExp, legend?: string): Promise<void> {
  control(element, label, legend).click();
  await settled(element);
}

const faults = (element: KneadIntakeForm): string[] =>
  [...root(element).querySelectorAll('#error-summary a')].map(words);

describe('a form of several pages', () => {
  afterEach(() => fixtureCleanup());

  describe('accessibility', () => {
    for (const [name, story] of Object.entries(stories) as [string, Story][]) {
      if (name === 'default') continue;
      it(`holds in ${name}`, async () => {
        await expect(await show(story)).to.be.accessible();
      });
    }
  });

  it('leads from who is coming through what is asked to consent, and back, with nothing lost', async () => {
    const element = await show(stories.AboutYou, { value: { ...stories.WhoIsComing.args!.value!, page: 0 } });
    const met: string[] = [];
    const forward = async (): Promise<void> => {
      met.push(`${part(element)}: ${title(element)}`);
      await press(element, 'Continue');
      expect(words(focused(element))).to.equal(title(element));
    };
    await forward();
    await forward();
    await tick(element, 'Lower back', 'Where do you feel it?');
    await tick(element, 'Suddenly');
    await tick(element, '6 to 12 weeks');
    await forward();
    await tick(element, 'None of these', 'Are you allergic');
    await forward();
    await forward();
    await tick(element, 'Firm');
    await forward();
    await forward();
    expect(met).to.deep.equal([
      'Part 1 of 8: About you',
      'Part 2 of 8: Who is coming',
      'Part 3 of 8: What you feel',
      'Part 4 of 8: Your health',
      'Part 5 of 8: Where to work',
      'Part 6 of 8: How you like it',
      'Part 7 of 8: What do you like?',
    ]);
    expect(title(element)).to.equal('Sharing these answers');
    for (const page of met.toReversed()) {
      await press(element, 'Back');
      expect(`${part(element)}: ${title(element)}`).to.equal(page);
      expect(words(focused(element))).to.equal(title(element));
    }
    expect([...root(element).querySelectorAll('button')].map(words)).not.to.include('Back');
    expect(element.back()).to.equal(false);
    expect(element.value.answers).to.include({ 'pain-onset': 'sudden', pressure: 'firm' });
    expect(given).to.deep.equal([]);
  });

  it('is checked page by page, by Enter as well, and what is wrong is said there', async () => {
    const element = await show(stories.AboutYouMissing);
    expect(faults(element)).to.deep.equal(['Enter your full name', 'Enter your email address']);
    expect(focused(element)?.id).to.equal('error-summary');
    control(element, 'Full name').focus();
    await sendKeys({ type: 'Ada Example' });
    control(element, 'Email address').focus();
    await sendKeys({ type: 'ada@example.com' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(title(element)).to.equal('Who is coming');
    expect(faults(element)).to.deep.equal([]);
  });

  it('leads from the last page to the first that is not right after all', async () => {
    const element = await show(stories.SharingAnswers);
    await tick(element, /^I agree that Mara/);
    await press(element, 'Continue');
    expect(title(element)).to.equal('What you feel');
    expect(faults(element)).to.have.length(2);
    expect(given).to.deep.equal([]);
  });

  it('asks nothing of whoever answers in person, and hands over that nothing is shared', async () => {
    const element = await show(stories.WhoIsComing);
    await press(element, 'Back');
    await press(element, 'I’d rather answer in person');
    expect(given.map(({ client, value }) => [client?.name, value.consentGiven])).to.deep.equal([
      ['Ada Example', false],
    ]);
  });

  it('still has to know who is coming in person', async () => {
    const element = await show(stories.AboutYou);
    await press(element, 'I’d rather answer in person');
    expect(faults(element)).to.have.length(2);
    expect(given).to.deep.equal([]);
  });

  it('leads whoever has agreed already from another phone number straight out again', async () => {
    const { value } = stories.NotShared.args!;
    const answers = { ...value!.answers, 'pain-onset': 'sudden', 'pain-duration': 'over-12-weeks' };
    const element = await show(stories.NotShared, { value: { ...value!, answers, consentGiven: true, page: 0 } });
    // The story's own Continue.
    expect(given).to.have.length(1);
    expect(element.value.page).to.equal(0);
  });

  it('Scenario 10: says a conflict of oil and allergy at once, and does not go on until it is settled', async () => {
    const element = await show(stories.HowYouLikeIt, {
      value: { ...stories.OilConflict.args!.value!, answers: { ...stories.OilConflict.args!.value!.answers, oil: [] } },
    });
    const conflict = 'Almond oil is made from nuts. Please choose another oil, or bring your own.';
    const status = root(element).querySelector('[role=status]')!;
    expect(words(status)).to.equal('');
    await tick(element, 'Almond oil');
    expect(words(status)).to.equal(conflict);
    await press(element, 'Continue');
    expect(title(element)).to.equal('How you like it');
    expect(faults(element)).to.have.length(1);
    await tick(element, 'I’ll bring my own');
    expect(words(status)).to.equal('');
    await press(element, 'Continue');
    expect(title(element)).to.equal('What do you like?');
  });

  it('Scenario 11: under 16, a guardian is named, agrees and stays', async () => {
    const element = await show(stories.ForAChildMissing);
    expect(faults(element)).to.have.length(5);
    expect([...root(element).querySelectorAll('legend')].map(words)).to.include.members([
      'Booking for somebody else',
      'Parent or guardian',
    ]);
    expect(control(element, /^I am the parent or guardian/).checked).to.equal(false);
  });

  it('Scenario 12: consent left unticked is said beside the box, and answering in person goes on without an answer', async () => {
    const element = await show(stories.NotShared);
    expect(title(element)).to.equal('Sharing these answers');
    expect(faults(element)).to.deep.equal(['Tick the box to share your answers']);
    const box = control(element, /^I agree that Mara/);
    expect(box.getAttribute('aria-invalid')).to.equal('true');
    await press(element, 'I’d rather answer in person');
    expect(given.map(({ value }) => value.consentGiven)).to.deep.equal([false]);
  });

  it('Scenario 13: on the basis of care there is a notice and no box, and going on shares the answers', async () => {
    const { value } = stories.BasisOfCare.args!;
    const answers = {
      ...value!.answers,
      allergies: ['none'],
      'pain-onset': 'sudden',
      'pain-duration': 'over-12-weeks',
    };
    const element = await show(stories.BasisOfCare, { value: { ...value!, answers } });
    expect(root(element).querySelectorAll('input')).to.have.length(0);
    await press(element, 'Continue');
    expect(given.map(({ value }) => value.consentGiven)).to.deep.equal([true]);
    await press(element, 'I’d rather answer in person');
    expect(given.at(-1)!.value.consentGiven).to.equal(false);
  });

  it('asks of a visit only where there is one', async () => {
    const titles = async (args: Partial<KneadIntakeForm>): Promise<string> => part(await show(stories.AboutYou, args));
    expect(await titles({})).to.equal('Part 1 of 8');
    expect(await titles({ value: { ...stories.ForTheVisit.args!.value!, page: 0 } })).to.equal('Part 1 of 9');
  });

  describe('a picture of the body', () => {
    const areasOf = (element: KneadIntakeForm): SVGPathElement[] => [
      ...root(element).querySelector('.picture')!.querySelectorAll<SVGPathElement>('.area'),
    ];

    it('mirrors the list, and what is pointed at is ticked there and back', async () => {
      const element = await show(stories.WhereToWork);
      const chosen = (): number => areasOf(element).filter((area) => area.matches('.chosen')).length;
      expect(areasOf(element)).to.have.length(12);
      expect(chosen()).to.equal(3);
      await tick(element, 'Feet', 'Where may your therapist work?');
      expect(chosen()).to.equal(4);
      const head = areasOf(element)[0]!;
      head.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      await settled(element);
      expect(control(element, 'Head and scalp', 'Where may your therapist work?').checked).to.equal(true);
      head.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      await settled(element);
      expect(control(element, 'Head and scalp', 'Where may your therapist work?').checked).to.equal(false);
      expect(element.value.answers['work-where']).to.deep.equal(['neck', 'shoulders', 'upper-back', 'feet']);
    });

    it('is for the pointer alone: not spoken, no tab stop, and no attribute of it names an area', async () => {
      const element = await show(stories.WhereToWork);
      const picture = root(element).querySelector('.picture')!;
      expect(picture.firstElementChild!.getAttribute('aria-hidden')).to.equal('true');
      expect(words(picture)).to.equal('');
      expect(picture.querySelectorAll('a, button, input, [tabindex]')).to.have.length(0);
      expect(picture.outerHTML).not.to.match(/neck|shoulder|back/);
    });

    it('shows the front only to whoever opens it', async () => {
      const element = await show(stories.WhereToWork);
      const fold = root(element).querySelector<HTMLDetailsElement>('.areas > details')!;
      expect(fold.open).to.equal(false);
      expect(fold.querySelectorAll('.area')).to.have.length(4);
      const opened = await show(stories.WhereOnTheFront);
      expect(root(opened).querySelector<HTMLDetailsElement>('.areas > details')!.open).to.equal(true);
      expect(root(opened).querySelectorAll('.areas > details .chosen.area')).to.have.length(2);
    });
  });

  it('is written from right to left where its language is', async () => {
    const element = await show(stories.Arabic);
    expect(part(element)).to.equal('الجزء 2 من 4');
    expect(getComputedStyle(root(element).querySelector('#page-heading')!).direction).to.equal('rtl');
  });

  for (const name of ['Narrow', 'NarrowChoices', 'LongGerman'] as const)
    it(`has room in 320 px: ${name}`, async () => {
      const element = await show(stories[name]);
      const edge = element.getBoundingClientRect().right + 1;
      for (const node of root(element).querySelectorAll('label, legend, p, input, textarea, button, .picture')) {
        if (node.closest('.visually-hidden, .areas details > .question > .legend, .areas details .small')) continue;
        expect(node.getBoundingClientRect().right, words(node)).to.be.at.most(edge);
      }
    });
});
