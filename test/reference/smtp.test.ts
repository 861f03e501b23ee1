import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { startTestBackend } from '../support/backend.js';
import { MORNING } from './subject.js';
import { bookingOf, itemAt, Visitor } from './visitor.js';

interface Received {
  to: string;
  message: string;
}

test('mails go out after the booking, each to its reader, and are tried again where they were refused', async (t) => {
  const post = new EventEmitter();
  const received: Received[] = [];
  let refusals = 1;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    async onData(stream, session, done) {
      const message = await text(stream);
      if (refusals > 0) {
        refusals -= 1;
        done(new Error('not now'));
        return;
      }
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), message });
      done();
      post.emit('mail');
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const backend = await startTestBackend({ environment: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
  t.after(async () => {
    await backend.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });
  const visitor = new Visitor(backend.url);
  await visitor.send('POST', '/test/clock', { body: { now: MORNING } });
  const slots = await visitor.slots('2026-10-14');

  const first = once(post, 'mail');
  const { body: booking } = await visitor.book(bookingOf([itemAt(slots[0])]));
  await first;
  assert.deepEqual(
    received.map(({ to }) => to),
    ['mara@lanternlane.example'],
    'the first of two was refused',
  );
  assert.ok(received[0]?.message.includes(booking.reference));
  assert.equal((await visitor.get('/outbox')).status, 404, 'mails that are sent are not shown to everybody');

  await visitor.advance(600);
  await visitor.book(bookingOf([itemAt(slots[9])]));
  while (received.length < 4) await once(post, 'mail');
  assert.deepEqual(
    received.slice(1).map(({ to }) => to),
    ['ada@example.com', 'ada@example.com', 'mara@lanternlane.example'],
  );
  assert.ok(received[1]?.message.includes(booking.reference), 'the one that was refused comes first');
  const ids = received.map(({ message }) => /^Message-ID:\s+(\S+)/im.exec(message)?.[1]);
  assert.equal(new Set(ids).size, 4);
});
