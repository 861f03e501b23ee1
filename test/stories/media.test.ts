import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import type { KneadSlotCalendar } from '../../src/components/slot-calendar/slot-calendar.js';
import { all, story, stories } from '../components/shown-calendar.js';

type Name = 'MoreContrast' | 'ReducedMotion';

/** Shows a story as somebody sees it whose system asks for what the story names. */
async function seen(name: Name): Promise<KneadSlotCalendar> {
  const { media } = stories[name].parameters as { media: Record<string, string> };
  await executeServerCommand('media-features', media);
  return story(name);
}

/** What a browser makes of a colour. */
const inkOf = (calendar: KneadSlotCalendar): string => getComputedStyle(calendar).color;

/** Lesser words and the edges of what can be chosen. */
function lesser(calendar: KneadSlotCalendar): string[] {
  const zone = all(calendar, '.muted')[0]!;
  const time = all(calendar, '.time-choice:not(.chosen)')[0]!;
  const away = all(calendar, '.day:not(.available)')[0]!;
  return [getComputedStyle(zone).color, getComputedStyle(time).borderTopColor, getComputedStyle(away).color];
}

/** Properties that would glide, by selector. */
const gliding = (calendar: KneadSlotCalendar): string[] =>
  all(calendar, 'button, label, input').flatMap((each) =>
    Number.parseFloat(getComputedStyle(each).transitionDuration) > 0 ? each.className || each.localName : [],
  );

describe('what the visitor’s system asks for', () => {
  afterEach(async () => {
    for (const calendar of document.querySelectorAll('knead-slot-calendar')) calendar.remove();
    await executeServerCommand('media-features', {});
  });

  it('more contrast: edges and lesser words are as dark as the others, which they otherwise are not', async () => {
    const usual = await story('MoreContrast');
    for (const colour of lesser(usual)) expect(colour).not.to.equal(inkOf(usual));
    usual.remove();
    const calendar = await seen('MoreContrast');
    expect(lesser(calendar)).to.deep.equal(Array(3).fill(inkOf(calendar)));
  });

  it('less motion: nothing glides, which otherwise colours do', async () => {
    const usual = await story('ReducedMotion');
    expect(gliding(usual)).not.to.deep.equal([]);
    usual.remove();
    const calendar = await seen('ReducedMotion');
    expect(gliding(calendar)).to.deep.equal([]);
  });
});
