import { executeServerCommand } from '@web/test-runner-commands';
import { expect, fixtureCleanup } from '@open-wc/testing';
import { mirrored } from '../../stories/pseudo-locales.js';
import './painted-text.js';
import { takeComplaints, wasSaid } from './complaints.js';
import { showStory, type Story, type StoryFile } from './shown-story.js';

/** How a story is seen. The first three are changed under the very same elements, as a visitor's system changes them. */
const modes = {
  light: { scheme: 'light', forced: 'none' },
  dark: { scheme: 'dark', forced: 'none' },
  'forced colours': { scheme: 'light', forced: 'active' },
  'right to left': { scheme: 'light', forced: 'none' },
} as const;
type Mode = keyof typeof modes;

/** What no story asks for. Less motion, so that no colour is measured on its way from one mode to the next. */
const usual = { 'prefers-contrast': 'no-preference', 'prefers-reduced-motion': 'reduce' };
/** The form of these stories has not been read by a clinician, and says so wherever it shows first. */
const everywhere = 'Knead: The intake form "';
const sum = { stories: 0, visited: 0, violations: 0, complaints: 0 };

const index = new URL('/__stories.js', location.href).href;
const { default: files } = (await import(index)) as { default: Record<string, () => Promise<StoryFile>> };
document.body.style.background = 'Canvas';

for (const [path, load] of Object.entries(files)) {
  const { default: meta, ...stories } = await load();
  describe(path, () => {
    for (const [name, story] of Object.entries(stories)) {
      sum.stories += 1;
      it(`${name} in light, dark and forced colours`, () => visit(meta, story, ['light', 'dark', 'forced colours']));
      // A language is no setting that changes under somebody: the story is drawn anew, in a page that is laid out so.
      it(`${name} from right to left`, () => visit(meta, story, ['right to left']));
    }
  });
}

after(() => {
  const { stories, visited, violations, complaints } = sum;
  const names = Object.keys(modes);
  console.log(`# ${stories} stories × ${names.length} modes (${names.join(', ')}): ${visited} visited`);
  console.log(`# axe violations ${violations}, console errors, warnings and unhandled rejections ${complaints}`);
});

/** Draws a story once and looks at it in each of these modes. */
async function visit(meta: Story, story: Story, wanted: readonly Mode[]): Promise<void> {
  takeComplaints();
  await enter(wanted[0]!, story);
  const canvas = await showStory(meta, story);
  const found: string[] = [];
  for (const mode of wanted) {
    await enter(mode, story);
    await painted();
    if (mode === 'right to left') isMirrored(canvas);
    sum.visited += 1;
    try {
      await expect(canvas).to.be.accessible();
    } catch (violations) {
      sum.violations += 1;
      found.push(`${mode}: ${String(violations)}`);
    }
  }
  fixtureCleanup();
  const hints = [...(meta.parameters?.hints ?? []), ...(story.parameters?.hints ?? [])];
  const complaints = takeComplaints().filter(
    (line) => ![...hints, everywhere].some((beginning) => line.startsWith(beginning)),
  );
  sum.complaints += complaints.length;
  expect(found, 'axe').to.deep.equal([]);
  expect(complaints, 'complaints').to.deep.equal([]);
  for (const hint of hints) expect(wasSaid(hint), `the console says "${hint}"`).to.equal(true);
}

/** Everything that has no language of its own has followed the page. */
function isMirrored(canvas: Element): void {
  for (const element of canvas.querySelectorAll('*')) {
    const hasLanguage = element.closest('main [lang]') !== null;
    if (!element.localName.startsWith('knead-') || hasLanguage) continue;
    // Not the element itself: to print one, with all it refers to, takes minutes.
    const isLeftToRight = element.shadowRoot!.querySelector('[dir="ltr"]') !== null;
    expect(isLeftToRight, `<${element.localName}> is not mirrored`).to.equal(false);
  }
}

/** Two frames: with less motion nothing glides, so what a mode changes is there in the next one. */
async function painted(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}

async function enter(mode: Mode, story: Story): Promise<void> {
  const { scheme, forced } = modes[mode];
  const media = {
    ...usual,
    ...{ 'prefers-color-scheme': scheme, 'forced-colors': forced },
    ...story.parameters?.media,
  };
  await executeServerCommand('media-features', media);
  for (const [feature, value] of Object.entries(media)) {
    expect(matchMedia(`(${feature}: ${value})`).matches, `${feature}: ${value}`).to.equal(true);
  }
  const page = document.documentElement;
  page.style.colorScheme = scheme;
  page.dir = mode === 'right to left' ? 'rtl' : 'ltr';
  page.lang = mode === 'right to left' ? mirrored.tag : 'en-GB';
}
