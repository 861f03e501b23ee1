import type { RunningBackend } from '../../demo/backend/start.js';
import { serveSites } from '../../demo/sites/server.js';
import { startTestBackend } from './backend.js';
import { startFaultProxy, type FaultProxy } from './fault-proxy.js';

/** The demo as `npm start` serves it, on free ports and in memory. */
export interface Demo {
  /** Where the therapist's page is. */
  url: string;
  backend: RunningBackend;
  /** Stands between page and backend; calm until told otherwise. */
  proxy: FaultProxy;
  /** What the backend has logged, one line each. */
  log: string[];
  /** Calls one of the backend's `/test/*` routes. */
  control(path: string, body?: object): Promise<void>;
  /** Forgets every booking, mail, hold and request, and ends every fault. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the built files, the demo sites and the reference backend on two origins, with a fault proxy on the way to the backend. `therapists` is how many the directory has; 40 otherwise. */
export async function startDemo({ therapists }: { therapists?: number } = {}): Promise<Demo> {
  const proxy = await startFaultProxy();
  const log: string[] = [];
  const environment = therapists === undefined ? {} : { DIRECTORY_SIZE: String(therapists) };
  const backend = await startTestBackend({ publicUrl: proxy.url, environment, log: (line) => log.push(line) });
  proxy.forwardTo(backend.url);
  const sites = await serveSites({ port: 0, backend: proxy.url, source: backend.url });
  const control = async (path: string, body?: object): Promise<void> => {
    const response = await fetch(`${backend.url}/test/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`/test/${path} answered ${response.status}`);
  };
  return {
    url: sites.url,
    backend,
    proxy,
    log,
    control,
    async reset() {
      await proxy.calm();
      proxy.requests.length = 0;
      await control('reset');
    },
    async close() {
      await sites.close();
      await proxy.close();
      await backend.close();
    },
  };
}
