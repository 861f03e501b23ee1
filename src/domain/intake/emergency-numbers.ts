import type { Business } from '../../contract/business.js';
import type { IntakeForm } from '../../contract/intake.js';

/** What a message says instead of `{emergency}` and `{urgent}`. */
export interface EmergencyNumbers {
  /** For danger to life, for example `999`. */
  emergency: string;
  /** For help that cannot wait until tomorrow, for example `111`. */
  urgent: string;
}

/** What is said where no number is known; the language of the form decides the words. */
export const UNKNOWN_NUMBERS: EmergencyNumbers = {
  emergency: 'your local emergency number',
  urgent: 'your doctor or the local medical helpline',
};

const UNITED_KINGDOM = ['GB', 'UK', 'GG', 'IM', 'JE'];

/** The European Union and the countries of the European Economic Area: 112 is good in all of them. */
const EUROPEAN = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK EU'.split(
  ' ',
);

/**
 * The numbers to call in a region (ISO 3166-1 alpha-2, or `EU`). What the business gives wins, one by one; `unknown` holds the
 * words for what nobody knows.
 */
export function numbersFor(
  region: string | undefined,
  given: NonNullable<Business['emergencyNumbers']> = {},
  unknown: EmergencyNumbers = UNKNOWN_NUMBERS,
): EmergencyNumbers {
  const code = region?.toUpperCase() ?? '';
  const known: Partial<EmergencyNumbers> = UNITED_KINGDOM.includes(code)
    ? { emergency: '999', urgent: '111' }
    : EUROPEAN.includes(code)
      ? { emergency: '112' }
      : {};
  return {
    emergency: given.emergency ?? known.emergency ?? unknown.emergency,
    urgent: given.urgent ?? known.urgent ?? unknown.urgent,
  };
}

/** A message with the numbers in their places. */
export function fillNumbers(message: string, numbers: EmergencyNumbers): string {
  return message.replace(/\{(emergency|urgent)\}/g, (_, slot: keyof EmergencyNumbers) => numbers[slot]);
}

/** A form whose every message names the numbers to call. */
export function withNumbers(form: IntakeForm, numbers: EmergencyNumbers): IntakeForm {
  return {
    ...form,
    rules: form.rules.map((rule) => ({ ...rule, message: fillNumbers(rule.message, numbers) })),
  };
}
