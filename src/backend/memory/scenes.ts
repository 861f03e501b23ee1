/**
 * What the memory backend plays:
 * - `default`: everything works;
 * - `loading`: answers never come · `slow`: answers take two seconds (see `delay`);
 * - `empty-month`: nothing in this month · `full`: nothing in this month and the next · `empty-horizon`: nothing at all;
 * - `one-slot`: a single time · `sixty-a-day`: sixty times every day;
 * - `error` (500), `offline`, `html`, `bad-json`, `foreign`: every way of failing, from `faultAt` on;
 * - `taken`: the first hold, or the first move, is refused with alternatives;
 * - `price-changed`: the first booking or move is refused, £5 more from then on;
 * - `lost-answer`: the first booking is made but its answer is lost, so a repeat finds it;
 * - `answers-lost`: bookings are made and no answer ever comes back · `requests-lost`: bookings never arrive;
 * - `request`: the therapist is asked first · `short-hold`: holds last 20 seconds · `no-holds`: there are none;
 * - `intake-fails`: the booking stands, its answers can neither be delivered nor withdrawn;
 * - `no-changes`: bookings can be looked at and nothing else.
 *
 * What happens to a booking request happens to moving and cancelling too.
 */
export const SCENES = [
  'default',
  'loading',
  'slow',
  'empty-month',
  'full',
  'empty-horizon',
  'one-slot',
  'sixty-a-day',
  'error',
  'offline',
  'html',
  'bad-json',
  'foreign',
  'taken',
  'price-changed',
  'lost-answer',
  'answers-lost',
  'requests-lost',
  'request',
  'short-hold',
  'no-holds',
  'intake-fails',
  'no-changes',
] as const;

export type Scene = (typeof SCENES)[number];

/** The answer of a scene in which the whole backend fails, or undefined where the request goes through. */
export function faultOf(scene: Scene): Response | undefined {
  switch (scene) {
    case 'error':
      return answer(
        500,
        '{"type":"about:blank","title":"Internal error","status":500,"code":"internal"}',
        'application/problem+json',
      );
    case 'offline':
      throw new TypeError('Failed to fetch');
    case 'html':
      return answer(200, '<!doctype html><title>Welcome to the hotel network</title>', 'text/html');
    case 'bad-json':
      return answer(200, '{"api":"knead-booking","services":[{"id":"ba', 'application/json');
    case 'foreign':
      return answer(200, '{"status":"success","data":{"2026-10-09":[{"time":"10:00"}]}}', 'application/json');
    default:
      return undefined;
  }
}

/** An HTTP answer with a text body. */
export function answer(
  status: number,
  body: string | null,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, { status, headers: { ...(body !== null && { 'Content-Type': type }), ...headers } });
}
