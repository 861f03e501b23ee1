/** `npm start`: the reference backend and the demo sites on two origins, from the built files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startBackend } from './backend/start.js';
import { serveSites } from './sites/server.js';

const root = join(import.meta.dirname, '..');
const { NODE_ENV, PORT, BACKEND_PORT, DATABASE_URL, DATA_DIR, KNEAD_TEST } = process.env;

if (!existsSync(join(root, 'dist/knead.js'))) {
  process.stderr.write('dist/knead.js is missing: run `npm run build` first.\n');
  process.exit(1);
}

const backend = await startBackend({
  port: Number(BACKEND_PORT ?? 4700),
  dataDir: DATA_DIR ?? join(root, '.data'),
  databaseUrl: DATABASE_URL,
  test: KNEAD_TEST === '1',
  log: (line) => process.stdout.write(`${line}\n`),
}).catch(stop);
const sites = await serveSites({ port: Number(PORT ?? 4600), backend: backend.url }).catch(stop);

process.stdout.write(`
Therapist site   ${sites.url}/
Directory        ${sites.url}/directory/
Embed builder    ${sites.url}/embed/
Backend          ${backend.url}/.well-known/knead-booking
Outbox           ${backend.url}/outbox
Practice page    ${NODE_ENV === 'production' ? 'opens from its mails' : await backend.practiceLink('mara-lindqvist')}
${KNEAD_TEST === '1' ? 'Test routes are open under /test/.\n' : ''}
Stop with Ctrl+C.
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void (async () => {
      await Promise.all([sites.close(), backend.close()]);
      process.exit(0);
    })();
  });
}

function stop(error: unknown): never {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const reason = taken
    ? 'A port is already in use. Set PORT or BACKEND_PORT to another one.'
    : error instanceof Error
      ? error.message
      : String(error);
  process.stderr.write(`Knead could not start: ${reason}\n`);
  process.exit(1);
}
