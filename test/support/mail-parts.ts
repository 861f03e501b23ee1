/** A mail as its reader gets it. */
export interface MailParts {
  text: string;
  html: string;
  /** The attached calendar file. */
  calendar: string;
}

/** Takes a mail of the outbox apart and decodes what it says. */
export function mailParts(message: string): MailParts {
  const part = (type: string): string => {
    const found = new RegExp(`(Content-Type: ${type}[\\s\\S]*?)\\r?\\n\\r?\\n([\\s\\S]*?)\\r?\\n--`).exec(message);
    if (!found) throw new Error(`the mail has no ${type}`);
    const [, head = '', body = ''] = found;
    if (/base64/.test(head)) return Buffer.from(body, 'base64').toString('utf8');
    const bytes = body
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  };
  return { text: part('text/plain'), html: part('text/html'), calendar: part('text/calendar') };
}

/** The link in a mail that opens a page of the backend with a secret in its fragment. */
export function linkIn(message: string): string {
  const [link] = /https?:\/\/\S+#[\w.=-]+/.exec(mailParts(message).text) ?? [];
  if (!link) throw new Error('the mail has no link');
  return link;
}
