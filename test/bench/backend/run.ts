/**
 * `npm run bench:backend`: what the reference backend takes, always compared with something measured in the same moments.
 * Exit 1: a bound is missed. Exit 2: the machine was too restless to tell.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { exitCode, interval, logLogSlope, median, table, withInterval, type Figure } from '../figures.js';
import { IN_THE_MONTH } from './booked.js';
import { Line, throughput, type Ask } from './load.js';
import { MONTH_PATH, SAME_BYTES } from './paths.js';
import { race } from './races.js';

const SIZES = [1_000, 10_000, 100_000];
/** Blocks of requests, each of which gives one figure; the first ones only warm up. */
const BLOCKS = { all: 24, warming: 3 };
const REQUESTS_IN_A_BLOCK = 16;
const ATTEMPTS = 3;
/** So many times beside a bound, with the whole interval, is no unrest. */
const FAR = 3;
const CONNECTIONS = 8;
const BLOCK_MILLISECONDS = 250;
/** Two measurements of one thing may differ by so much; where they differ by more, nothing else is believed. */
const ALIKE: readonly [number, number] = [0.9, 1.1];
/** And they are not to be told apart only because they are spread so wide. */
const SPREAD: readonly [number, number] = [0.8, 1.25];

const say = (text: string): void => void process.stdout.write(`${text}\n`);
let rows: Figure[] = [];
const asked = { count: 0 };
const noise = (name: string, ratios: readonly number[]): void => {
  const [low, high] = ALIKE;
  const middle = median(ratios);
  const [least, most] = interval(ratios);
  const isAlike = low <= middle && middle <= high && SPREAD[0] <= least && most <= SPREAD[1];
  rows.push({
    name,
    value: withInterval(ratios),
    bound: `${low.toFixed(2)}–${high.toFixed(2)}`,
    verdict: isAlike ? 'ok' : 'void',
  });
};
const bounded = (name: string, figures: readonly number[], least: 'least' | 'most', bound: number): void => {
  const middle = median(figures);
  const kept = least === 'least' ? middle >= bound : middle <= bound;
  const sign = least === 'least' ? '≥' : '≤';
  const [low, high] = interval(figures);
  const isFarOff = least === 'least' ? high * FAR < bound : low > bound * FAR;
  rows.push({
    name,
    value: withInterval(figures),
    bound: `${sign} ${bound.toFixed(2)}`,
    verdict: kept ? 'ok' : isFarOff ? 'FAR OFF' : 'MISSED',
  });
};

say(`filling tables of ${SIZES.join(', ')} bookings on PGlite`);
const server = fork(new URL('server.ts', import.meta.url), SIZES.map(String), { execArgv: process.execArgv });
const [{ ports }] = (await Promise.race([
  once(server, 'message'),
  once(server, 'exit').then(() => Promise.reject(new Error('the server ended'))),
])) as [{ ports: number[] }];
try {
  await whileCalm(months);
  await whileCalm(() => repeats(ports.at(-1)!));
} finally {
  server.disconnect();
}
await races();
say(`\n${table(rows)}`);
process.exitCode = exitCode(rows);
say(['\nwithin the bounds', '\na bound is missed', '\nvoid: the machine was too restless to tell'][process.exitCode]!);

/** Never answered before, so nothing that is kept can answer it. */
function unheard(): string {
  asked.count += 1;
  return `${MONTH_PATH}&asked=${asked.count}`;
}

/** Measures again where the control says that nothing can be told; never because of what was to be told. */
async function whileCalm(measure: () => Promise<void>): Promise<void> {
  const before = rows;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    rows = [...before];
    await measure();
    if (exitCode(rows) !== 2) return;
    say('  the machine is restless');
  }
}

/** Another one first each time, and another order every second time, so that none always follows the heaviest. */
function turned<Item>(items: readonly Item[], times: number): Item[] {
  const first = times % items.length;
  const order = [...items.slice(first), ...items.slice(0, first)];
  return Math.floor(times / items.length) % 2 ? order.reverse() : order;
}

async function months(): Promise<void> {
  say(`reading a month of ${IN_THE_MONTH} bookings, worked out anew each time`);
  // The first one twice: the control.
  const measured = [...ports, ports[0]!];
  const lines = await Promise.all(measured.map((port) => Line.open(port)));
  const etags = await Promise.all(lines.map((line, index) => etagOf(line, measured[index]!)));
  if (new Set(etags).size !== 1) throw new Error('the month is not the same in every table');
  const medians = measured.map((): number[] => []);
  for (let block = 0; block < BLOCKS.all; block += 1) {
    const times = measured.map((): number[] => []);
    for (let request = 0; request < REQUESTS_IN_A_BLOCK; request += 1) {
      for (const index of turned([...measured.keys()], request)) {
        const began = performance.now();
        await lines[index]!.ask({ port: measured[index]!, path: unheard, status: 200 });
        times[index]!.push(performance.now() - began);
      }
    }
    if (block >= BLOCKS.warming) for (const [index, each] of times.entries()) medians[index]!.push(median(each));
  }
  for (const line of lines) line.close();
  for (const [index, size] of SIZES.entries()) {
    const [low, high] = interval(medians[index]!);
    const value = `${median(medians[index]!).toFixed(2)}  [${low.toFixed(2)}, ${high.toFixed(2)}]`;
    rows.push({ name: `p50 of the month, ${size.toLocaleString('en-GB')} bookings, ms`, value });
  }
  const blocks = medians[0]!.map((_, block) => medians.map((each) => each[block]!));
  noise(
    '  control: the first again',
    blocks.map((block) => block.at(-1)! / block[0]!),
  );
  const slopes = blocks.map((block) => logLogSlope(SIZES.map((size, index) => ({ x: size, y: block[index]! }))));
  bounded('  log-log slope', slopes, 'most', 0.2);
}

async function etagOf(line: Line, port: number): Promise<string> {
  const head = (await line.ask({ port, path: () => MONTH_PATH, status: 200 })).toString('latin1');
  const etag = /^etag: *(.+?)\r$/im.exec(head)?.[1];
  if (!etag) throw new Error('the month has no ETag');
  return etag;
}

async function repeats(port: number): Promise<void> {
  say('asking for the same month again and again');
  const lines = await Promise.all(Array.from({ length: CONNECTIONS }, () => Line.open(port)));
  const etag = await etagOf(lines[0]!, port);
  const asks: Record<'bytes' | 'again' | 'known' | 'anew' | 'control', Ask> = {
    bytes: { port, path: () => SAME_BYTES, status: 200 },
    again: { port, path: () => MONTH_PATH, status: 200 },
    known: { port, path: () => MONTH_PATH, etag, status: 304 },
    anew: { port, path: unheard, status: 200 },
    control: { port, path: () => SAME_BYTES, status: 200 },
  };
  const names = Object.keys(asks) as (keyof typeof asks)[];
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<keyof typeof asks, number[]>;
  for (let block = 0; block < BLOCKS.all; block += 1) {
    for (const name of turned(names, block)) {
      const perSecond = await throughput(lines, asks[name], BLOCK_MILLISECONDS);
      if (block >= BLOCKS.warming) found[name].push(perSecond);
    }
  }
  for (const line of lines) line.close();
  const ratios = (name: keyof typeof asks): number[] => found[name].map((each, block) => each / found.bytes[block]!);
  rows.push({ name: 'a handler returning the same bytes, a second', value: median(found.bytes).toFixed(0) });
  noise('  control: the same again', ratios('control'));
  bounded('  repeated answer, as a part of that', ratios('again'), 'least', 0.3);
  bounded('  304, as a part of that', ratios('known'), 'least', 0.8);
  rows.push({ name: '  worked out anew, as a part of that', value: withInterval(ratios('anew')) });
}

async function races(): Promise<void> {
  say('racing on PostgreSQL');
  const { rounds, racers, won, refused, otherwise, overlaps, deadlocks } = await race(20, 20);
  const row = (name: string, value: number, wanted: number): void => {
    rows.push({ name, value: String(value), bound: String(wanted), verdict: value === wanted ? 'ok' : 'MISSED' });
  };
  row(`rounds of ${racers} overlapping racers with one winner`, won, rounds);
  row('  told that the time is taken', refused, rounds * (racers - 1));
  row('  answered in any other way', otherwise.length, 0);
  row('  times that overlap', overlaps, 0);
  rows.push({ name: '  deadlocks PostgreSQL broke', value: String(deadlocks) });
  for (const answer of otherwise.slice(0, 5)) say(`  ${answer}`);
}
