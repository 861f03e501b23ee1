import { fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { settled } from '../support/settled.js';

/** What a story file holds, as far as showing one needs it. */
export interface Story {
  args?: object;
  render?: (args: object, context: Context) => unknown;
  decorators?: Decorator[] | Decorator;
  play?: (context: Context & { canvasElement: Element; step: Step }) => Promise<void> | void;
  component?: string;
  parameters?: {
    /** What the visitor's system asks for, by the names of media features. */
    media?: Record<string, string>;
    /** What the developer is told in the console, or the beginning of it. Anything else there is a fault. */
    hints?: readonly string[];
  };
}
interface Context {
  args: object;
  globals: Record<string, string>;
  parameters: object;
}
type Decorator = (story: () => unknown, context: Context) => unknown;
type Step = (name: string, run: () => Promise<void> | void) => Promise<void> | void;

/** A file of stories. */
export type StoryFile = { default: Story } & Record<string, Story>;

/** Draws a story, plays it, and waits until it rests: the page's part of it. */
export async function showStory(meta: Story, story: Story): Promise<Element> {
  const args = { ...meta.args, ...story.args };
  const context: Context = {
    args,
    globals: { theme: 'light', width: 'full' },
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
  const play = story.play ?? meta.play;
  if (play) {
    await play({ ...context, canvasElement: canvas, step: (_name, run) => run() });
    await settled(canvas);
  }
  return canvas;
}

function list(decorators: Decorator[] | Decorator | undefined): Decorator[] {
  return decorators === undefined ? [] : [decorators].flat();
}
