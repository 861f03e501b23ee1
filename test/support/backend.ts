import { startBackend, type RunningBackend, type StartOptions } from '../../demo/backend/start.js';

/** A reference backend for other suites: in memory, on a free loopback port, with the `/test/*` routes. */
export function startTestBackend(options: Partial<StartOptions> = {}): Promise<RunningBackend> {
  return startBackend({ port: 0, dataDir: null, test: true, environment: {}, ...options });
}
