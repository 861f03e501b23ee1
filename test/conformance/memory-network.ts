import type { Network } from '../../src/conformance/client.js';
import type { SchedulingRules } from '../../src/domain/availability/offered-slots.js';
import { MEMORY_NOW, memoryServer } from '../../src/backend/memory/memory-backend.js';

/** The memory backend with the routes of controlled mode around it: its clock and its hours in the kit's hand. */
export function memoryNetwork(): Network {
  let now = Date.parse(MEMORY_NOW);
  let rules: Record<string, Partial<SchedulingRules>> = {};
  const start = (): ReturnType<typeof memoryServer> => memoryServer('default', { now: () => now, rules });
  let server = start();
  const set = (path: string, body: Record<string, string>): boolean => {
    switch (path) {
      case '/test/reset':
        now = Date.parse(MEMORY_NOW);
        rules = {};
        server = start();
        return true;
      case '/test/clock':
        now = 'now' in body ? Date.parse(body['now']!) : now + Number(body['advanceSeconds']) * 1_000;
        return true;
      case '/test/hours': {
        const { practitionerId, timeZone, from, to } = body;
        const day = [{ from: from!, to: to! }];
        const weekly = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day };
        rules[practitionerId!] = { timeZone: timeZone!, hours: { weekly }, noticeMinutes: 0 };
        return true;
      }
      default:
        return false;
    }
  };
  return {
    async fetch(url, init) {
      const { pathname } = new URL(url);
      if (!pathname.startsWith('/test/')) return server.fetch(url, init);
      const done = set(pathname, JSON.parse(String(init.body ?? '{}')) as Record<string, string>);
      return new Response(null, { status: done ? 204 : 404 });
    },
    wait: () => Promise.resolve(),
  };
}
