import type { Case, Context } from './case.js';
import type { CaseResult, Report } from './report.js';
import { declares } from './case.js';
import { allCases } from './cases/all.js';
import { Client, NoAnswer, type Network } from './client.js';
import { Control } from './control.js';
import { NotHere, Unmet } from './expect.js';
import { survey, type Subject } from './subject.js';
import { Visitor } from './visitor.js';

/** What to prove, and how to reach it. */
export interface KitOptions {
  /** Where the backend is, as an element's `backend` attribute would say. */
  url: string;
  network: Network;
  /** Do not use `/test/*` even where it is open. */
  random?: boolean;
  /** Only these; all by default. */
  cases?: readonly Case[];
  /** Called as each case ends. */
  progress?: (result: CaseResult) => void;
  /** The backend's clock in random mode, in milliseconds. */
  now?: () => number;
}

const FOUND: Case = {
  id: 'discovery.found',
  clause: 'Discovery, services and availability can be read, and something can be booked in the next weeks.',
  run: () => Promise.resolve(),
};

/** Runs the kit, one case after the other. */
export async function runKit(options: KitOptions): Promise<Report> {
  const { network, cases = allCases, progress = () => undefined, now = () => Date.now() } = options;
  const url = options.url.replace(/\/+$/, '');
  const client = new Client(network);
  const control = new Control(client, url);
  const controlled = options.random !== true && (await control.isOpen().catch(() => false));
  const results: CaseResult[] = [];
  const note = (result: CaseResult): void => {
    results.push(result);
    progress(result);
  };

  let subject: Subject | undefined;
  note(
    await result(FOUND, true, client, async () => {
      if (controlled) await control.reset();
      subject = await survey(client, url, controlled ? () => control.now() : now);
      if (subject.choices.length === 0) throw new Unmet('nothing can be booked');
    }),
  );
  for (const each of cases) {
    const capabilities = subject?.discovery.capabilities;
    const missing = capabilities && (each.needs ?? []).find((need) => !declares(capabilities, need));
    const required = missing === undefined;
    note(
      await result(each, required, client, async () => {
        if (!subject) throw new NotHere(`${FOUND.id} failed`);
        if (missing !== undefined) throw new NotHere(`the backend does not declare ${missing}`);
        if (each.tags?.includes('controlled') && !controlled)
          throw new NotHere('needs /test/*, which is not open here');
        if (controlled) await control.reset();
        await runCase(each, { client, subject, control: controlled ? control : null });
      }),
    );
  }
  return { target: url, mode: controlled ? 'controlled' : 'random', cases: results };
}

async function runCase(each: Case, parts: Omit<Context, 'visitor'>): Promise<void> {
  const visitor = new Visitor(parts.client, parts.subject);
  try {
    await each.run({ ...parts, visitor });
  } finally {
    const { last } = parts.client;
    await visitor.cleanUp().catch(() => undefined);
    parts.client.last = last;
  }
}

async function result(
  { id, clause }: Case,
  required: boolean,
  client: Client,
  run: () => Promise<void>,
): Promise<CaseResult> {
  client.last = null;
  const plain = { id, clause, required, reason: null, sent: null, got: null };
  try {
    await run();
    return { ...plain, status: 'passed' };
  } catch (error) {
    if (error instanceof NotHere) return { ...plain, status: 'skipped', reason: error.message };
    if (error instanceof Unmet) {
      const { sent = null, got = null } = error.answer ?? client.last ?? {};
      return { ...plain, status: 'failed', reason: error.message, sent, got };
    }
    if (error instanceof NoAnswer) return { ...plain, status: 'failed', reason: error.message, sent: error.sent };
    // Whatever else is thrown comes of an answer the case could not make sense of.
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { ...plain, status: 'failed', reason, ...(client.last ?? {}) };
  }
}
