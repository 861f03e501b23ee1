import { cases, type Context } from '../case.js';
import { expect, expectSame, pointsAt, problem } from '../expect.js';
import { choiceOf, offerOf } from '../subject.js';
import type { Offered } from '../visitor.js';

async function visit({ subject, visitor }: Context): Promise<Offered> {
  return visitor.offer(choiceOf(subject, ({ place }) => place === 'outcall', 'visits'));
}

export const visitCases = cases(
  {
    id: 'bookings.visit',
    clause: 'A visit costs the fee of its zone and goes to the client’s address.',
    needs: ['outcall'],
    async run({ subject, visitor }) {
      const choice = choiceOf(subject, ({ place }) => place === 'outcall', 'visits');
      const offered = offerOf(subject.catalogue, choice);
      const zones = offered?.place === 'outcall' ? offered.zones : [];
      const fee = zones.find(({ outwardCodes }) => outwardCodes.includes(choice.outwardCode ?? ''))?.fee.amount;
      const booking = await visitor.booked([await visitor.offer(choice)]);
      const travel = booking.price.lines.filter(({ kind }) => kind === 'travel').map(({ amount }) => amount.amount);
      expectSame(travel, fee === 0 ? [] : [fee], 'the travel fee');
    },
  },
  {
    id: 'bookings.visit-needs',
    clause: 'A visit needs a phone number and an address in the area it was priced for, refused field by field.',
    needs: ['outcall'],
    async run(context) {
      const { visitor } = context;
      const offer = await visit(context);
      const request = visitor.request([offer]);
      const { name, email } = request.client;
      const bare = await visitor.book({ ...request, client: { name, email } });
      pointsAt(bare, '/client/phone');
      pointsAt(bare, '/client/address');
      const elsewhere = { ...request.client, address: { ...request.client.address, postcode: 'ZE3 9JU' } };
      const away = await visitor.book({ ...request, client: elsewhere });
      problem(away, 'validation', 'outside-service-area');
      expect(await visitor.isOffered(offer), 'the time is occupied all the same');
    },
  },
  {
    id: 'bookings.outside-service-area',
    clause: 'Where nobody comes, it is 422 outside-service-area.',
    needs: ['outcall'],
    async run(context) {
      const { visitor } = context;
      const offer = await visit(context);
      const request = visitor.request([{ ...offer, choice: { ...offer.choice, outwardCode: 'ZE3' } }]);
      problem(await visitor.book(request), 'outside-service-area');
    },
  },
);
