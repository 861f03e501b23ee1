import { createTransport } from 'nodemailer';
import type { BookingRow } from './booking-record.js';
import type { CatalogueData } from './catalogue.js';
import { instantText, type Clock } from './clock.js';
import type { Database, Queryable } from './database.js';
import { bookingLetters, newLinkLetter, type Letter, type News } from './letters.js';
import { composed } from './mail.js';
import type { PrivateLinks } from './private-links.js';
import type { PractitionerRecord } from './seed.js';

/** A mail in the outbox, without what it says. */
export interface OutboxMail {
  id: number;
  recipient: string;
  subject: string;
  queued_at: Date;
}

/** A mail with the whole message. */
export interface SentMail {
  recipient: string;
  subject: string;
  message: string;
}

/** What a mail says: a letter, or the whole message where it was written by an earlier version. */
type Written = { letter: Letter; message: null } | { letter: null; message: string };

type DueMail = Written & { id: number; sender: string; recipient: string; attempts: number };

interface OutboxParts {
  database: Database;
  catalogue: CatalogueData;
  clock: Clock;
  links: PrivateLinks;
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
  readonly #links: PrivateLinks;
  readonly #transport: { sendMail(mail: object): Promise<unknown>; close(): void } | null;
  readonly #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> = Promise.resolve();

  constructor(
    { database, catalogue, clock, links }: OutboxParts,
    /** Where mails go. */
    smtpUrl: string | undefined,
  ) {
    this.#database = database;
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.#links = links;
    this.#transport = smtpUrl ? createTransport(smtpUrl) : null;
    if (this.#transport) this.#timer = setInterval(() => this.deliver(), RETRY_EVERY).unref();
  }

  /** Writes the mails about a booking. They go out with {@link deliver}, once the transaction is done. */
  async tell(tx: Queryable, row: BookingRow, news: News): Promise<void> {
    for (const letter of bookingLetters(this.#catalogue, row, news, this.#clock.now())) {
      await this.#queue(tx, letter, row.id);
    }
  }

  /** Writes the mail that brings a therapist their new link. */
  tellNewLink(tx: Queryable, practitioner: PractitionerRecord): Promise<void> {
    return this.#queue(tx, newLinkLetter(this.#catalogue, practitioner, this.#clock.now()), null);
  }

  /** Starts sending what is due. Returns at once; what fails is tried again later. */
  deliver(): void {
    if (this.#transport) this.#sending = this.#sending.then(() => this.#deliverDue()).catch(() => undefined);
  }

  /** The newest mails. */
  list(): Promise<OutboxMail[]> {
    return this.#database.query<OutboxMail>(
      'SELECT id, recipient, subject, queued_at FROM outbox ORDER BY id DESC LIMIT 200',
    );
  }

  /** Every mail, oldest first, as it is sent. */
  async all(): Promise<SentMail[]> {
    const mails = await this.#database.query<Written & Pick<OutboxMail, 'recipient' | 'subject'>>(
      'SELECT recipient, subject, letter, message FROM outbox ORDER BY id',
    );
    return Promise.all(
      mails.map(async (mail) => ({
        recipient: mail.recipient,
        subject: mail.subject,
        message: await this.#messageOf(mail),
      })),
    );
  }

  /** One mail as it is sent, or null. */
  async find(id: number): Promise<string | null> {
    if (!Number.isInteger(id) || id < 1 || id > 2 ** 31 - 1) return null;
    const [mail] = await this.#database.query<Written>('SELECT letter, message FROM outbox WHERE id = $1', [id]);
    return mail ? this.#messageOf(mail) : null;
  }

  /** Stops sending; mails that are left go out after the next start. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#transport?.close();
    await this.#sending;
  }

  async #queue(tx: Queryable, letter: Letter, bookingId: string | null): Promise<void> {
    const now = instantText(this.#clock.now());
    await tx.query(
      `INSERT INTO outbox (sender, recipient, subject, letter, queued_at, due_at, booking_id)
        VALUES ($1, $2, $3, $4::jsonb, $5, $5, $6)`,
      [letter.from.address, letter.to.address, letter.subject, JSON.stringify(letter), now, bookingId],
    );
  }

  async #messageOf({ letter, message }: Written): Promise<string> {
    return letter ? composed(letter, this.#links) : message;
  }

  async #deliverDue(): Promise<void> {
    for (let mail = await this.#claim(); mail; mail = await this.#claim()) {
      const { id, sender, recipient, attempts } = mail;
      try {
        const raw = await this.#messageOf(mail);
        await this.#transport?.sendMail({ envelope: { from: sender, to: recipient }, raw });
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
        RETURNING id, sender, recipient, letter, message, attempts`,
      [instantText(now), instantText(now + SENDING_SECONDS * 1000)],
    );
    return mail;
  }
}
