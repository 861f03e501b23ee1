/** One request on its way; `next` answers as a backend without faults would. */
export interface RequestOnItsWay {
  request: Request;
  /** Method and path. */
  route: string;
  next: (request: Request) => Promise<Response>;
}

/** An availability answer, or its summary, as far as faults touch it. */
export interface Times {
  from: string;
  to: string;
  entries?: Entry[];
}

/** One practitioner's part of it. */
export interface Entry {
  slots?: { start: string; end: string; local: string; token: string }[];
  first?: { local: string };
  freeDays?: string[];
}

/** Changes every practitioner's part of an answer. */
export function eachEntry(answer: Times, change: (entry: Entry) => void): void {
  for (const entry of answer.entries ?? []) change(entry);
}

/** The answer with its JSON changed, under the same headers but those that spoke of its bytes. */
export async function rewritten(
  { request, route, next }: RequestOnItsWay,
  which: RegExp,
  change: (answer: Times) => void,
): Promise<Response> {
  if (!which.test(route)) return next(request);
  const response = await next(withHeader(withHeader(request, 'Accept-Encoding', 'identity'), 'If-None-Match', ''));
  if (!response.ok) return response;
  const answer = (await response.json()) as Times;
  change(answer);
  return withoutHeaders(new Response(JSON.stringify(answer), response), 'ETag', 'Content-Length');
}

/** The problem code of an answer, or undefined for one that is no problem. The answer can still be read. */
export async function codeOf(response: Response): Promise<string | undefined> {
  if (response.ok || !response.headers.get('Content-Type')?.includes('json')) return undefined;
  return ((await response.clone().json()) as { code?: string }).code;
}

/** A request with one header set. */
export function withHeader(request: Request, name: string, value: string): Request {
  const headers = new Headers(request.headers);
  headers.set(name, value);
  return new Request(request, { headers });
}

/** An answer without some headers. */
export function withoutHeaders(response: Response, ...names: string[]): Response {
  const headers = new Headers(response.headers);
  for (const name of names) headers.delete(name);
  return new Response(response.body, { status: response.status, headers });
}

/** A JSON request with these headers. */
export function posted(url: URL, body: unknown, headers: Headers = new Headers()): Request {
  const sent = new Headers(headers);
  sent.set('Content-Type', 'application/json');
  sent.delete('Content-Length');
  return new Request(url, { method: 'POST', headers: sent, body: JSON.stringify(body) });
}
