import { html, render, type TemplateResult } from 'lit';
import { measureContrast, type MeasuredContrast } from '../../src/theme/check-contrast.js';

import { samples } from './samples.js';
import { editorStyles } from './theme-editor.styles.js';
import { palettes, sizesOf, snippet, tokensOf, usual, type Theme } from './theme.js';

const fonts: Readonly<Record<string, string>> = {
  'As the page': '',
  Serif: 'Georgia, serif',
  System: 'system-ui, sans-serif',
  Rounded: 'ui-rounded, "Nunito", sans-serif',
};

/** A page on which a theme is tried out: controls, the elements as they would look, their contrast, and the CSS to paste. */
export function themeEditor(): HTMLElement {
  const root = document.createElement('div');
  root.className = 'theme-editor';
  root.attachShadow({ mode: 'open' }).adoptedStyleSheets = [editorStyles.styleSheet!];
  const elements = [samples.booking(), samples.card(), samples.calendar()];
  const preview = Object.assign(document.createElement('div'), { className: 'preview' });
  preview.append(...elements);
  let theme: Theme = usual;
  let measured: MeasuredContrast[] = [];
  let copied = '';

  const draw = (): void => void render(page(), root.shadowRoot!);

  const change = (part: Partial<Theme>): void => {
    theme = { ...theme, ...part };
    copied = '';
    for (const name of ['accent', 'paper', 'ink', 'radius', 'space', 'control-size']) {
      preview.style.removeProperty(`--knead-${name}`);
    }
    for (const [name, value] of tokensOf(theme)) preview.style.setProperty(name, value);
    preview.style.fontFamily = theme.font;
    preview.style.colorScheme = theme.scheme;
    for (const element of elements) {
      element.toggleAttribute('preset', theme.preset !== '');
      if (theme.preset) element.setAttribute('preset', theme.preset);
    }
    measured = measureContrast(elements[0]!);
    draw();
  };

  const copy = async (): Promise<void> => {
    // A page without the right to the clipboard still shows the words, selected.
    const done = await navigator.clipboard?.writeText(snippet(theme)).then(
      () => true,
      () => false,
    );
    if (!done) getSelection()?.selectAllChildren(root.shadowRoot!.querySelector('#snippet')!);
    copied = done ? 'Copied.' : 'Selected: copy it with your keyboard.';
    draw();
  };

  const page = (): TemplateResult => html`
    <div class="layout">
      <form class="controls" @submit=${(event: Event) => event.preventDefault()}>
        ${radios('palette', 'Palette', Object.keys(palettes), chosenPalette(theme), (name) => change(palettes[name]!))}
        ${colour('accent', 'Accent', theme, change)} ${colour('paper', 'Paper', theme, change)}
        ${colour('ink', 'Ink', theme, change)}
        ${radios('preset', 'Preset', ['none', 'paper', 'plain', 'compact'], theme.preset || 'none', (name) => {
          const preset = name === 'none' ? '' : (name as Theme['preset']);
          change({ preset, ...sizesOf(preset) });
        })}
        ${range('radius', 'Radius', 0, 24, theme, change)} ${range('space', 'Spacing', 4, 14, theme, change)}
        ${range('control', 'Size of controls', 36, 60, theme, change)}
        ${radios('font', 'Font', Object.keys(fonts), nameOf(fonts, theme.font), (name) => change({ font: fonts[name]! }))}
        ${radios('scheme', 'Scheme', ['as the page', 'light', 'dark'], theme.scheme || 'as the page', (name) =>
          change({ scheme: name === 'as the page' ? '' : (name as Theme['scheme']) }),
        )}
      </form>
      <div class="outcome">
        <section aria-labelledby="snippet-heading">
          <h2 id="snippet-heading">CSS to paste</h2>
          <pre id="snippet" tabindex="0">${snippet(theme)}</pre>
          <button type="button" @click=${copy}>Copy</button> <span role="status">${copied}</span>
        </section>
        <section aria-labelledby="contrast-heading">
          <h2 id="contrast-heading">Contrast</h2>
          <ul>
            ${measured.map(contrastLine)}
          </ul>
        </section>
        <section aria-labelledby="preview-heading">
          <h2 id="preview-heading">Preview</h2>
          ${preview}
        </section>
      </div>
    </div>
  `;

  draw();
  // Drawn once, they have colours to measure.
  requestAnimationFrame(() => change({}));
  return root;
}

function chosenPalette(theme: Theme): string | undefined {
  return Object.keys(palettes).find((name) =>
    Object.entries(palettes[name]!).every(([key, value]) => theme[key as keyof Theme] === value),
  );
}

function nameOf(names: Readonly<Record<string, string>>, value: string): string {
  return Object.keys(names).find((name) => names[name] === value)!;
}

/** Said in words, too, because a colour alone says nothing to many. */
function contrastLine({ token, on, ratio, wanted }: MeasuredContrast): TemplateResult {
  const passes = ratio >= wanted;
  return html`<li class=${passes ? 'passes' : 'fails'}>
    <strong>${passes ? 'Passes' : 'Fails'}</strong> ${ratio.toFixed(1)}:1 of ${wanted}:1,
    <code>${token}</code>${on.startsWith('--') ? ' on ' : ', '}<code>${on}</code>
  </li>`;
}

function radios(
  name: string,
  label: string,
  values: readonly string[],
  chosen: string | undefined,
  onChange: (value: string) => void,
): TemplateResult {
  return html`<fieldset>
    <legend>${label}</legend>
    ${values.map(
      (value) =>
        html`<label class="radio"
          ><input
            type="radio"
            name=${name}
            .checked=${value === chosen}
            @change=${() => onChange(value)}
          />${value}</label
        >`,
    )}
  </fieldset>`;
}

function colour(
  name: 'accent' | 'paper' | 'ink',
  label: string,
  theme: Theme,
  change: (part: Partial<Theme>) => void,
): TemplateResult {
  const value = theme[name];
  const fault = value !== '' && !CSS.supports('color', value);
  return html`<div class="colour">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      .value=${value}
      placeholder="derived"
      spellcheck="false"
      autocomplete="off"
      aria-invalid=${fault ? 'true' : 'false'}
      aria-describedby="${name}-fault"
      @input=${(event: Event) => change({ [name]: (event.target as HTMLInputElement).value })}
    />
    <input
      type="color"
      aria-label="${label}, from a picker"
      .value=${/^#[\da-f]{6}$/i.test(value) ? value : '#808080'}
      @input=${(event: Event) => change({ [name]: (event.target as HTMLInputElement).value })}
    />
    <span id="${name}-fault" class="fault">${fault ? 'Not a colour' : ''}</span>
  </div>`;
}

function range(
  name: 'radius' | 'space' | 'control',
  label: string,
  min: number,
  max: number,
  theme: Theme,
  change: (part: Partial<Theme>) => void,
): TemplateResult {
  return html`<div class="range">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      type="range"
      min=${min}
      max=${max}
      .value=${String(theme[name])}
      aria-valuetext="${theme[name]} pixels"
      @input=${(event: Event) => change({ [name]: Number((event.target as HTMLInputElement).value) })}
    />
    <output for=${name}>${theme[name]} px</output>
  </div>`;
}
