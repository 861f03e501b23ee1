import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { keptKey, lockFolder } from '../../demo/backend/data-folder.js';
import { startBackend, type StartOptions } from '../../demo/backend/start.js';
import { bookingOf, itemAt, Visitor } from './visitor.js';

/** A day a month ahead, so that the machine's own clock offers it. */
const SOON = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

describe('starting', () => {
  const folders: string[] = [];
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'knead-data-'));
    folders.push(dataDir);
  });
  after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  const options = (fields: Partial<StartOptions> = {}): StartOptions => ({
    port: 0,
    dataDir,
    environment: {},
    ...fields,
  });

  test('bookings and their tokens outlive the process; nobody else opens the folder meanwhile', async () => {
    const first = await startBackend(options());
    await assert.rejects(startBackend(options()), /in use/);
    const visitor = new Visitor(first.url);
    const [slot] = await visitor.slots(SOON);
    const { body: booking } = await visitor.book(bookingOf([itemAt(slot)]), 'a-key-of-some-length');
    await first.close();

    const second = await startBackend(options());
    const later = new Visitor(second.url);
    const headers = { Authorization: `Bearer ${booking.manageToken}` };
    assert.equal((await later.get(`/v1/bookings/${booking.id}`, headers)).status, 200);
    const again = await later.book(bookingOf([itemAt(slot)]), 'a-key-of-some-length');
    assert.deepEqual(
      [again.headers.get('Idempotency-Replayed'), again.body.manageToken],
      ['true', booking.manageToken],
    );
    await second.close();
    assert.throws(() => readFileSync(join(dataDir, 'lock')), 'the lock is given back');
  });

  test('a lock of a living process is respected, one of a process that is gone is taken over', () => {
    const file = join(dataDir, 'lock');
    writeFileSync(file, String(process.ppid));
    assert.throws(() => lockFolder(dataDir), new RegExp(`process ${process.ppid}`));
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    for (const left of [String(gone), '', 'nonsense', String(process.pid)]) {
      writeFileSync(file, left);
      const unlock = lockFolder(dataDir);
      assert.equal(readFileSync(file, 'utf8'), String(process.pid));
      unlock();
    }
  });

  test('closing lets a request that has begun end, and takes no other', async () => {
    const backend = await startBackend(options());
    const visitor = new Visitor(backend.url);
    const [slot] = await visitor.slots(SOON);
    const body = JSON.stringify(bookingOf([itemAt(slot)]));
    const { hostname, port } = new URL(backend.url);
    const socket = connect(Number(port), hostname);
    const head = `POST /v1/bookings HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\n`;
    const length = `Content-Length: ${Buffer.byteLength(body)}\r\nExpect: 100-continue\r\n\r\n`;
    socket.write(`${head}Idempotency-Key: ${'k'.repeat(20)}\r\n${length}`);
    // Says that the head has been read.
    const [goOn] = (await once(socket, 'data')) as [Buffer];
    assert.match(goOn.toString(), /^HTTP\/1\.1 100 /);
    const closing = backend.close();
    await assert.rejects(visitor.get('/health'));
    socket.write(body);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    assert.match(answer.toString(), /^HTTP\/1\.1 201 /);
    socket.end();
    await closing;
  });

  test('scripts are served from the folder they are built into, and again once they were built again', async () => {
    const assets = join(dataDir, 'dist');
    mkdirSync(join(assets, 'locales'), { recursive: true });
    writeFileSync(join(assets, 'knead.js'), 'first()');
    writeFileSync(join(assets, 'locales/de.js'), 'export default {}');
    writeFileSync(join(assets, 'secret.txt'), 'secret');
    const backend = await startBackend(options({ dataDir: null, assets }));
    const visitor = new Visitor(backend.url);
    const script = await visitor.get<string>('/assets/knead.js');
    assert.deepEqual([script.text, script.headers.get('Access-Control-Allow-Origin')], ['first()', '*']);
    writeFileSync(join(assets, 'knead.js'), 'second() // longer');
    const etag = script.headers.get('ETag') ?? '';
    const again = await visitor.get<string>('/assets/knead.js', { 'If-None-Match': etag });
    assert.deepEqual([again.status, again.text], [200, 'second() // longer']);
    const locale = await visitor.get<string>('/assets/locales/de.js');
    assert.deepEqual(
      [locale.text, locale.headers.get('Content-Type')?.split(';')[0]],
      ['export default {}', 'text/javascript'],
    );
    assert.equal((await visitor.get('/assets/knead-manage.js')).status, 404);
    assert.equal((await visitor.get('/assets/secret.txt')).status, 404);
    await backend.close();
  });

  test('where the port is taken it does not start, and keeps nothing', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await assert.rejects(startBackend(options({ port })), /EADDRINUSE/);
    lockFolder(dataDir)();
    other.close();
  });

  test('the key is made once, and only its owner can read it', () => {
    const made = keptKey(dataDir, 'manage');
    assert.ok(made.length >= 43);
    assert.equal(statSync(join(dataDir, 'manage.key')).mode & 0o777, 0o600);
    assert.equal(keptKey(dataDir, 'manage'), made);
    assert.notEqual(keptKey(dataDir, 'other'), made);
  });

  test('in production it starts with a key from the environment or not at all', async () => {
    const production = { NODE_ENV: 'production' };
    await assert.rejects(startBackend(options({ environment: production })), /KNEAD_MANAGE_KEY/);
    await assert.rejects(
      startBackend(options({ environment: { ...production, KNEAD_MANAGE_KEY: 'short' } })),
      /KNEAD_MANAGE_KEY/,
    );
    const manageOnly = { ...production, KNEAD_MANAGE_KEY: 'k'.repeat(43) };
    await assert.rejects(startBackend(options({ environment: manageOnly })), /INTAKE_KEY/);
    await assert.rejects(startBackend(options({ environment: { ...manageOnly, INTAKE_KEY: 'short' } })), /INTAKE_KEY/);
    const environment = { ...manageOnly, INTAKE_KEY: 'i'.repeat(43) };
    await assert.rejects(startBackend(options({ environment, test: true })), /test routes/);
    const lines: string[] = [];
    const log = (line: string): void => void lines.push(line.replace(/\d+ms/, 'ms'));
    const backend = await startBackend(
      options({ dataDir: null, environment, publicUrl: 'https://booking.example', log }),
    );
    const visitor = new Visitor(backend.url);
    assert.equal((await visitor.get('/outbox')).status, 404, 'mails are not for everybody to read');
    assert.equal((await visitor.send('POST', '/test/reset')).status, 404);
    const { body } = await visitor.get<{ baseUrl: string }>('/.well-known/knead-booking');
    assert.equal(body.baseUrl, 'https://booking.example/v1');

    lines.length = 0;
    await visitor.get('/v1/availability?practitioner=mara-lindqvist&name=Ada');
    await visitor.get('/v1/bookings/bk_secret?email=ada@example.com');
    await visitor.get('/v1/ada@example.com');
    await backend.close();
    const expected = ['GET /v1/availability 422 ms', 'GET /v1/bookings/:id 404 ms', 'GET * 404 ms'];
    assert.deepEqual(lines, expected, 'the log names routes, and nothing that was asked');
  });
});
