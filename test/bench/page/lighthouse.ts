import { join } from 'node:path';
import { launchBrowser } from '../../support/browser.js';

/** What one run of Lighthouse tells of a page. */
export interface Audited {
  /** 0 to 100, in whole numbers. */
  accessibility: number;
  /** What is held against it, by the ids of Lighthouse's audits. */
  faults: string[];
  /** Cumulative layout shift, without a unit. */
  shift: number;
  /** Total blocking time: what tasks take beyond 50 ms each, in milliseconds. */
  blocking: number;
  /** All work of the main thread, in milliseconds. */
  work: number;
  /** What of it is scripts: read, compiled and run. */
  script: number;
}

interface Audit {
  score: number | null;
  numericValue?: number;
  details?: { items?: { group?: string; duration?: number }[] };
}

interface Report {
  lighthouseVersion: string;
  runtimeError?: { message: string };
  audits: Record<string, Audit>;
  categories: { accessibility: { score: number | null; auditRefs: { id: string; weight: number }[] } };
}

type Lighthouse = (url: string, flags: object) => Promise<{ lhr: Report } | undefined>;

/** As Lighthouse groups the main thread's work. */
const SCRIPT = new Set(['scriptEvaluation', 'scriptParseCompile']);

/**
 * One run of Lighthouse over a page, in a browser started for it: a phone's screen on a phone's network and processor, as its
 * defaults simulate them. Nothing is reported to anybody.
 * @throws if the page could not be loaded or measured.
 */
export async function audit(folder: string, url: string): Promise<Audited> {
  const { default: lighthouse } = (await import(join(folder, 'node_modules/lighthouse/core/index.js'))) as {
    default: Lighthouse;
  };
  const { browser, close } = await launchBrowser();
  try {
    const port = Number(new URL(browser.wsEndpoint()).port);
    const onlyCategories = ['performance', 'accessibility'];
    const result = await lighthouse(url, { port, onlyCategories, logLevel: 'error' });
    if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? 'no report');
    return read(result.lhr);
  } finally {
    await close();
  }
}

function read({ audits, categories: { accessibility } }: Report): Audited {
  const numberOf = (id: string): number => {
    const value = audits[id]?.numericValue;
    if (value === undefined) throw new Error(`Lighthouse has no ${id}`);
    return value;
  };
  if (accessibility.score === null) throw new Error('Lighthouse has no score for accessibility');
  const groups = audits['mainthread-work-breakdown']?.details?.items ?? [];
  const script = groups.filter(({ group }) => SCRIPT.has(group ?? ''));
  return {
    accessibility: Math.round(accessibility.score * 100),
    faults: accessibility.auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id]?.score === 0)
      .map(({ id }) => id),
    shift: numberOf('cumulative-layout-shift'),
    blocking: numberOf('total-blocking-time'),
    work: numberOf('mainthread-work-breakdown'),
    script: script.reduce((sum, { duration = 0 }) => sum + duration, 0),
  };
}
