import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Discovery } from '../../../src/contract/discovery.js';
import type { Subject } from '../subject.js';

/** The pages the backend has of its own, and what they load. */
export function pages(subject: Subject): void {
  test('each therapist has a page that takes bookings, and says how to reach them without its script', async () => {
    const { visitor } = subject();
    const { status, headers, text } = await visitor.get<string>('/book/amara-okoye?practitioner=mara-lindqvist');
    assert.equal(status, 200);
    assert.match(text, new RegExp(`<knead-booking\\s+backend="${visitor.url}"\\s+practitioner="amara-okoye"`));
    assert.match(text, /<script defer src="\/assets\/knead\.js">/);
    assert.match(text.split('<knead-booking')[1]!, /href="tel:020\d+"[\s\S]*href="mailto:amara-okoye@/);
    assert.ok(!text.includes('Mara Lindqvist'), 'nothing of the address but the path counts');
    const policy = headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /default-src 'none'; style-src 'self'; script-src 'self'/);
    assert.match(policy, /require-trusted-types-for 'script'; trusted-types knead$/);
    assert.ok(!/unsafe|\*/.test(policy));
    const { body } = await visitor.get<Discovery>('/.well-known/knead-booking');
    assert.equal((await visitor.get(body.business.bookingPage!.replace(/^.*(?=\/book)/, ''))).status, 200);
  });

  test('an unknown therapist’s page is a page, too', async () => {
    const { status, headers, text } = await subject().visitor.get<string>('/book/nobody');
    assert.equal(status, 404);
    assert.match(headers.get('Content-Type') ?? '', /html/);
    assert.match(text, /There is nothing here[\s\S]*href="tel:/);
  });

  test('the page a client’s mail opens holds the element, and says how to reach somebody without it', async () => {
    const { visitor } = subject();
    const { text } = await visitor.get<string>('/manage');
    assert.match(text, new RegExp(`<knead-manage-booking backend="${visitor.url}"[^>]*>[\\s\\S]*href="tel:`));
    assert.match(text, /<script defer src="\/assets\/knead-manage\.js">/);
  });

  test('the page that asks a booking’s questions is the business’s own, and nothing foreign runs in it', async () => {
    const { visitor } = subject();
    const { text, headers } = await visitor.get<string>('/intake');
    const element = `<knead-intake-form\\s+backend="${visitor.url}"\\s+booking-id=""\\s+health-basis="consent"`;
    assert.match(text, new RegExp(`nobody else[\\s\\S]*${element}[\\s\\S]*href="tel:`));
    const policy = headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /default-src 'none'; style-src 'self'; script-src 'self'/);
    assert.ok(!/unsafe|\*/.test(policy));
  });

  test('built scripts are there for any page, typed, kept for a while, and nothing else is', async () => {
    const { visitor } = subject();
    const { status, headers, text } = await visitor.get<string>('/assets/pages.css');
    assert.deepEqual([status, headers.get('Content-Type')], [200, 'text/css; charset=utf-8']);
    assert.match(text, /color-scheme: light dark/);
    const script = await visitor.get<string>('/assets/practice.js');
    assert.equal(script.headers.get('Content-Type'), 'text/javascript; charset=utf-8');
    assert.equal(script.headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(script.headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
    assert.equal(script.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.match(script.headers.get('Cache-Control') ?? '', /^public, max-age=\d+$/);
    const again = await visitor.get('/assets/practice.js', { 'If-None-Match': script.headers.get('ETag')! });
    assert.equal(again.status, 304);
    for (const path of [
      'knead-nothing.js',
      'practice-page.ts',
      '..%2fpages.css',
      '..%2f..%2fpackage.json',
      'locales/..%2fknead.js',
      'esm/index.js',
      'custom-elements.json',
    ])
      assert.equal((await visitor.get(`/assets/${path}`)).status, 404, path);
  });
}
