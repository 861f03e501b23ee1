import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { SERVICES } from '../../src/backend/memory/catalogue.js';
import { connectedTo, memoryServer } from '../../src/backend/memory/memory-backend.js';
import '../../src/components/service-picker/service-picker.js';
import type { Service } from '../../src/contract/service.js';
import type { KneadServicePicker } from '../../src/components/service-picker/service-picker.js';
import meta, * as stories from '../../stories/components/service-picker.stories.js';
import { settled } from '../support/settled.js';

type Name = Exclude<keyof typeof stories, 'default'>;
const back = SERVICES[0]!;

async function show(properties: object = {}, content?: Node): Promise<KneadServicePicker> {
  const args = { ...meta.args, ...properties };
  const picker = meta.render!(args, { args } as never) as KneadServicePicker;
  if (content) picker.append(content);
  document.body.append(picker);
  await settled(picker);
  return picker;
}
const story = (name: Name): Promise<KneadServicePicker> => show((stories[name] as { args?: object }).args);

const inputs = (picker: KneadServicePicker): HTMLInputElement[] => [...picker.renderRoot.querySelectorAll('input')];
const named = (picker: KneadServicePicker, text: string): HTMLInputElement => {
  const found = inputs(picker).find((input) => input.closest('label')?.textContent.includes(text));
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
    'UnknownOption',
    'Added',
    'OneOfSome',
    'WithoutTerms',
    'One',
    'Sixty',
    'Searched',
    'NothingFound',
    'Unavailable',
    'VisitSomewhere',
    'NotReached',
    'Missing',
    'Disabled',
    'BadData',
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

  it('is called by its name and price, and described by the rest', async () => {
    const picker = await story('Preset');
    const root = picker.shadowRoot!;
    const by = (attribute: string): string =>
      inputs(picker)[0]!
        .getAttribute(attribute)!
        .split(' ')
        .map((id) => root.getElementById(id)!.textContent!.replaceAll(/\s+/g, ' ').trim())
        .join(' ');
    expect(by('aria-labelledby')).to.equal('Back massage from £65');
    expect(by('aria-describedby')).to.match(/^Upper, middle .* Medium pressure Kneading \(Petrissage\)$/);
  });

  it('leaves out the trade’s words where the host wants them hidden', async () => {
    const picker = await story('WithoutTerms');
    expect(text(picker)).to.contain('Kneading').and.not.to.contain('Petrissage');
    picker.removeAttribute('hide-terms');
    picker.hideTerms = false;
    await settled(picker);
    expect(text(picker)).to.contain('Kneading (Petrissage)');
  });

  it('lists ways of working so that each may begin with a capital', async () => {
    const [way] = back.techniques;
    const techniques = [way!, { ...way!, id: 'gliding', name: 'Long strokes', term: 'effleurage' }];
    const picker = await show({ services: [{ ...back, techniques }], service: back.id });
    expect(text(picker)).to.contain('Kneading (Petrissage) · Long strokes (effleurage)');
  });

  it('has the price at the end of the name’s line, and the description below both, however wide', async () => {
    for (const [name, inlineSize] of [
      ['Open', '1000px'],
      ['Open', '280px'],
      ['RightToLeft', '1000px'],
    ] as const) {
      const picker = await story(name);
      picker.style.inlineSize = inlineSize;
      const box = (selector: string): DOMRect =>
        picker.shadowRoot!.querySelector(`.head ${selector}`)!.getBoundingClientRect();
      const [title, price, about] = [box('.name'), box('.from'), box('.about')];
      expect(price.top, inlineSize).to.equal(title.top);
      expect(price.left > title.left, name).to.equal(name === 'Open');
      expect(about.top, inlineSize).to.be.at.least(title.bottom);
      picker.remove();
    }
  });

  it('begins with the only treatment there is', async () => {
    expect((await story('One')).value).to.deep.equal({ serviceId: 'back', optionId: '60', addOnIds: [] });
  });

  it('begins with what a link asks for, whatever the page asks for, and leaves the address alone', async () => {
    const before = location.href;
    location.hash = '#knead-service=swedish&option=90';
    try {
      const linked = location.href;
      const picker = await story('Preset');
      expect(picker.value).to.deep.equal({ serviceId: 'swedish', optionId: '90', addOnIds: [] });
      named(picker, 'Back massage').click();
      await settled(picker);
      expect(location.href).to.equal(linked);
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('takes the treatment without a length that is not offered, and says so', async () => {
    const picker = await story('UnknownOption');
    expect(picker.value).to.deep.equal({ serviceId: 'back', optionId: '60', addOnIds: [] });
    expect(text(picker)).to.contain('The length this page asked for is not offered here');
    named(picker, '90 min').click();
    await settled(picker);
    expect(text(picker)).not.to.contain('not offered here');
  });

  it('sums up what is added, in place and once aloud', async () => {
    const picker = await story('Preset');
    expect(text(picker)).not.to.contain('Total');
    named(picker, 'Add Relaxing').click();
    await settled(picker);
    named(picker, 'Add Hot stones').click();
    await settled(picker);
    expect(text(picker)).to.contain('Total 2 hr 15 min, £160');
    await waitUntil(() => status(picker) !== '');
    expect(status(picker)).to.equal('Total 2 hr 15 min, £160');
  });

  it('says of what only one can be added', async () => {
    const legend = (picker: KneadServicePicker, label: string): string =>
      named(picker, label).closest('fieldset')!.querySelector('legend')!.textContent!;
    const picker = await story('OneOfSome');
    expect(legend(picker, 'Add Relaxing')).to.equal('One of these, if you like');
    expect(legend(picker, 'Add Back')).to.equal('One of these, if you like');
    expect(legend(picker, 'Add Hot stones')).to.equal('Add to Back massage');
    named(picker, 'Add Back').click();
    await settled(picker);
    expect(named(picker, 'Add Relaxing').checked).to.equal(false);
    expect(legend(await story('Added'), 'Add Relaxing')).to.equal('Add to Back massage');
  });

  it('folds away what people ask, once a treatment is chosen', async () => {
    const picker = await story('Open');
    expect(picker.renderRoot.querySelectorAll('details')).to.have.length(0);
    named(picker, 'Back massage').click();
    await settled(picker);
    const folds = [...picker.renderRoot.querySelectorAll('details')];
    expect(folds.map((fold) => [fold.open, fold.querySelector('summary')!.textContent])).to.deep.equal([
      [false, 'What you can add'],
      [false, 'Do I need to undress?'],
      [false, 'Will it hurt?'],
      [false, 'How do people plan their visits?'],
    ]);
    folds[1]!.querySelector('summary')!.click();
    await settled(picker);
    expect(folds[1]!.querySelector('p')!.checkVisibility()).to.equal(true);
    expect(folds[1]!.textContent).to.contain('To your comfort.');
  });

  describe('with many treatments', () => {
    const search = (picker: KneadServicePicker): HTMLInputElement | null => picker.renderRoot.querySelector('#search');
    const find = async (picker: KneadServicePicker, words: string): Promise<string[]> => {
      search(picker)!.value = words;
      search(picker)!.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await settled(picker);
      return [...picker.renderRoot.querySelectorAll('.name')].map((name) => name.textContent!);
    };
    const numbered = (count: number): Service[] =>
      Array.from({ length: count }, (_, number) => ({ ...back, id: `back-${number}`, name: `Massage ${number}` }));

    it('lists sixty under the headings of their groups', async () => {
      const picker = await story('Sixty');
      expect(inputs(picker).filter(({ type }) => type === 'radio')).to.have.length(60);
      const groups = [...picker.renderRoot.querySelectorAll('fieldset.group')];
      expect(groups.map((group) => group.querySelector('legend')!.textContent)).to.have.length(5);
      expect(groups[0]!.querySelectorAll('input')).to.have.length(12);
      const legend = groups[0]!.querySelector('legend')!;
      legend.textContent = 'Massage during pregnancy and after birth';
      legend.getBoundingClientRect();
      picker.style.inlineSize = '240px';
      expect(legend.getBoundingClientRect().width, 'after the page has got narrower').to.be.at.most(240);
    });

    it('can be searched from twelve on', async () => {
      expect(search(await show({ services: numbered(11) }))).to.equal(null);
      expect(search(await show({ services: numbered(12) }))).not.to.equal(null);
    });

    it('finds by name and by any word for a way of working; says how many; keeps what is chosen in sight', async () => {
      const swedish = { ...SERVICES[1]!, id: 'only-swedish', name: 'Swedish massage' };
      const picker = await show({ services: [...numbered(11), swedish] });
      expect(await find(picker, 'swedish')).to.deep.equal(['Swedish massage']);
      expect(text(picker)).to.contain('1 treatment found');
      expect(await find(picker, 'GLIDING')).to.deep.equal(['Swedish massage']);
      expect(await find(picker, 'effleurage strokes')).to.deep.equal(['Swedish massage']);
      expect(text(picker)).to.contain('Long strokes (Effleurage)');
      expect(await find(picker, 'petrissage')).to.have.length(11);
      await waitUntil(() => status(picker) !== '');
      expect(status(picker)).to.equal('11 treatments found');
      named(picker, 'Massage 4').click();
      await settled(picker);
      expect(await find(picker, 'nothing of the kind')).to.deep.equal(['Massage 4']);
      expect(text(picker)).to.contain('0 treatments found');
      expect(await find(picker, '')).to.have.length(12);
    });
  });

  it('says why something cannot be chosen, and does not let it be chosen', async () => {
    const picker = await story('Unavailable');
    const swedish = named(picker, 'Swedish massage');
    const deep = named(picker, 'Deep tissue');
    expect([swedish.disabled, deep.disabled, named(picker, 'Back massage').disabled]).to.deep.equal([
      true,
      true,
      false,
    ]);
    expect(swedish.closest('label')!.textContent).to.contain('Only at your place').and.not.to.contain('£');
    expect(deep.closest('label')!.textContent).to.contain('Please talk to Mara first');
    picker.service = 'deep-tissue';
    await settled(picker);
    expect(picker.value).to.equal(null);
    picker.value = { serviceId: 'deep-tissue', optionId: '60', addOnIds: [] };
    expect(picker.validate()).to.equal(false);
  });

  it('prices a visit from the nearest zone until the postcode is known, and none where nobody comes', async () => {
    const picker = await story('VisitSomewhere');
    expect(named(picker, '60 min').closest('label')!.textContent).to.contain('from £90');
    picker.postcodeArea = 'E1';
    await settled(picker);
    expect(named(picker, '60 min').closest('label')!.textContent).to.contain('£105').and.not.to.contain('from');
    picker.postcodeArea = 'N22';
    await settled(picker);
    expect(text(picker)).to.contain('Visits to N22 are not offered.');
    expect(inputs(picker)).to.have.length(0);
  });

  it('leaves out what makes no sense, warns once, and goes on with the rest', async () => {
    const warnings: string[] = [];
    const warn = console.warn;
    console.warn = (message: string) => warnings.push(message);
    try {
      const picker = await story('BadData');
      await show((stories.BadData as { args: object }).args);
      expect([...picker.renderRoot.querySelectorAll('.name')].map((name) => name.textContent)).to.deep.equal([
        '<b>Back</b> \u202emassage',
        SERVICES[3]!.name,
      ]);
      expect(text(picker)).not.to.contain('NaN').and.not.to.contain('-5');
      expect(picker.value).to.deep.equal({ serviceId: 'back', optionId: '60', addOnIds: [] });
      expect(warnings.filter((message) => message.includes(' services: expected')).length).to.be.at.most(1);
    } finally {
      console.warn = warn;
    }
  });

  it('shows the page’s own way to book where the practitioner is not known', async () => {
    const link = Object.assign(document.createElement('a'), { href: 'tel:1', textContent: 'Call' });
    const backend = connectedTo(memoryServer('default'), 'default');
    const picker = await show({ services: null, offer: null, backend, practitioner: 'nobody' }, link);
    expect(link.checkVisibility()).to.equal(true);
    expect(text(picker)).not.to.equal(' ');
  });

  describe('in a form', () => {
    async function inForm(properties: object = {}): Promise<{ picker: KneadServicePicker; form: HTMLFormElement }> {
      const form = document.createElement('form');
      document.body.append(form);
      const picker = await show(properties);
      picker.setAttribute('name', 'treatment');
      form.append(picker);
      picker.requestUpdate();
      await settled(picker);
      return { picker, form };
    }
    const sent = (form: HTMLFormElement): [string, unknown][] => [...new FormData(form)];

    it('that is reset it goes back to what the page asked for, or to nothing', async () => {
      const { picker, form } = await inForm();
      named(picker, 'Swedish massage').click();
      await settled(picker);
      expect(sent(form)).to.have.length(2);
      form.reset();
      await settled(picker);
      expect([picker.value, sent(form)]).to.deep.equal([null, []]);
      expect(inputs(picker).some(({ checked }) => checked)).to.equal(false);
      picker.service = 'back';
      await settled(picker);
      named(picker, 'Swedish massage').click();
      form.reset();
      await settled(picker);
      expect(picker.value?.serviceId).to.equal('back');
    });

    it('that is disabled nothing can be chosen or is sent, by the form’s own ways', async () => {
      const { picker, form } = await inForm({ service: 'back' });
      const fieldset = document.createElement('fieldset');
      form.append(fieldset);
      fieldset.append(picker);
      for (const holder of [picker, fieldset]) {
        holder.disabled = true;
        await settled(picker);
        expect(inputs(picker).every((input) => input.matches(':disabled'))).to.equal(true);
        expect(sent(form)).to.deep.equal([]);
        holder.disabled = false;
        await settled(picker);
        expect(inputs(picker).some((input) => input.matches(':disabled'))).to.equal(false);
        expect(sent(form)).to.have.length(2);
      }
    });

    it('that requires it the form does not go without it, and it says what is missing', async () => {
      const { picker, form } = await inForm({ required: true });
      expect(form.checkValidity()).to.equal(false);
      await settled(picker);
      expect(text(picker)).to.contain('Choose a treatment');
      named(picker, 'Back massage').click();
      await settled(picker);
      expect(form.checkValidity()).to.equal(true);
      picker.value = { serviceId: 'gone', optionId: 'gone', addOnIds: [] };
      await settled(picker);
      expect([form.checkValidity(), sent(form)]).to.deep.equal([false, []]);
    });

    it('takes back what the browser kept of it', async () => {
      const added = { serviceId: 'back', optionId: '90', addOnIds: [back.addOns[0]!.id, back.addOns[1]!.id] };
      const { form } = await inForm({ value: added });
      const kept = new FormData(form);
      const { picker } = await inForm();
      picker.formStateRestoreCallback(kept);
      await settled(picker);
      expect(picker.value).to.deep.equal(added);
      expect(named(picker, 'Add Relaxing').checked).to.equal(true);
    });
  });

  it('shows what it cannot read as text', async () => {
    const hostile = { ...back, name: '<img src=x onerror=alert(1)>', description: '\u202eabc <b>bold</b>' };
    const picker = await show({ services: [hostile] });
    expect(text(picker)).to.contain('<img src=x onerror=alert(1)>');
    expect(picker.renderRoot.querySelector('img, b')).to.equal(null);
  });
});
