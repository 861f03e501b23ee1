import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { samples } from '../../stories/foundations/samples.js';
import { settled } from '../support/settled.js';

const NAMES = ['booking', 'services', 'form', 'card', 'managed'] as const;

let holder: HTMLElement;

async function shown(sample: keyof typeof samples): Promise<HTMLElement> {
  const element = samples[sample]();
  holder = document.createElement('main');
  holder.append(element);
  document.body.append(holder);
  await settled(holder);
  return element;
}

describe('what the visitor’s system asks of the other elements', () => {
  before(async () => {
    for (const name of NAMES) {
      const element = await shown(name);
      usual.set(name, looks(element));
      holder.remove();
    }
  });
  afterEach(async () => {
    holder.remove();
    await executeServerCommand('media-features', {});
  });
  const usual = new Map<string, Looks>();

  for (const name of NAMES) {
    it(`more contrast makes lesser words, hairlines and borders of ${name} as strong as its words`, async () => {
      await executeServerCommand('media-features', { 'prefers-contrast': 'more' });
      const now = looks(await shown(name));
      expect(new Set([...usual.get(name)!.lesser, ...usual.get(name)!.borders]).has(now.ink)).to.equal(false);
      expect([...now.lesser, ...now.borders].filter((colour) => colour !== now.ink)).to.deep.equal([]);
      expect(now.borders.size).to.be.above(0);
    });

    it(`less motion: nothing in ${name} glides`, async () => {
      await executeServerCommand('media-features', { 'prefers-reduced-motion': 'reduce' });
      expect(looks(await shown(name)).gliding).to.deep.equal([]);
    });
  }

  it('without such a wish, things do glide', () => {
    expect(usual.get('booking')!.gliding).not.to.deep.equal([]);
    holder = document.createElement('main');
  });
});

interface Looks {
  ink: string;
  lesser: Set<string>;
  borders: Set<string>;
  gliding: string[];
}

/** Colours that matter and what would glide. */
function looks(element: HTMLElement): Looks {
  const all = [...inside(element)].filter((each) => each.checkVisibility());
  const plain = (each: HTMLElement): boolean => !each.closest('.chosen, .primary, .notice, .quiet, .avatar, .total');
  const borders = all.filter(
    (each) =>
      plain(each) &&
      each.matches('.shell, .choice, .time-choice, .service, article, .time, .field input, .button:not(.link)'),
  );
  return {
    ink: getComputedStyle(element).color,
    lesser: new Set(
      all
        .filter((each) => plain(each) && each.matches('.muted, .lede, dt'))
        .map((each) => getComputedStyle(each).color),
    ),
    borders: new Set(borders.map((each) => getComputedStyle(each).borderTopColor)),
    gliding: all.flatMap((each) =>
      Number.parseFloat(getComputedStyle(each).transitionDuration) > 0 ? each.localName : [],
    ),
  };
}

function* inside(element: Element): Generator<HTMLElement> {
  for (const each of element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []) {
    yield each;
    yield* inside(each);
  }
}
