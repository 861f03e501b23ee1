/** Something a field may be instead of what it should be. `raw` is JSON text, for what no value can say. */
export type Mutation = { name: string; value: unknown } | { name: string; raw: string } | { name: 'missing' };

const nested = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { deeper: value };
  return value;
};

/** Names and texts people really have, in many scripts, and some that nobody has. */
export const TEXTS: readonly string[] = [
  'Ada Example',
  'Zoë Çelik-Ångström',
  'Đặng Thị Hồng',
  'Ελένη Παπαδοπούλου',
  'Наталія Ковальчук',
  'محمد عبد الرحمن',
  'רחל כהן',
  'さくら 花子',
  '王小明',
  '김서연',
  'प्रिया शर्मा',
  'ნინო',
  'አበበ',
  '👩🏽‍⚕️ 🏳️‍🌈',
  'e\u0301\u0301\u0301',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  '\u202eadA',
  'Ada \u2066RTL\u2069 \u200f\u061c',
  '\u202a\u202b\u202c\u202d',
  'Ada\u0000Example',
  'half \ud83d of it',
  '\udc00',
  'Ada\r\nBcc: everybody@example.com',
  '\ufeffbom',
  '   ',
  "Robert'); DROP TABLE bookings;--",
  "' OR '1'='1",
  '1; SELECT pg_sleep(10)',
  '\\\'"`%_$1',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}${7*7}#{7*7}',
  '../../../../etc/passwd',
  '%00%0d%0a',
  'javascript:alert(1)',
  'null',
  'undefined',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
];

const TIMES: readonly string[] = [
  '0000-01-01T00:00:00Z',
  '0001-01-01',
  '1970-01-01T00:00:00Z',
  '1899-12-31T23:59:59Z',
  '2026-02-30',
  '2026-13-45T99:99:99Z',
  '2026-10-14T10:00:00+99:99',
  '2027-03-28T01:30:00+00:00',
  '9999-12-31',
  '9999-12-31T23:59:59.999999999Z',
  '+275760-09-13T00:00:00Z',
  'Mars/Phobos',
  'Europe/London',
  '+01:00',
];

const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  [[]],
  [null],
  {},
  { toString: 'x' },
  { length: -1 },
  nested(600),
  '',
  'x',
  'x'.repeat(301),
  'x'.repeat(20_000),
  'x'.repeat(70_000),
  '\u202e'.repeat(2000),
  Array.from({ length: 1000 }, () => 'x'),
  Array.from({ length: 12 }, (_, index) => ({ [`key${index}`]: index })),
];

const RAW: readonly (readonly [name: string, json: string])[] = [
  ['prototype keys', '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'],
  ['a list of prototypes', '[{"__proto__":[]}]'],
  ['infinity', '1e999'],
  ['minus zero', '-0'],
  ['a long number', `0.${'1'.repeat(400)}`],
  ['depth', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['half a document', '{"items": ['],
  ['escapes', '"\\u202e\\u0000\\ud800"'],
];

/** Everything that is done to every field. */
export const MUTATIONS: readonly Mutation[] = [
  { name: 'missing' },
  ...[...VALUES, ...TEXTS, ...TIMES].map((value) => ({ name: label(value), value })),
  ...RAW.map(([name, raw]) => ({ name, raw })),
];

/** What a text is once nothing is in it that may change how others read: directions, controls, halves of characters. */
export function readable(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(
      /[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu,
      '',
    );
  }
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [readable(key), readable(inner)]));
}

function label(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 40)}… (${text.length})` : text;
}
