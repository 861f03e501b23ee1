import { cases } from '../case.js';
import { pointsAt, problem } from '../expect.js';
import { choiceOf } from '../subject.js';
import { itemOf } from '../visitor.js';

export const holdRefusalCases = cases(
  {
    id: 'holds.nothing-outside',
    clause: 'What availability does not offer cannot be held.',
    needs: ['holds'],
    async run({ visitor }) {
      const offer = await visitor.offer();
      const item = itemOf(offer);
      const minuteLater = new Date(Date.parse(item.start) + 60_000).toISOString();
      const refused = ['not-offered', 'slot-unavailable', 'validation', 'not-found'] as const;
      for (const wrong of [
        { start: minuteLater },
        { start: '2001-01-01T12:00:00Z' },
        { start: '9998-01-01T12:00:00Z' },
        { optionId: 'none' },
        { serviceId: 'none' },
        { addOnIds: ['none'] },
        { practitionerId: 'nobody-of-that-name' },
        { practitionerId: '__proto__' },
      ]) {
        problem(await visitor.hold([{ ...item, ...wrong }]), ...refused);
      }
    },
  },
  {
    id: 'holds.refusals',
    clause: 'A hold of nothing, and one without a part of its items, are refused at that field.',
    needs: ['holds'],
    async run({ visitor }) {
      const item: Record<string, unknown> = { ...itemOf(await visitor.offer(choiceOf(visitor.subject))) };
      pointsAt(await visitor.post('/holds', { items: [] }), '/items');
      pointsAt(await visitor.post('/holds', {}), '/items');
      for (const name of ['practitionerId', 'serviceId', 'optionId', 'place', 'start', 'slotToken']) {
        const lacking = Object.fromEntries(Object.entries(item).filter(([key]) => key !== name));
        pointsAt(await visitor.post('/holds', { items: [lacking] }), `/items/0/${name}`);
      }
    },
  },
);
