import { Availability } from '../../contract/availability.js';
import { Business } from '../../contract/business.js';
import { Discovery, DISCOVERY_PATH } from '../../contract/discovery.js';
import { cases, declares, type Need } from '../case.js';
import { anyProblem, expect, expectSame, NotHere, read } from '../expect.js';
import { availabilityUrl } from '../subject.js';

/** Endpoints that a declared capability promises. An empty body must be refused for what it lacks, not as unknown. */
const PROMISED: readonly [need: Need, path: string][] = [
  ['holds', '/holds'],
  ['bookingLookup', '/booking-lookups'],
  ['screening', '/intake-evaluations'],
  ['availabilitySearch', '/availability-searches'],
  ['serviceAreaChecks', '/service-area-checks'],
];

export const discoveryCases = cases(
  {
    id: 'discovery.base-url',
    clause: 'baseUrl is on the origin of discovery, and the major version ends its path.',
    async run({ subject }) {
      const base = new URL(subject.discovery.baseUrl);
      expectSame(base.origin, new URL(subject.url).origin, 'the origin of baseUrl');
      expect(/\/v1\/?$/.test(base.pathname), `baseUrl ends in ${base.pathname} and should in /v1`);
    },
  },
  {
    id: 'discovery.capabilities-are-honest',
    clause: 'Every endpoint that a declared capability promises is there.',
    async run({ subject, visitor }) {
      for (const [need, path] of PROMISED.filter(([need]) => declares(subject.discovery.capabilities, need))) {
        const answer = await visitor.post(path, {});
        expect(
          [400, 422].includes(answer.status),
          `${need} is declared, and POST ${path} {} is ${answer.status}`,
          answer,
        );
        anyProblem(answer);
      }
    },
  },
  {
    id: 'discovery.payment-is-reserved',
    clause: 'Courses and payment online are reserved: version 1 backends declare neither.',
    async run({ subject }) {
      const { payment, courses } = subject.discovery.capabilities;
      expectSame([payment, courses], ['none', false], 'what is declared of payment and courses');
    },
  },
  {
    id: 'discovery.limits',
    clause: 'One availability call may cover 31 days, and 25 practitioners where batches are declared.',
    async run({ subject }) {
      const { limits, capabilities } = subject.discovery;
      expect(limits.days >= 31, `limits.days is ${limits.days}`);
      if (capabilities.batchAvailability) {
        expect(limits.practitioners >= 25, `limits.practitioners is ${limits.practitioners}`);
      }
      if (capabilities.holds) expect(limits.holdSeconds >= 60, `limits.holdSeconds is ${limits.holdSeconds}`);
    },
  },
  {
    id: 'discovery.business',
    clause: 'Discovery embeds the business that GET /business answers with.',
    async run({ subject, visitor }) {
      const answer = await visitor.api('GET', '/business');
      expectSame(read(answer, Business), subject.discovery.business, 'the business', answer);
    },
  },
  {
    id: 'discovery.unknown-parameters',
    clause: 'Unknown query parameters are ignored (CVE-2026-9349: they made a booking page show what is not public).',
    async run({ subject, client }) {
      const strange = 'client=1&bookingId=1&__proto__=x&constructor=y&tenant=other&debug=true';
      for (const url of [subject.url + DISCOVERY_PATH, `${subject.base}/services`]) {
        const plain = await client.send('GET', url);
        const odd = await client.send('GET', `${url}?${strange}`);
        expectSame([odd.status, odd.text], [plain.status, plain.text], 'the answer with unknown parameters', odd);
      }
      read(await client.send('GET', `${subject.url}${DISCOVERY_PATH}?${strange}`), Discovery);
      const [choice] = subject.choices;
      if (!choice) throw new NotHere('nothing can be booked');
      const plain = availabilityUrl(subject.base, choice, subject.window);
      const [known, odd] = [await client.send('GET', plain), await client.send('GET', `${plain}&${strange}`)];
      expectSame(read(odd, Availability), read(known, Availability), 'availability with unknown parameters', odd);
    },
  },
);
