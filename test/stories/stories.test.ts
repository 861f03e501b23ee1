import { executeServerCommand } from '@web/test-runner-commands';
import { expect, fixture, fixtureCleanup } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { settled } from '../support/settled.js';

/** What a story file holds, as far as rendering one needs it. */
interface Story {
  args?: object;
  render?: (args: object, context: Context) => unknown;
  decorators?: Decorator[] | Decorator;
  play?: (context: Context & { canvasElement: Element; step: Step }) => Promise<void> | void;
  component?: string;
  /** `media`: what the visitor's system asks for, by the names of media features. */
  parameters?: { media?: Record<string, string> };
}
interface Context {
  args: object;
  globals: Record<string, string>;
  parameters: object;
}
type Decorator = (story: () => unknown, context: Context) => unknown;
type Step = (name: string, run: () => Promise<void> | void) => Promise<void> | void;
type StoryFile = { default: Story } & Record<string, Story>;

const modes = {
  light: { 'prefers-color-scheme': 'light', 'forced-colors': 'none' },
  dark: { 'prefers-color-scheme': 'dark', 'forced-colors': 'none' },
  'forced colours': { 'prefers-color-scheme': 'light', 'forced-colors': 'active' },
} as const;
/** What no story asks for. */
const usual = { 'prefers-contrast': 'no-preference', 'prefers-reduced-motion': 'no-preference' };
const sum = { stories: 0, shown: 0, violating: 0 };

const index = new URL('/__stories.js', location.href).href;
const { default: files } = (await import(index)) as { default: Record<string, () => Promise<StoryFile>> };

for (const [path, load] of Object.entries(files)) {
  const { default: meta, ...stories } = await load();
  describe(path, () => {
    for (const [name, story] of Object.entries(stories)) {
      sum.stories += 1;
      for (const [mode, features] of Object.entries(modes)) {
        it(`${name} is accessible in ${mode}`, async () => {
          const media = { ...usual, ...features, ...story.parameters?.media };
          await executeServerCommand('media-features', media);
          for (const [feature, value] of Object.entries(media)) {
            expect(matchMedia(`(${feature}: ${value})`).matches, `${feature}: ${value}`).to.equal(true);
          }
          document.documentElement.style.colorScheme = mode === 'dark' ? 'dark' : 'light';
          document.body.style.background = 'Canvas';
          const canvas = await show(meta, story, mode === 'dark' ? 'dark' : 'light');
          sum.shown += 1;
          sum.violating += 1;
          await expect(canvas).to.be.accessible();
          sum.violating -= 1;
          fixtureCleanup();
        });
      }
    }
  });
}

after(() => {
  const { stories, shown, violating } = sum;
  const kinds = Object.keys(modes);
  console.log(
    `# ${stories} stories × ${kinds.length} modes (${kinds.join(', ')}): ${shown} shown, ${violating} violating`,
  );
});

async function show(meta: Story, story: Story, theme: string): Promise<Element> {
  const args = { ...meta.args, ...story.args };
  const context: Context = {
    args,
    globals: { theme, width: 'full' },
    parameters: { ...meta.parameters, ...story.parameters },
  };
  const render =
    story.render ?? meta.render ?? ((given: object) => Object.assign(document.createElement(meta.component!), given));
  const decorated = [...list(story.decorators), ...list(meta.decorators)].reduce<() => unknown>(
    (inner, decorator) => () => decorator(inner, context),
    () => render(args, context),
  );
  const canvas = await fixture<HTMLElement>(html`<main>${decorated() as TemplateResult}</main>`);
  await settled(canvas);
  await story.play?.({ ...context, canvasElement: canvas, step: (_name, run) => run() });
  await settled(canvas);
  return canvas;
}

function list(decorators: Decorator[] | Decorator | undefined): Decorator[] {
  return decorators === undefined ? [] : [decorators].flat();
}
