import type { Environment } from '../environment.js';
import type { CompleteBackend } from '../booking-backend.js';
import type { Texts } from '../../domain/texts/translation.js';
import type { Scene } from './scenes.js';
import type { OwnRules } from './times.js';
import { CompleteHttpBackend } from '../http/complete-http-backend.js';
import { saidIn } from './languages.js';
import { ADDRESS, MemoryServer } from './memory-server.js';

export { SCENES, type Scene } from './scenes.js';

/** When the memory backend's scenes play, unless told otherwise: a Friday morning in London. */
export const MEMORY_NOW = '2026-10-09T08:00:00Z';

/** How a scene is played. */
export interface MemoryOptions {
  /** Milliseconds since the epoch; {@link MEMORY_NOW} by default, so that pictures and tests never change. */
  now?: () => number;
  /** Milliseconds before every answer: 2,000 in the scene `slow`, otherwise none. */
  delay?: number;
  /** Where a failing scene begins to fail, for example `/availability`. Default: everywhere. */
  faultAt?: string;
  /** Practitioners whose hours are others than the scene's; all of their time is free. Read at each request. */
  rules?: OwnRules;
  /** What its data says in other languages, by language and English text; asked for by `environment.language`. */
  texts?: Readonly<Record<string, Texts>>;
  /** Languages in which its form says that somebody has reviewed it; by default none. */
  reviewedLanguages?: string[];
  /** Replaces parts of the transport's surroundings, in tests of the transport. */
  environment?: Partial<Environment>;
}

/**
 * A backend without a network, for stories, component tests and trying things out: HTTP and all, except that `fetch` is
 * answered from a few maps. Waits between repeats are skipped. State lasts as long as the object.
 */
export function memoryBackend(scene: Scene = 'default', options: MemoryOptions = {}): CompleteBackend {
  return connectedTo(memoryServer(scene, options), scene, options);
}

/** The server behind {@link memoryBackend}, for tests that look at what arrived. */
export function memoryServer(scene: Scene = 'default', options: MemoryOptions = {}): MemoryServer {
  return new MemoryServer(scene, options.now ?? (() => Date.parse(MEMORY_NOW)), options.faultAt ?? '/', options.rules);
}

/** A backend that talks to a {@link memoryServer}; several may share one. */
export function connectedTo(
  server: MemoryServer,
  scene: Scene = 'default',
  options: MemoryOptions = {},
): CompleteBackend {
  const delay = options.delay ?? (scene === 'slow' ? 2_000 : 0);
  return new CompleteHttpBackend(ADDRESS, {
    async fetch(url, init) {
      if (scene === 'loading') return new Promise<never>(() => undefined);
      if (delay > 0) await new Promise((done) => setTimeout(done, delay));
      const response = await server.fetch(url, init);
      return options.texts ? saidIn(options, init, response) : response;
    },
    random: () => 0,
    online: () => scene !== 'offline',
    after(milliseconds, callback) {
      // Nothing times out while loading is what the scene shows; and only what is left of a deadline is longer than any pause.
      if (scene === 'loading') return () => undefined;
      const timer = setTimeout(callback, milliseconds <= 4_000 ? 0 : milliseconds);
      return () => clearTimeout(timer);
    },
    ...options.environment,
  });
}
