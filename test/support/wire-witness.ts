import type { Page, Protocol } from 'puppeteer-core';

/** A request as it left the browser. */
export interface SentRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** What the browser sent and said, as its own tools see it. */
export interface WireWitness {
  requests: SentRequest[];
  /** Addresses of the page's documents, and of its steps within one. */
  addresses: string[];
  /** What the browser itself writes into the console. */
  log: string[];
  /** Entries of the tab's history, cookies of the browser. */
  left(): Promise<{ history: string[]; cookies: string[] }>;
}

/** Watches a page from outside of it, where no script of the page can do anything about it. */
export async function watchWire(page: Page): Promise<WireWitness> {
  const devtools = await page.createCDPSession();
  const requests = new Map<string, SentRequest>();
  const all: SentRequest[] = [];
  const addresses: string[] = [];
  const log: string[] = [];
  /** What is still being asked for. */
  const bodies: Promise<void>[] = [];

  devtools.on('Network.requestWillBeSent', ({ requestId, request, documentURL }) => {
    const sent: SentRequest = {
      method: request.method,
      url: request.url + (request.urlFragment ?? ''),
      headers: { ...request.headers, ':document': documentURL },
      body: bodyOf(request),
    };
    requests.set(requestId, sent);
    all.push(sent);
    if (!request.hasPostData || sent.body) return;
    const ask = devtools.send('Network.getRequestPostData', { requestId });
    bodies.push(ask.then(({ postData }) => void (sent.body = postData)).catch(() => undefined));
  });
  devtools.on('Network.requestWillBeSentExtraInfo', ({ requestId, headers, associatedCookies }) => {
    const sent = requests.get(requestId);
    if (sent) Object.assign(sent.headers, headers);
    for (const { cookie } of associatedCookies) log.push(`cookie ${cookie.name} ${cookie.value}`);
  });
  devtools.on('Network.webSocketCreated', ({ url }) => addresses.push(url));
  devtools.on('Page.frameNavigated', ({ frame }) => addresses.push(frame.url + (frame.urlFragment ?? '')));
  devtools.on('Page.navigatedWithinDocument', ({ url }) => addresses.push(url));
  devtools.on('Log.entryAdded', ({ entry }) => log.push(`${entry.text} ${entry.url ?? ''}`));
  await Promise.all([
    devtools.send('Network.enable', { maxPostDataSize: 1_000_000 }),
    devtools.send('Page.enable'),
    devtools.send('Log.enable'),
  ]);
  return {
    requests: all,
    addresses,
    log,
    async left() {
      await Promise.all(bodies);
      const { entries } = await devtools.send('Page.getNavigationHistory');
      const { cookies } = await devtools.send('Network.getCookies');
      return {
        history: entries.map(({ url, userTypedURL, title }) => `${url} ${userTypedURL} ${title}`),
        cookies: cookies.map(({ name, value }) => `${name}=${value}`),
      };
    },
  };
}

function bodyOf({ postData, postDataEntries = [] }: Protocol.Network.Request): string {
  if (postData !== undefined) return postData;
  return postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64').toString('utf8')).join('');
}
