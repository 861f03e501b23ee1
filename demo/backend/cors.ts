import type { MiddlewareHandler } from 'hono';

const ALLOWED_METHODS = 'GET, HEAD, POST, PUT, DELETE, OPTIONS';
const ALLOWED_HEADERS = 'Content-Type, Authorization, Idempotency-Key, If-Match, If-None-Match';
const EXPOSED_HEADERS = 'ETag, Location, Link, Retry-After, Idempotency-Replayed, RateLimit, RateLimit-Policy';

/** What lets a page on any origin read an answer. */
export const CORS_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': EXPOSED_HEADERS,
};

/**
 * Lets any page call the API. Nothing rests on the origin: there are no cookies, and what is private needs a bearer token
 * that no other page has. Browsers compare the header names without regard to case.
 */
export const cors: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'OPTIONS' && c.req.header('Access-Control-Request-Method')) {
    return new Response(null, {
      status: 204,
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': ALLOWED_METHODS,
        'Access-Control-Allow-Headers': ALLOWED_HEADERS,
        'Access-Control-Max-Age': '7200',
      },
    });
  }
  await next();
  if (c.get('hasAllHeaders')) return undefined;
  for (const [name, value] of Object.entries(CORS_HEADERS)) c.res.headers.set(name, value);
  return undefined;
};
