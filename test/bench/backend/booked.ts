import type { Queryable } from '../../../demo/backend/database.js';

/** The month that is read, wholly within the horizon of a backend whose clock stands at {@link NOW}. */
export const MONTH = { from: '2026-11-01', to: '2026-11-30' };
export const NOW = '2026-10-09T08:00:00Z';
/** Whose month it is. */
export const PRACTITIONER = 'mara-lindqvist';
/** Bookings in it, whatever else is in the table: two a day. */
export const IN_THE_MONTH = 60;

/** Everything there is room for: forty practitioners, six sessions a day each. */
const MOST = 100_000;

const BOOKING = `INSERT INTO bookings (id, reference, manage_hash, status, practitioner_ids, client_email, client, sessions,
    price, free_until, consents, intake_status, locale, created_at)
  SELECT id, id, md5(id), 'confirmed', ARRAY[practitioner], id || '@example.com', '{}', '[]', '{}', '{}', '[]', 'none', 'en-GB',
    begins FROM filling`;
const BUSY = `INSERT INTO busy_times (practitioner_id, busy, status, booking_id, begins)
  SELECT practitioner, tstzrange(begins, begins + interval '75 minutes'), 'confirmed', id, begins FROM filling`;

/**
 * Fills a database with so many bookings: those of the month, and the others spread evenly over thirty-nine practitioners,
 * that month among their fourteen, and over other months of the same practitioner.
 */
export async function fill(database: Queryable, count: number): Promise<void> {
  await database.query(`CREATE TABLE filling AS
    SELECT 'month-' || n AS id, '${PRACTITIONER}' AS practitioner,
        timestamptz '${MONTH.from} 13:00Z' + (n / 2) * interval '1 day' + (n % 2) * interval '3 hours' AS begins
      FROM generate_series(0, ${IN_THE_MONTH - 1}) AS n
    UNION ALL
    SELECT 'other-' || n, CASE n % 40 WHEN 0 THEN '${PRACTITIONER}' ELSE 'practitioner-' || n % 40 END,
        CASE n % 40 WHEN 0 THEN timestamptz '2026-12-10 10:00Z' ELSE timestamptz '2026-06-01 10:00Z' END
          + (n / 240) * interval '1 day' + (n / 40 % 6) * interval '2 hours'
      FROM (SELECT floor(i * ${MOST}::float8 / ${count - IN_THE_MONTH})::int AS n
        FROM generate_series(0, ${count - IN_THE_MONTH - 1}) AS i) AS spread`);
  await database.query(BOOKING);
  await database.query(BUSY);
  await database.query('DROP TABLE filling');
}
