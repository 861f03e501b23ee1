import type { Database } from '../../demo/backend/database.js';
import type { PlantedFault } from '../../demo/backend/planted-faults.js';
import type { Network } from '../../src/conformance/client.js';
import { createBackend } from '../../demo/backend/app.js';
import { UNLIMITED } from '../../demo/backend/limits.js';
import { londonSeed } from '../../demo/data/london.js';

/** Where the reference backend says it is while there is no network. */
export const REFERENCE = 'https://reference.example';

/** The reference backend in this process, on a database that whoever opened it closes. */
export async function referenceNetwork(
  database: Database,
  { fault, test = true }: { fault?: PlantedFault; test?: boolean } = {},
): Promise<Network & { close(): Promise<void> }> {
  const backend = await createBackend({
    database,
    seed: londonSeed(REFERENCE),
    publicUrl: REFERENCE,
    manageKey: 'k'.repeat(43),
    intakeKey: 'i'.repeat(43),
    outboxIsOpen: false,
    limits: UNLIMITED,
    test,
    fault,
    log: () => undefined,
  });
  return {
    fetch: async (url, init) => backend.fetch(new Request(url, init)),
    wait: () => Promise.resolve(),
    close: () => backend.close(),
  };
}
