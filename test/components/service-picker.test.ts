import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { SERVICES } from '../../src/backend/memory/catalogue.js';
import { connectedTo, memoryServer } from '../../src/backend/memory/memory-backend.js';
import '../../src/components/service-picker/service-picker.js';
import type { KneadServicePicker } from '../../src/components/service-picker/service-picker.js';
import meta, * as stories from '../../stories/components/service-picker.stories.js';
import { settled } from '../support/settled.js';

type Name = Exclude<keyof typeof stories, 'default' | 'RightToLeft'>;
const back = SERVICES[0]!;

async function show(properties: object = {}, content?: Node): Promise<KneadServicePicker> {
  const picker = Object.assign(document.createElement('knead-service-picker'), meta.args, properties);
  if (content) picker.append(content);
  document.body.append(picker);
  await settled(picker);
  return picker;
}
const story = (name: Name): Promise<KneadServicePicker> => show((stories[name] as { args?: object }).args);

const inputs = (picker: KneadServicePicker): HTMLInputElement[] => [...picker.renderRoot.querySelectorAll('input')];
const named = (picker: KneadServicePicker, text: string): HTMLInputElement => {
  const found = inputs(picker).find((input) => input.closest('label')!.textContent!.includes(text));
  if (!found) throw new Error(`no choice "${text}"`);
  return found;
};
const text = (picker: KneadServicePicker): string =>
  picker.shadowRoot!.querySelector('[dir]')!.textContent!.replaceAll(/\s+/g, ' ');
const status = (picker: KneadServicePicker): string =>
  picker.renderRoot.querySelector('[role=status]')!.textContent!.trim();

describe('knead-service-picker', () => {
  afterEach(() => {
    document.querySelectorAll('knead-service-picker, form').forEach((element) => element.remove());
  });

  for (const name of [
    'Open',
    'Chosen',
    'Visit',
    'Preset',
    'UnknownPreset',
    'FromBackend',
    'Loading',
    'Failed',
    'Empty',
    'LongText',
  ] as const) {
    it(`is accessible: ${name}`, async () => {
      await expect(await story(name)).to.be.accessible();
    });
  }

  it('shows every treatment with the least it costs', async () => {
    const picker = await story('Open');
    expect(inputs(picker).map(({ value }) => value)).to.deep.equal(
      SERVICES.filter(({ options }) =>
        options.some(({ prices }) => prices.some(({ place }) => place === 'incall')),
      ).map(({ id }) => id),
    );
    expect(text(picker)).to.contain('Back massage').and.to.contain('from £65');
    expect(picker.value).to.equal(null);
  });

  it('has the travel fee in every price of a visit', async () => {
    const home = await story('Chosen');
    const atHome = named(home, '60 min').closest('label')!.textContent!;
    const visit = await story('Visit');
    const visiting = named(visit, '60 min').closest('label')!.textContent!;
    const pounds = (words: string): number => Number(/£(\d+)/.exec(words)![1]);
    expect(pounds(visiting)).to.be.greaterThan(pounds(atHome));
  });

  it('takes an hour when a treatment is chosen, and tells whoever asked', async () => {
    const picker = await show();
    const told = oneEvent(picker, 'knead-service-select');
    named(picker, 'Back massage').click();
    const { detail, bubbles, composed } = (await told) as CustomEvent;
    expect(detail).to.deep.equal({ serviceId: 'back', optionId: '60', addOnIds: [] });
    expect([bubbles, composed]).to.deep.equal([true, false]);
    await settled(picker);
    expect(picker.value).to.deep.equal(detail);
    expect(named(picker, '60 min').checked).to.equal(true);
  });

  it('lets pairings of one group replace each other and keeps extras', async () => {
    const picker = await story('Chosen');
    const [pairing, ...rest] = back.addOns;
    const rival = rest.find(({ exclusiveGroup }) => exclusiveGroup && exclusiveGroup === pairing!.exclusiveGroup);
    const extra = rest.find(({ exclusiveGroup }) => exclusiveGroup === undefined);
    if (extra) {
      named(picker, `Add ${extra.name}`).click();
      await settled(picker);
      expect(picker.value!.addOnIds).to.include(extra.id).and.to.include(pairing!.id);
    }
    if (rival) {
      named(picker, `Add ${rival.name}`).click();
      await settled(picker);
      expect(picker.value!.addOnIds).to.include(rival.id).and.not.to.include(pairing!.id);
    }
    expect(extra ?? rival, 'the fixture has something to try').to.not.equal(undefined);
  });

  it('says the total once the visitor stays, not at every arrow', async () => {
    const picker = await show();
    inputs(picker)[0]!.focus();
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'ArrowDown' });
    expect(status(picker)).to.equal('');
    const spoken = new Promise<void>((resolve) => {
      const region = picker.renderRoot.querySelector('[role=status]')!;
      new MutationObserver(() => resolve()).observe(region, { childList: true, characterData: true, subtree: true });
    });
    await spoken;
    expect(status(picker)).to.match(/^Total 60 min, £\d+/);
  });

  it('begins with what the page asks for, and says so when that is not offered', async () => {
    expect((await story('Preset')).value).to.deep.equal({ serviceId: 'back', optionId: '90', addOnIds: [] });
    const unknown = await story('UnknownPreset');
    expect(unknown.value).to.equal(null);
    expect(text(unknown)).to.contain('is not offered here');
  });

  it('asks for a choice beside the list, with focus, and takes it back once there is one', async () => {
    const picker = await show();
    expect(picker.validate()).to.equal(false);
    await settled(picker);
    expect(text(picker)).to.contain('Choose a treatment');
    expect(picker.shadowRoot!.activeElement).to.equal(inputs(picker)[0]);
    const fieldset = picker.renderRoot.querySelector('fieldset')!;
    expect(picker.shadowRoot!.getElementById(fieldset.getAttribute('aria-describedby')!)!.textContent).to.contain(
      'Choose a treatment',
    );
    inputs(picker)[0]!.click();
    await settled(picker);
    expect(picker.validate()).to.equal(true);
    expect(text(picker)).not.to.contain('Choose a treatment');
  });

  it('loads the treatments of one practitioner alone by attributes, and again after a failure', async () => {
    const server = memoryServer('default');
    let broken = true;
    const backend = connectedTo(server, 'default', {
      environment: {
        fetch: (url, init) => (broken ? Promise.resolve(new Response('', { status: 500 })) : server.fetch(url, init)),
      },
    });
    const link = Object.assign(document.createElement('a'), { href: 'tel:1', textContent: 'Call' });
    const picker = await show({ services: null, offer: null, backend, practitioner: 'mara' }, link);
    expect(text(picker)).to.contain('can’t reach');
    expect(link.checkVisibility()).to.equal(true);
    broken = false;
    picker.renderRoot.querySelector('button')!.click();
    await settled(picker);
    expect(text(picker)).to.contain('Back massage');
    expect(link.checkVisibility()).to.equal(false);
  });

  it('hands its choice to a form it stands in', async () => {
    const form = document.createElement('form');
    document.body.append(form);
    const picker = await show({ value: { serviceId: 'back', optionId: '60', addOnIds: [back.addOns[0]!.id] } });
    picker.setAttribute('name', 'treatment');
    form.append(picker);
    picker.requestUpdate();
    await settled(picker);
    expect([...new FormData(form)]).to.deep.equal([
      ['treatment', 'back'],
      ['treatment-option', '60'],
      ['treatment-add-on', back.addOns[0]!.id],
    ]);
  });

  it('warns once of a place that is none, and goes on', async () => {
    const warnings: string[] = [];
    const warn = console.warn;
    console.warn = (message: string) => warnings.push(message);
    try {
      const picker = await show({ place: 'elsewhere' });
      expect(picker.place).to.equal('incall');
      expect(warnings.filter((message) => message.includes('<knead-service-picker> place: expected'))).to.have.length(
        1,
      );
    } finally {
      console.warn = warn;
    }
  });

  it('shows what it cannot read as text', async () => {
    const hostile = { ...back, name: '<img src=x onerror=alert(1)>', description: '\u202eabc <b>bold</b>' };
    const picker = await show({ services: [hostile] });
    expect(text(picker)).to.contain('<img src=x onerror=alert(1)>');
    expect(picker.renderRoot.querySelector('img, b')).to.equal(null);
  });
});
