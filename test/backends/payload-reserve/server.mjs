// A practice on payload-reserve as its documentation sets one up: Payload's own handler behind plain Node HTTP, no Next.js.
// Started with `fork`; says `{ url, ids }` once it listens. Its arguments: the SQLite file, and the status new bookings get.
import { createServer } from 'node:http';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import { buildConfig, getPayload, handleEndpoints } from 'payload';
import { payloadReserve } from 'payload-reserve';

const [file, firstStatus = 'pending'] = process.argv.slice(2);
const readable = { read: () => true };
const config = await buildConfig({
  secret: 'only-for-tests',
  cors: '*',
  telemetry: false,
  // Without transactions SQLite silently books twice, says the plugin's own documentation.
  db: sqliteAdapter({ client: { url: `file:${file}` }, push: true, transactionOptions: {} }),
  plugins: [
    payloadReserve({
      timezone: 'Europe/London',
      allowGuestBooking: true,
      slotHolds: { enabled: true },
      statusMachine: { defaultStatus: firstStatus },
      access: { services: readable, resources: readable },
    }),
  ],
});
const payload = await getPayload({ config });

const make = async (collection, data) => (await payload.create({ collection, data })).id;
const service = (name, duration, price, more = {}) =>
  make('services', { name, duration, price, description: `${name} for ${duration} minutes.`, ...more });
const ids = {
  back: await service('Back massage', 60, 62.5),
  holistic: await service('Holistic massage', 90, 90),
  retired: await service('Winter special', 60, 40, { active: false }),
  unpriced: await service('By arrangement', 60, undefined),
};
ids.therapist = await make('resources', { name: 'Juniper Vale', resourceType: 'staff', services: Object.values(ids) });
ids.room = await make('resources', { name: 'Garden room', resourceType: 'room' });
const recurringSlots = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => ({
  ...{ day, startTime: '09:00', endTime: '18:00' },
}));
await make('schedules', { name: 'Every day', resource: ids.therapist, scheduleType: 'recurring', recurringSlots });

const server = createServer(async (request, response) => {
  const body = await request.toArray();
  const answer = await handleEndpoints({
    config,
    request: new Request(new URL(request.url, `http://${request.headers.host}`), {
      method: request.method,
      headers: new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      ...(body.length > 0 ? { body: Buffer.concat(body) } : {}),
    }),
  });
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
});
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}`, ids }));
process.on('disconnect', () => process.exit());
