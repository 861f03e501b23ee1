import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as z from 'zod/mini';
import type { ClientData } from '../../src/contract/client-data.js';
import type { IntakeRecord } from '../../src/contract/intake.js';
import { NOUNS } from '../../src/contract/nouns.js';
import { PROBLEM_STATUS, Problem } from '../../src/contract/problem.js';
import { doubled, inUrl, mutated, requestOf } from './fuzz/bodies.js';
import { operations, type FuzzedOperation, type Path } from './fuzz/fields.js';
import { MUTATIONS, readable, TEXTS, type Mutation } from './fuzz/mutations.js';
import { World, type Sent } from './fuzz/world.js';

const LEAST = 20_000;
/** Any fault of ours would say where it happened. */
const STACK = /\n\s+at |node_modules|\.ts:\d+|SyntaxError|TypeError|RangeError|SELECT |INSERT INTO/;
const described = (operation: FuzzedOperation, where: string, { name }: Mutation): string =>
  `${operation.id} ${where}: ${name}`;

describe('every field of every operation, filled in by somebody who means no good or knows no better', () => {
  let world: World;
  const counts = new Map<number, number>();
  let total = 0;
  let readBack = 0;
  let seed = 20261009;
  before(async () => {
    world = await World.open();
  });
  after(() => world.close());

  /** Mulberry32: the same numbers in every run. */
  const random = (below: number): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };

  async function sendAndJudge(sent: Sent, what: string): Promise<{ status: number; body: unknown }> {
    const response = await world.send(sent);
    const text = await response.text();
    total += 1;
    counts.set(response.status, (counts.get(response.status) ?? 0) + 1);
    assert.ok(response.status < 500, `${what}: ${response.status} ${text} ${world.log.at(-2) ?? ''}`);
    const type = response.headers.get('Content-Type') ?? '';
    const body: unknown = type.includes('json') ? JSON.parse(text) : text;
    if (response.status < 400) return { status: response.status, body };
    assert.ok(!STACK.test(text), `${what}: ${text.slice(0, 300)}`);
    assert.equal(type, 'application/problem+json', what);
    const problem = z.parse(Problem, body);
    assert.equal(PROBLEM_STATUS[problem.code as keyof typeof PROBLEM_STATUS], response.status, what);
    if (problem.code === 'validation') assert.ok(problem.errors?.length, `${what}: no field is named`);
    return { status: response.status, body: problem };
  }

  /** Where a body does not fit the contract, the answer says so and points at the field that was changed. */
  function assertPointed(
    noun: string,
    text: string,
    path: Path,
    answer: { status: number; body: unknown },
    what: string,
  ): void {
    const problem = answer.body as z.infer<typeof Problem>;
    if (Buffer.byteLength(text) > 65_536) return assert.equal(answer.status, 413, what);
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      return assert.equal(problem.code, 'malformed', what);
    }
    if (z.safeParse(NOUNS[noun]!, body).success && z.safeParse(NOUNS[noun]!, readable(body)).success) return undefined;
    assert.equal(problem.code, 'validation', what);
    // The one beside it may be missing: an optional object that now has one field of two.
    const pointer = path
      .slice(0, -1)
      .map((key) => `/${key}`)
      .join('');
    const near = problem.errors?.some(
      (error) => error.pointer.startsWith(pointer) || pointer.startsWith(error.pointer),
    );
    assert.ok(near, `${what}: points at ${problem.errors?.map((error) => error.pointer).join()}`);
  }

  /** What a client typed is kept as it was typed. */
  async function assertKept(operation: FuzzedOperation, text: string, answer: unknown, what: string): Promise<void> {
    const sent = readable(JSON.parse(text)) as Record<string, Record<string, unknown>>;
    if (operation.id === 'book') {
      const { id, manageToken } = answer as { id: string; manageToken: string };
      const kept = (await world.send({
        method: 'GET',
        path: `/v1/bookings/${id}/client-data`,
        headers: { Authorization: `Bearer ${manageToken}` },
      })) as Response;
      const data = (await kept.json()) as ClientData;
      for (const field of ['name', 'email', 'phone'] as const)
        assert.equal(data.client?.[field], sent['client']?.[field], what);
      const address = sent['client']?.['address'] as Record<string, unknown> | undefined;
      for (const [field, typed] of Object.entries(data.client?.address ?? {}))
        assert.equal(typed, address?.[field], what);
      assert.equal(data.notes, sent['notes'], what);
      assert.equal(data.reference, sent['reference'], what);
      assert.deepEqual(data.metadata ?? {}, { ...sent['metadata'] }, what);
      readBack += 1;
    }
    if (operation.id === 'deliverIntake') {
      const { token = '', ids } = world.good('readIntake');
      const headers = { Authorization: `Bearer ${token}` };
      const kept = (await world.send({ method: 'GET', path: `/v1/bookings/${ids['id']}/intake`, headers })) as Response;
      const { answers } = (await kept.json()) as IntakeRecord;
      for (const [item, typed] of Object.entries(answers)) assert.deepEqual(typed, sent['answers']?.[item], what);
      readBack += 1;
    }
  }

  async function sendBody(operation: FuzzedOperation, text: string, path: Path | null, what: string): Promise<void> {
    const good = world.good(operation.id);
    const answer = await sendAndJudge(requestOf(operation, good, { body: text }), what);
    if (path && operation.body) assertPointed(operation.body.noun, text, path, answer, what);
    if (answer.status >= 400) return;
    await assertKept(operation, text, answer.body, what);
    if (/^(hold|book)$/.test(operation.id)) await world.forget((answer.body as { id: string }).id);
    else if (/^(cancel|reschedule|eraseClient|deliverIntake)$/.test(operation.id)) await world.rebuild();
  }

  for (const operation of operations) {
    test(`${operation.id}`, async () => {
      const good = world.good(operation.id);
      for (const path of operation.body?.fields ?? []) {
        const rows = await world.rows();
        let untouched = true;
        for (const mutation of MUTATIONS) {
          const text = mutated(world.good(operation.id).body, path, mutation);
          const accepted = (counts.get(200) ?? 0) + (counts.get(201) ?? 0);
          await sendBody(operation, text, path, described(operation, `/${path.join('/')}`, mutation));
          untouched &&= (counts.get(200) ?? 0) + (counts.get(201) ?? 0) === accepted;
        }
        // Whatever was accepted was followed by a new beginning, so what is left over is half a write.
        assert.deepEqual(
          await world.rows(),
          rows,
          `${operation.id} /${path.join('/')}${untouched ? '' : ' (some accepted)'}`,
        );
        for (const text of doubled(world.good(operation.id).body, path)) {
          await sendBody(operation, text, null, `${operation.id} /${path.join('/')} twice`);
        }
      }
      for (const name of operation.query) {
        for (const mutation of MUTATIONS) {
          const value = 'value' in mutation ? inUrl(mutation.value) : 'raw' in mutation ? mutation.raw : null;
          const { [name]: _, ...others } = good.query;
          const query = value === null ? others : { ...others, [name]: value.slice(0, 9000) };
          await sendAndJudge(requestOf(operation, good, { query }), described(operation, `?${name}`, mutation));
        }
      }
      for (const name of operation.inPath) {
        for (const text of TEXTS) {
          const ids = { ...good.ids, [name]: text };
          await sendAndJudge(requestOf(operation, good, { ids }), `${operation.id} {${name}}: ${text}`);
        }
      }
      for (const text of TEXTS.filter((each) => /^[\x20-\x7e]*$/.test(each))) {
        for (const header of ['Authorization', 'Idempotency-Key', 'If-Match', 'Accept-Encoding', 'If-None-Match']) {
          const request = requestOf(operation, good, {});
          request.headers = { ...request.headers, [header]: text };
          const { status, body } = await sendAndJudge(request, `${operation.id} ${header}: ${text}`);
          if (status < 300 && /^(hold|book)$/.test(operation.id)) await world.forget((body as { id: string }).id);
          else if (status < 300 && operation.id === 'reschedule') await world.rebuild();
        }
      }
      if (operation.method !== 'GET') await world.rebuild();
    });
  }

  test('several fields at once, until there are enough', async () => {
    const withBody = operations.filter(({ body }) => (body?.fields.length ?? 0) > 1);
    while (total < LEAST + 1000) {
      const operation = withBody[random(withBody.length)]!;
      const fields = operation.body!.fields.slice(1);
      const chosen = [fields[random(fields.length)]!, fields[random(fields.length)]!].sort(
        (a, b) => b.length - a.length,
      );
      let text = JSON.stringify(world.good(operation.id).body);
      const names: string[] = [];
      for (const path of chosen) {
        const mutation = MUTATIONS[random(MUTATIONS.length)]!;
        if ('raw' in mutation) continue;
        names.push(`/${path.join('/')} ${mutation.name}`);
        text = mutated(JSON.parse(text), path, mutation);
      }
      await sendBody(operation, text, null, `${operation.id} ${names.join(' and ')}`);
    }
  });

  test('were enough, and did no harm', () => {
    const table = [...counts].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
    process.stdout.write(`  fuzz: ${total} requests, ${readBack} read back (${table.join(', ')})\n`);
    assert.ok(total >= LEAST && readBack >= 100, `${total}, ${readBack}`);
    assert.ok([200, 201, 400, 404, 409, 413, 422].every((status) => counts.has(status)));
    assert.equal(({} as { isAdmin?: unknown }).isAdmin, undefined);
  });
});
