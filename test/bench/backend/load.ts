import { connect, type Socket } from 'node:net';
import { ENCODING } from './paths.js';

/** What is asked again and again. `path` is asked anew each time, so that it may differ. */
export interface Ask {
  port: number;
  path: () => string;
  /** For a 304. */
  etag?: string;
  status: 200 | 304;
}

/**
 * One connection that is kept open. It writes bytes and looks for the end of the answer, and nothing else: a client that
 * takes longer than the server would hide what the server takes.
 */
export class Line {
  readonly #socket: Socket;
  #answered: (answer: Buffer) => void = () => undefined;
  #failed: (reason: Error) => void = () => undefined;
  #chunks: Buffer[] = [];
  #missing = -1;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', (error) => this.#failed(error));
    socket.on('close', () => this.#failed(new Error('the server hung up')));
  }

  static open(port: number): Promise<Line> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => resolve(new Line(socket)));
    });
  }

  /** Asks, and returns the whole answer. Throws for another status than expected. */
  async ask({ path, etag, status }: Ask): Promise<Buffer> {
    const answer = await new Promise<Buffer>((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      const known = etag ? `If-None-Match: ${etag}\r\n` : '';
      this.#socket.write(`GET ${path()} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: ${ENCODING}\r\n${known}\r\n`);
    });
    if (answer.toString('latin1', 9, 12) !== String(status)) throw new Error(answer.toString('latin1', 0, 400));
    return answer;
  }

  close(): void {
    this.#socket.removeAllListeners('close').destroy();
  }

  #read(chunk: Buffer): void {
    this.#chunks.push(chunk);
    if (this.#missing < 0) {
      const whole = Buffer.concat(this.#chunks);
      const head = whole.indexOf('\r\n\r\n');
      if (head < 0) return;
      const headers = whole.toString('latin1', 0, head);
      if (/^transfer-encoding:/im.test(headers)) {
        if (!whole.subarray(-7).equals(LAST_CHUNK)) return;
        this.#missing = 0;
      } else {
        const length = Number(/^content-length: *(\d+)/im.exec(headers)?.[1] ?? 0);
        this.#missing = head + 4 + length - whole.length;
      }
      this.#chunks = [whole];
    } else this.#missing -= chunk.length;
    if (this.#missing > 0) return;
    const answer = Buffer.concat(this.#chunks);
    this.#chunks = [];
    this.#missing = -1;
    this.#answered(answer);
  }
}

const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n');

/** How many answers a second so many connections get, over some milliseconds. */
export async function throughput(lines: readonly Line[], ask: Ask, milliseconds: number): Promise<number> {
  const began = performance.now();
  let answers = 0;
  await Promise.all(
    lines.map(async (line) => {
      while (performance.now() - began < milliseconds) {
        await line.ask(ask);
        answers += 1;
      }
    }),
  );
  return answers / ((performance.now() - began) / 1000);
}
