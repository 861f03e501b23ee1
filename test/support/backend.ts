import { startBackend, type RunningBackend, type StartOptions } from '../../demo/backend/start.js';

/** What test backends lock answers away with, so that tests can open them. */
export const TEST_INTAKE_KEY = 'a key for answers that are only made up';

/** A reference backend for other suites: in memory, on a free loopback port, with the `/test/*` routes. */
export function startTestBackend({ environment, ...options }: Partial<StartOptions> = {}): Promise<RunningBackend> {
  return startBackend({
    ...{ port: 0, dataDir: null, test: true },
    ...options,
    environment: { INTAKE_KEY: TEST_INTAKE_KEY, ...environment },
  });
}
