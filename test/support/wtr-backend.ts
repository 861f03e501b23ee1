import type { TestRunnerPlugin } from '@web/test-runner';
import { startBackend, type RunningBackend } from '../../demo/backend/start.js';

/**
 * Gives browser tests the reference backend on another origin: `/__backend` answers with its address. It holds the
 * London data in memory, has `/test/*` open and ends with the runner. `early` starts it before the tests, so that none of
 * them pays for its start out of its own patience; otherwise the first that asks does.
 */
export function backendEndpoint({ early }: { early: boolean }): TestRunnerPlugin {
  let running: Promise<RunningBackend> | undefined;
  const start = (): Promise<RunningBackend> => (running ??= startBackend({ port: 0, dataDir: null, test: true }));
  return {
    name: 'backend-endpoint',
    async serverStart() {
      if (early) await start();
    },
    async serve(context) {
      if (context.path !== '/__backend') return undefined;
      const { url } = await start();
      return { body: JSON.stringify({ url }), type: 'json', headers: { 'cache-control': 'no-store' } };
    },
    async serverStop() {
      await (await running)?.close();
    },
  };
}
