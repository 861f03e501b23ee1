import { AnswerSafe } from '../../demo/backend/answer-safe.js';
import type { RunningBackend } from '../../demo/backend/start.js';
import { TEST_INTAKE_KEY } from './backend.js';

/** A booking as it lies in the database. */
export interface BookingRow {
  id: string;
  reference: string;
  status: string;
  client_email: string;
  client: { name: string; email: string; phone?: string; address?: { postcode: string } };
  sessions: { start: string; serviceId: string; minutes: number; place: string }[];
  price: { total: { amount: number; currency: string } };
  intake_status: string;
  metadata: Record<string, string> | null;
}

/** Every booking in the database, oldest first. */
export function bookingRows({ database }: RunningBackend): Promise<BookingRow[]> {
  return database.query<BookingRow>('SELECT * FROM bookings ORDER BY created_at, id');
}

/** Every mail in the outbox, oldest first. */
export function outboxMails(
  backend: RunningBackend,
): Promise<{ recipient: string; subject: string; message: string }[]> {
  return backend.mails();
}

/** The answers delivered after a booking, unlocked. */
export async function deliveredAnswers({
  database,
}: RunningBackend): Promise<{ booking_id: string; answers: Record<string, unknown> }[]> {
  const safe = new AnswerSafe(TEST_INTAKE_KEY);
  const rows = await database.query<{ booking_id: string; locked: string }>('SELECT * FROM intake_answers');
  return Promise.all(
    rows.map(async ({ booking_id: id, locked }) => ({ booking_id: id, answers: await safe.open(id, locked) })),
  );
}
