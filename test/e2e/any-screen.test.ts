import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { keepLog, takeLog } from '../support/page-log.js';
import { pinClock } from '../support/pinned-clock.js';
import { Visit, type Seen } from '../support/visit.js';
import * as journey from './journey.js';
import { misfits } from './misfits.js';

let demo: Demo;
let browser: TestBrowser;
let visit: Visit;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));
beforeEach(() => demo.reset());
afterEach(() => visit.close());

/** A month with days that have passed, and so have no times. */
const NOW = '2027-06-07T09:00:00Z';
const JUNE: journey.Day = { date: '2027-06-16', long: 'Wednesday 16 June', full: 'Wednesday 16 June 2027' };

describe('320 pixels wide, as at 400 % zoom', () => {
  for (const percent of [100, 200]) {
    test(`Scenario 29: with text of ${percent} % in the whole flow nothing scrolls sideways, nothing is cut off, every target is 39 pixels or more`, () =>
      wholeFlow(percent));
  }

  async function wholeFlow(percent: number): Promise<void> {
    visit = await Visit.open(browser, demo.url, { viewport: { width: 320, height: 640 } });
    await visit.find('heading', 'Where would you like your massage?');
    const before = await ledeSize();
    await visit.page.evaluate((size) => {
      document.querySelector<HTMLElement>('#book')!.style.fontSize = `${size}px`;
    }, 0.16 * percent);
    assert.equal(Math.round(await ledeSize()), Math.round((before * percent) / 100));
    let targets = 0;
    const misfitting: string[] = [];
    const fits = async (screen: string): Promise<void> => {
      const { faults, count } = await visit.page.evaluate(misfits);
      targets += count;
      misfitting.push(...faults.map((fault) => `${screen}: ${fault}`));
    };

    await journey.begin(visit);
    await fits('place');
    await visit.click('radio', /^At your place/);
    await fits('place with a postcode');
    await journey.choosePlace(visit);
    await fits('treatments');
    await visit.click('radio', /^Back massage/);
    await visit.find('radio', /^60 min/);
    await fits('durations');
    await journey.chooseTreatment(visit);
    await visit.find('checkbox', 'None of these');
    await fits('safety check');
    await journey.passSafetyCheck(visit);
    await visit.find('radio', /60 min$/);
    await fits('times');
    await visit.click('radio', /60 min$/);
    await fits('a time chosen');
    await journey.goOn(visit);
    await visit.focuses('heading', 'Your details');
    await visit.find('button', 'I’d rather answer in person');
    await fits('details');
    await journey.goOn(visit);
    await visit.find('alert');
    await fits('details with faults');
    await journey.giveDetails(visit);
    await fits('review');
    await journey.book(visit);
    await visit.focuses('heading', 'You’re booked');
    await fits('confirmation');
    assert.deepEqual(misfitting, []);
    assert.ok(targets > 100, `${targets} targets measured`);
  }
});

describe('forced colours and reduced motion', () => {
  test('Scenario 30: chosen, available, unavailable and focused differ, nothing is animated, and the page scrolls at once', async () => {
    await demo.control('clock', { now: NOW });
    visit = await Visit.open(browser, demo.url, {
      before: async (page) => {
        await keepLog(page);
        await pinClock(page, NOW);
        const devtools = await page.createCDPSession();
        await devtools.send('Emulation.setEmulatedMedia', {
          features: [
            { name: 'forced-colors', value: 'active' },
            { name: 'prefers-reduced-motion', value: 'reduce' },
          ],
        });
      },
    });
    await journey.reachTimes(visit);
    await visit.find('radio', /60 min$/);
    await takeLog(visit.page);
    await visit.click('button', 'Next month, July 2027');
    await visit.click('button', 'Previous month, June 2027');
    await journey.chooseTime(visit, JUNE, '6:30pm');

    const chosen = await visit.find('button', new RegExp(`^${JUNE.full}, `));
    const open = await visit.find('button', /^Saturday 19 June 2027, \d+ times$/);
    const away = await visit.find('button', 'Thursday 3 June 2027, no times');
    const looks = new Map([
      ['chosen', await look(chosen)],
      ['available', await look(open)],
      ['unavailable', await look(away)],
    ]);
    const all = [...looks];
    for (const [name, one] of all) {
      for (const [other, two] of all) {
        if (name < other) assert.notDeepEqual(one.inside, two.inside, `${name} and ${other} look the same`);
      }
      assert.deepEqual(one.ring, looks.get('available')!.ring, `${name} looks focused`);
    }
    const times = await visit.group(`Times on ${JUNE.long}`, 'radio');
    const taken = await look(times.find(({ checked }) => checked)!);
    const free = await look(times.find(({ checked }) => !checked)!);
    assert.notDeepEqual(taken.inside, free.inside, 'a chosen time and another look the same');

    await visit.tabTo('button', /\d{4}, \d+ times?$/);
    const focused = await look((await visit.focused())!);
    assert.notDeepEqual(focused.ring, looks.get('available')!.ring, 'focus does not show');

    assert.deepEqual((await takeLog(visit.page)).moved, []);
    await journey.goOn(visit);
    await visit.focuses('heading', 'Your details');
    await visit.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const { moved, scrolled } = await takeLog(visit.page);
    assert.deepEqual(moved, []);
    // Where it stood, at the button before it is pressed, at the heading: a smooth way is painted in between.
    assert.ok(scrolled.length <= 3, `painted on the way: ${scrolled.join(', ')}`);
    assert.equal(await visit.page.evaluate(() => matchMedia('(forced-colors: active)').matches), true);
  });
});

const ledeSize = (): Promise<number> =>
  visit.page.evaluate(() => {
    const heading = document.querySelector('knead-booking')!.shadowRoot!.querySelector('.lede')!;
    return Number.parseFloat(getComputedStyle(heading).fontSize);
  });

/** Colours of a control: its surface, its edge and its text, and of what surrounds it. */
interface Look {
  inside: { surface: string; edge: string; ink: string };
  ring: string;
}

/** Reads the painted pixels of a control, because a computed colour is not what forced colours paint. */
async function look(thing: Seen): Promise<Look> {
  const box = await visit.box(thing);
  const margin = 5;
  const clip = { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin };
  const picture = await visit.page.screenshot({ clip, encoding: 'base64' });
  return visit.page.evaluate(
    async (data, around) => {
      // Without an address, which the page's policy would forbid.
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const { width, height } = image;
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, width, height);
      const tools = {
        at(x: number, y: number): number[] {
          return [...pixels.slice(4 * (y * width + x), 4 * (y * width + x) + 3)];
        },
        far(one: number[], two: number[]): number {
          return one.reduce((sum, each, index) => sum + Math.abs(each - two[index]!), 0);
        },
      };
      const middle = Math.round(height / 2);
      const surface = tools.at(around + 3, around + 8);
      let ink = surface;
      for (let x = around + 3; x < width - around - 3; x += 1) {
        for (let y = around + 3; y < height - around - 3; y += 1) {
          const pixel = tools.at(x, y);
          if (tools.far(pixel, surface) > tools.far(ink, surface)) ink = pixel;
        }
      }
      const ring = Array.from({ length: around - 1 }, (_, x) => tools.at(x, middle).join(' ')).join(', ');
      const edge = tools.at(around, middle);
      return { inside: { surface: surface.join(' '), edge: edge.join(' '), ink: ink.join(' ') }, ring };
    },
    picture,
    margin,
  );
}
