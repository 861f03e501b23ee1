import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { choicesIn, type Choices } from '../../demo/sites/embed/choices.js';
import { snippet, type Place } from '../../demo/sites/embed/snippets.js';
import * as journey from '../e2e/journey.js';
import { launchBrowser, type TestBrowser } from '../support/browser.js';
import { startDemo, type Demo } from '../support/demo.js';
import { bookingRows } from '../support/records.js';
import { until } from '../support/until.js';
import { Visit } from '../support/visit.js';
import { PASSWORD, startWordPress, type WordPress } from './site.js';

// This WordPress speaks American English, and so would what stands in its pages.
const SHORTCODE = '[knead practitioner="mara-lindqvist" lang="en-GB"]';
const BLOCK = '<!-- wp:knead/booking {"practitioner":"mara-lindqvist","lang":"en-GB","align":"wide"} /-->';

let demo: Demo;
let browser: TestBrowser;
let wordpress: WordPress;
let place: Place;
let visit: Visit;
let opened: Visit[] = [];

before(async () => {
  [demo, browser, wordpress] = await Promise.all([startDemo(), launchBrowser(), startWordPress()]);
  place = await placeOfTheBuilder();
  await fillInSettings();
});
after(() => Promise.all([demo.close(), browser.close(), wordpress.close()]));
beforeEach(() => demo.reset());
afterEach(async () => {
  await Promise.all(opened.map((each) => each.close()));
  opened = [];
});

async function open(url: string): Promise<void> {
  visit = await Visit.open(browser, url);
  opened.push(visit);
}

/** What the embed builder says to copy. */
async function placeOfTheBuilder(): Promise<Place> {
  const page = await (await fetch(`${demo.url}/embed/`)).text();
  const said = (name: string): string => new RegExp(` data-${name}="([^"]+)"`).exec(page)![1]!;
  return {
    scripts: {
      knead: { src: said('knead-src'), integrity: said('knead-integrity') },
      cards: { src: said('cards-src'), integrity: said('cards-integrity') },
    },
    backend: said('backend'),
    name: 'Mara Lindqvist',
    bookingPage: `${demo.proxy.url}/book/mara-lindqvist`,
  };
}

async function logIn(user: string, path: string): Promise<void> {
  await open(`${wordpress.url}/wp-login.php?redirect_to=${encodeURIComponent(path)}`);
  // The page takes focus there a moment after it has loaded, and selects what has been typed by then.
  await visit.page.waitForFunction(() => document.activeElement?.id === 'user_login');
  await visit.fill('Username or Email Address', user);
  await visit.page.type('#user_pass', PASSWORD);
  await Promise.all([visit.page.waitForNavigation(), visit.click('button', 'Log In')]);
}

/** As an administrator does it, in the plugin's own page. */
async function fillInSettings(): Promise<void> {
  await logIn('admin', '/wp-admin/options-general.php?page=knead');
  for (const [field, value] of [
    ['Backend address', 'javascript:alert(1)'],
    ['Script address', place.scripts.knead.src],
    ['Integrity of knead.js', place.scripts.knead.integrity],
    ['Integrity of knead-cards.js', place.scripts.cards.integrity],
  ] as const) {
    await visit.fill(field, value);
  }
  await Promise.all([visit.page.waitForNavigation(), visit.click('button', 'Save Changes')]);
  await visit.says('“Backend address” was not saved: it is not of the expected form.');
  assert.equal((await visit.find('textbox', 'Script address')).value, place.scripts.knead.src, 'the rest is kept');
  await visit.fill('Backend address', place.backend);
  await Promise.all([visit.page.waitForNavigation(), visit.click('button', 'Save Changes')]);
  await visit.says('Settings saved.');
}

async function htmlOf(content: string, author: 'admin' | 'editor' = 'admin'): Promise<string> {
  const html = await (await fetch(wordpress.page(author, content))).text();
  assert.doesNotMatch(html, /<b>(Warning|Notice|Deprecated|Fatal error)<\/b>/, 'PHP complains');
  return html;
}

async function booksAt(page: string): Promise<void> {
  await open(page);
  await journey.reachReview(visit, journey.londonDay(9), '6:30pm');
  await journey.book(visit);
  await visit.focuses('heading', 'You’re booked');
  const rows = await bookingRows(demo.backend);
  assert.equal(rows.length, 1);
  assert.equal(rows[0]!.client_email, journey.CLIENT.email);
}

describe('the WordPress plugin', () => {
  test('a visitor books through the shortcode', async () => {
    await booksAt(wordpress.page('admin', `My times:\n\n${SHORTCODE}\n\nSee you soon.`));
  });

  test('a visitor books through the block', async () => {
    await booksAt(wordpress.page('admin', BLOCK));
  });

  test('an editor who may not write HTML makes a page with block and shortcode in the block editor, and both stay', async () => {
    await logIn('editor', '/wp-admin/post-new.php?post_type=page');
    const lines = snippet(choicesIn('#practitioner=mara-lindqvist'), place);
    const page = await until(
      () => visit.page.evaluate(() => 'wp' in window && 'blocks' in (window as unknown as { wp: object }).wp),
      () => 'the block editor does not open',
    ).then(() =>
      visit.page.evaluate(
        async (shortcode, lines) => {
          const { wp } = window as unknown as { wp: Record<string, any> }; // eslint-disable-line @typescript-eslint/no-explicit-any
          const made = [
            wp['blocks'].createBlock('knead/booking', { practitioner: 'mara-lindqvist', kind: 'booking', lang: 'de' }),
            wp['blocks'].createBlock('core/shortcode', { text: shortcode }),
            wp['blocks'].createBlock('core/html', { content: lines }),
          ];
          await wp['data'].dispatch('core/block-editor').insertBlocks(made);
          await wp['data'].dispatch('core/editor').editPost({ title: 'Book', status: 'publish' });
          await wp['data'].dispatch('core/editor').savePost();
          return wp['data'].select('core/editor').getPermalink() as string;
        },
        SHORTCODE,
        lines,
      ),
    );
    const html = await (await fetch(page)).text();
    assert.match(html, /<div class="wp-block-knead-booking"><knead-booking practitioner="mara-lindqvist" lang="de">/);
    assert.match(html, /<knead-booking practitioner="mara-lindqvist" lang="en-GB"><\/knead-booking>/);
    // What the embed builder warns of: pasted lines lose the script and the tag with this role.
    assert.equal(html.match(/<knead-booking/g)!.length, 2);
    assert.equal(html.match(/<script[^>]*knead\.js/g)!.length, 1);
    assert.match(html, />Book with Mara Lindqvist</, 'the link is left');
  });

  test('the block in the editor has its fields at the side', async () => {
    const page = wordpress.page('admin', BLOCK);
    const id = new URL(page).searchParams.get('page_id');
    await logIn('admin', `/wp-admin/post.php?post=${id}&action=edit`);
    await visit.find('dialog', 'Welcome to the block editor');
    await visit.press('Escape');
    await until(
      () =>
        visit.page.evaluate(() => {
          const { wp } = window as unknown as { wp?: Record<string, any> }; // eslint-disable-line @typescript-eslint/no-explicit-any
          const [block] = wp?.['data']?.select('core/block-editor')?.getBlocks() ?? [];
          if (!block) return false;
          wp!['data'].dispatch('core/edit-post').openGeneralSidebar('edit-post/block');
          wp!['data'].dispatch('core/block-editor').selectBlock(block.clientId);
          return true;
        }),
      () => 'the block editor shows no block',
    );
    // Labels are in capitals here.
    assert.equal((await visit.find('textbox', /^Therapist \(id\)$/i)).value, 'mara-lindqvist');
    for (const field of [/^What the page shows$/i, /^Where$/i, /^Language$/i, /^Colours$/i, /^Style$/i]) {
      await visit.find('combobox', field);
    }
    await visit.says('The booking form, mara-lindqvist');
  });

  test('the script tag is there once, as Knead needs it, and only on pages that use it', async () => {
    const html = await htmlOf(`${SHORTCODE}\n\n[knead practitioner="mara-lindqvist" kind="button" floating="true"]`);
    assert.deepEqual(html.match(/<script[^>]*knead[^>]*>/g), [
      `<script id="knead-js" src="${place.scripts.knead.src}" integrity="${place.scripts.knead.integrity}" crossorigin="anonymous" defer="defer" data-cfasync="false" data-backend="${place.backend}">`,
    ]);
    assert.match(html, /<knead-book-button practitioner="mara-lindqvist" floating="true"><\/knead-book-button>/);
    assert.doesNotMatch(await htmlOf('No booking here.'), /knead/);
    const card = await htmlOf('[knead practitioner="mara-lindqvist" kind="card"]');
    assert.match(card, new RegExp(`<script id="knead-cards-js" src="${place.scripts.cards.src}"`));
    assert.ok(card.includes(place.scripts.cards.integrity));
    assert.doesNotMatch(card, /<script id="knead-js"/);
  });

  test('where consent is waited for, the script waits and the link gives it', async () => {
    const link = `[knead practitioner="mara-lindqvist" text="Book" href="${place.bookingPage}"]`;
    assert.doesNotMatch(await htmlOf(link), /data-load|data-knead-consent/);
    wordpress.settings({ load: 'consent' });
    try {
      const html = await htmlOf(link);
      assert.match(html, /<script id="knead-js" [^>]* data-load="consent"><\/script>/);
      assert.ok(html.includes(`<a href="${place.bookingPage}" data-knead-consent="true">Book</a>`));
    } finally {
      wordpress.settings({ load: '' });
    }
  });

  test('paragraphs that WordPress makes of line breaks leave the markup alone', async () => {
    const link = `href="${place.bookingPage}"`;
    const html = await htmlOf(
      `Before\n\n[knead practitioner="mara-lindqvist" lang="de" text="Termin & mehr" ${link}]\n\nAfter`,
    );
    assert.ok(
      html.includes(
        `<p>Before</p>\n<div class="knead-shortcode"><knead-booking practitioner="mara-lindqvist" lang="de"><a ${link}>Termin &amp; mehr</a></knead-booking></div>\n<p>After</p>`,
      ),
      html.slice(html.indexOf('<p>Before'), html.indexOf('After</p>')),
    );
  });

  test('nothing but what an attribute may say reaches the page', async () => {
    const hostile = `[knead practitioner='x" onfocus="alert(1)' service='<img src=x>' place="home" theme="dark;" onclick="alert(1)" kind="script" lang="de" text="<b onclick=alert(1)>x" href="javascript:alert(1)"]`;
    // Who may write HTML loses nothing here, and still none of it is HTML.
    const texts = { editor: '&lt;b&gt;x', admin: '&lt;b onclick=alert(1)&gt;x' };
    for (const [author, text] of Object.entries(texts)) {
      const html = await htmlOf(hostile, author as 'editor' | 'admin');
      assert.deepEqual(html.match(/<knead-.*<\/knead-[\w-]+>/g), [`<knead-booking lang="de">${text}</knead-booking>`]);
    }
  });

  test('the lines of the embed builder, pasted by who may, are kept to the letter in a Custom HTML block', async () => {
    for (const markup of ['tag', 'div'] as const) {
      const choices: Choices = { ...choicesIn('#practitioner=mara-lindqvist&lang=de&load=view'), markup };
      const lines = snippet(choices, place);
      const html = await htmlOf(`<!-- wp:html -->\n${lines}\n<!-- /wp:html -->`);
      assert.ok(html.includes(lines), markup);
    }
  });
});
