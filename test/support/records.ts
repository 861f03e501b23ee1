import type { RunningBackend } from '../../demo/backend/start.js';

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

/** The answers delivered after a booking. */
export function deliveredAnswers({
  database,
}: RunningBackend): Promise<{ booking_id: string; answers: Record<string, unknown> }[]> {
  return database.query('SELECT booking_id, answers FROM intake_answers');
}
