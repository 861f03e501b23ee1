import { createTransport } from 'nodemailer';
import type { Booking, Client } from '../../src/contract/booking.js';
import type { CatalogueData } from './catalogue.js';
import { instantText, type Clock } from './clock.js';
import type { Database, Queryable } from './database.js';
import { bookingMails, type News } from './mail.js';

/** A mail in the outbox. */
export interface OutboxMail {
  id: number;
  recipient: string;
  subject: string;
  message: string;
  queued_at: Date;
}

interface DueMail {
  id: number;
  sender: string;
  recipient: string;
  message: string;
  attempts: number;
}

/** While one process sends a mail, no other one tries. */
const SENDING_SECONDS = 120;
const RETRY_EVERY = 30_000;

/**
 * Mails are written with the booking they tell of, in one transaction, and sent after it: no booking without its mail, no
 * mail without its booking. Without an SMTP server they stay here, to be read.
 */
export class Outbox {
  readonly #database: Database;
  readonly #catalogue: CatalogueData;
  readonly #clock: Clock;
  readonly #transport: { sendMail(mail: object): Promise<unknown>; close(): void } | null;
  readonly #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> = Promise.resolve();

  constructor(database: Database, catalogue: CatalogueData, clock: Clock, smtpUrl: string | undefined) {
    this.#database = database;
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.#transport = smtpUrl ? createTransport(smtpUrl) : null;
    if (this.#transport) this.#timer = setInterval(() => this.deliver(), RETRY_EVERY).unref();
  }

  /** Writes the mails about a booking. They go out with {@link deliver}, once the transaction is done. */
  async queueBookingMails(tx: Queryable, booking: Booking, client: Client, news: News): Promise<void> {
    const now = instantText(this.#clock.now());
    for (const { sender, recipient, subject, message } of await bookingMails(this.#catalogue, booking, client, news)) {
      await tx.query(
        `INSERT INTO outbox (sender, recipient, subject, message, queued_at, due_at, booking_id)
          VALUES ($1, $2, $3, $4, $5, $5, $6)`,
        [sender, recipient, subject, message, now, booking.id],
      );
    }
  }

  /** Starts sending what is due. Returns at once; what fails is tried again later. */
  deliver(): void {
    if (this.#transport) this.#sending = this.#sending.then(() => this.#deliverDue()).catch(() => undefined);
  }

  /** The newest mails. */
  list(): Promise<OutboxMail[]> {
    return this.#database.query<OutboxMail>(
      'SELECT id, recipient, subject, message, queued_at FROM outbox ORDER BY id DESC LIMIT 200',
    );
  }

  /** One mail, or null. */
  async find(id: number): Promise<OutboxMail | null> {
    if (!Number.isInteger(id) || id < 1 || id > 2 ** 31 - 1) return null;
    const [mail] = await this.#database.query<OutboxMail>(
      'SELECT id, recipient, subject, message, queued_at FROM outbox WHERE id = $1',
      [id],
    );
    return mail ?? null;
  }

  /** Stops sending; mails that are left go out after the next start. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#transport?.close();
    await this.#sending;
  }

  async #deliverDue(): Promise<void> {
    for (let mail = await this.#claim(); mail; mail = await this.#claim()) {
      const { id, sender, recipient, message, attempts } = mail;
      try {
        await this.#transport?.sendMail({ envelope: { from: sender, to: recipient }, raw: message });
        await this.#database.query('UPDATE outbox SET sent_at = $2 WHERE id = $1', [
          id,
          instantText(this.#clock.now()),
        ]);
      } catch {
        const wait = Math.min(60 * 2 ** attempts, 3600) * 1000;
        await this.#database.query('UPDATE outbox SET due_at = $2 WHERE id = $1', [
          id,
          instantText(this.#clock.now() + wait),
        ]);
      }
    }
  }

  async #claim(): Promise<DueMail | undefined> {
    const now = this.#clock.now();
    const [mail] = await this.#database.query<DueMail>(
      `UPDATE outbox SET due_at = $2, attempts = attempts + 1 WHERE id =
        (SELECT id FROM outbox WHERE sent_at IS NULL AND due_at <= $1 ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, sender, recipient, message, attempts`,
      [instantText(now), instantText(now + SENDING_SECONDS * 1000)],
    );
    return mail;
  }
}
