import MailComposer from 'nodemailer/lib/mail-composer';
import { escapeHtml } from './html.js';
import type { Letter } from './letters.js';
import type { PrivateLinks } from './private-links.js';

/** A letter as the whole message that is sent, RFC 5322 text, with its secrets in it. */
export async function composed(letter: Letter, links: PrivateLinks): Promise<string> {
  const { from, to, subject, date, messageId, codeOf, opens, calendar } = letter;
  const code = codeOf === undefined ? [] : ([['Your code', links.code(codeOf)]] as const);
  const [opening, ...rest] = letter.rows;
  const rows = [...(opening ? [opening] : []), ...code, ...rest];
  const link = opens && { label: opens.label, address: await links.to(opens) };
  const said = rows.map(([label, text]) => (label ? `${label}: ${text}` : text));
  const message = await new MailComposer({
    from,
    to,
    subject,
    date: new Date(date),
    messageId,
    text: `${[...said, ...(link ? ['', `${link.label}:`, link.address] : [])].join('\n')}\n`,
    html: htmlOf(subject, rows, link),
    attachments: calendar && [
      {
        filename: calendar.name,
        content: calendar.content,
        contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
      },
    ],
  })
    .compile()
    .build();
  return message.toString('utf8');
}

function htmlOf(title: string, rows: Letter['rows'], link: { label: string; address: string } | undefined): string {
  const lines = rows.map(([label, text]) =>
    label ? `<p><b>${escapeHtml(label)}:</b> ${escapeHtml(text)}</p>` : `<p>${escapeHtml(text)}</p>`,
  );
  if (link) lines.push(`<p><a href="${escapeHtml(link.address)}">${escapeHtml(link.label)}</a></p>`);
  return `<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>\n<body>\n${lines.join('\n')}\n</body></html>\n`;
}
