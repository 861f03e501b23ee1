import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import meta from '../../stories/foundations/theme-editor.stories.js';
import { settled } from '../support/settled.js';
import { Painting } from './painted.js';

let editor: HTMLElement;
const root = (): ShadowRoot => editor.shadowRoot!;
const inEditor = <Found extends HTMLElement>(selector: string): Found => root().querySelector<Found>(selector)!;
const printed = (): string => inEditor('#snippet').textContent!;
const contrasts = (): string[] =>
  [...root().querySelectorAll('li')].map((line) => line.innerText.replaceAll(/\s+/g, ' '));
const picked = (label: string): HTMLInputElement =>
  [...root().querySelectorAll<HTMLInputElement>('input')].find(
    (input) => input.labels?.[0]?.innerText.trim() === label,
  )!;

/** What the primary button of the flow is filled with, as painted. */
async function painted(): Promise<string> {
  const button = inEditor('knead-booking').shadowRoot!.querySelector('.primary')!;
  await settled(editor);
  button.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, height } = button.getBoundingClientRect();
  const region = { left: left + 5, top: top + height / 2, right: left + 7, bottom: top + height / 2 + 2 };
  return (await Painting.taken()).surface(region).join(' ');
}

describe('the theme editor', () => {
  beforeEach(async () => {
    await setViewport({ width: 1200, height: 900 });
    editor = meta.render!({}, {} as never) as HTMLElement;
    document.body.append(editor);
    await settled(editor);
  });
  afterEach(async () => {
    editor.remove();
    await setViewport({ width: 800, height: 600 });
  });

  it('paints what is typed, and prints it', async () => {
    expect(printed()).to.equal('/* Nothing differs from the default. */');
    const before = await painted();
    inEditor<HTMLInputElement>('#accent').select();
    await sendKeys({ type: '#aa0000' });
    expect(before).not.to.equal('170 0 0');
    expect(await painted()).to.equal('170 0 0');
    expect(printed()).to.equal(':root {\n  --knead-accent: #aa0000;\n}');
    expect(contrasts()).to.have.length.above(4);
    for (const line of contrasts()) expect(line).to.match(/^Passes \d/);
  });

  it('says in words which contrast fails, and that a word is no colour', async () => {
    inEditor('#ink').focus();
    await sendKeys({ type: '#999' });
    expect(contrasts().filter((line) => line.startsWith('Fails'))).to.deep.equal([
      'Fails 2.8:1 of 4.5:1, --knead-ink on --knead-paper',
    ]);
    inEditor('#paper').focus();
    await sendKeys({ type: 'papyrus' });
    expect(inEditor('#paper-fault').innerText).to.equal('Not a colour');
  });

  it('is worked by keys: sizes, presets, schemes, palettes', async () => {
    inEditor('#radius').focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(printed()).to.include('--knead-radius: 11px;');
    picked('none').focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    expect(inEditor('knead-booking').getAttribute('preset')).to.equal('compact');
    // What the preset brings along differs from the default, and is not printed again.
    expect(printed()).to.equal('/* and on the tag: <knead-booking preset="compact"> */');
    picked('as the page').focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    expect(printed()).to.include('<knead-booking preset="compact" theme="dark">');
    const before = await painted();
    picked('Sage').focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(await painted()).not.to.equal(before);
    expect(printed()).to.include('--knead-accent: light-dark(#a3492b, #f0a07f);');
  });

  it('fits 320 px', async () => {
    await setViewport({ width: 320, height: 700 });
    await settled(editor);
    // Where the engine has no window so narrow, its narrowest.
    expect(document.scrollingElement!.scrollWidth).to.be.at.most(Math.max(320, innerWidth));
  });
});
