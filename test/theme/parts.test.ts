import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import * as bookings from '../../stories/components/booking.stories.js';
import * as forms from '../../stories/components/intake-form.stories.js';
import * as managed from '../../stories/components/manage-booking.stories.js';
import * as pickers from '../../stories/components/service-picker.stories.js';
import * as calendars from '../../stories/components/slot-calendar.stories.js';
import * as cards from '../../stories/components/therapist-card.stories.js';
import * as directories from '../../stories/components/therapist-directory.stories.js';
import * as times from '../../stories/flow/times.stories.js';
import { settled } from '../support/settled.js';

/** States of a part, which stand beside its name. */
const STATES = ['chosen', 'available'];

interface Shown {
  default: object;
}
/** Stories that together show every part of an element. */
const showing: Readonly<Record<string, readonly [Shown, string][]>> = {
  'knead-booking': [...stories(bookings, 'Place', 'Failed', 'Treatments'), ...stories(times, 'Times', 'SafetyCheck')],
  'knead-intake-form': stories(forms, 'Whole', 'Stopped'),
  'knead-manage-booking': stories(managed, 'Confirmed', 'Failed', 'Times', 'Correct'),
  'knead-service-picker': stories(pickers, 'Chosen', 'Failed'),
  'knead-slot-calendar': stories(calendars, 'Chosen', 'Full'),
  'knead-therapist-card': stories(cards, 'GivenTimes', 'Failed'),
  'knead-therapist-directory': stories(directories, 'FiltersOpen', 'Failed', 'Booking'),
};

function stories(file: object, ...names: string[]): [Shown, string][] {
  return names.map((name) => [file as Shown, name]);
}

let documented: Record<string, string[]>;

describe('parts', () => {
  let canvas: HTMLElement;
  before(async () => {
    documented = (await executeServerCommand('documented-parts')) as Record<string, string[]>;
  });
  afterEach(() => canvas.remove());

  for (const [tag, shown] of Object.entries(showing)) {
    it(`of ${tag} are those it documents, and the other way round`, async () => {
      const found = new Set<string>();
      for (const [file, name] of shown) {
        canvas?.remove();
        canvas = await show(file, name);
        for (const element of canvas.querySelectorAll(tag)) for (const part of partsOf(element)) found.add(part);
      }
      expect([...found].filter((part) => !STATES.includes(part)).sort()).to.deep.equal([...documented[tag]!].sort());
    }).timeout(30_000);
  }

  it('of an element inside another can be styled from the page', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('knead-booking::part(time) { border-top-color: rgb(1, 2, 3) }');
    document.adoptedStyleSheets.push(sheet);
    canvas = await show(times as Shown, 'Times');
    const calendar = canvas.querySelector('knead-booking')!.shadowRoot!.querySelector('knead-slot-calendar')!;
    const time = calendar.shadowRoot!.querySelector('.time-choice')!;
    expect(getComputedStyle(time).borderTopColor).to.equal('rgb(1, 2, 3)');
    document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(sheet), 1);
  });
});

/** Names in an element's own root, and those that it passes on from elements in it. */
function* partsOf(element: Element): Generator<string> {
  for (const inside of element.shadowRoot!.querySelectorAll('[part]')) yield* inside.part;
  for (const inside of element.shadowRoot!.querySelectorAll('[exportparts]')) {
    const passedOn = inside.getAttribute('exportparts')!.split(/,\s*/);
    yield* passedOn.filter((name) => documented[inside.localName]!.includes(name));
  }
}

async function show(file: Shown, name: string): Promise<HTMLElement> {
  const meta = file.default as { args?: object; render: (args: object, context: object) => Node; play?: Play };
  const story = (file as unknown as Record<string, { args?: object; play?: Play }>)[name]!;
  expect(story, `a story called ${name}`).to.be.an('object');
  const holder = document.createElement('main');
  document.body.append(holder);
  holder.append(meta.render({ ...meta.args, ...story.args }, {}));
  await settled(holder);
  await (story.play ?? meta.play)?.({ canvasElement: holder });
  await settled(holder);
  return holder;
}
type Play = (context: { canvasElement: Element }) => Promise<void> | void;
