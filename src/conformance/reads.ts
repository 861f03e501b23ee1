import { DISCOVERY_PATH } from '../contract/discovery.js';
import type { Context } from './case.js';
import { formsOf } from './forms.js';
import { availabilityUrl } from './subject.js';

/** A page on another origin. */
export const ORIGIN = 'https://therapist.example';

/** The names in a header that lists some, in small letters. */
export const names = (value: string | null): string[] => (value ?? '').toLowerCase().split(/\s*,\s*/);

/** Every public read there is. */
export function readsOf({ subject }: Context): string[] {
  const { base, url, catalogue, choices } = subject;
  const person = catalogue.practitioners[0]?.id ?? '';
  const [form] = formsOf({ subject });
  return [
    url + DISCOVERY_PATH,
    `${base}/business`,
    `${base}/services`,
    `${base}/services?practitioner=${encodeURIComponent(person)}`,
    `${base}/practitioners?limit=5`,
    `${base}/practitioners/${encodeURIComponent(person)}`,
    ...(form
      ? [`${base}/intake-forms/${encodeURIComponent(form.id)}/versions/${encodeURIComponent(form.version)}`]
      : []),
    ...(choices[0] ? [availabilityUrl(base, choices[0], subject.window)] : []),
  ];
}
