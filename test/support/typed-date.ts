import { sendKeys } from '@web/test-runner-commands';

/**
 * Types a date `YYYY-MM-DD` into the date field that has focus, with the keys a person presses, and leaves the field. Which
 * part comes first, and what stands between them, is the browser's language.
 */
export async function typeDate(date: string): Promise<void> {
  const [year, month, day] = date.split('-') as [string, string, string];
  const parts = new Intl.DateTimeFormat(undefined, { day: '2-digit', month: '2-digit', year: 'numeric' });
  for (const { type, value } of parts.formatToParts()) {
    // WebKit goes on to the next part by what stands between them only; the others take it as nothing new.
    await sendKeys({ type: type === 'literal' ? value : { year, month, day }[type as 'day'] });
  }
  // WebKit reports the change when the field is left, the others with every part.
  await sendKeys({ press: 'Tab' });
}
