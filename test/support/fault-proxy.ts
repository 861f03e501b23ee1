import {
  createServer,
  request as send,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What can go wrong on the way:
 * - `reset`: the connection is reset and nothing reaches the backend;
 * - `slow`: the answer comes `milliseconds` later;
 * - `answer`: something else answers, for example a gateway's error page, and nothing reaches the backend;
 * - `truncate`: the backend answers, half of the body arrives, then the connection is cut;
 * - `lose`: the backend does its work and the answer is lost;
 * - `rewrite`: the backend's JSON answer arrives changed.
 */
export type Fault =
  | { kind: 'reset' }
  | { kind: 'slow'; milliseconds: number }
  | { kind: 'answer'; status: number; type: string; body: string; headers?: Record<string, string> }
  | { kind: 'truncate' }
  | { kind: 'lose' }
  | { kind: 'rewrite'; change: (body: unknown) => unknown };

/** A request as it arrived at the proxy. */
export interface SeenRequest {
  method: string;
  /** Path and query. */
  path: string;
  key: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
  /** Milliseconds on a clock that only grows. */
  at: number;
}

/** A proxy between page and backend that misbehaves on demand. */
export interface FaultProxy {
  /** Without a slash at its end. */
  url: string;
  /** Everything asked for, preflights included, in order of arrival. */
  requests: SeenRequest[];
  forwardTo(backend: string): void;
  /**
   * Spoils requests whose method and path begin like `match`, `times` times over; preflights are spared. The first fault
   * that matches applies.
   */
  spoil(fault: Fault, match?: string, times?: number): void;
  /** Stops listening: connections are refused, as when the machine is off. */
  down(): Promise<void>;
  /** Ends every fault and listens again. */
  calm(): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  fault: Fault;
  match: string;
  times: number;
}

/** Starts a proxy on a free loopback port. */
export async function startFaultProxy(): Promise<FaultProxy> {
  let backend = '';
  let waiting: Waiting[] = [];
  const requests: SeenRequest[] = [];

  const take = (method: string, path: string): Fault | undefined => {
    if (method === 'OPTIONS') return undefined;
    const found = waiting.find(({ match }) => `${method} ${path}`.startsWith(match));
    if (found && (found.times -= 1) <= 0) waiting = waiting.filter((each) => each !== found);
    return found?.fault;
  };

  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const body = await bytesOf(incoming);
      const { method = 'GET', url: path = '/' } = incoming;
      const key = incoming.headers['idempotency-key'];
      const at = performance.now();
      const { headers } = incoming;
      requests.push({
        method,
        path,
        key: typeof key === 'string' ? key : undefined,
        headers,
        body: body.toString('utf8'),
        at,
      });
      const fault = take(method, path);
      if (fault?.kind === 'reset') return void incoming.socket.resetAndDestroy();
      if (fault?.kind === 'answer') return answer(outgoing, fault);
      const answered = await forward(backend, incoming, body).catch(() => null);
      if (!answered) return void incoming.socket.destroy();
      if (fault?.kind === 'slow') await new Promise((done) => setTimeout(done, fault.milliseconds).unref());
      if (fault?.kind === 'lose') return void incoming.socket.destroy();
      if (fault?.kind === 'truncate') {
        outgoing.writeHead(answered.status, { ...answered.headers, 'content-length': answered.body.length });
        outgoing.write(answered.body.subarray(0, answered.body.length / 2), () => incoming.socket.destroy());
        return undefined;
      }
      const whole = fault?.kind === 'rewrite' ? changed(answered.body, fault.change) : answered.body;
      outgoing.writeHead(answered.status, { ...answered.headers, 'content-length': whole.length }).end(whole);
      return undefined;
    })();
  });
  const listen = (port: number): Promise<void> => new Promise((done) => server.listen(port, '127.0.0.1', done));
  const stop = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    requests,
    forwardTo(url) {
      backend = url;
    },
    spoil(fault, match = '', times = Infinity) {
      waiting.push({ fault, match, times });
    },
    down: stop,
    async calm() {
      waiting = [];
      if (!server.listening) await listen(port);
    },
    async close() {
      if (server.listening) await stop();
    },
  };
}

interface Answered {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

function forward(backend: string, incoming: IncomingMessage, body: Buffer): Promise<Answered> {
  return new Promise((resolve, reject) => {
    // Uncompressed, so that a rewritten or halved body is what it claims to be.
    const headers = { ...incoming.headers, host: new URL(backend).host, 'accept-encoding': 'identity' };
    const outgoing = send(
      new URL(incoming.url ?? '/', backend),
      { method: incoming.method ?? 'GET', headers },
      (response) => {
        const { 'transfer-encoding': _, ...rest } = response.headers;
        bytesOf(response).then(
          (whole) => resolve({ status: response.statusCode ?? 502, headers: rest, body: whole }),
          reject,
        );
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Readable by any page: what is tested is what the page makes of it, not that a gateway forgets about CORS. */
function answer(
  response: ServerResponse,
  { status, type, body, headers = {} }: Extract<Fault, { kind: 'answer' }>,
): void {
  response
    .writeHead(status, {
      'content-type': type,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'Retry-After',
      ...headers,
    })
    .end(body);
}

function changed(body: Buffer, change: (body: unknown) => unknown): Buffer {
  return Buffer.from(JSON.stringify(change(JSON.parse(body.toString('utf8')))));
}
