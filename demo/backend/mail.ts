import MailComposer from 'nodemailer/lib/mail-composer';
import { escapeHtml } from './html.js';
import type { LinkedPage } from './letter-pages.js';
import type { Letter } from './letters.js';
import type { PrivateLinks } from './private-links.js';

/** A letter as the whole message that is sent, RFC 5322 text, with its secrets in it. */
export async function composed(letter: Letter, links: PrivateLinks): Promise<string> {
  const { from, to, subject, date, messageId, codeOf, opens, calendar } = letter;
  const code = codeOf === undefined ? [] : ([['Your code', links.code(codeOf)]] as const);
  const [opening, ...rest] = letter.rows;
  const rows = [...(opening ? [opening] : []), ...code, ...rest];
  const pages = [opens ?? []].flat() as LinkedPage[];
  const linked = await Promise.all(pages.map(async (page) => ({ label: page.label, address: await links.to(page) })));
  const said = rows.map(([label, text]) => (label ? `${label}: ${text}` : text));
  const message = await new MailComposer({
    from,
    to,
    subject,
    date: new Date(date),
    messageId,
    text: `${[...said, ...linked.flatMap(({ label, address }) => ['', `${label}:`, address])].join('\n')}\n`,
    html: htmlOf(subject, rows, linked),
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

function htmlOf(title: string, rows: Letter['rows'], linked: readonly { label: string; address: string }[]): string {
  const lines = rows.map(([label, text]) =>
    label ? `<p><b>${escapeHtml(label)}:</b> ${escapeHtml(text)}</p>` : `<p>${escapeHtml(text)}</p>`,
  );
  for (const { label, address } of linked) {
    lines.push(`<p><a href="${escapeHtml(address)}">${escapeHtml(label)}</a></p>`);
  }
  return `<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>\n<body>\n${lines.join('\n')}\n</body></html>\n`;
}
