import { startTestBackend } from '../support/backend.js';
import { startPostgres } from '../support/postgres.js';
import { referenceCases } from './subject.js';

referenceCases('on PostgreSQL', async () => {
  const postgres = await startPostgres();
  const backend = await startTestBackend({ databaseUrl: postgres.url });
  return {
    ...backend,
    async close() {
      await backend.close();
      await postgres.close();
    },
  };
});
