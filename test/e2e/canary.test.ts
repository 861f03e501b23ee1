import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { massageForm } from '../../demo/data/intake-form.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { serveChanged, type ChangedSite } from '../support/changed-site.js';
import { startDemo, type Demo } from '../support/demo.js';
import { overheardProcess } from '../support/process-output.js';
import * as canary from './canary-journey.js';
import { everywhere, tellEverywhere } from './canary-places.js';
import { marksOf } from './canary-words.js';
import { HEALTH, leaks, search, table, together } from './canary-search.js';

let demo: Demo;
let browser: TestBrowser;
let site: ChangedSite | undefined;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));
beforeEach(async () => {
  await demo.reset();
  demo.log.length = 0;
});
afterEach(async () => {
  await site?.close();
  site = undefined;
});

describe('what a visitor says stays where it belongs', () => {
  test('Scenario 14: a canary in every answer and another in every name, contact and address: 0 hits outside their calls and mails', async () => {
    const output = overheardProcess();
    const visited = await canary.openWithWitnesses(browser, demo.url);
    await canary.fillInEverything(visited);
    await canary.changeAnAnswer(visited);
    await canary.askForTheTime(visited, demo);
    await visited.visit.click('button', 'Add to calendar');
    const marks = marksOf(visited.answers);
    const heard = await canary.heardIn(visited);
    const managed = await canary.correctAnAnswer(browser, demo);
    const heardLater = await canary.heardIn(managed);
    const places = await everywhere(demo, together(heard, heardLater), [
      ...visited.wire.requests,
      ...managed.wire.requests,
    ]);
    const findings = search([...places, { name: 'output of the process', lines: output.end(), belongs: [] }], marks);
    process.stdout.write(`\n${table(findings)}\n`);

    // Whoever comes under 18 is asked other things than whoever comes as a grown-up, and one question waits for its host.
    assert.deepEqual(visited.answers.unasked.sort(), ['guardian-agrees', 'therapist-gender']);
    assert.deepEqual(leaks(findings), []);
    const addresses = places.find(({ name }) => name === 'addresses of requests')!.lines.join('\n');
    assert.doesNotMatch(addresses, /notBefore|asRequest|skill|intensity|outcome|screening/i);
    for (const { id } of massageForm.rules) assert.ok(!addresses.includes(id), `${id} stands in an address`);
    for (const { place, lines, found, belongs } of findings) {
      if (lines === 0) continue;
      for (const kind of belongs) assert.ok(found[kind].length > 0, `the search is blind for ${kind} in ${place}`);
    }
  });

  test('a planted leak is found: an answer in the detail of an event', async () => {
    let planted = 0;
    site = await serveChanged(
      demo.url,
      (html) => html,
      undefined,
      (source) =>
        source.replace(/"knead-intake-submit",\{/g, (all) => {
          planted += 1;
          return `${all}answers:this.value.answers,`;
        }),
    );
    const visited = await canary.openWithWitnesses(browser, site.url);
    await canary.fillInEverything(visited);
    assert.equal(planted, 1, 'the leak could not be planted');
    const found = search(await everywhere(demo, await canary.heardIn(visited), []), marksOf(visited.answers));
    assert.match(leaks(found).join('\n'), /^health in Knead events: Zebrafinch/m);
    assert.match(leaks(found).join('\n'), /^device in Knead events: both-legs/m);
  });

  test('a planted leak is found: a script that tells every place there is', async () => {
    site = await serveChanged(
      demo.url,
      (html) => html,
      () => '',
    );
    const visited = await canary.openWithWitnesses(browser, site.url);
    const { page } = visited.visit;
    await page.evaluate(tellEverywhere, HEALTH, demo.proxy.url);
    const found = search(
      await everywhere(demo, await canary.heardIn(visited), visited.wire.requests),
      marksOf(visited.answers),
    );
    const without = found.filter(({ found: { health } }) => health.length === 0).map(({ place }) => place);
    // A page reaches neither mails nor the database, and what the backend logs is not the page's to choose.
    assert.deepEqual(without, ['server log', 'mails', 'database']);
  });
});
