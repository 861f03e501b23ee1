import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from 'hono';
import { ProblemError } from '../problems.js';
import { publicAnswer, PublicText } from '../public-answer.js';
import type { Route } from './route.js';

/** Files of the backend's own pages. */
const OWN = join(import.meta.dirname, '../pages');
const OWN_FILES = ['pages.css', 'practice.js'];
/** Seconds a reader may use a file without asking; then the entity tag tells whether it has changed. */
const MAX_AGE = 300;

/** What was read last, by path; another build is noticed by its date and size. */
const files = new Map<string, { mark: string; text: PublicText }>();

async function textAt(path: string): Promise<PublicText> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new ProblemError('not-found');
  const mark = `${found.mtimeMs} ${found.size}`;
  const known = files.get(path);
  if (known?.mark === mark) return known.text;
  const text = new PublicText(null, await readFile(path, 'utf8'));
  files.set(path, { mark, text });
  return text;
}

async function served(c: Context, path: string): Promise<Response> {
  const response = await publicAnswer(c, await textAt(path), MAX_AGE);
  if (response.status === 200) {
    response.headers.set('Content-Type', `text/${path.endsWith('.css') ? 'css' : 'javascript'}; charset=utf-8`);
  }
  // Other people's pages load the elements from here, and check them by their hash.
  response.headers.set('Access-Control-Allow-Origin', '*');
  response.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  return response;
}

/** The built elements, their languages, adapters and parts, and what the backend's own pages are made of. */
export const assetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/assets/:file',
    answer(c, { assets }) {
      const file = c.req.param('file') ?? '';
      if (OWN_FILES.includes(file)) return served(c, join(OWN, file));
      if (!/^knead[a-z-]*\.js$/.test(file)) throw new ProblemError('not-found');
      return served(c, join(assets, file));
    },
  },
  {
    method: 'GET',
    path: '/assets/:folder/:file',
    answer(c, { assets }) {
      const { folder = '', file = '' } = c.req.param();
      if (!['locales', 'adapters', 'parts'].includes(folder) || !/^[A-Za-z][\w-]*\.js$/.test(file)) {
        throw new ProblemError('not-found');
      }
      return served(c, join(assets, folder, file));
    },
  },
];
