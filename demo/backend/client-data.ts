import type { Consent } from '../../src/contract/consent.js';
import type { ClientData } from '../../src/contract/client-data.js';
import { bookingOf, type BookingRow } from './booking-record.js';
import type { CatalogueData } from './catalogue.js';
import { instantText, type Clock } from './clock.js';
import type { Queryable } from './database.js';
import type { Intake } from './intake.js';

interface KeptRow extends BookingRow {
  locale: string;
  notes: string | null;
  host_reference: string | null;
  metadata: Record<string, string> | null;
  safety_check: ClientData['safetyCheck'] | null;
  consents: Consent[];
}

interface ConsentRow {
  consent: Consent;
  withdrawn_at: Date | null;
}

/** Everything kept about the client of a booking, for them to take away. */
export async function clientData(
  on: Queryable,
  { catalogue, clock, intake }: { catalogue: CatalogueData; clock: Clock; intake: Intake },
  opened: BookingRow,
): Promise<ClientData> {
  const now = clock.now();
  const [row] = await on.query<KeptRow>('SELECT * FROM bookings WHERE id = $1', [opened.id]);
  const kept = row as KeptRow;
  const given = await on.query<ConsentRow>(
    'SELECT consent, withdrawn_at FROM intake_consents WHERE booking_id = $1 ORDER BY id',
    [opened.id],
  );
  return {
    exportedAt: instantText(now),
    booking: bookingOf(catalogue, kept, now),
    ...(kept.client && { client: kept.client }),
    locale: kept.locale,
    ...(kept.notes !== null && { notes: kept.notes }),
    ...(kept.host_reference !== null && { reference: kept.host_reference }),
    ...(kept.metadata && { metadata: kept.metadata }),
    ...(kept.safety_check && { safetyCheck: kept.safety_check }),
    consents: [
      ...kept.consents.map((consent) => ({ consent })),
      ...given.map(({ consent, withdrawn_at: at }) => ({
        consent,
        ...(at && { withdrawnAt: instantText(at.getTime()) }),
      })),
    ],
    ...(kept.intake_status === 'received' && { intake: await intake.read(on, kept) }),
  };
}
