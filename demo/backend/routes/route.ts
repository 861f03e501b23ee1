import type { Context } from 'hono';
import type { BackendParts } from '../backend.js';

/** One endpoint. `path` is a Hono pattern, and what the request log names. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  answer(c: Context, backend: BackendParts): Promise<Response> | Response;
}
