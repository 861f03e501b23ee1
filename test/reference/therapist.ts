import { randomUUID } from 'node:crypto';

/** What came back, with its text read. */
export interface Page {
  status: number;
  headers: Headers;
  text: string;
}

/** Somebody with a browser and, perhaps, the link to a practice page: follows links, fills in forms, presses buttons. */
export class Therapist {
  /** What the browser keeps. */
  cookie = '';

  constructor(readonly url: string) {}

  /** Opens a practice page by its whole link, as its script does. */
  async open(link: string): Promise<Page> {
    const page = await this.post('/practice/session', { link: new URL(link).hash.slice(1) });
    this.#keep(page.headers);
    return page;
  }

  async get(path = '/practice'): Promise<Page> {
    return this.#read(await fetch(this.url + path, { headers: this.#headers(), redirect: 'manual' }));
  }

  async post(path: string, fields: Record<string, string>): Promise<Page> {
    const body = new URLSearchParams(fields);
    const init = { method: 'POST', headers: this.#headers(), body, redirect: 'manual' } as const;
    return this.#read(await fetch(this.url + path, init));
  }

  /** What the hidden fields of the page's forms say. */
  async hidden(action: string): Promise<Record<string, string>> {
    const { text } = await this.get();
    const form = new RegExp(`<form[^>]* action="${action}"[^>]*>([\\s\\S]*?)</form>`).exec(text)?.[1];
    if (form === undefined) throw new Error(`the page has no form for ${action}`);
    const fields = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      / name="([^"]*)"/.exec(input)?.[1] ?? randomUUID(),
      / value="([^"]*)"/.exec(input)?.[1] ?? '',
    ]);
    return Object.fromEntries(fields) as Record<string, string>;
  }

  /** Presses the button of a form, with what is typed into it. */
  async press(action: string, typed: Record<string, string> = {}): Promise<Page> {
    const page = await this.post(action, { ...(await this.hidden(action)), ...typed });
    this.#keep(page.headers);
    return page;
  }

  #keep(headers: Headers): void {
    const [cookie] = headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
  }

  #headers(): Record<string, string> {
    return this.cookie ? { Cookie: this.cookie } : {};
  }

  async #read(response: Response): Promise<Page> {
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
}
