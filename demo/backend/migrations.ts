import type { Queryable } from './database.js';

/**
 * `busy_times` is the heart: one row per session that is held or booked, with what it occupies (buffers and travel
 * included) as a half-open range. Its exclusion constraint is what makes a double booking impossible; the advisory lock
 * the writers take first only spares them deadlocks and lets them answer politely.
 */
const FIRST = `
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE IF NOT EXISTS holds (
  id text PRIMARY KEY,
  token_hash text NOT NULL,
  starts jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE TABLE IF NOT EXISTS bookings (
  id text PRIMARY KEY,
  reference text NOT NULL UNIQUE,
  manage_hash text NOT NULL,
  status text NOT NULL,
  hold_id text UNIQUE,
  practitioner_ids text[] NOT NULL,
  client_email text NOT NULL,
  client jsonb NOT NULL,
  sessions jsonb NOT NULL,
  price jsonb NOT NULL,
  free_until jsonb NOT NULL,
  safety_check jsonb,
  consents jsonb NOT NULL,
  intake_status text NOT NULL,
  locale text NOT NULL,
  notes text,
  host_reference text,
  metadata jsonb,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL
);

CREATE INDEX IF NOT EXISTS bookings_by_client ON bookings (client_email);

CREATE TABLE IF NOT EXISTS busy_times (
  practitioner_id text NOT NULL,
  busy tstzrange NOT NULL,
  status text NOT NULL,
  hold_id text REFERENCES holds (id) ON DELETE CASCADE,
  booking_id text REFERENCES bookings (id) ON DELETE CASCADE,
  expires_at timestamptz,
  CHECK ((hold_id IS NULL) <> (booking_id IS NULL)),
  CONSTRAINT busy_times_never_overlap EXCLUDE USING gist (practitioner_id WITH =, busy WITH &&)
    WHERE (status IN ('held', 'requested', 'awaiting_payment', 'confirmed'))
);

CREATE INDEX IF NOT EXISTS busy_times_by_hold ON busy_times (hold_id);
CREATE INDEX IF NOT EXISTS busy_times_by_booking ON busy_times (booking_id);

CREATE TABLE IF NOT EXISTS idempotency_keys (
  operation text NOT NULL,
  key_hash text NOT NULL,
  fingerprint text NOT NULL,
  status integer NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (operation, key_hash)
);

CREATE TABLE IF NOT EXISTS intake_answers (
  booking_id text PRIMARY KEY REFERENCES bookings (id) ON DELETE CASCADE,
  form_id text NOT NULL,
  form_version text NOT NULL,
  answers jsonb NOT NULL,
  consent jsonb NOT NULL,
  answered_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL
);

CREATE TABLE IF NOT EXISTS outbox (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sender text NOT NULL,
  recipient text NOT NULL,
  subject text NOT NULL,
  message text NOT NULL,
  queued_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  sent_at timestamptz
);
`;

const LIFE_AFTER_BOOKING = `
ALTER TABLE holds ADD COLUMN price jsonb, ADD COLUMN visitor_hash text;
CREATE INDEX holds_by_visitor ON holds (visitor_hash);

ALTER TABLE busy_times ADD COLUMN begins timestamptz;
UPDATE busy_times SET begins = lower(busy);

ALTER TABLE bookings
  ADD COLUMN updated_at timestamptz,
  ADD COLUMN cancelled_at timestamptz,
  ADD COLUMN erased_at timestamptz,
  ADD COLUMN intake_hash text,
  ADD COLUMN attention text,
  ADD COLUMN contact_status text,
  ADD COLUMN contact_tries integer NOT NULL DEFAULT 0,
  ADD COLUMN asked boolean NOT NULL DEFAULT false;

ALTER TABLE outbox ADD COLUMN booking_id text;
CREATE INDEX outbox_by_booking ON outbox (booking_id);
ALTER TABLE idempotency_keys ADD COLUMN booking_id text;
CREATE INDEX idempotency_keys_by_booking ON idempotency_keys (booking_id);

CREATE TABLE intake_consents (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  booking_id text NOT NULL REFERENCES bookings (id) ON DELETE CASCADE,
  consent jsonb NOT NULL,
  given_at timestamptz NOT NULL,
  withdrawn_at timestamptz
);
CREATE INDEX intake_consents_by_booking ON intake_consents (booking_id);
`;

const PRACTICE = `
ALTER TABLE bookings
  ADD COLUMN discreet boolean NOT NULL DEFAULT false,
  ADD COLUMN accepted_by text[] NOT NULL DEFAULT '{}',
  ADD COLUMN ends timestamptz,
  ADD COLUMN reminder_due timestamptz;
UPDATE bookings SET ends =
  (SELECT max((session ->> 'end')::timestamptz) FROM jsonb_array_elements(sessions) AS session);
CREATE INDEX bookings_by_end ON bookings (ends);
CREATE INDEX bookings_by_reminder ON bookings (reminder_due) WHERE reminder_due IS NOT NULL;

ALTER TABLE busy_times DROP CONSTRAINT IF EXISTS busy_times_check, ADD COLUMN block_id text;
ALTER TABLE busy_times ADD CONSTRAINT busy_times_one_reason CHECK (num_nonnulls(hold_id, booking_id, block_id) = 1);
CREATE INDEX busy_times_by_block ON busy_times (block_id) WHERE block_id IS NOT NULL;
-- Free times are read with the blocked ones in the way, which the constraint's own index leaves out.
CREATE INDEX busy_times_by_time ON busy_times USING gist (practitioner_id, busy);

ALTER TABLE outbox ADD COLUMN letter jsonb, ALTER COLUMN message DROP NOT NULL;

CREATE TABLE practice_links (
  practitioner_id text PRIMARY KEY,
  salt text NOT NULL,
  secret_hash text NOT NULL,
  made_at timestamptz NOT NULL
);

CREATE TABLE practice_hours (
  practitioner_id text PRIMARY KEY,
  weekly jsonb NOT NULL,
  changed_at timestamptz NOT NULL
);
`;

const LOCKED_ANSWERS = `
ALTER TABLE intake_answers
  ADD COLUMN locked text,
  ADD COLUMN keep_days integer,
  ALTER COLUMN answers DROP NOT NULL;

-- Who read which answers, and when. It outlives the answers and names no client.
CREATE TABLE intake_reads (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  booking_id text NOT NULL REFERENCES bookings (id) ON DELETE CASCADE,
  practitioner_id text NOT NULL,
  read_at timestamptz NOT NULL
);
CREATE INDEX intake_reads_by_booking ON intake_reads (booking_id);
`;

const OWN_SCREENING = `
-- Every set of changes a practitioner ever screened with; the newest holds.
CREATE TABLE practice_screening (
  number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  practitioner_id text NOT NULL,
  changes jsonb NOT NULL,
  changed_at timestamptz NOT NULL
);
`;

/** What was changed, in order: number 1 first. A migration that was released is never edited; another one follows. */
const MIGRATIONS: readonly string[] = [FIRST, LIFE_AFTER_BOOKING, PRACTICE, LOCKED_ANSWERS, OWN_SCREENING];

/** Runs several statements at once, without parameters. */
export type RunScript = (sql: string) => Promise<unknown>;

/** Brings a database up to date. Needs to be alone on it: inside a transaction that holds a lock. */
export async function migrate(on: Queryable, run: RunScript): Promise<void> {
  await run(
    'CREATE TABLE IF NOT EXISTS migrations (number integer PRIMARY KEY, run_at timestamptz NOT NULL DEFAULT now())',
  );
  const [last] = await on.query<{ number: number | null }>('SELECT max(number) AS number FROM migrations');
  const done = last?.number ?? 0;
  if (done > MIGRATIONS.length)
    throw new Error(`The database is newer (${done}) than this backend (${MIGRATIONS.length}).`);
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < done) continue;
    await run(sql);
    await on.query('INSERT INTO migrations (number) VALUES ($1)', [index + 1]);
  }
}

/** Every table with something a test may have left. The therapists' links stay as they are. */
export const TABLES = [
  'practice_screening',
  'practice_hours',
  'outbox',
  'intake_reads',
  'intake_consents',
  'intake_answers',
  'idempotency_keys',
  'busy_times',
  'bookings',
  'holds',
] as const;
