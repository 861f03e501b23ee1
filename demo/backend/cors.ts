import type { MiddlewareHandler } from 'hono';

const ALLOWED_METHODS = 'GET, HEAD, POST, PUT, DELETE, OPTIONS';
const ALLOWED_HEADERS = 'Content-Type, Authorization, Idempotency-Key, If-Match, If-None-Match';
const EXPOSED_HEADERS = 'ETag, Location, Link, Retry-After, Idempotency-Replayed, RateLimit, RateLimit-Policy';

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
  c.res.headers.set('Access-Control-Allow-Origin', '*');
  c.res.headers.set('Access-Control-Expose-Headers', EXPOSED_HEADERS);
  return undefined;
};
