/** Everything that a page can say about the look, as the theme editor holds it; empty is the default. */
export interface Theme {
  accent: string;
  paper: string;
  ink: string;
  /** Pixels. */
  radius: number;
  space: number;
  control: number;
  font: string;
  preset: '' | 'paper' | 'plain' | 'compact';
  scheme: '' | 'light' | 'dark';
}

/** What holds without a word from the page. */
export const usual: Theme = {
  ...{ accent: '', paper: '', ink: '', radius: 10, space: 8, control: 44 },
  ...{ font: '', preset: '', scheme: '' },
};

/** Sizes that `compact` brings along, which count only until the page says otherwise. */
const compact = { radius: 10, space: 6, control: 40 };

/** The sizes that a preset brings along. */
export function sizesOf(preset: Theme['preset']): Pick<Theme, 'radius' | 'space' | 'control'> {
  const { radius, space, control } = preset === 'compact' ? compact : usual;
  return { radius, space, control };
}

/** Palettes to begin with. A page that is light and dark writes two values with `light-dark()`. */
export const palettes: Readonly<Record<string, Pick<Theme, 'accent' | 'paper' | 'ink'>>> = {
  Sage: { accent: '', paper: '', ink: '' },
  Clay: { accent: 'light-dark(#a3492b, #f0a07f)', paper: 'light-dark(#fffaf5, #1f1815)', ink: '' },
  Lavender: { accent: 'light-dark(#6247a8, #c3b0f5)', paper: 'light-dark(#fdfbff, #1a1722)', ink: '' },
  Harbour: { accent: 'light-dark(#1d5c8a, #8cc4ee)', paper: 'light-dark(#fbfdff, #141a20)', ink: '' },
  Rose: { accent: 'light-dark(#a02c5a, #f3a3c0)', paper: 'light-dark(#fffafb, #20171a)', ink: '' },
  Slate: { accent: 'light-dark(#222, #eee)', paper: 'light-dark(#fff, #121212)', ink: 'light-dark(#111, #f5f5f5)' },
  Sunflower: { accent: '#ffcf33', paper: 'light-dark(#fffdf5, #1c1a12)', ink: '' },
};

/** The tokens that differ from the default, as custom properties with their values. */
export function tokensOf(theme: Theme): [name: string, value: string][] {
  const sizes = sizesOf(theme.preset);
  const size = (name: keyof typeof sizes): string => (theme[name] === sizes[name] ? '' : `${theme[name]}px`);
  return Object.entries({
    '--knead-accent': theme.accent.trim(),
    '--knead-paper': theme.paper.trim(),
    '--knead-ink': theme.ink.trim(),
    '--knead-radius': size('radius'),
    '--knead-space': size('space'),
    '--knead-control-size': size('control'),
  }).filter(([, value]) => value !== '');
}

/** What a page pastes: CSS for what tokens say, and the tag with what attributes say. Only what differs from the default. */
export function snippet(theme: Theme): string {
  const lines = tokensOf(theme).map(([name, value]) => `  ${name}: ${value};`);
  const rules = lines.length > 0 ? [`:root {\n${lines.join('\n')}\n}`] : [];
  if (theme.font) rules.push(`knead-booking {\n  font-family: ${theme.font};\n}`);
  const attributes = [theme.preset && ` preset="${theme.preset}"`, theme.scheme && ` theme="${theme.scheme}"`].join('');
  const tag = attributes && `/* and on the tag: <knead-booking${attributes}> */`;
  return [...rules, tag].filter(Boolean).join('\n\n') || '/* Nothing differs from the default. */';
}
