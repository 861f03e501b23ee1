import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { serveChanged } from '../support/changed-site.js';
import { startDemo, type Demo } from '../support/demo.js';
import * as canary from './canary-journey.js';
import { everywhere } from './canary-places.js';
import { leaks, search, table, together } from './canary-search.js';
import { marksOf } from './canary-words.js';
import { readTheReview } from './journey.js';

let demo: Demo;
let browser: TestBrowser;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
after(() => Promise.all([demo.close(), browser.close()]));

describe('what is answered later', () => {
  test('a canary in every answer on the backend’s own page: 0 hits outside its calls, and none in the page that booked', async () => {
    const site = await serveChanged(demo.url, (html) =>
      html.replace('<knead-booking ', '<knead-booking intake="later" '),
    );
    const booked = await canary.openWithWitnesses(browser, site.url);
    await canary.fillInEverything(booked);
    await readTheReview(booked.visit);
    await booked.visit.click('button', 'Ask for this time');
    await booked.visit.focuses('heading', 'Request sent');
    const marks = marksOf(booked.answers);
    const heard = await canary.heardIn(booked);
    // Not an answer, not even a short name that was ticked, has left the page of the therapist's.
    const before = search(await everywhere(demo, heard, booked.wire.requests), marks);
    assert.deepEqual(
      before.flatMap(({ found }) => [...found.health, ...found.device]),
      [],
    );

    const hosted = await canary.answerOnHostedPage(browser, demo);
    const later = marksOf(hosted.answers);
    const heardLater = await canary.heardIn(hosted);
    const requests = [...booked.wire.requests, ...hosted.wire.requests];
    const places = await everywhere(demo, together(heard, heardLater), requests);
    const findings = search(places, { ...later, health: [...marks.health, ...later.health] });
    process.stdout.write(`\n${table(findings)}\n`);
    assert.deepEqual(leaks(findings), []);
    const sent = findings.find(({ place }) => place === 'bodies of intake deliveries')!;
    assert.ok(sent.found.health.length > 0, 'nothing was sent');
    await site.close();
  });
});
