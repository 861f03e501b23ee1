import { ClientData } from '../../contract/client-data.js';
import { cases, type Context } from '../case.js';
import { Booking } from '../../contract/booking.js';
import { expectSame, read } from '../expect.js';
import type { Client } from '../../contract/booking.js';

/** Books under a name and reads back what is kept of the client. */
async function keptOf({ visitor }: Context, changes: Partial<Client>, notes?: string): Promise<ClientData> {
  const request = visitor.request([await visitor.offer()]);
  const body = { ...request, client: { ...request.client, ...changes }, ...(notes !== undefined && { notes }) };
  const { id, manageToken: token = '' } = read(await visitor.book(body), Booking, 201);
  return read(await visitor.api('GET', `/bookings/${id}/client-data`, { token }), ClientData);
}

const NAMES = [
  'Zoë Ångström-O’Brien',
  'Łucja Żółć',
  'नेहा शर्मा',
  '李小龍',
  'محمد علي',
  'Nguyễn Thị Ánh',
  '👩🏽‍🦱 Ada',
  "Robert'); DROP TABLE bookings;--",
  '<script>alert(1)</script>',
  '{{7*7}} ${7*7} %s %n',
  'NULL',
];

export const textCases = cases(
  {
    id: 'texts.any-script',
    clause: 'Names in any script are accepted and read back unchanged, also where they look like code.',
    needs: ['clientData'],
    async run(context) {
      for (const name of NAMES) {
        expectSame((await keptOf(context, { name })).client?.name, name, 'the name');
        await context.visitor.cleanUp();
      }
    },
  },
  {
    id: 'texts.bidi',
    clause: 'Bidirectional controls are stripped from names and labels.',
    needs: ['clientData'],
    async run(context) {
      const { client } = await keptOf(context, { name: 'Ada\u202e \u2066Exam\u200fple\u2069' });
      expectSame(client?.name, 'Ada Example', 'the name');
    },
  },
  {
    id: 'texts.notes',
    clause: 'What a client writes is kept as it is, and only for them.',
    needs: ['clientData'],
    async run(context) {
      const notes = 'The bell is broken; please knock.\n\n— Kit & co. <kit@example.invalid> "quoted" \\ back';
      expectSame((await keptOf(context, {}, notes)).notes, notes, 'the notes');
    },
  },
);
